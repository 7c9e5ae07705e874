"""What an answer may not be, and the sentence that says so.

The sentences state what is so; how to go on is for each front end to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.interview.commands import (
    AddEvidence,
    Choose,
    DontKnow,
    NotApplicable,
    Park,
    SetEvidence,
    SetNote,
)
from assess.interview.text import clean
from assess.language.forms import grouped
from assess.language.messages import N_, _

if TYPE_CHECKING:
    from assess.interview.agenda import Place
    from assess.interview.commands import Changing

LONGEST: Final = 200_000
"""The most characters of a note, a reason, or a piece of evidence."""

AT_THE_END: Final = N_("Every question has its answer, so none is being asked.")
ALWAYS_APPLIES: Final = N_("This question always applies.")
NO_REASON: Final = N_("Not applicable needs a reason.")


def refusal(place: Place | None, command: Changing) -> str:
    """Return the sentence that says why the answer here cannot be changed so, empty where it can.

    *place* is None once everything is answered.
    """
    if place is None:
        return _(AT_THE_END)
    top = len(place.questionnaire.scale)
    match command:
        case NotApplicable() if not place.question.not_applicable:
            return _(ALWAYS_APPLIES)
        case NotApplicable(reason) if not clean(reason):
            return _(NO_REASON)
        case Choose(level) if not 1 <= level <= top:
            return _(
                "There is no level {level} here: the levels are 1 to {levels}.",
                level=level,
                levels=top,
            )
        case _:
            return _too_long(command)


def _too_long(command: Changing) -> str:
    texts: tuple[str | None, ...] = ()
    match command:
        case Choose(_, note, evidence):
            texts = (note, *evidence)
        case DontKnow(text) | NotApplicable(text) | SetNote(text) | Park(text):
            texts = (text,)
        case AddEvidence(evidence) | SetEvidence(evidence):
            texts = evidence
    longest = max((len(text or "") for text in texts), default=0)
    if longest <= LONGEST:
        return ""
    return _(
        "That text has {found} characters; at most {most} can be kept. Shorten it.",
        found=grouped(longest),
        most=grouped(LONGEST),
    )

"""What became of the agreed actions, asked one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import clauses, date
from assess.language.messages import _, n_
from assess.model.planned import STATUS_WORDS
from assess.terminal.asking import ask, choose
from assess.terminal.layout import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assess.model.planned import PlannedAction, Status
    from assess.terminal.teletype import Teletype

ANSWERS: Final[tuple[Status, ...]] = ("done", "partly", "dropped", "in-progress")
"""What can be said of an agreed action when it is followed up."""


def follow_up(
    line: Teletype,
    actions: Sequence[PlannedAction],
    settle: Callable[[PlannedAction, Status, str], None],
) -> None:
    """Ask what became of each of the *actions*; *settle* keeps each answer at once.

    Enter leaves an action as it stands.

    Raises:
        InputEndedError: The input ended.

    """
    told = n_(
        "{n} action was agreed before. What became of it?",
        "{n} actions were agreed before. What became of them?",
        len(actions),
    )
    line.say(wrapped(told, columns()))
    words = [_(STATUS_WORDS[status]) for status in ANSWERS]
    open_words = [*words, _("still to do")]
    for place, one in enumerate(actions, 1):
        question = f"{place}/{len(actions)} {_asked(one)}"
        stands = ANSWERS.index(one.status) + 1 if one.status in ANSWERS else len(open_words)
        chosen = choose(line, question, open_words, stands)
        if chosen <= len(ANSWERS):
            shown = ask(line, _("What shows it? (Enter: nothing)"), str)
            settle(one, ANSWERS[chosen - 1], shown)
    line.say("")


def _asked(one: PlannedAction) -> str:
    day = date(one.due) if one.due else ""
    known = ", ".join(filter(None, (one.owner, day, clauses(one.evidence))))
    return f"{one.action} ({known})" if known else one.action

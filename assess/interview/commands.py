"""What a person can ask of the conversation, whatever the front end.

Commands that change an answer say what it becomes (`applied_to`), how the change is called
(`outcome`), and whether the conversation goes on to the next question (`moves_on`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from assess.interview.text import clean
from assess.language.messages import _
from assess.model.assessment import Answer

Page = Literal["question", "hints", "why", "progress", "score", "help", "farewell"]
"""What can be shown at any time without changing anything."""

Which = Literal["all", "open", "parked", "dont-know", "unproven", "changed"]
"""Which answers a review shows: `unproven` ones lack the evidence that their level wants, `changed`
ones differ from the cycle before."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer with a level, counted from 1; a note replaces the earlier one, evidence is added."""

    level: int
    note: str | None = None
    evidence: tuple[str, ...] = ()
    moves_on: ClassVar[bool] = True

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with the new level."""
        return Answer(
            level=self.level,
            note=_replaced(answer.note, self.note),
            evidence=_together(answer.evidence, self.evidence),
        )

    @property
    def outcome(self) -> str:
        """The level in words."""
        return _("level {level}", level=self.level)


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Answer "don't know"; note and evidence stay unless a new note is given."""

    note: str | None = None
    moves_on: ClassVar[bool] = True

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer without a level."""
        return Answer(
            dont_know=True, note=_replaced(answer.note, self.note), evidence=answer.evidence
        )

    @property
    def outcome(self) -> str:
        """The answer in words."""
        return _("don't know")


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Answer "not applicable"; refused without a reason and where the question forbids it."""

    reason: str
    moves_on: ClassVar[bool] = True

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with the reason in place of a level."""
        return Answer(not_applicable=clean(self.reason), note=answer.note, evidence=answer.evidence)

    @property
    def outcome(self) -> str:
        """The answer in words."""
        return _("not applicable")


@dataclass(frozen=True, slots=True)
class SetNote:
    """Replace the note; an empty text removes it."""

    note: str
    moves_on: ClassVar[bool] = False

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with the new note."""
        return answer.model_copy(update={"note": clean(self.note)})

    @property
    def outcome(self) -> str:
        """Whether there is a note now."""
        return _("note") if clean(self.note) else _("note removed")


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Note one or more things that were shown; what is noted already is not noted twice."""

    evidence: tuple[str, ...]
    moves_on: ClassVar[bool] = False

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with more evidence."""
        return answer.model_copy(update={"evidence": _together(answer.evidence, self.evidence)})

    @property
    def outcome(self) -> str:
        """What there is more of."""
        return _("evidence")


@dataclass(frozen=True, slots=True)
class SetEvidence:
    """Replace the whole list of what was shown, as an editor does that shows all of it."""

    evidence: tuple[str, ...]
    moves_on: ClassVar[bool] = False

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with this evidence."""
        return answer.model_copy(update={"evidence": _together((), self.evidence)})

    @property
    def outcome(self) -> str:
        """Whether there is evidence now."""
        return _("evidence") if _together((), self.evidence) else _("evidence removed")


@dataclass(frozen=True, slots=True)
class RemoveEvidence:
    """Remove the piece of evidence at `place`, counted from 1, or all of it."""

    place: int | None = None
    moves_on: ClassVar[bool] = False

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with less evidence."""
        kept = [e for n, e in enumerate(answer.evidence, 1) if self.place not in {None, n}]
        return answer.model_copy(update={"evidence": tuple(kept)})

    @property
    def outcome(self) -> str:
        """What there is less of."""
        return _("evidence removed")


@dataclass(frozen=True, slots=True)
class Park:
    """Put the question off until all others are answered; what was said so far stays."""

    note: str | None = None
    moves_on: ClassVar[bool] = True

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer with the mark."""
        kept = {"parked": True, "note": _replaced(answer.note, self.note)}
        return answer.model_copy(update=kept)

    @property
    def outcome(self) -> str:
        """The mark in words."""
        return _("parked for later")


@dataclass(frozen=True, slots=True)
class Unpark:
    """Take the mark of `Park` away; any answer does so too."""

    moves_on: ClassVar[bool] = False

    def applied_to(self, answer: Answer) -> Answer:
        """Return the answer without the mark."""
        return answer.model_copy(update={"parked": False})

    @property
    def outcome(self) -> str:
        """The lack of a mark in words."""
        return _("no longer parked")


@dataclass(frozen=True, slots=True)
class Clear:
    """Take the answer away with its note and evidence: the question is open again."""

    moves_on: ClassVar[bool] = False

    def applied_to(self, _answer: Answer) -> Answer:
        """Return an answer that says nothing."""
        return Answer()

    @property
    def outcome(self) -> str:
        """The answer in words."""
        return _("no answer")


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the question before: where the conversation came from, else the one above."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the question as it is and go to the next open one."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Go to the question that stands *by* places further on, -1 for the one above."""

    by: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Go:
    """Jump to a question or dimension, named by id, the start of one, a number or its words."""

    where: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change that was not taken back yet, of this session or an earlier one."""


@dataclass(frozen=True, slots=True)
class Search:
    """List the questions that contain all these words."""

    words: str


@dataclass(frozen=True, slots=True)
class Review:
    """List answers."""

    which: Which = "all"


@dataclass(frozen=True, slots=True)
class Show:
    """Show something and change nothing; `farewell` asks the front end to end."""

    page: Page


Changing = (
    Choose
    | DontKnow
    | NotApplicable
    | SetNote
    | AddEvidence
    | SetEvidence
    | RemoveEvidence
    | Park
    | Unpark
    | Clear
)
Command = Changing | Back | Skip | Neighbour | Go | Undo | Search | Review | Show


def _replaced(old: str, new: str | None) -> str:
    return old if new is None else clean(new)


def _together(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    pieces = (piece for text in new for piece in clean(text).split("\n"))
    return tuple(dict.fromkeys((*old, *(p.strip() for p in pieces if p.strip()))))

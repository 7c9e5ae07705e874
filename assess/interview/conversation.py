"""Where an interview stands, and what came of a command.

It knows no screen, no file and no clock, so that every front end gives the same file: a command
goes into `steps.step`, a turn with a new conversation comes out, and the front end saves and shows
what the turn says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from assess.interview.agenda import Agenda, Place
from assess.interview.earlier import NOTHING_EARLIER, Earlier
from assess.interview.progress import Progress, progress
from assess.language.messages import _
from assess.model.assessment import Answer, Interview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.interview.commands import Page, Which
    from assess.model.questionnaire import Questionnaire


@dataclass(frozen=True)
class Conversation:
    """Where an interview stands.

    `cursor` is the id of the question that is being asked, None once everything is answered;
    `trail` holds the questions from which the conversation came here, the latest last. `earlier`
    is what was answered in the cycle before; `held` says why nothing can be changed, where that is
    so.
    """

    agenda: Agenda
    interview: Interview
    cursor: str | None
    trail: tuple[str, ...] = ()
    earlier: Earlier = NOTHING_EARLIER
    held: str = ""

    @classmethod
    def start(
        cls,
        questionnaires: Sequence[Questionnaire],
        interview: Interview,
        *,
        express: bool = False,
        earlier: Earlier = NOTHING_EARLIER,
        held: str = "",
    ) -> Conversation:
        """Begin, or go on, at the first open question; `express` asks the short set only."""
        agenda = Agenda.of(questionnaires, express=express)
        conversation = cls(agenda, interview, None, earlier=earlier, held=held)
        return replace(conversation, cursor=conversation.next_open())

    @property
    def place(self) -> Place | None:
        """The question that is being asked, None at the end."""
        return None if self.cursor is None else self.agenda.by_id[self.cursor]

    def answer(self, question: str) -> Answer:
        """Return what was said about a question; an answer that says nothing where nothing was."""
        return self.interview.answers.get(question, Answer())

    def next_open(self) -> str | None:
        """Return the next open question after the cursor, then from the start; None for none.

        Parked ones come after all others.
        """
        after = self.agenda.asked_after(self.cursor)
        still_open = [p.id for p in after if self.answer(p.id).state == "unanswered"]
        return min(still_open, key=lambda question: self.answer(question).parked, default=None)

    def moved_to(self, question: str | None) -> Conversation:
        """Return the conversation at another question, remembering this one."""
        here = () if self.cursor in {None, question} else (self.cursor,)
        return replace(self, cursor=question, trail=(*self.trail, *(q for q in here if q)))

    @property
    def progress(self) -> Progress:
        """How far the whole interview is."""
        return progress("", self.agenda.places, self.interview.answers)

    @property
    def chapters(self) -> tuple[Progress, ...]:
        """How far each dimension is; those of which nothing is asked are left out."""
        answers = self.interview.answers
        each = (progress(c[0].dimension.title, c, answers) for c in self.agenda.chapters)
        return tuple(one for one in each if one.asked)


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of a command.

    `changed` is the question whose answer changed and must be saved, `outcome` what it is now in
    a few words; `message` a sentence for the user; `show` what to put on the screen next;
    `matches` the questions that were found, or those of a review of `which` answers.
    """

    conversation: Conversation
    changed: str | None = None
    outcome: str = ""
    message: str = ""
    show: Page | Literal["matches", "review", "end", "nothing"] = "nothing"
    matches: tuple[Place, ...] = ()
    which: Which = "all"


def in_words(answer: Answer) -> str:
    """Return an answer's state for people: `level 4`, `don't know`, `not applicable`."""
    if answer.level is not None:
        return _("level {level}", level=answer.level)
    if answer.state == "unanswered":
        return _("parked for later") if answer.parked else _("no answer")
    return _("don't know") if answer.dont_know else _("not applicable")

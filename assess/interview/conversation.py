"""The interview as a state machine: where we are, what may come next, what an answer changes.

It knows no screen, no file and no clock, so that every front end gives the same file: a command
goes in, a new conversation comes out, and the front end saves and shows what the turn says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from assess.interview import history
from assess.interview.agenda import Agenda, Place, wordings
from assess.interview.commands import (
    Back,
    Changing,
    Command,
    Go,
    Page,
    Search,
    Show,
    Skip,
    Undo,
)
from assess.interview.progress import Progress, progress
from assess.interview.refusals import AT_THE_END, refusal
from assess.interview.text import clean
from assess.language.messages import _, n_
from assess.model.assessment import Answer, Interview

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from assess.model.questionnaire import Questionnaire


@dataclass(frozen=True)
class Conversation:
    """Where an interview stands.

    `cursor` is the id of the question that is being asked, None once everything is answered;
    `trail` holds the questions from which the conversation came here, the latest last.
    """

    agenda: Agenda
    interview: Interview
    cursor: str | None
    trail: tuple[str, ...] = ()

    @classmethod
    def start(
        cls,
        questionnaires: Sequence[Questionnaire],
        interview: Interview,
        *,
        express: bool = False,
    ) -> Conversation:
        """Begin, or go on, at the first open question; `express` asks the short set only."""
        agenda = Agenda.of(questionnaires, express=express)
        conversation = cls(agenda, interview, None)
        return replace(conversation, cursor=conversation.next_open())

    @property
    def place(self) -> Place | None:
        """The question that is being asked, None at the end."""
        return None if self.cursor is None else self.agenda.by_id[self.cursor]

    def answer(self, question: str) -> Answer:
        """Return what was said about a question; an answer that says nothing where nothing was."""
        return self.interview.answers.get(question, Answer())

    def next_open(self) -> str | None:
        """Return the next open question after the cursor, then from the start; None for none."""
        after = self.agenda.asked_after(self.cursor)
        return next((p.id for p in after if self.answer(p.id).state == "unanswered"), None)

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
    `matches` the questions that were found.
    """

    conversation: Conversation
    changed: str | None = None
    outcome: str = ""
    message: str = ""
    show: Page | Literal["matches", "end", "nothing"] = "nothing"
    matches: tuple[Place, ...] = ()


def step(conversation: Conversation, command: Command, at: dt.datetime) -> Turn:
    """Return what a command leads to; *at* is the time with its zone, for the history.

    What cannot be done is a sentence in the turn's `message`, never an error.
    """
    match command:
        case Show(page):
            turn = _showing(conversation, page)
        case Search(words):
            turn = _found(conversation, words)
        case Go(where):
            turn = _go(conversation, where)
        case Back():
            turn = _back(conversation)
        case Skip():
            turn = _skip(conversation)
        case Undo():
            turn = _undo(conversation, at)
        case _:
            turn = _change(conversation, command, at)
    return turn


def in_words(answer: Answer) -> str:
    """Return an answer's state for people: `level 4`, `don't know`, `not applicable`."""
    if answer.level is not None:
        return _("level {level}", level=answer.level)
    if answer.state == "unanswered":
        return _("no answer")
    return _("don't know") if answer.dont_know else _("not applicable")


def _showing(conversation: Conversation, page: Page) -> Turn:
    if conversation.cursor is None and page == "question":
        return Turn(conversation, show="end")
    if conversation.cursor is None and page in {"hints", "why"}:
        return Turn(conversation, message=_(AT_THE_END))
    return Turn(conversation, show=page)


def _change(conversation: Conversation, command: Changing, at: dt.datetime) -> Turn:
    question = conversation.cursor
    said = refusal(conversation.place, command)
    if question is None or said:
        return Turn(conversation, message=said)
    answer = command.applied_to(conversation.answer(question))
    after = _recorded(conversation, question, answer, at)
    changed = after.interview is not conversation.interview
    moved = after.moved_to(after.next_open()) if command.moves_on else after
    return Turn(
        moved,
        changed=question if changed else None,
        outcome=command.outcome,
        message=""
        if changed
        else _(
            "Nothing changed: {question} has {answer}.", question=question, answer=in_words(answer)
        ),
        show=_shown(moved) if command.moves_on else "nothing",
    )


def _recorded(
    conversation: Conversation,
    question: str,
    answer: Answer | None,
    at: dt.datetime,
    undoes: int | None = None,
) -> Conversation:
    order = conversation.agenda.by_id
    interview = history.record(
        conversation.interview, question, answer, at, order=order, undoes=undoes
    )
    return replace(conversation, interview=interview)


def _shown(conversation: Conversation) -> Literal["question", "end"]:
    return "end" if conversation.cursor is None else "question"


def _undo(conversation: Conversation, at: dt.datetime) -> Turn:
    number = history.last_step(conversation.interview)
    if number is None:
        return Turn(conversation, message=_("There is nothing to undo."))
    taken = conversation.interview.history[number]
    after = _recorded(conversation, taken.question, taken.old, at, undoes=number)
    if taken.question in after.agenda.by_id:
        after = after.moved_to(taken.question)
    now = in_words(after.answer(taken.question))
    message = _("Undone: the last change of {question}.", question=taken.question)
    return Turn(after, changed=taken.question, outcome=now, message=message, show=_shown(after))


def _skip(conversation: Conversation) -> Turn:
    onward = conversation.next_open()
    if onward is not None and onward == conversation.cursor:
        return Turn(conversation, message=_("This is the last open question."))
    moved = conversation.moved_to(onward)
    return Turn(moved, show=_shown(moved))


def _back(conversation: Conversation) -> Turn:
    last = conversation.trail[-1] if conversation.trail else _above(conversation)
    if last is None:
        return Turn(conversation, message=_("This is the first question."))
    return Turn(replace(conversation, cursor=last, trail=conversation.trail[:-1]), show="question")


def _above(conversation: Conversation) -> str | None:
    asked = [place.id for place in conversation.agenda.places if place.asked]
    order = list(conversation.agenda.by_id)
    here = len(order) if conversation.cursor is None else order.index(conversation.cursor)
    return next((question for question in reversed(order[:here]) if question in asked), None)


def _go(conversation: Conversation, where: str) -> Turn:
    for wording in wordings(clean(where)):
        if found := _destinations(conversation, wording):
            if len(found) > 1:
                message = n_("{n} question fits.", "{n} questions fit; which one?", len(found))
                return Turn(conversation, message=message, show="matches", matches=found)
            return Turn(conversation.moved_to(found[0].id), show="question")
    meant = conversation.agenda.nearest(where)
    guess = _(" Did you mean `{meant}`?", meant=meant) if meant else ""
    return Turn(
        conversation,
        message=_("Nothing here is called {where}.{guess}", where=_brief(where), guess=guess),
    )


def _destinations(conversation: Conversation, where: str) -> tuple[Place, ...]:
    agenda = conversation.agenda
    if exact := agenda.question(where):
        return (exact,)
    if chapter := agenda.dimension(where):
        asked = [p for p in chapter if p.asked] or list(chapter)
        unanswered = (p for p in asked if conversation.answer(p.id).state == "unanswered")
        return (next(unanswered, asked[0]),)
    return agenda.candidates(where)


def _found(conversation: Conversation, words: str) -> Turn:
    for wording in wordings(clean(words)):
        if found := conversation.agenda.search(wording):
            message = n_(
                "{n} question contains {words}:",
                "{n} questions contain {words}:",
                len(found),
                words=_brief(wording),
            )
            return Turn(conversation, message=message, show="matches", matches=found)
    return Turn(conversation, message=_("No question contains {words}.", words=_brief(words)))


def _brief(text: str) -> str:
    line = " ".join(clean(text).split())
    return f"`{line[:40]}…`" if len(line) > 40 else f"`{line}`"  # noqa: PLR2004 - half a line

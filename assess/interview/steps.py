"""The interview as a state machine: what a command leads to, and what an answer changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from assess.interview import history
from assess.interview.commands import (
    Back,
    Changing,
    Command,
    Go,
    Neighbour,
    Page,
    Review,
    Search,
    Show,
    Skip,
    Undo,
)
from assess.interview.conversation import Conversation, Turn, in_words
from assess.interview.jumps import found, went
from assess.interview.refusals import AT_THE_END, refusal
from assess.interview.review import reviewed
from assess.language.messages import _

if TYPE_CHECKING:
    import datetime as dt

    from assess.model.assessment import Answer


def step(
    conversation: Conversation, command: Command, at: dt.datetime, *, stay: bool = False
) -> Turn:
    """Return what a command leads to; *at* is the time with its zone, for the history.

    What cannot be done is a sentence in the turn's `message`, never an error. With *stay* an
    answer leaves the conversation at its question.
    """
    match command:
        case Show(page):
            turn = _showing(conversation, page)
        case Review(which):
            shown = reviewed(conversation, which)
            turn = Turn(conversation, show="review", matches=shown, which=which)
        case Search(words):
            turn = found(conversation, words)
        case Go(where):
            turn = went(conversation, where)
        case Neighbour(by):
            turn = _neighbour(conversation, by)
        case Back():
            turn = _back(conversation)
        case Skip():
            turn = _skip(conversation)
        case Undo():
            turn = _undo(conversation, at)
        case _:
            turn = _change(conversation, command, at, stay=stay)
    return turn


def _showing(conversation: Conversation, page: Page) -> Turn:
    if conversation.cursor is None and page == "question":
        return Turn(conversation, show="end")
    if conversation.cursor is None and page in {"hints", "why"}:
        return Turn(conversation, message=_(AT_THE_END))
    return Turn(conversation, show=page)


def _change(conversation: Conversation, command: Changing, at: dt.datetime, *, stay: bool) -> Turn:
    question = conversation.cursor
    said = conversation.held or refusal(conversation.place, command)
    if question is None or said:
        return Turn(conversation, message=said)
    answer = command.applied_to(conversation.answer(question))
    after = _recorded(conversation, question, answer, at)
    changed = after.interview is not conversation.interview
    moves = command.moves_on and not stay
    moved = after.moved_to(after.next_open()) if moves else after
    return Turn(
        moved,
        changed=question if changed else None,
        outcome=command.outcome,
        message=""
        if changed
        else _(
            "Nothing changed: {question} has {answer}.", question=question, answer=in_words(answer)
        ),
        show=_shown(moved) if moves else "nothing",
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
    if conversation.held or number is None:
        return Turn(conversation, message=conversation.held or _("There is nothing to undo."))
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


def _neighbour(conversation: Conversation, by: Literal[1, -1]) -> Turn:
    beside = _above(conversation) if by < 0 else _below(conversation)
    if beside is None:
        said = _("This is the first question.") if by < 0 else _("This is the last question.")
        return Turn(conversation, message=said)
    return Turn(conversation.moved_to(beside), show="question")


def _above(conversation: Conversation) -> str | None:
    above = conversation.agenda.places[: _here(conversation)]
    return next((place.id for place in reversed(above) if place.asked), None)


def _below(conversation: Conversation) -> str | None:
    below = conversation.agenda.places[_here(conversation) + 1 :]
    return next((place.id for place in below if place.asked), None)


def _here(conversation: Conversation) -> int:
    """Return the place of the cursor, behind all places at the end."""
    order = list(conversation.agenda.by_id)
    return len(order) if conversation.cursor is None else order.index(conversation.cursor)

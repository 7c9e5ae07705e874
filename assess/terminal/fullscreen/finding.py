"""What can be found by typing a part of it: questions, and everything that can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.interview.agenda import wordings
from assess.interview.commands import Command, Go
from assess.interview.text import clean, fold
from assess.language.messages import _
from assess.terminal.fullscreen.keys import ACTIONS, Action, shown
from assess.terminal.fullscreen.lists import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from assess.interview.agenda import Agenda, Place
    from assess.interview.conversation import Conversation

Found = Command | Action


def questions(conversation: Conversation) -> Callable[[str], list[Entry[Found]]]:
    """Return what finds questions by their number, id or words; all of them for no words."""
    return lambda words: [
        Entry(f"{place.label} ", f"{place.question.title} [{place.id}]", Go(place.id))
        for place in _places(conversation.agenda, clean(words))
    ]


def everything(conversation: Conversation) -> Callable[[str], list[Entry[Found]]]:
    """Return what finds actions by their words, and then questions."""
    places = questions(conversation)

    def find(words: str) -> list[Entry[Found]]:
        wanted = [fold(wording).split() for wording in wordings(clean(words))]
        fit = [a for a in ACTIONS if any(_has(_(a.says), every) for every in wanted)]
        actions: list[Entry[Found]] = [Entry(f"{shown(a.keys[0])} ", _(a.says), a) for a in fit]
        return [*actions, *places(words)]

    return find


def _places(agenda: Agenda, words: str) -> tuple[Place, ...]:
    if not words:
        return agenda.places
    for wording in wordings(words):
        exact = agenda.question(wording)
        if places := (exact,) if exact else agenda.candidates(wording):
            return places
    return ()


def _has(text: str, words: list[str]) -> bool:
    return all(word in fold(text) for word in words)

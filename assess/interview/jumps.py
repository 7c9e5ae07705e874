"""Jumping to a question that somebody names somehow, and searching for questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.interview.agenda import wordings
from assess.interview.conversation import Conversation, Turn
from assess.interview.text import clean
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from assess.interview.agenda import Place


def went(conversation: Conversation, where: str) -> Turn:
    """Return the turn to the question or dimension that *where* names; a list for several."""
    for wording in wordings(clean(where)):
        if places := _destinations(conversation, wording):
            if len(places) > 1:
                message = n_("{n} question fits.", "{n} questions fit; which one?", len(places))
                return Turn(conversation, message=message, show="matches", matches=places)
            return Turn(conversation.moved_to(places[0].id), show="question")
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


def found(conversation: Conversation, words: str) -> Turn:
    """Return the turn that lists the questions which contain *words*."""
    for wording in wordings(clean(words)):
        if places := conversation.agenda.search(wording):
            message = n_(
                "{n} question contains {words}:",
                "{n} questions contain {words}:",
                len(places),
                words=_brief(wording),
            )
            return Turn(conversation, message=message, show="matches", matches=places)
    return Turn(conversation, message=_("No question contains {words}.", words=_brief(words)))


def _brief(text: str) -> str:
    line = " ".join(clean(text).split())
    return f"`{line[:40]}…`" if len(line) > 40 else f"`{line}`"  # noqa: PLR2004 - half a line

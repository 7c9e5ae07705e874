"""The pages that are read above a question, in the words of line mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import N_, _
from assess.terminal import pages
from assess.terminal.fullscreen import keys
from assess.terminal.fullscreen.dialogs import Page
from assess.terminal.fullscreen.text import Lines
from assess.terminal.layout import rows
from assess.terminal.standing import scores_so_far

if TYPE_CHECKING:
    from assess.interview.conversation import Turn
    from assess.terminal.desk import Desk

PAGES: Final = {
    "hints": N_("Whom to ask, and what evidence to look for"),
    "why": N_("Why this question matters, and how to choose a level"),
    "progress": N_("Progress by dimension"),
    "score": N_("The scores so far"),
    "help": N_("Help"),
}
"""The title of each page."""


def page(turn: Turn, desk: Desk) -> Page:
    """Return the page that the turn shows."""
    return Page(_(PAGES[turn.show]), _text(turn, desk))


def _text(turn: Turn, desk: Desk) -> Lines:
    conversation = turn.conversation
    place = conversation.place or conversation.agenda.places[-1]
    match turn.show:
        case "hints":
            return Lines(lambda width: pages.hints(place, width))
        case "why":
            return Lines(lambda width: pages.why(place, width))
        case "progress":
            return Lines(lambda width: pages.progress(conversation, width))
        case "score":
            told = [*scores_so_far(desk.evaluate(conversation.interview))]
            return Lines(lambda width: pages.filled(told, width))
        case _:
            known = keys.table(len(place.questionnaire.scale))
            return Lines(lambda width: f"{desk.opening}\n\n{rows(known, width)}".strip())

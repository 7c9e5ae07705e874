"""The slides of what was agreed, and how the questions moved that it aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.report.slides.grids import Cell, Column, Row
from assess.report.slides.paragraphs import BAD, GOOD, SOFT
from assess.report.slides.tables import add_pages

if TYPE_CHECKING:
    from assess.report.agreed import Agreed
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck

TONES: Final = {"up": GOOD, "down": BAD, "same": SOFT}


def add_agreed(deck: Deck, section: Section) -> None:
    """Add every agreed action with what was shown for it, which the notes say in full."""
    columns = [
        Column(_("Action"), share=3),
        Column(_("Agreed in"), widest=90),
        Column(_("Owner"), widest=130),
        Column(_("Due"), widest=120),
        Column(_("Status"), widest=110),
        Column(_("Question"), share=2),
    ]
    add_pages(
        deck,
        section,
        columns,
        [_row(action) for action in deck.report.agreed],
        remark=_("What stands beside an action is no proof that the action caused it."),
        sizes=(13, 12, 11),
    )


def _row(action: Agreed) -> Row:
    moved = " ".join(filter(None, (action.level, action.moved.words)))
    cells = (
        Cell(action.action, note=action.shown),
        Cell(action.cycle),
        Cell(action.owner),
        Cell(action.due),
        Cell(action.status.words, bold=True, colour=TONES[action.status.direction]),
        Cell(action.question, note=moved),
    )
    return Row(cells, said=f"{action.action}: {action.shown}" if action.shown else "")

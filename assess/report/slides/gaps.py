"""The slides of the gaps: score and target as bars, widest gap first, and the gaps beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.report.slides import plots
from assess.report.slides.bars import add_bars
from assess.report.slides.grids import Cell, Column, Grid, Row, grids
from assess.report.slides.tables import add_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.report.rows import Row as Dimension
    from assess.report.sections import Section
    from assess.report.slides.boxes import Box
    from assess.report.slides.deck import Deck, Page

KINDS: Final = ("now", "target")
SHARES: Final = (0.78, 0.22)
"""The width of the bars and of the gaps beside them."""

GAP: Final = 12.0
SIZES: Final = plots.SIZES


def add_gaps(deck: Deck, section: Section) -> None:
    """Add the bars with their gaps; where nothing can be drawn, the numbers alone."""
    report = deck.report
    chart = deck.main.columns(*SHARES, gap=GAP)[0]
    names = [row.title for row in report.rows]
    drawn = any(d.score is not None or d.target for d in report.card.dimensions)
    for number, part in enumerate(plots.split(report.rows_by_gap, names, chart), 1):
        page = deck.page(section, number=number)
        room = page.main.above(plots.height(len(part), chart.height))
        if drawn:
            _bars(deck, page, room, part, section)
        else:
            _numbers(page, page.main, part, section)
        page.remark(_note())
        page.note(map(_line, part))


def _bars(deck: Deck, page: Page, room: Box, part: Sequence[Dimension], section: Section) -> None:
    left, right = room.columns(*SHARES, gap=GAP)
    by_id = {d.id: d for d in deck.report.card.dimensions}
    series = plots.of_dimensions(deck.report, [by_id[row.id] for row in part], KINDS)
    alt = [section.headline, *map(_line, part)]
    add_bars(page.slide, left, plots.plot(deck, [row.title for row in part], series, alt))
    add_table(page.slide, right.left, right.top, _beside(part, right), alt=section.name)


def _beside(part: Sequence[Dimension], box: Box) -> Grid:
    """Return the gaps in rows that are as high as the bars beside them."""
    columns = [Column(_("Target"), share=1, number=True), Column(_("Gap"), share=1, number=True)]
    rows = [Row((Cell(row.target), Cell(row.gap, bold=True))) for row in part]
    return plots.beside(columns, rows, box)


def _numbers(page: Page, room: Box, part: Sequence[Dimension], section: Section) -> None:
    columns = [
        Column(_("Dimension"), share=1),
        Column(_("Score"), number=True),
        Column(_("Target"), number=True),
        Column(_("Gap"), number=True),
    ]
    rows = [
        Row((Cell(row.title, bold=True), Cell(row.score), Cell(row.target), Cell(row.gap)))
        for row in part
    ]
    grid = grids(columns, rows, room=room.width, high=room.height, sizes=SIZES)[0]
    add_table(page.slide, room.left, room.top, grid, alt=section.name)


def _line(row: Dimension) -> str:
    target, gap = f"{_('Target')}: {row.target}", f"{_('Gap')}: {row.gap}"
    return f"{row.title}: {row.score}. {target}. {gap}"


def _note() -> str:
    return _(
        "The target is a level. The gap is the distance from the score to that level’s "  # noqa: RUF001  an apostrophe
        "value; a score that rounds to the level has none."
    )

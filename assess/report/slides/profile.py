"""The slides of the profile: a radar, or bars where there are few dimensions, and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.report.charts.labels import lines
from assess.report.slides import plots
from assess.report.slides.bars import add_bars
from assess.report.slides.grids import Cell, Column, Row, grids
from assess.report.slides.radars import add_radar
from assess.report.slides.tables import add_pages, add_table
from assess.report.slides.words import moved_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.report.report import Report
    from assess.report.rows import Row as Dimension
    from assess.report.sections import Section
    from assess.report.slides.boxes import Box
    from assess.report.slides.deck import Deck, Page

KINDS: Final = ("now", "before", "target")
SIZES: Final = (13, 12, 11, 10)
LETTERS: Final = 15
"""How many letters of a name stand on one line at the end of a spoke."""


def add_profile(deck: Deck, section: Section) -> None:
    """Add the chart beside the table, and more slides where the table is longer than one."""
    report = deck.report
    drawn = any(d.score is not None for d in report.card.dimensions)
    shares = (0.36, 0.64) if report.numbered else (0.46, 0.54)
    left, right = deck.main.columns(*shares, gap=20) if drawn else (deck.main, deck.main)
    columns, rows = _columns(report), list(_rows(report))
    first = grids(columns, rows, room=right.width, high=right.height, sizes=SIZES)[0]
    page = deck.page(section)
    if drawn:
        _chart(deck, page, left, section)
    add_table(page.slide, right.left, right.top, first, alt=_("Profile in numbers"))
    page.remark(report.sum)
    page.note(_notes(report))
    if others := rows[len(first.rows) :]:
        alt = _("Profile in numbers")
        add_pages(deck, section, columns, others, alt=alt, remark=report.sum, first=2)


def _columns(report: Report) -> list[Column]:
    return [
        *([Column("#", number=True)] if report.numbered else []),
        Column(_("Dimension"), share=1),
        Column(_("Score"), number=True),
        *([Column(_("Change"), number=True)] if report.comparison else []),
        Column(_("Level"), widest=130),
        Column(_("Target"), number=True),
        Column(_("Coverage"), number=True),
    ]


def _rows(report: Report) -> Iterator[Row]:
    for row in report.rows:
        cells = [
            *([Cell(str(row.number))] if report.numbered else []),
            Cell(row.title, bold=True),
            Cell(row.score, bold=True),
            *([moved_cell(row.change)] if report.comparison else []),
            Cell(row.level, note=row.held),
            Cell(row.target),
            Cell(row.coverage),
        ]
        yield Row(tuple(cells))


def _chart(deck: Deck, page: Page, box: Box, section: Section) -> None:
    """Draw the profile: with fewer dimensions than a radar needs, as bars."""
    report = deck.report
    series = plots.of_dimensions(report, report.card.dimensions, KINDS)
    alt = [section.headline, *map(_line, report.rows)]
    if report.radar is None:
        shown = plots.plot(deck, [row.title for row in report.rows], series, alt)
        add_bars(page.slide, box.above(plots.height(len(report.rows), box.height)), shown)
        return
    names = [str(row.number) for row in report.rows]
    if not report.numbered:
        names = ["\n".join(lines(row.title, longest=LETTERS, most=3)) for row in report.rows]
    add_radar(page.slide, box, plots.plot(deck, names, series, alt))


def _line(row: Dimension) -> str:
    return f"{row.title}: {row.score}, {row.level}. {_('Target')}: {row.target}"


def _notes(report: Report) -> Iterator[str]:
    """Yield the sums behind the scores, and why a level is limited."""
    yield report.sum
    for chapter in report.chapters:
        yield f"{chapter.row.title}: {chapter.row.score}. {chapter.sum}".strip()
        for title, reason in chapter.warnings:
            yield f"{title} {reason}".strip()

"""Tables of PowerPoint: no fillings, one thin line under each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from assess.report.slides.grids import OVER, Cell, Column, Grid, Row, grids
from assess.report.slides.markup import described, element, found, line
from assess.report.slides.paragraphs import INK, LINE, SOFT, paragraph
from assess.report.slides.widths import BESIDE, SMALLER
from assess.report.slides.writing import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.slide import Slide
    from pptx.table import Table, _Cell

    from assess.report.sections import Section
    from assess.report.slides.deck import Deck

PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without fillings and lines."""


def add_pages(  # noqa: PLR0913  a table, and what stands around it
    deck: Deck,
    section: Section,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    alt: str = "",
    remark: str = "",
    sizes: Sequence[float] = (13, 12),
    first: int = 1,
) -> None:
    """Add a table of *rows* on as many slides as it needs; what is said of a row goes with it.

    The slides are numbered from *first* on.
    """
    room = deck.main
    for number, grid in enumerate(
        grids(columns, rows, room=room.width, high=room.height, sizes=sizes), first
    ):
        page = deck.page(section, number=number)
        add_table(page.slide, room.left, room.top, grid, alt=alt or section.name)
        page.remark(remark)
        page.note(row.said for row in grid.rows)


def add_table(slide: Slide, left: float, top: float, grid: Grid, *, alt: str) -> GraphicFrame:
    """Add *grid* as a table with a head, its upper left corner at *left* and *top*."""
    head = 1 if grid.head else 0
    place = map(Pt, (left, top, sum(grid.widths), grid.height))
    shape = slide.shapes.add_table(len(grid.rows) + head, len(grid.columns), *place)
    described(shape, alt)
    table = shape.table
    table.horz_banding, table.first_row = False, bool(head)
    found(shape.element, ".//a:tableStyleId")[0].text = PLAIN
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(width)
    heights = [grid.head] * head + [*grid.heights]
    for made, height in zip(table.rows, heights, strict=True):
        made.height = Pt(height)
    if head:
        names = [Cell(column.name, bold=True, colour=SOFT) for column in grid.columns]
        _fill(table, 0, names, grid, head=True)
    for number, row in enumerate(grid.rows, head):
        if row.heading:
            table.cell(number, 0).merge(table.cell(number, len(grid.columns) - 1))
        _fill(table, number, row.cells, grid, head=False)
    return shape


def _fill(table: Table, place: int, cells: Sequence[Cell], grid: Grid, *, head: bool) -> None:
    size = grid.size - (SMALLER if head else 0)
    for number, column in enumerate(grid.columns):
        shown = table.cell(place, number)
        _frame(shown, head=head, middle=grid.middle)
        if number < len(cells):
            align = PP_ALIGN.RIGHT if column.number and len(cells) > 1 else PP_ALIGN.LEFT
            _write(shown, cells[number], align, size)


def _write(shown: _Cell, cell: Cell, align: PP_ALIGN, size: float) -> None:
    paragraphs = [paragraph(cell.text, size, bold=cell.bold, colour=cell.colour)]
    if cell.note:
        paragraphs.append(paragraph(cell.note, size - SMALLER, colour=SOFT))
    write(shown.text_frame, paragraphs, align=align)


def _frame(shown: _Cell, *, head: bool, middle: bool) -> None:
    shown.margin_left = shown.margin_right = Pt(BESIDE)
    shown.margin_top = shown.margin_bottom = Pt(OVER)
    usual = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    shown.vertical_anchor = MSO_ANCHOR.BOTTOM if head else usual
    under = line("a:lnB", INK if head else LINE, 1 if head else 0.75)
    around = shown._tc.get_or_add_tcPr()  # noqa: SLF001  there is no public way to a cell's lines
    for place, markup in enumerate([line(f"a:ln{side}", None) for side in "LRT"] + [under]):
        around.insert(place, element(markup))

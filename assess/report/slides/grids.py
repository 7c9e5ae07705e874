"""Tables counted out beforehand: how high the rows are, and what a slide holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.report.slides import letters
from assess.report.slides.paragraphs import INK, Colour
from assess.report.slides.widths import BESIDE, SMALLER, least, natural, widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OVER: Final = 4.0
"""Room over and under the text of a cell."""

MOST_LINES: Final = 8
MOST_BELOW: Final = 4
"""Texts with more lines, and smaller ones below them, are cut."""


class Column(NamedTuple):
    """A column: its name, and its part of what is left when the others have what they need.

    Without a `share` a column is as wide as its texts, but no wider than `widest` points. Numbers
    stand at its right edge.
    """

    name: str
    share: float = 0
    widest: float = 120
    number: bool = False


class Cell(NamedTuple):
    """A text with a smaller one under it."""

    text: str
    note: str = ""
    bold: bool = False
    colour: Colour = INK


class Row(NamedTuple):
    """One cell a column; a heading has one cell across all of them.

    `said` is what the speaker's notes say of it; a `tail` stays with the row over it.
    """

    cells: tuple[Cell, ...]
    said: str = ""
    heading: bool = False
    tail: bool = False


class Grid(NamedTuple):
    """What stands on one slide, with every width and height in points; `size` is of the letters.

    A table whose columns have no names has no `head`. Where rows are higher than their texts, these
    stand in the `middle`.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    head: float
    size: float
    middle: bool = False

    @property
    def height(self) -> float:
        """How high it is with its head."""
        return self.head + sum(self.heights)

    @property
    def breaks(self) -> bool:
        """Whether a word is wider than its column."""
        at_least = least(self.columns, self.rows, self.size)
        return any(low > wide + 1 for low, wide in zip(at_least, self.widths, strict=True))

    @property
    def squeezed(self) -> bool:
        """Whether a column without a share has less than its texts need."""
        needed = natural(self.columns, self.rows, self.size)
        return any(
            not c.share and wide + 1 < min(need, c.widest)
            for c, need, wide in zip(self.columns, needed, self.widths, strict=True)
        )


def grids(
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    room: float,
    high: float,
    sizes: Sequence[float] = (12,),
) -> tuple[Grid, ...]:
    """Return the table, on as many slides as it needs.

    It has the first of *sizes* with which no word is broken, the slides are the fewest, and no
    column is squeezed. What stands under one heading is kept together where it can be.
    """
    clean = [_clean(row) for row in rows]
    wholes = [_whole(columns, clean, room, size) for size in sizes]
    sound = [whole for whole in wholes if not whole.breaks] or wholes[-1:]
    found = [(tuple(_pages(whole, high)), whole.squeezed) for whole in sound]
    return min(found, key=lambda pages: (len(pages[0]), pages[1]))[0]


def row_height(row: Row, columns: Sequence[float], size: float) -> float:
    """Return how high *row* is in *columns* of these widths."""
    return max(_cell_height(*pair, size) for pair in _placed(row, columns))


def _whole(columns: Sequence[Column], rows: Sequence[Row], room: float, size: float) -> Grid:
    wide = widths(columns, rows, room=room, size=size)
    fitting = tuple(_fitting(row, wide, size) for row in rows)
    names = Row(tuple(Cell(c.name, bold=True) for c in columns))
    return Grid(
        columns=tuple(columns),
        rows=fitting,
        widths=wide,
        heights=tuple(row_height(row, wide, size) for row in fitting),
        head=row_height(names, wide, size - SMALLER) if any(c.name for c in columns) else 0,
        size=size,
    )


def _pages(whole: Grid, high: float) -> Iterator[Grid]:
    first, used = 0, whole.head
    for place, row_high in enumerate(whole.heights):
        if place > first and used + _together(whole, place, high - whole.head) > high:
            yield _part(whole, first, place)
            first, used = place, whole.head
        used += row_high
    yield _part(whole, first, len(whole.rows))


def _together(whole: Grid, place: int, most: float) -> float:
    """Return how high the row at *place* is with all that should not be parted from it.

    That is a tail, and under a heading everything up to the next, if that fits on one slide at all.
    """
    if not _begins(whole.rows[place]):
        tail = any(row.tail for row in whole.rows[place + 1 : place + 2])
        return sum(whole.heights[place : place + (2 if tail else 1)])
    ends = [n for n in range(place + 1, len(whole.rows)) if _begins(whole.rows[n])]
    group = sum(whole.heights[place : (ends or [len(whole.rows)])[0]])
    return group if group <= most else sum(whole.heights[place : place + 2])


def _begins(row: Row) -> bool:
    return row.heading and not row.tail


def _part(whole: Grid, first: int, end: int) -> Grid:
    return whole._replace(rows=whole.rows[first:end], heights=whole.heights[first:end])


def _placed(row: Row, columns: Sequence[float]) -> Iterator[tuple[Cell, float]]:
    """Yield every cell with the width that it has for its text."""
    wide = [sum(columns)] if row.heading else columns
    for cell, width in zip(row.cells, wide, strict=True):
        yield cell, width - 2 * BESIDE


def _cell_height(cell: Cell, room: float, size: float) -> float:
    high = letters.lines(cell.text, room, size, bold=cell.bold) * size
    if cell.note:
        high += letters.lines(cell.note, room, size - SMALLER) * (size - SMALLER)
    return high * letters.LINE + 2 * OVER


def _fitting(row: Row, columns: Sequence[float], size: float) -> Row:
    cells = [_cut(cell, room, size) for cell, room in _placed(row, columns)]
    return row._replace(cells=tuple(cells))


def _cut(cell: Cell, room: float, size: float) -> Cell:
    text = letters.shortened(cell.text, room, size, most=MOST_LINES, bold=cell.bold)
    note = letters.shortened(cell.note, room, size - SMALLER, most=MOST_BELOW)
    return cell._replace(text=text, note=note)


def _clean(row: Row) -> Row:
    cells = [c._replace(text=letters.plain(c.text), note=letters.plain(c.note)) for c in row.cells]
    return row._replace(cells=tuple(cells))

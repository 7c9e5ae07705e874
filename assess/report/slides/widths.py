"""How wide the columns of a table are: no word is broken, and what is long gets what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.report.slides import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.report.slides.grids import Cell, Column, Row

BESIDE: Final = 5.0
"""Room left and right of the text of a cell."""

SMALLER: Final = 1.5
"""How much smaller the second paragraph of a cell is, and the head."""

MOST_FIXED: Final = 0.72
"""How much of a table the columns without a share may take."""


def natural(columns: Sequence[Column], rows: Sequence[Row], size: float) -> tuple[float, ...]:
    """Return how wide every column would be with its texts on one line each."""
    return tuple(
        letters.WIDEST
        * max(
            letters.width(column.name, size - SMALLER, bold=True),
            *(letters.width(cell.text, size, bold=cell.bold) for cell in cells),
            *(letters.width(cell.note, size - SMALLER) for cell in cells),
        )
        + 2 * BESIDE
        for column, cells in _by_column(columns, rows)
    )


def least(columns: Sequence[Column], rows: Sequence[Row], size: float) -> tuple[float, ...]:
    """Return how wide every column must be so that no word is broken."""
    return tuple(
        max(
            letters.longest_word(column.name, size - SMALLER, bold=True),
            *(letters.longest_word(cell.text, size, bold=cell.bold) for cell in cells),
        )
        + 2 * BESIDE
        for column, cells in _by_column(columns, rows)
    )


def widths(
    columns: Sequence[Column], rows: Sequence[Row], *, room: float, size: float
) -> tuple[float, ...]:
    """Return the widths: what the fixed columns need, squeezed where too little would be left."""
    at_least = least(columns, rows, size)
    needed = [
        0 if c.share else max(low, min(width, c.widest))
        for c, low, width in zip(columns, at_least, natural(columns, rows, size), strict=True)
    ]
    lowest = [0 if c.share else low for c, low in zip(columns, at_least, strict=True)]
    shares = sum(c.share for c in columns)
    fixed = _squeezed(needed, lowest, (MOST_FIXED if shares else 1) * room)
    left = room - sum(fixed)
    return tuple(
        left * c.share / shares if c.share else width
        for c, width in zip(columns, fixed, strict=True)
    )


def _squeezed(needed: Sequence[float], lowest: Sequence[float], most: float) -> Sequence[float]:
    """Return widths between *lowest* and *needed* that are *most* together, or less if need be."""
    over, spare = sum(needed) - most, sum(needed) - sum(lowest)
    if over <= 0:
        return needed
    if over <= spare:
        part = over / spare
        return [n - part * (n - low) for n, low in zip(needed, lowest, strict=True)]
    return [low * most / sum(lowest) for low in lowest]


def _by_column(
    columns: Sequence[Column], rows: Sequence[Row]
) -> Iterator[tuple[Column, Sequence[Cell]]]:
    """Yield every column with its cells; headings stand across all of them."""
    for place, column in enumerate(columns):
        yield column, [row.cells[place] for row in rows if not row.heading]

"""What several slides say in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.report import numbers
from assess.report.slides.grids import Cell
from assess.report.slides.paragraphs import BAD, GOOD, SOFT, Colour

if TYPE_CHECKING:
    from collections.abc import Iterable


def tone(change: numbers.Change | None) -> Colour:
    """Return the colour of a change."""
    return {"up": GOOD, "down": BAD}.get(change.direction if change else "", SOFT)


def moved_cell(change: numbers.Change | None) -> Cell:
    """Return a change as a cell of a table."""
    return Cell(numbers.marked(change), colour=tone(change))


def labelled(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return "label: text" for each pair that has a text."""
    return [f"{label}: {text}" for label, text in pairs if text]

"""The numbers of the report for its charts: unrounded, from where they were computed."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, TypeVar

from assess.model.base import exact
from assess.report.slides.bars import FOOT, HEAD, fits_one_line
from assess.report.slides.charts import Plot, Series
from assess.report.slides.grids import grids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from assess.model.scorecard import DimensionResult
    from assess.report.report import Report
    from assess.report.slides.boxes import Box
    from assess.report.slides.deck import Deck
    from assess.report.slides.grids import Column, Grid, Row

Anything = TypeVar("Anything")

NARROWEST: Final = 22.0
FOR_TWO_LINES: Final = 31.0
WIDEST: Final = 56.0
"""How high the bars of one row are together, with the room between rows."""

SIZES: Final = (13, 12, 11, 10)
"""The sizes of letters in a table beside bars."""


def levels(report: Report) -> tuple[Fraction, ...]:
    """Return the values of the levels, lowest first."""
    return tuple(exact(step.value) for step in report.card.scale)


def split(rows: Sequence[Anything], names: Sequence[str], box: Box) -> list[Sequence[Anything]]:
    """Return as many of *rows* at a time as bars with such *names* fit into *box*."""
    narrow = all(fits_one_line(name, box.width) for name in names)
    most = int((box.height - HEAD) / (NARROWEST if narrow else FOR_TWO_LINES))
    pages = -(-len(rows) // most)
    each = -(-len(rows) // pages)
    return [rows[first : first + each] for first in range(0, len(rows), each)]


def height(count: int, high: float) -> float:
    """Return how high a chart with so many rows of bars is, where *high* is the most."""
    return min(high, HEAD + count * WIDEST)


def beside(columns: Sequence[Column], rows: Sequence[Row], box: Box) -> Grid:
    """Return a table in *box* whose rows are as high as those of the bars beside it."""
    each = (box.height - HEAD - FOOT) / len(rows)
    every = [grids(columns, rows, room=box.width, high=inf, sizes=(size,))[0] for size in SIZES]
    found = next((grid for grid in every if max(grid.heights) <= each), every[-1])
    return found._replace(head=HEAD, heights=(each,) * len(rows), middle=True)


def of_dimensions(
    report: Report, dimensions: Sequence[DimensionResult], kinds: Sequence[str]
) -> tuple[Series, ...]:
    """Return the scores of *dimensions* by the *kinds* that the report has."""
    names = dict(report.legend)
    values = {kind: tuple(_value(report, d, kind) for d in dimensions) for kind in kinds}
    return tuple(Series(kind, names[kind], values[kind]) for kind in kinds if kind in names)


def plot(
    deck: Deck, categories: Sequence[str], series: Sequence[Series], alt: Sequence[str]
) -> Plot:
    """Return what a chart shows; *alt* says it in lines."""
    return Plot(
        categories=tuple(categories),
        series=tuple(series),
        levels=levels(deck.report),
        language=deck.report.language,
        accent=deck.accent,
        day=deck.day,
        alt="\n".join(alt),
    )


def _value(report: Report, dimension: DimensionResult, kind: str) -> Fraction | None:
    if kind == "target":
        return levels(report)[dimension.target - 1] if dimension.target else None
    return dimension.score if kind == "now" else _before(report).get(dimension.id)


def _before(report: Report) -> Mapping[str, Fraction | None]:
    changes = report.comparison.dimensions if report.comparison else ()
    return {change.id: change.score.before for change in changes}

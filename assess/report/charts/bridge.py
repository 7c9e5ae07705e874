"""The way from one score to another: a waterfall that lies, a row for each step.

It shows the scale from the level below the lowest score to the one above the highest, so that small
steps can be seen. Only places are drawn and no bar begins at the edge, which is not zero.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from assess.report.charts.scale import place, short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

EDGE = 3
"""The room at both ends for half of a mark, in percent of the width."""


class Stretch(NamedTuple):
    """One step, from `start` to `end` in percent of the width; `left` and `width` are its bar's."""

    start: str
    end: str
    left: str
    width: str
    rises: bool


class Waterfall(NamedTuple):
    """The places of the levels from `first` to `last`, and the steps; None where one has no score.

    `before` and `after` are the places of the scores at both ends.
    """

    first: int
    last: int
    ticks: tuple[str, ...]
    before: str
    after: str
    steps: tuple[Stretch | None, ...]


def waterfall(
    values: Sequence[Fraction], before: Fraction, scores: Sequence[Fraction | None]
) -> Waterfall:
    """Return the way from *before* through *scores* on the scale with these level *values*.

    A step after one without a score begins where the last score was.
    """
    places = [place(values, score) for score in (before, *scores) if score is not None]
    first = min(floor(min(places)), len(values) - 1)
    last = max(ceil(max(places)), first + 1)

    def at(where: Fraction | int) -> float:
        return EDGE + (100 - 2 * EDGE) * float(where - first) / (last - first)

    way = list(map(at, places))
    drawn = iter(_stretch(start, end) for start, end in pairwise(way))
    return Waterfall(
        first=first,
        last=last,
        ticks=tuple(short(at(level)) for level in range(first, last + 1)),
        before=short(way[0]),
        after=short(way[-1]),
        steps=tuple(None if score is None else next(drawn) for score in scores),
    )


def _stretch(start: float, end: float) -> Stretch:
    wide = abs(end - start)
    return Stretch(short(start), short(end), short(min(start, end)), short(wide), end > start)

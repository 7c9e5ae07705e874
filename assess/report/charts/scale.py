"""Places on a scale whose levels are equally wide: ladders and dumbbells.

The value of level k lies in the middle of the k-th of n equal cells, and half way between two
values lies the border of their cells; so the cell under a score is the level that it rounds to,
also where the values of a scale are unevenly spaced.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Dumbbell(NamedTuple):
    """Where the marks of one row lie, in percent of its width; None where there is no mark.

    `gap` says whether the score alone stays below the level of the target.
    """

    ticks: tuple[str, ...]
    now: str | None
    before: str | None
    target: str | None
    gap: bool


class Rung(NamedTuple):
    """One level of a ladder: where its cell begins, in percent, and what it stands for."""

    x: str
    width: str
    level: int
    name: str
    reached: bool
    current: bool
    lost: bool


class Ladder(NamedTuple):
    """The levels with the marks of the overall score; `lost` rungs were taken by a limit."""

    rungs: tuple[Rung, ...]
    marks: Dumbbell


def place(values: Sequence[Fraction], value: Fraction) -> Fraction:
    """Return where *value* stands among rising *values*: 1 at the first, n at the last."""
    if value <= values[0]:
        return Fraction(1)
    for number, (low, high) in enumerate(pairwise(values), 1):
        if value <= high:
            return number + (value - low) / (high - low)
    return Fraction(len(values))


def percent(where: Fraction, levels: int) -> str:
    """Return the *where*-th place of *levels* in percent of the width, with one digit."""
    return short(100 * float(where - Fraction(1, 2)) / levels)


def short(number: float) -> str:
    """Return a coordinate with at most one digit after the point."""
    return f"{number:.1f}".removesuffix(".0")


def dumbbell(
    values: Sequence[Fraction],
    *,
    now: Fraction | None,
    before: Fraction | None = None,
    target: Fraction | None = None,
) -> Dumbbell:
    """Return the marks of one row on the scale with these level *values*."""

    def at(value: Fraction | None) -> str | None:
        return None if value is None else percent(place(values, value), len(values))

    ticks = tuple(percent(Fraction(level), len(values)) for level in range(1, len(values) + 1))
    gap = (
        now is not None
        and target is not None
        and place(values, now) < place(values, target) - Fraction(1, 2)
    )
    return Dumbbell(ticks, at(now), at(before), at(target), gap)


def ladder(
    names: Sequence[str], marks: Dumbbell, *, level: int | None, unlimited: int | None
) -> Ladder:
    """Return the rungs up to *level*, and those that a limit took away up to *unlimited*."""
    top = level or 0
    width = 100 / len(names)
    rungs = tuple(
        Rung(
            x=short(width * number),
            width=short(width),
            level=number + 1,
            name=name,
            reached=number < top,
            current=number + 1 == top,
            lost=top > 0 and top <= number < (unlimited or 0),
        )
        for number, name in enumerate(names)
    )
    return Ladder(rungs, marks)

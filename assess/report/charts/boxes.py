"""How scores are spread: a box from quartile to quartile, its whiskers to the ends, its median."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.report.charts.scale import percent, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from assess.model.portfolio import Spread

MOST_DOTS: Final = 60
"""More scores than this are not drawn one by one."""


class Box(NamedTuple):
    """Where everything lies, in percent of the width; `dots` are the single scores."""

    ticks: tuple[str, ...]
    lowest: str
    lower: str
    median: str
    upper: str
    highest: str
    width: str
    dots: tuple[str, ...]


def box(values: Sequence[Fraction], spread: Spread, scores: Iterable[Fraction]) -> Box:
    """Return the box of *spread* on the scale with these level *values*; see `scale`."""
    levels = len(values)

    def at(value: Fraction) -> str:
        return percent(place(values, value), levels)

    own = sorted(scores)
    lower, upper = at(spread.lower), at(spread.upper)
    return Box(
        ticks=tuple(at(value) for value in values),
        lowest=at(spread.lowest),
        lower=lower,
        median=at(spread.median),
        upper=upper,
        highest=at(spread.highest),
        width=f"{float(upper) - float(lower):.1f}".removesuffix(".0"),
        dots=tuple(dict.fromkeys(map(at, own))) if len(own) <= MOST_DOTS else (),
    )

"""Coverage, weighted means and levels, all in exact fractions; rounding once, for people."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pair = tuple[Fraction | None, Fraction]
"""A value, None where there is none, and its weight (above 0)."""

_HALF = Fraction(1, 2)


def weighted_mean(pairs: Iterable[Pair]) -> Fraction | None:
    """Return Σ w·v / Σ w over the pairs that have a value; None where none has (rule R1)."""
    known = [(value, weight) for value, weight in pairs if value is not None]
    if not known:
        return None
    products = (
        (value.numerator * weight.numerator, value.denominator * weight.denominator)
        for value, weight in known
    )
    return _sum(products) / _sum(weight.as_integer_ratio() for _, weight in known)


def share(pairs: Iterable[Pair]) -> Fraction | None:
    """Return the part of the weight that has a value, 0 to 1; None where there is no weight."""
    weights = [(value is not None, weight.as_integer_ratio()) for value, weight in pairs]
    every = _sum(weight for _known, weight in weights)
    return _sum(weight for known, weight in weights if known) / every if every else None


def _sum(ratios: Iterable[tuple[int, int]]) -> Fraction:
    """Return the sum of numerators over denominators, made a fraction once: most are whole."""
    above, below = 0, 1
    for number, part in ratios:
        if part == below:
            above += number
        else:
            above, below = above * part + number * below, below * part
    return Fraction(above, below)


def nearest_level(score: Fraction, values: Sequence[Fraction]) -> int:
    """Return the place (from 1) of the value nearest to *score*, ties upward (rule R1).

    On the values 1 to 5 this is floor(score + 1/2). *values* rise strictly.
    """
    return max(
        range(1, len(values) + 1), key=lambda place: (-abs(values[place - 1] - score), place)
    )


def rounded(value: Fraction, digits: int = 1) -> Decimal:
    """Return *value* for people: half up by magnitude, so that 2.25 is 2.3 and -2.25 is -2.3."""
    magnitude = (abs(value) * 10**digits + _HALF).__floor__()
    return Decimal(f"{-magnitude if value < 0 else magnitude}e{-digits}")

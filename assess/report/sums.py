"""How a score is made, as a sum that can be followed: "(4 + 3 + 5) ÷ 3 = 4"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.base import exact
from assess.report import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.scorecard import DimensionResult, Scorecard

TIMES = " \N{MULTIPLICATION SIGN} "


def of_dimension(dimension: DimensionResult) -> str:
    """Return how the answers make the score; empty where there is none, or one answer."""
    terms = [
        (exact(question.value), exact(question.weight))
        for question in dimension.questions
        if question.value is not None
    ]
    return _("Score: {sum}", sum=_sum(terms)) if len(terms) > 1 else ""


def of_whole(card: Scorecard) -> str:
    """Return how the dimensions make the overall score; empty where fewer than two do."""
    terms = [
        (dimension.score, exact(dimension.weight))
        for dimension in card.dimensions
        if dimension.score is not None and not dimension.provisional
    ]
    return _("Overall score: {sum}", sum=_sum(terms)) if len(terms) > 1 else ""


def _sum(terms: Sequence[tuple[Fraction, Fraction]]) -> str:
    weights = sum((weight for _value, weight in terms), Fraction(0))
    result = sum((value * weight for value, weight in terms), Fraction(0)) / weights
    added = " + ".join(_term(value, weight) for value, weight in terms)
    exactly = all((100 * value).denominator == 1 for value in (result, *(v for v, _w in terms)))
    sign = "=" if exactly else "\N{ALMOST EQUAL TO}"
    return f"({added}) ÷ {numbers.factor(weights)} {sign} {numbers.factor(result)}"


def _term(value: Fraction, weight: Fraction) -> str:
    shown = numbers.factor(value)
    if value < 0:
        shown = f"({shown})"
    return shown if weight == 1 else TIMES.join((numbers.factor(weight), shown))

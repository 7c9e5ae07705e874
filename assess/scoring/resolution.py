"""How finely a score can tell: what one answer, one level better or worse, makes of it.

A change that a single answer would have made is within this margin, and no rise or fall.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assess.model.base import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from assess.model.scorecard import DimensionResult, Step


def widest_step(scale: Sequence[Step]) -> Fraction:
    """Return the largest distance between the values of two neighbouring levels."""
    values = [exact(step.value) for step in scale]
    return max(high - low for low, high in pairwise(values))


def of_weights(weights: Iterable[Fraction], step: Fraction) -> Fraction | None:
    """Return max(w) / Σ w, times *step*; None without any weight."""
    known = list(weights)
    return step * max(known) / sum(known) if known else None


def of_dimension(dimension: DimensionResult, step: Fraction) -> Fraction | None:
    """Return what one answer moves the score of *dimension* by, at most."""
    rated = (q for q in dimension.questions if q.value is not None)
    return of_weights((exact(question.weight) for question in rated), step)


def of_whole(dimensions: Iterable[DimensionResult], step: Fraction) -> Fraction | None:
    """Return what one answer moves the overall score by, at most: over all rated dimensions."""
    shares = [
        (exact(dimension.weight), of_dimension(dimension, step))
        for dimension in dimensions
        if not dimension.provisional
    ]
    return of_parts(shares)


def of_parts(parts: Sequence[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Return the largest of what one answer moves the mean of *parts* by.

    A part has its weight and what one answer moves it by; one without that does not enter the mean.
    """
    known = [(weight, moved) for weight, moved in parts if moved is not None]
    total = sum(weight for weight, _moved in known)
    return max((weight * moved / total for weight, moved in known), default=None)

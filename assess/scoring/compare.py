"""Two assessments of one questionnaire: what changed, and what only looks changed.

Only questions whose fingerprint is the same and which have a level on both sides (R11) enter the
like-for-like score; every other question is listed with the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.base import exact
from assess.model.comparison import (
    Comparison,
    Delta,
    DimensionChange,
    LikeForLike,
    QuestionChange,
    Side,
)
from assess.scoring import resolution
from assess.scoring.bridge import bridge, state_of
from assess.scoring.joining import renamed, year
from assess.scoring.means import weighted_mean
from assess.scoring.movements import COMPARABLE, changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from assess.model.assessment import Assessment
    from assess.model.scorecard import DimensionResult, Scorecard
    from assess.scoring.bridge import State
    from assess.scoring.joining import Year


@dataclass(frozen=True)
class _Both:
    """Both sides with what happened to each question."""

    old: Year
    new: Year
    changes: tuple[QuestionChange, ...]


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Return what changed from *before* to *after*.

    Raises:
        AssessError: They answer different questionnaires.

    """
    if before.core.id != after.core.id:
        raise AssessError(
            _(
                "These assessments answer different questionnaires, {one} and {other}; only "
                "answers to the same questions can be compared.",
                one=before.core.id,
                other=after.core.id,
            )
        )
    names = renamed(before.as_asked, after.as_asked)
    old, new = year(before), year(after, names)
    both = _Both(old, new, tuple(changes(old, new)))
    dimensions = tuple(_dimensions(_by_id(old.card.dimensions), _by_id(new.card.dimensions), both))
    weights = {d.id: exact(d.weight) for d in (*old.card.dimensions, *new.card.dimensions)}
    return Comparison(
        before=_side(old.card),
        after=_side(new.card),
        overall=_delta(
            old.card.overall.score,
            new.card.overall.score,
            *(resolution.of_whole(year.card.dimensions, year.step) for year in (old, new)),
        ),
        like_for_like=_overall_like_for_like(dimensions, weights),
        before_level=old.card.overall.level,
        after_level=new.card.overall.level,
        bridge=bridge(_state(before, old), _state(after, new), both.changes),
        dimensions=dimensions,
        companions=tuple(_dimensions(_common(old, new), _common(new, old), both)),
        questions=both.changes,
    )


def _state(assessment: Assessment, year: Year) -> State:
    rated_from = exact(assessment.core.thresholds.dimension_rated)
    return state_of(year.card, rated_from, year.names)


def _by_id(dimensions: Iterable[DimensionResult]) -> dict[str, DimensionResult]:
    return {dimension.id: dimension for dimension in dimensions}


def _common(year: Year, other: Year) -> dict[str, DimensionResult]:
    """Return the companions of *year* that *other* has too."""
    return {name: d for name, d in year.companions.items() if name in other.companions}


def _dimensions(
    before: Mapping[str, DimensionResult], after: Mapping[str, DimensionResult], both: _Both
) -> Iterable[DimensionChange]:
    for name, shown in {**after, **{n: d for n, d in before.items() if n not in after}}.items():
        own = [change for change in both.changes if change.dimension == name]
        moved = Counter(change.movement for change in own)
        yield DimensionChange(
            id=name,
            title=shown.title,
            score=_score_change(before.get(name), after.get(name), both),
            like_for_like=_like_for_like(own, both.old, both.new),
            before_level=before[name].level if name in before else None,
            after_level=after[name].level if name in after else None,
            rose=moved["rose"],
            fell=moved["fell"],
            stayed=moved["stayed"],
            other=sum(n for movement, n in moved.items() if movement not in COMPARABLE),
        )


def _score_change(
    before: DimensionResult | None, after: DimensionResult | None, both: _Both
) -> Delta:
    old, new = _score(before, both.old), _score(after, both.new)
    return _delta(old[0], new[0], old[1], new[1])


def _score(
    dimension: DimensionResult | None, year: Year
) -> tuple[Fraction | None, Fraction | None]:
    """Return the score, and what one answer moves it by."""
    if dimension is None:
        return None, None
    return dimension.score, resolution.of_dimension(dimension, year.step)


def _like_for_like(changes: list[QuestionChange], old: Year, new: Year) -> LikeForLike:
    common = [new.joining(change.id) for change in changes if change.movement in COMPARABLE]
    weights = {name: exact(new.questions[name].weight) for name in common}
    margins = [resolution.of_weights(weights.values(), year.step) for year in (old, new)]
    delta = _delta(_mean(old, weights), _mean(new, weights), *margins)
    return LikeForLike(**dict(delta), questions=len(common), of=len(changes))


def _mean(year: Year, weights: Mapping[str, Fraction]) -> Fraction | None:
    values = ((year.questions[name].value, weight) for name, weight in weights.items())
    return weighted_mean((None if v is None else exact(v), weight) for v, weight in values)


def _overall_like_for_like(
    dimensions: tuple[DimensionChange, ...], weights: Mapping[str, Fraction]
) -> LikeForLike:
    sides = [(d.like_for_like, weights[d.id]) for d in dimensions]
    before = weighted_mean((side.before, weight) for side, weight in sides)
    after = weighted_mean((side.after, weight) for side, weight in sides)
    margin = resolution.of_parts([(weight, side.margin) for side, weight in sides])
    return LikeForLike(
        **dict(_delta(before, after, margin)),
        questions=sum(side.questions for side, _ in sides),
        of=sum(side.of for side, _ in sides),
    )


def _delta(before: Fraction | None, after: Fraction | None, *margins: Fraction | None) -> Delta:
    change = None if before is None or after is None else after - before
    margin = max((m for m in margins if m is not None), default=None)
    return Delta(before=before, after=after, change=change, margin=margin)


def _side(card: Scorecard) -> Side:
    return Side(
        organisation=card.organisation,
        unit=card.unit,
        cycle=card.cycle,
        date=card.date,
        questionnaire=card.questionnaires[0],
        answers_fingerprint=card.answers_fingerprint,
    )

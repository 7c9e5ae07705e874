"""Two assessments of one questionnaire: what changed, and what only looks changed.

Only questions whose fingerprint is the same and which have a level on both sides (R11) enter the
like-for-like score; every other question is listed with the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.language.messages import N_, _
from assess.model.base import exact
from assess.model.comparison import (
    Comparison,
    Delta,
    DimensionChange,
    LikeForLike,
    Movement,
    QuestionChange,
    Side,
)
from assess.scoring import resolution
from assess.scoring.evaluate import evaluate
from assess.scoring.means import weighted_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from assess.model.assessment import Assessment, State
    from assess.model.scorecard import DimensionResult, QuestionResult, Scorecard

COMPARABLE: frozenset[Movement] = frozenset({"rose", "fell", "stayed"})
"""The movements of questions that enter the like-for-like score."""

REASONS: dict[Movement, str] = {
    "became-not-applicable": N_("not applicable any more"),
    "became-applicable": N_("not applicable before"),
    "lost-answer": N_("has no level any more"),
    "gained-answer": N_("had no level before"),
    "open": N_("has no level on either side"),
    "question-changed": N_("the question or its levels mean something else now"),
    "new-question": N_("was not asked before"),
    "question-gone": N_("is not asked any more"),
}
"""Why a question is not comparable."""


@dataclass(frozen=True)
class _Year:
    """One side: its scorecard, its questions by id, and their fingerprints."""

    card: Scorecard
    step: Fraction
    questions: Mapping[str, QuestionResult]
    prints: Mapping[str, str]


@dataclass(frozen=True)
class _Both:
    """Both sides with what happened to each question."""

    old: _Year
    new: _Year
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
    old, new = _year(before), _year(after)
    changes = tuple(_changes(old, new))
    both = _Both(old, new, changes)
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
        dimensions=dimensions,
        companions=tuple(_dimensions(*_common_companions(old, new), both)),
        questions=changes,
    )


def _year(assessment: Assessment) -> _Year:
    card = evaluate(assessment)
    return _Year(
        card=card,
        step=resolution.widest_step(card.scale),
        questions={q.id: q for d in card.every_dimension for q in d.questions},
        prints={n: p for asked in assessment.as_asked for n, p in asked.fingerprints.items()},
    )


def _changes(old: _Year, new: _Year) -> Iterable[QuestionChange]:
    """Yield every question: the later ones in their order, then those that are gone.

    Of companions only those count that both sides have.
    """
    companions = _common_companions(old, new)
    for year, own in ((new, companions[1]), (old, companions[0])):
        for dimension in (*year.card.dimensions, *own.values()):
            for question in dimension.questions:
                if year is new or question.id not in new.questions:
                    yield _change(question, dimension.id, old, new)


def _by_id(dimensions: Iterable[DimensionResult]) -> dict[str, DimensionResult]:
    return {dimension.id: dimension for dimension in dimensions}


def _common_companions(
    old: _Year, new: _Year
) -> tuple[dict[str, DimensionResult], dict[str, DimensionResult]]:
    before, after = _by_id(old.card.companions), _by_id(new.card.companions)
    both = [name for name in after if name in before]
    return {name: before[name] for name in both}, {name: after[name] for name in both}


def _change(question: QuestionResult, dimension: str, old: _Year, new: _Year) -> QuestionChange:
    before, after = old.questions.get(question.id), new.questions.get(question.id)
    movement = _movement(question.id, old, new)
    return QuestionChange(
        id=question.id,
        title=question.title,
        dimension=dimension,
        movement=movement,
        before_state=before.state if before else None,
        after_state=after.state if after else None,
        before=before.level if before else None,
        after=after.level if after else None,
        reason=_(REASONS[movement]) if movement in REASONS else "",
    )


def _movement(name: str, old: _Year, new: _Year) -> Movement:
    if name not in old.questions:
        return "new-question"
    if name not in new.questions:
        return "question-gone"
    if old.prints[name] != new.prints[name]:
        return "question-changed"
    before, after = old.questions[name], new.questions[name]
    if before.level is not None and after.level is not None:
        return _direction(before.level, after.level)
    return _without_level(before.state, after.state)


def _direction(before: int, after: int) -> Movement:
    if before == after:
        return "stayed"
    return "rose" if after > before else "fell"


def _without_level(before: State, after: State) -> Movement:
    """Return what happened to a question that lacks a level on at least one side."""
    if before != after:
        if after == "not-applicable":
            return "became-not-applicable"
        if before == "not-applicable":
            return "became-applicable"
    if before == "level":
        return "lost-answer"
    return "gained-answer" if after == "level" else "open"


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
    dimension: DimensionResult | None, year: _Year
) -> tuple[Fraction | None, Fraction | None]:
    """Return the score, and what one answer moves it by."""
    if dimension is None:
        return None, None
    return dimension.score, resolution.of_dimension(dimension, year.step)


def _like_for_like(changes: list[QuestionChange], old: _Year, new: _Year) -> LikeForLike:
    common = [change.id for change in changes if change.movement in COMPARABLE]
    weights = {name: exact(new.questions[name].weight) for name in common}
    margins = [resolution.of_weights(weights.values(), year.step) for year in (old, new)]
    delta = _delta(_mean(old, weights), _mean(new, weights), *margins)
    return LikeForLike(**dict(delta), questions=len(common), of=len(changes))


def _mean(year: _Year, weights: Mapping[str, Fraction]) -> Fraction | None:
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

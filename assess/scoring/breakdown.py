"""Scores, levels and coverage broken down: weights, exclusions, limits and rounding."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.model.base import exact
from assess.model.explanation import Explanation
from assess.model.scorecard import OverallResult
from assess.scoring.wording import (
    answer_in_words,
    exact_or_none,
    plain,
    score_in_words,
    share_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.base import Number
    from assess.model.scorecard import (
        DimensionResult,
        QuestionResult,
        Result,
        Scorecard,
        SectionResult,
    )


def explain_overall(card: Scorecard) -> Explanation:
    """Return how the overall score, level, coverage and evidenced score came about."""
    result = card.overall
    proven = tuple(
        _weighted(d.title, d.evidenced_score, d.weight)
        for d in card.dimensions
        if not d.provisional
    )
    return Explanation(
        label="Overall",
        text=_headline(result, card),
        value=result.score,
        parts=(
            _level(result, card),
            _overall_score(card),
            _coverage(result),
            _evidenced(result, proven),
        ),
    )


def explain_dimension(dimension: DimensionResult, card: Scorecard) -> Explanation:
    """Return the same for *dimension* of *card*, down to its answers, with sections and gap."""
    unproven = tuple(
        Explanation(label=q.id, text=_unproven(q), value=exact_or_none(q.counted))
        for q in dimension.questions
        if q.counted != q.value
    )
    return Explanation(
        label=dimension.title,
        text=_headline(dimension, card),
        value=dimension.score,
        parts=(
            _level(dimension, card),
            _dimension_score(dimension),
            _coverage(dimension),
            _evidenced(dimension, unproven),
            *(_section(section) for section in dimension.sections),
            *_gap(dimension, card),
        ),
    )


def _overall_score(card: Scorecard) -> Explanation:
    rated = [d for d in card.dimensions if not d.provisional]
    left_out = [d for d in card.dimensions if d.provisional]
    mean = f"mean of {len(rated)} of {len(card.dimensions)} dimensions by weight"
    return Explanation(
        label="score",
        text=_mean(card.overall.score, mean, [d.weight for d in rated]),
        value=card.overall.score,
        parts=(
            *(_weighted(d.title, d.score, d.weight, d.weight_because) for d in rated),
            *(Explanation(label=d.title, text=_why_not_rated(d)) for d in left_out),
        ),
    )


def _dimension_score(dimension: DimensionResult) -> Explanation:
    answered = [q for q in dimension.questions if q.value is not None]
    left_out = [q for q in dimension.questions if q.value is None]
    weights = [q.weight for q in answered]
    return Explanation(
        label="score",
        text=_mean(dimension.score, "mean of the answers by weight", weights),
        value=dimension.score,
        parts=(
            *(_weighted(q.id, exact_or_none(q.value), q.weight, q.title) for q in answered),
            *(
                Explanation(label=q.id, text=f"left out: {answer_in_words(q)} (weight {q.weight})")
                for q in left_out
            ),
        ),
    )


def _headline(result: Result, card: Scorecard) -> str:
    if result.level is None:
        return f"score {score_in_words(result.score)}, provisional: no level"
    level = f"level {result.level} of {len(card.scale)}, {result.level_name}"
    return f"{level}; score {score_in_words(result.score)}"


def _level(result: Result, card: Scorecard) -> Explanation:
    if result.unlimited_level is None:
        return Explanation(label="level", text=f"none while provisional: {_open(result)}")
    name = card.scale[result.unlimited_level - 1].name
    nearest = f"{result.unlimited_level} ({name}): the nearest value, halves up"
    limits = tuple(
        Explanation(
            label=f"limit {limit.rule} ({limit.source})",
            text=f"not above {limit.level}: {limit.because} "
            f"Holding it down: {', '.join(limit.questions) or 'the rule itself'}.",
            value=Fraction(limit.level),
        )
        for limit in result.limits
    )
    end = f"{nearest}; limited to {result.level}" if limits else nearest
    return Explanation(label="level", text=end, value=Fraction(result.level or 0), parts=limits)


def _open(result: Result) -> str:
    """Return what keeps *result* provisional."""
    if not isinstance(result, OverallResult):
        return "too few questions have a level"
    if result.rated < result.rated_needed:
        return f"rated {result.rated} of {result.dimensions}, needed {result.rated_needed}"
    return f"a level is missing in {', '.join(result.missing)}"


def _coverage(result: Result) -> Explanation:
    states = (
        f"{result.answered} answered, {result.dont_know} don't know, "
        f"{result.unanswered} open, {result.not_applicable} not applicable"
    )
    if result.coverage is None:
        return Explanation(label="coverage", text=f"none: nothing is applicable; {states}")
    text = f"{share_in_words(result.coverage)} of the applicable weight; {states}"
    return Explanation(label="coverage", text=text, value=result.coverage)


def _evidenced(result: Result, parts: tuple[Explanation, ...]) -> Explanation:
    score = result.evidenced_score
    because = ": levels without evidence count as less" if parts else ""
    text = f"{score_in_words(score)}{because}"
    return Explanation(label="evidenced score", text=text, value=score, parts=parts)


def _unproven(question: QuestionResult) -> str:
    return f"no evidence: counts as {question.counted} instead of {question.value}"


def _section(section: SectionResult) -> Explanation:
    level = "" if section.level is None else f", level {section.level}"
    return Explanation(
        label=f"section {section.title}",
        text=f"{score_in_words(section.score)}{level}",
        value=section.score,
    )


def _gap(dimension: DimensionResult, card: Scorecard) -> Iterator[Explanation]:
    if dimension.target is not None and dimension.gap is not None:
        name = card.scale[dimension.target - 1].name
        away = f"{score_in_words(dimension.gap)} away" if dimension.gap else _reached(dimension)
        text = f"target {dimension.target} ({name}), {away}"
        yield Explanation(label="gap", text=text, value=dimension.gap)


def _reached(dimension: DimensionResult) -> str:
    if dimension.target_reached:
        return "reached"
    held = "provisional" if dimension.level is None else f"held at level {dimension.level}"
    return f"reached by score, {held}"


def _mean(score: Fraction | None, what: str, weights: Iterable[Number]) -> str:
    if score is None:
        return "none: nothing to take the mean of"
    total = sum((exact(weight) for weight in weights), Fraction(0))
    return f"{score_in_words(score)}: {what}, divided by the sum of weights {plain(total)}"


def _weighted(label: str, value: Fraction | None, weight: Number, note: str = "") -> Explanation:
    shown = "none" if value is None else plain(value)
    text = f"{shown} x {weight}{f'  {note}' if note else ''}"
    return Explanation(label=label, text=text, value=value)


def _why_not_rated(dimension: DimensionResult) -> str:
    if dimension.coverage is None:
        return "left out: nothing is applicable"
    return f"left out: {share_in_words(dimension.coverage)} answered is too little"

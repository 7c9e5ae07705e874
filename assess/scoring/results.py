"""Scores, levels and coverage of the dimensions and of the whole (R1, R2, R6, R10, R11, R12)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict

from assess.model.base import exact
from assess.model.scorecard import (
    DimensionResult,
    OverallResult,
    QuestionResult,
    SectionResult,
)
from assess.scoring.limits import binding_limits, lowest
from assess.scoring.means import nearest_level, share, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.model.assessment import Assessment
    from assess.model.questionnaire import Dimension, Question, Section
    from assess.scoring.conditions import Judge
    from assess.scoring.sheet import Sheet


def dimension_results(
    assessment: Assessment, sheet: Sheet, judge: Judge, discredited: Mapping[str, str]
) -> tuple[DimensionResult, ...]:
    """Return every dimension, in the order of the questionnaire.

    A limit on one dimension that follows another one's level uses the level by score alone.
    """
    levels = {d.id: _unlimited_level(d, sheet) for d in sheet.questionnaire.dimensions}
    basis = _Basis(assessment, sheet, judge, levels, discredited)
    return tuple(_dimension(dimension, basis) for dimension in sheet.questionnaire.dimensions)


def overall_result(
    dimensions: tuple[DimensionResult, ...], sheet: Sheet, judge: Judge
) -> OverallResult:
    """Return the whole: the mean of the rated dimensions' scores by dimension weight (R2).

    It is provisional, without a level, while too few dimensions are rated or something that is
    required for it has no level (R10).
    """
    rated = [d for d in dimensions if not d.provisional]
    needed = sheet.questionnaire.thresholds.overall_rated or len(dimensions) // 2 + 1
    missing = _missing(dimensions, needed, sheet)
    score = weighted_mean((d.score, exact(d.weight)) for d in rated)
    unlimited = nearest_level(score, sheet.values) if score is not None and not missing else None
    limits = binding_limits("overall", unlimited, {d.id: d.level for d in dimensions}, sheet, judge)
    level = lowest(unlimited, limits)
    return OverallResult.model_construct(
        score=score,
        level=level,
        level_name=_level_name(level, sheet),
        coverage=share(sheet.pairs(sheet.questionnaire.questions.values())),
        provisional=level is None,
        evidenced_score=weighted_mean((d.evidenced_score, exact(d.weight)) for d in rated),
        limits=limits,
        unlimited_level=unlimited,
        **_counts(q for d in dimensions for q in d.questions),
        rated=len(rated),
        rated_needed=needed,
        dimensions=len(dimensions),
        missing=missing,
    )


def _unlimited_level(dimension: Dimension, sheet: Sheet) -> int | None:
    pairs = sheet.pairs(dimension.questions)
    score, coverage = weighted_mean(pairs), share(pairs)
    rated = exact(sheet.questionnaire.thresholds.dimension_rated)
    if score is None or coverage is None or coverage < rated:
        return None
    return nearest_level(score, sheet.values)


@dataclass(frozen=True)
class _Basis:
    """What every dimension is judged by; `levels` are by score alone."""

    assessment: Assessment
    sheet: Sheet
    judge: Judge
    levels: Mapping[str, int | None]
    discredited: Mapping[str, str]


def _dimension(dimension: Dimension, basis: _Basis) -> DimensionResult:
    sheet, assessment = basis.sheet, basis.assessment
    pairs = sheet.pairs(dimension.questions)
    score, unlimited = weighted_mean(pairs), basis.levels[dimension.id]
    limits = binding_limits(dimension.id, unlimited, basis.levels, sheet, basis.judge)
    level = lowest(unlimited, limits)
    target = assessment.targets.get(dimension.id, sheet.questionnaire.target)
    own_weight = assessment.weights.get(dimension.id)
    questions = tuple(_question(q, sheet, basis.discredited) for q in dimension.questions)
    return DimensionResult.model_construct(
        id=dimension.id,
        title=dimension.title,
        purpose=dimension.purpose,
        weight=own_weight.weight if own_weight else dimension.weight,
        weight_because=own_weight.because if own_weight else "",
        score=score,
        level=level,
        level_name=_level_name(level, sheet),
        coverage=share(pairs),
        provisional=level is None,
        evidenced_score=weighted_mean(sheet.pairs(dimension.questions, evidenced=True)),
        limits=limits,
        unlimited_level=unlimited,
        **_counts(questions),
        target=target,
        gap=_gap(score, target, sheet),
        target_reached=None if target is None or level is None else level >= target,
        discredited_by=basis.discredited.get(dimension.id),
        sections=_sections(dimension, basis),
        questions=questions,
    )


def _gap(score: Fraction | None, target: int | None, sheet: Sheet) -> Fraction | None:
    if score is None or target is None:
        return None
    reached = nearest_level(score, sheet.values) >= target
    return Fraction(0) if reached else sheet.values[target - 1] - score


def _sections(dimension: Dimension, basis: _Basis) -> tuple[SectionResult, ...]:
    return tuple(_section(section, dimension, basis) for section in dimension.sections)


def _section(section: Section, dimension: Dimension, basis: _Basis) -> SectionResult:
    sheet, name = basis.sheet, f"{dimension.id}/{section.id}"
    unlimited = sheet.section_level(dimension, section.id)
    limits = binding_limits(name, unlimited, basis.levels, sheet, basis.judge)
    return SectionResult.model_construct(
        id=section.id,
        title=section.title,
        score=sheet.section_score(dimension, section.id),
        level=lowest(unlimited, limits),
        limits=limits,
        unlimited_level=unlimited,
    )


def _question(question: Question, sheet: Sheet, discredited: Mapping[str, str]) -> QuestionResult:
    answer = sheet.answer(question.id)
    level = answer.level
    following = question.levels[level : level + 1] if level is not None else ()
    return QuestionResult.model_construct(
        id=question.id,
        title=question.title,
        state=answer.state,
        level=level,
        value=sheet.value(question.id),
        counted=sheet.counted(question.id),
        weight=question.weight,
        section=question.section,
        text=question.question,
        level_text="" if level is None else question.levels[level - 1],
        next_level_text="".join(following),
        note=answer.note,
        evidence=answer.evidence,
        reason=answer.not_applicable or "",
        discredited_by=discredited.get(question.id),
        facts=question.facts,
    )


class _Counts(TypedDict):
    answered: int
    dont_know: int
    not_applicable: int
    unanswered: int


def _counts(questions: Iterable[QuestionResult]) -> _Counts:
    states = Counter(question.state for question in questions)
    return _Counts(
        answered=states["level"],
        dont_know=states["dont-know"],
        not_applicable=states["not-applicable"],
        unanswered=states["unanswered"],
    )


def _missing(dimensions: tuple[DimensionResult, ...], needed: int, sheet: Sheet) -> tuple[str, ...]:
    """Return the ids of what keeps the overall result provisional, in order, once each."""
    unrated = [d.id for d in dimensions if d.provisional]
    too_few = len(dimensions) - len(unrated) < needed
    required = {d.id for d in sheet.questionnaire.dimensions if d.required_for_overall}
    questions = [
        q.id
        for q in sheet.questionnaire.questions.values()
        if q.required_for_overall and sheet.level(q.id) is None
    ]
    return (*(name for name in unrated if too_few or name in required), *questions)


def _level_name(level: int | None, sheet: Sheet) -> str | None:
    return None if level is None else sheet.questionnaire.level_name(level)

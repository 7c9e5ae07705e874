"""What would raise the overall level: found by improving answers and judging again.

Limits in the way come first, then the score; at each step the answer that moves the score most is
taken one level up. The result is a way that reaches the next level, checked by the rules
themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from assess.model.base import exact
from assess.model.lift import Lift
from assess.scoring.conditions import Judge
from assess.scoring.limits import binding_limits
from assess.scoring.results import dimension_results, overall_result
from assess.scoring.sheet import only_interview, sheets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.model.assessment import Answer, Assessment
    from assess.model.scorecard import (
        BindingLimit,
        DimensionResult,
        OverallResult,
        QuestionResult,
    )
    from assess.scoring.sheet import Sheet

_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class _Standing:
    """The results under certain answers."""

    sheet: Sheet
    judge: Judge
    dimensions: tuple[DimensionResult, ...]
    overall: OverallResult

    def in_the_way(self, wanted: int) -> tuple[BindingLimit, ...]:
        """Return the limits that would keep the whole below *wanted*, whatever its score."""
        levels = {d.id: d.level for d in self.dimensions}
        return binding_limits("overall", wanted, levels, self.sheet, self.judge)


@dataclass(frozen=True)
class _Effect:
    """How much the overall score gains when one question gets one level better."""

    question: str
    gain: Fraction


def lift_of(assessment: Assessment) -> Lift | None:
    """Return what would raise the overall level of *assessment* by one.

    None where there is no level, none above it, or no way by better answers alone.
    """
    interview = only_interview(assessment)
    answers = dict(interview.answers) if interview else {}
    now = _standing(assessment, answers)
    if now.overall.level is None or now.overall.level == len(now.sheet.values):
        return None
    wanted = now.overall.level + 1
    held_by = now.in_the_way(wanted)
    taken = _way(assessment, answers, now, wanted)
    if taken is None:
        return None
    held = {name for limit in held_by for name in limit.questions}
    return Lift.model_construct(
        level=wanted,
        steps=len(taken),
        score=max(Fraction(0), _border(now.sheet, wanted) - (now.overall.score or 0)),
        held_by=held_by,
        among=sum(name in held for name in taken),
    )


def _standing(assessment: Assessment, answers: Mapping[str, Answer]) -> _Standing:
    sheets = sheets_of(assessment, answers)
    judge = Judge(sheets)
    dimensions = dimension_results(assessment, sheets[0], judge, {})
    return _Standing(sheets[0], judge, dimensions, overall_result(dimensions, sheets[0], judge))


def _way(
    assessment: Assessment, answers: dict[str, Answer], standing: _Standing, wanted: int
) -> list[str] | None:
    """Return the questions to improve, in turn, until the whole has the level *wanted*."""
    taken: list[str] = []
    while (standing.overall.level or 0) < wanted:
        step = _next(standing, wanted)
        if not step:
            return None
        for name in step:
            answers[name] = _better(answers[name], standing.sheet, name)
        taken += step
        standing = _standing(assessment, answers)
    return taken


def _next(standing: _Standing, wanted: int) -> list[str]:
    """Return one question that a limit waits for, else as many as the score lacks."""
    effects = _effects(standing)
    for limit in standing.in_the_way(wanted):
        held = [effect for effect in effects if effect.question in limit.questions]
        return [held[0].question] if held else []
    lacking = _border(standing.sheet, wanted) - (standing.overall.score or 0)
    step: list[str] = []
    for effect in effects:
        if lacking <= 0:
            break
        step.append(effect.question)
        lacking -= effect.gain
    return step


def _effects(standing: _Standing) -> list[_Effect]:
    """Return what each answer that can get better would add, the largest first."""
    rated = [d for d in standing.dimensions if not d.provisional]
    total = sum((exact(d.weight) for d in rated), Fraction(0))
    found = [
        _Effect(question.id, gain * exact(dimension.weight) / total)
        for dimension in rated
        for question, gain in _gains(dimension.questions, standing.sheet)
    ]
    return sorted(found, key=lambda effect: -effect.gain)


def _gains(
    questions: Iterable[QuestionResult], sheet: Sheet
) -> list[tuple[QuestionResult, Fraction]]:
    known = [q for q in questions if q.value is not None]
    total = sum((exact(q.weight) for q in known), Fraction(0))
    places = [sheet.values.index(exact(q.value)) for q in known if q.value is not None]
    return [
        (q, exact(q.weight) * (sheet.values[place + 1] - sheet.values[place]) / total)
        for q, place in zip(known, places, strict=True)
        if place + 1 < len(sheet.values)
    ]


def _better(answer: Answer, sheet: Sheet, question: str) -> Answer:
    """Return *answer* one level better; a reversed question counts from the other end (R16)."""
    step = -1 if sheet.questionnaire.questions[question].reversed else 1
    return answer.model_copy(update={"level": (answer.level or 0) + step})


def _border(sheet: Sheet, level: int) -> Fraction:
    """Return the lowest score whose nearest level is *level*."""
    return (sheet.values[level - 2] + sheet.values[level - 1]) * _HALF

"""Which single answers would move the overall level, a level better or worse than they are.

Every candidate is judged by the rules themselves. Only answers are tried that can make a
difference: those that carry a score over the border of a level, and those that limits look at.
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING

from assess.model.base import exact
from assess.model.stability import Mover
from assess.scoring.reach import Reach
from assess.scoring.sheet import Sheet, only_interview
from assess.scoring.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.assessment import Answer, Assessment
    from assess.model.questionnaire import Questionnaire
    from assess.model.scorecard import DimensionResult, Scorecard

    Room = Fraction | float


def movers(assessment: Assessment, card: Scorecard) -> Iterator[Mover]:
    """Yield the answers that move the overall level of *card* alone, one level better or worse.

    Nothing is yielded while the result is provisional.
    """
    interview = only_interview(assessment)
    if card.overall.level is None or interview is None:
        return
    answers = dict(interview.answers)
    for name, other in _candidates(card, answers, assessment.questionnaires):
        changed = answers[name].model_copy(update={"level": other})
        then = standing_of(assessment, {**answers, name: changed}).overall.level
        if then is not None and then != card.overall.level:
            yield Mover.model_construct(
                question=name, level=answers[name].level or 0, other=other, overall=then
            )


def _candidates(
    card: Scorecard, answers: Mapping[str, Answer], asked: tuple[Questionnaire, ...]
) -> Iterator[tuple[str, int]]:
    """Yield what may move the level, with the level that it would have."""
    reach = Reach(asked)
    crossing = set(_crossing(card, Sheet(asked[0], answers), reach.followed))
    for questionnaire in asked:
        for name in questionnaire.questions:
            level = answers[name].level if name in answers else None
            for other in _neighbours(level, len(questionnaire.scale)):
                if name in reach.watched or (name, other) in crossing:
                    yield name, other


def _neighbours(level: int | None, highest: int) -> list[int]:
    return [other for other in (level - 1, level + 1) if 1 <= other <= highest] if level else []


def _crossing(card: Scorecard, sheet: Sheet, followed: set[str]) -> Iterator[tuple[str, int]]:
    """Yield what carries the whole, or a dimension that limits have *followed*, over a border."""
    rated = [dimension for dimension in card.dimensions if not dimension.provisional]
    total = sum((exact(dimension.weight) for dimension in rated), Fraction(0))
    for dimension in rated:
        share = exact(dimension.weight) / total
        rooms = [_room(card.overall.score, sheet, share)]
        if dimension.id in followed:
            rooms.append(_room(dimension.score, sheet, Fraction(1)))
        for question, other, effect in _effects(dimension, sheet):
            if any(not low <= effect < high for low, high in rooms):
                yield question, other


def _room(score: Fraction | None, sheet: Sheet, share: Fraction) -> tuple[Room, Room]:
    """Return how far something may fall and rise of which *share* goes into *score*.

    The score stays at its level from the first on, and up to the second without it.
    """
    if score is None:
        return -inf, inf
    borders = [(low + high) / 2 - score for low, high in itertools.pairwise(sheet.values)]
    fall = max((border / share for border in borders if border <= 0), default=-inf)
    return fall, min((border / share for border in borders if border > 0), default=inf)


def _effects(dimension: DimensionResult, sheet: Sheet) -> Iterator[tuple[str, int, Fraction]]:
    """Yield each answer with its neighbouring levels, and how they would move the dimension."""
    known = [(q, q.level) for q in dimension.questions if q.level is not None]
    weight = sum((exact(q.weight) for q, _level in known), Fraction(0))
    for question, level in known:
        part = exact(question.weight) / weight
        for other in _neighbours(level, len(sheet.values)):
            yield question.id, other, part * _difference(question.id, level, other, sheet)


def _difference(question: str, level: int, other: int, sheet: Sheet) -> Fraction:
    """Return how the value changes; a reversed question counts from the other end (R16)."""
    if sheet.questionnaire.questions[question].reversed:
        return sheet.values[-other] - sheet.values[-level]
    return sheet.values[other - 1] - sheet.values[level - 1]

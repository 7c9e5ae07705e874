"""Whether priorities survive other weights, and which single answer would move the level.

Maturity rankings are fragile: in a well-known sample assessment the three lowest practices stayed
the same in only 39 of 100 plausible weightings. So each priority says how often it stays.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter
from fractions import Fraction
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from assess.model.base import exact
from assess.model.stability import Mover, Stability
from assess.scoring.sheet import only_interview
from assess.scoring.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from assess.model.assessment import Assessment
    from assess.model.rules import Condition
    from assess.model.scorecard import QuestionResult, Scorecard
    from assess.scoring.sheet import Sheet
    from assess.scoring.standing import Standing

DRAWS: Final = 1000
SEED: Final = 1
TOP: Final = 3
LEAST: Final = 0.5
"""A weighting multiplies each weight by a number from here to one more."""


def stability(assessment: Assessment, card: Scorecard) -> Stability:
    """Return how stable the priorities of *card* are, and which single answers move its level."""
    return Stability.model_construct(
        draws=DRAWS,
        seed=SEED,
        top=TOP,
        shares=shares(card),
        movers=tuple(movers(assessment)),
    )


def shares(card: Scorecard) -> Mapping[str, Fraction]:
    """Return for each action in which share of the weightings it is among the first `TOP` (R14)."""
    return {name: Fraction(sum(counts), DRAWS) for name, counts in places(card).items()}


def places(card: Scorecard) -> Mapping[str, tuple[int, ...]]:
    """Return for each action in how many weightings it is first, second, and so on to `TOP`."""
    draw = random.Random(SEED)  # noqa: S311  a fixed sequence, the same in every Python
    questions = list(dict.fromkeys(action.question for action in card.actions))
    scores = {d.id: float(d.score or 0) for d in card.every_dimension}
    urgent = [
        (bool(a.waits_for), -float(a.priority), scores[a.dimension], a.horizon_days, a)
        for a in card.actions
    ]
    found: Counter[tuple[str, int]] = Counter()
    for _ in range(DRAWS):
        weight = {name: LEAST + draw.random() for name in questions}
        keys = (
            (waits, priority * weight[action.question], score, days, place)
            for place, (waits, priority, score, days, action) in enumerate(urgent)
        )
        first = nsmallest(TOP, keys)
        found.update((urgent[key[-1]][-1].id, place) for place, key in enumerate(first))
    return {a.id: tuple(found[a.id, place] for place in range(TOP)) for a in card.actions}


def movers(assessment: Assessment) -> Iterator[Mover]:
    """Yield the answers that move the overall level alone, one level better or worse.

    Nothing is yielded while the result is provisional.
    """
    interview = only_interview(assessment)
    answers = dict(interview.answers) if interview else {}
    now = standing_of(assessment, answers)
    if now.overall.level is None:
        return
    for name, other in _candidates(now):
        changed = answers[name].model_copy(update={"level": other})
        then = standing_of(assessment, {**answers, name: changed}).overall.level
        if then is not None and then != now.overall.level:
            yield Mover.model_construct(
                question=name, level=answers[name].level or 0, other=other, overall=then
            )


def _candidates(now: Standing) -> Iterator[tuple[str, int]]:
    """Yield what may move the level: what crosses a border of a score, or is named by a limit."""
    named = _named_by_limits(now.sheet)
    rated = [dimension for dimension in now.dimensions if not dimension.provisional]
    total = sum((exact(dimension.weight) for dimension in rated), Fraction(0))
    for dimension in rated:
        share = exact(dimension.weight) / total
        for question, other, effect in _effects(dimension.questions, now.sheet):
            crosses = _crosses(now.overall.score, effect * share, now) or (
                dimension.id in named and _crosses(dimension.score, effect, now)
            )
            if crosses or question in named:
                yield question, other


def _effects(
    questions: Iterable[QuestionResult], sheet: Sheet
) -> Iterator[tuple[str, int, Fraction]]:
    """Yield each answer with its neighbouring levels, and how they would move the dimension."""
    known = [(q, q.level) for q in questions if q.level is not None]
    weight = sum((exact(q.weight) for q, _level in known), Fraction(0))
    for question, level in known:
        for other in _neighbours(level, sheet):
            change = _difference(question.id, level, other, sheet)
            yield question.id, other, exact(question.weight) * change / weight


def _neighbours(level: int, sheet: Sheet) -> list[int]:
    return [other for other in (level - 1, level + 1) if 1 <= other <= len(sheet.values)]


def _difference(question: str, level: int, other: int, sheet: Sheet) -> Fraction:
    """Return how the value changes; a reversed question counts from the other end (R16)."""
    if sheet.questionnaire.questions[question].reversed:
        return sheet.values[-other] - sheet.values[-level]
    return sheet.values[other - 1] - sheet.values[level - 1]


def _crosses(score: Fraction | None, effect: Fraction, now: Standing) -> bool:
    values = now.sheet.values
    borders = ((low + high) / 2 for low, high in itertools.pairwise(values))
    if score is None:
        return False
    return any((score >= border) != (score + effect >= border) for border in borders)


def _named_by_limits(sheet: Sheet) -> set[str]:
    """Return the questions and dimensions on which limits of the whole depend."""
    found: set[str] = set()
    for limit in sheet.questionnaire.limits:
        if limit.caps == "overall":
            found.update(limit.at.level_of)
            found.update(_named(limit.when))
    return found


def _named(condition: Condition | None) -> Iterator[str]:
    if condition is None:
        return
    yield from filter(
        None, (condition.q, condition.dim, (condition.section or "").partition("/")[0])
    )
    parts: Iterable[Condition] = (
        *(condition.all or ()),
        *(condition.any or ()),
        *(condition.of or ()),
    )
    yield from _named(condition.negated)
    for part in parts:
        yield from _named(part)

"""Several cycles in a row: each compared with the one before, and what rose and fell again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assess.model.comparison import Relapsed
from assess.model.trend import CycleResult, Trend
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.assessment import Assessment
    from assess.model.comparison import Comparison, QuestionChange
    from assess.model.scorecard import Scorecard


def trend(assessments: Sequence[Assessment]) -> Trend:
    """Return the way through *assessments*, two or more, by their dates.

    Raises:
        AssessError: They answer different questionnaires.

    """
    ordered = sorted(assessments, key=lambda one: one.date)
    cards = [evaluate(one) for one in ordered]
    steps = tuple(compare(before, after) for before, after in pairwise(ordered))
    return Trend(
        organisation=cards[-1].organisation,
        unit=cards[-1].unit,
        titles={d.id: d.title for card in cards for d in card.dimensions},
        cycles=tuple(map(_result, cards)),
        steps=steps,
        relapses=tuple(r for one, other in pairwise(steps) for r in relapses_between(one, other)),
    )


def relapses_between(rise: Comparison, fall: Comparison) -> Iterator[Relapsed]:
    """Yield the questions that rose in one step and fell in the next (R13), the widest first."""
    rose = {change.id: change for change in rise.questions if change.movement == "rose"}
    fallen = [c for c in fall.questions if c.movement == "fell" and (c.replaces or c.id) in rose]
    for change in sorted(fallen, key=_depth):
        before = rose[change.replaces or change.id]
        yield Relapsed(
            question=change.id,
            title=change.title,
            dimension=change.dimension,
            cycle=fall.before.cycle,
            levels=(before.before or 0, change.before or 0, change.after or 0),
        )


def _depth(change: QuestionChange) -> int:
    return -abs((change.after or 0) - (change.before or 0))


def _result(card: Scorecard) -> CycleResult:
    return CycleResult(
        cycle=card.cycle,
        date=card.date,
        version=card.questionnaires[0].version,
        score=card.overall.score,
        level=card.overall.level,
        coverage=card.overall.coverage,
        dimensions={dimension.id: dimension.score for dimension in card.dimensions},
    )

"""Several cycles in a row: each compared with the one before, and what rose and fell again."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from assess.model.comparison import Bridge, BridgePart, Relapsed
from assess.model.trend import CycleResult, Stage, Trend
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from assess.model.assessment import Assessment
    from assess.model.comparison import Comparison
    from assess.model.scorecard import Scorecard


def trend(assessments: Sequence[Assessment]) -> Trend:
    """Return the way through *assessments*, two or more, by their dates.

    Raises:
        AssessError: They answer different questionnaires.

    """
    ordered = sorted(assessments, key=in_time)
    cards = [evaluate(one) for one in ordered]
    steps = tuple(compare(before, after) for before, after in pairwise(ordered))
    stages = tuple(_stages(ordered, cards, steps))
    return Trend(
        organisation=cards[-1].organisation,
        unit=cards[-1].unit,
        titles={d.id: d.title for card in cards for d in card.dimensions},
        cycles=tuple(map(_result, cards)),
        steps=steps,
        stages=stages,
        bridge=_whole_way([stage.bridge for stage in stages]),
        relapses=tuple(r for one, other in pairwise(steps) for r in relapses_between(one, other)),
    )


def in_time(assessment: Assessment) -> tuple[dt.date, str]:
    """Return what orders cycles: their dates and, on one day, their names."""
    return assessment.date, assessment.cycle


def _stages(
    ordered: Sequence[Assessment], cards: Sequence[Scorecard], steps: Sequence[Comparison]
) -> Iterator[Stage]:
    """Yield the ways between cycles that have a score; across a year without one, both compared."""
    scored = [place for place, card in enumerate(cards) if card.overall.score is not None]
    for first, last in pairwise(scored):
        found = steps[first] if last == first + 1 else compare(ordered[first], ordered[last])
        yield Stage(
            before=found.before.cycle,
            after=found.after.cycle,
            like_for_like=found.like_for_like,
            bridge=found.bridge,
        )


def relapses_between(rise: Comparison, fall: Comparison) -> Iterator[Relapsed]:
    """Yield the questions that rose in one step and fell in the next (R13), the widest first."""
    rose = {change.id: change for change in rise.questions if change.movement == "rose"}
    fallen = [c for c in fall.questions if c.movement == "fell" and c.joined_as in rose]
    for change in sorted(fallen, key=lambda one: -one.distance):
        before = rose[change.joined_as]
        yield Relapsed(
            question=change.id,
            title=change.title,
            dimension=change.dimension,
            cycle=fall.before.cycle,
            levels=(before.before or 0, change.before or 0, change.after or 0),
        )


def _whole_way(bridges: Sequence[Bridge]) -> Bridge | None:
    """Return one bridge over *bridges*, each of which begins with the score that ends the last.

    There is none where there are no bridges. After each part the score is the first one with all
    changes up to there.
    """
    before = bridges[0].before if bridges else None
    if before is None:
        return None
    parts, score = [], before
    for same in zip(*(bridge.parts for bridge in bridges), strict=True):
        change = sum((part.change or Fraction(0) for part in same), Fraction(0))
        score += change
        questions = tuple(dict.fromkeys(name for part in same for name in part.questions))
        parts.append(BridgePart(kind=same[0].kind, change=change, score=score, questions=questions))
    return Bridge(before=before, after=score, change=score - before, parts=tuple(parts))


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

"""Whether priorities survive other weights, and which single answer would move the level.

Maturity rankings are fragile: in a well-known sample assessment the three lowest practices stayed
the same in only 39 of 100 plausible weightings. So each priority says how often it stays.
"""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from assess.model.stability import Stability
from assess.scoring.movers import movers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assess.model.assessment import Assessment
    from assess.model.scorecard import ProposedAction, Scorecard

DRAWS: Final = 1000
SEED: Final = 1
TOP: Final = 3
LEAST: Final = 0.5
MOST: Final = 1.5
"""A plausible weighting multiplies the weight of each question by a number between these."""


def stability(assessment: Assessment, card: Scorecard) -> Stability:
    """Return how stable the priorities of *card* are, and which single answers move its level."""
    return Stability.model_construct(
        draws=DRAWS,
        seed=SEED,
        least=LEAST,
        most=MOST,
        top=TOP,
        shares=shares(card),
        movers=tuple(movers(assessment, card)),
    )


def shares(card: Scorecard) -> Mapping[str, Fraction]:
    """Return for each action in which share of the weightings it is among the first `TOP` (R14)."""
    return {name: Fraction(sum(counts), DRAWS) for name, counts in places(card).items()}


def places(card: Scorecard) -> Mapping[str, tuple[int, ...]]:
    """Return for each action in how many weightings it is first, second, and so on to `TOP`."""
    draw = random.Random(SEED)  # noqa: S311  a fixed sequence, the same in every Python
    near = _near(card.actions)
    questions = list(dict.fromkeys(action.question for action in near))
    scores = {d.id: float(d.score or 0) for d in card.every_dimension}
    urgent = [
        (bool(a.waits_for), -float(a.priority), a.question, scores[a.dimension], a.horizon_days, n)
        for n, a in enumerate(near)
    ]
    found: Counter[tuple[str, int]] = Counter()
    for _ in range(DRAWS):
        weight = {name: LEAST + (MOST - LEAST) * draw.random() for name in questions}
        order = sorted(
            (waits, priority * weight[question], score, days, number)
            for waits, priority, question, score, days, number in urgent
        )
        found.update((near[key[-1]].id, place) for place, key in enumerate(order[:TOP]))
    return {a.id: tuple(found[a.id, place] for place in range(TOP)) for a in card.actions}


def _near(actions: Sequence[ProposedAction]) -> Sequence[ProposedAction]:
    """Return those of the *actions*, most urgent first, that are among the first in any weighting.

    They are the first ones: the others come after them whatever their weights are.
    """
    last = actions[:TOP][-1:]
    least = [(bool(a.waits_for), -LEAST * a.priority) for a in last]
    return [a for a in actions if [(bool(a.waits_for), -MOST * a.priority)] <= least]

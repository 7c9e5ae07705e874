"""Any number of a scorecard down to answers, weights, exclusions, limits and rounding."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.errors import NotFoundError
from assess.model.base import exact
from assess.model.explanation import Explanation
from assess.model.spelling import closest
from assess.scoring.breakdown import explain_dimension, explain_overall
from assess.scoring.wording import (
    answer_in_words,
    exact_or_none,
    plain,
    proof_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.scorecard import (
        DimensionResult,
        PatternResult,
        ProposedAction,
        QuestionResult,
        Scorecard,
        StrengthResult,
    )

OVERALL = "overall"

FACTORS = {
    "impact": "impact of the action, 1 to 5",
    "distance": "levels from the answer to the target, at least 1",
    "weight": "weight of the question",
    "effort": "divided by the effort",
    "limit": "the question holds a level down",
    "pattern": "first remedy of a failure pattern that is seen",
}
"""What each factor of an action's priority stands for (rule R14)."""


def explain(card: Scorecard, what: str = OVERALL) -> Explanation:
    """Return how *what* came about: `overall`, or the id of a dimension, question or action.

    Raises:
        NotFoundError: The scorecard has nothing of that name.

    """
    if what == OVERALL:
        return explain_overall(card)
    for dimension in card.dimensions:
        if dimension.id == what:
            return explain_dimension(dimension, card)
        for question in dimension.questions:
            if question.id == what:
                return _question(question, dimension, card)
    for action in card.actions:
        if action.id == what:
            return _action(action)
    raise NotFoundError("dimension, question or proposed action", what, meant=_meant(card, what))


def _meant(card: Scorecard, what: str) -> str | None:
    questions = [q.id for d in card.dimensions for q in d.questions]
    known = [OVERALL, *(d.id for d in card.dimensions), *questions, *(a.id for a in card.actions)]
    return closest(what, known)


def _question(question: QuestionResult, dimension: DimensionResult, card: Scorecard) -> Explanation:
    weights = sum(
        (exact(q.weight) for q in dimension.questions if q.value is not None), Fraction(0)
    )
    counts = f"{question.weight} of {plain(weights)} in {dimension.title}"
    parts = [
        Explanation(
            label="answer", text=answer_in_words(question), value=exact_or_none(question.value)
        )
    ]
    if question.value is not None:
        parts.append(Explanation(label="weight", text=counts, value=exact(question.weight)))
        parts.append(Explanation(label="evidence", text=proof_in_words(question)))
    parts.extend(_drives(question, card))
    return Explanation(
        label=question.title,
        text=question.text,
        value=exact_or_none(question.value),
        parts=tuple(parts),
    )


def _action(action: ProposedAction) -> Explanation:
    parts = [
        Explanation(label=FACTORS[name], text=f"x {plain(factor)}", value=factor)
        for name, factor in action.factors
    ]
    if action.waits_for:
        waits = f"level below the blocking level in {', '.join(action.waits_for)}"
        parts.append(Explanation(label="waits for", text=waits))
    if action.quick_win:
        quick = f"effort {action.effort}, impact {action.impact}, days {action.horizon_days}"
        parts.append(Explanation(label="quick win", text=quick))
    return Explanation(
        label=action.action,
        text=f"priority {plain(action.priority)}: the product of its factors",
        value=action.priority,
        parts=tuple(parts),
    )


def _drives(question: QuestionResult, card: Scorecard) -> Iterator[Explanation]:
    """Yield what the answer to *question* has a hand in."""
    for result in (card.overall, *card.dimensions):
        for limit in result.limits:
            if question.id in limit.questions:
                yield Explanation(label=f"limit {limit.rule}", text=f"holds it at {limit.level}")
    yield from _seen("pattern", card.patterns, question)
    yield from _seen("strength", card.strengths, question)
    for action in card.actions:
        if action.question == question.id:
            text = f"{action.action} (priority {plain(action.priority)})"
            yield Explanation(label=f"action {action.id}", text=text, value=action.priority)


def _seen(
    kind: str, judged: Iterable[PatternResult | StrengthResult], question: QuestionResult
) -> Iterator[Explanation]:
    for result in judged:
        if question.id in result.questions:
            yield Explanation(label=f"{kind} {result.id}", text=result.name)

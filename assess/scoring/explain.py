"""Any number of a scorecard down to answers, weights, exclusions, limits and rounding."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.errors import NotFoundError
from assess.model.base import exact
from assess.model.explanation import Explanation
from assess.model.spelling import closest
from assess.scoring.means import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.base import Number
    from assess.model.scorecard import (
        DimensionResult,
        PatternResult,
        ProposedAction,
        QuestionResult,
        Result,
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
        return _overall(card)
    for dimension in card.dimensions:
        if dimension.id == what:
            return _dimension(dimension, card)
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


def _overall(card: Scorecard) -> Explanation:
    result = card.overall
    rated = [d for d in card.dimensions if not d.provisional]
    left_out = [d for d in card.dimensions if d.provisional]
    weights = sum((exact(d.weight) for d in rated), Fraction(0))
    text = f"mean of {len(rated)} of {result.dimensions} dimensions by weight"
    score = Explanation(
        label="score",
        text=f"{_shown(result.score)}: {text}, {_by(weights)}" if rated else "none",
        value=result.score,
        parts=(
            *(_weighted(d.title, d.score, d.weight, d.weight_because) for d in rated),
            *(Explanation(label=d.title, text=_why_not_rated(d)) for d in left_out),
        ),
    )
    parts = (_level(result, card), score, _coverage(result), _evidenced(result))
    return Explanation(
        label="Overall", text=_headline(result, card), value=result.score, parts=parts
    )


def _dimension(dimension: DimensionResult, card: Scorecard) -> Explanation:
    answered = [q for q in dimension.questions if q.value is not None]
    left_out = [q for q in dimension.questions if q.value is None]
    weights = sum((exact(q.weight) for q in answered), Fraction(0))
    score = Explanation(
        label="score",
        text=f"{_shown(dimension.score)}: mean of the answers by weight, {_by(weights)}"
        if answered
        else "none: no question has a level",
        value=dimension.score,
        parts=(
            *(_weighted(q.id, _exact_or_none(q.value), q.weight, q.title) for q in answered),
            *(Explanation(label=q.id, text=f"left out: {_state(q)}") for q in left_out),
        ),
    )
    parts = (_level(dimension, card), score, _coverage(dimension), _evidenced(dimension))
    sections = tuple(
        Explanation(label=f"section {s.title}", text=f"{_shown(s.score)}, level {s.level or '-'}")
        for s in dimension.sections
    )
    return Explanation(
        label=dimension.title,
        text=_headline(dimension, card),
        value=dimension.score,
        parts=(*parts, *sections, *_gap(dimension, card)),
    )


def _question(question: QuestionResult, dimension: DimensionResult, card: Scorecard) -> Explanation:
    weights = sum(
        (exact(q.weight) for q in dimension.questions if q.value is not None), Fraction(0)
    )
    counts = f"{question.weight} of {_plain(weights)} in {dimension.title}"
    parts = [
        Explanation(label="answer", text=_state(question), value=_exact_or_none(question.value))
    ]
    if question.value is not None:
        parts.append(Explanation(label="weight", text=counts, value=exact(question.weight)))
        parts.append(Explanation(label="evidence", text=_proof(question)))
    parts.extend(_drives(question, card))
    return Explanation(
        label=question.title,
        text=question.text,
        value=_exact_or_none(question.value),
        parts=tuple(parts),
    )


def _action(action: ProposedAction) -> Explanation:
    parts = [
        Explanation(label=FACTORS[name], text=f"x {_plain(factor)}", value=factor)
        for name, factor in action.factors
    ]
    if action.waits_for:
        waits = f"level below the blocking level in {', '.join(action.waits_for)}"
        parts.append(Explanation(label="waits for", text=waits))
    if action.quick_win:
        quick = f"effort {action.effort}, impact {action.impact}, {action.horizon_days} days"
        parts.append(Explanation(label="quick win", text=quick))
    return Explanation(
        label=action.action,
        text=f"priority {_plain(action.priority)}: the product of its factors",
        value=action.priority,
        parts=tuple(parts),
    )


def _headline(result: Result, card: Scorecard) -> str:
    if result.level is None:
        return f"score {_shown(result.score)}, provisional: no level"
    steps = len(card.scale)
    return f"level {result.level} of {steps}, {result.level_name}; score {_shown(result.score)}"


def _level(result: Result, card: Scorecard) -> Explanation:
    if result.unlimited_level is None:
        missing = ", ".join(getattr(result, "missing", ())) or "too few questions have a level"
        return Explanation(label="level", text=f"none while provisional; missing: {missing}")
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


def _coverage(result: Result) -> Explanation:
    states = (
        f"{result.answered} answered, {result.dont_know} don't know, "
        f"{result.unanswered} open, {result.not_applicable} not applicable"
    )
    if result.coverage is None:
        return Explanation(label="coverage", text=f"none: nothing is applicable; {states}")
    text = f"{_percent(result.coverage)} of the applicable weight; {states}"
    return Explanation(label="coverage", text=text, value=result.coverage)


def _evidenced(result: Result) -> Explanation:
    text = f"{_shown(result.evidenced_score)}: levels without evidence count as less"
    return Explanation(label="evidenced score", text=text, value=result.evidenced_score)


def _gap(dimension: DimensionResult, card: Scorecard) -> Iterator[Explanation]:
    if dimension.target is not None:
        name = card.scale[dimension.target - 1].name
        text = f"target {dimension.target} ({name}), {_shown(dimension.gap)} away"
        yield Explanation(label="gap", text=text, value=dimension.gap)


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
            text = f"{action.action} (priority {_plain(action.priority)})"
            yield Explanation(label=f"action {action.id}", text=text, value=action.priority)


def _seen(
    kind: str, judged: Iterable[PatternResult | StrengthResult], question: QuestionResult
) -> Iterator[Explanation]:
    for result in judged:
        if question.id in result.questions:
            yield Explanation(label=f"{kind} {result.id}", text=result.name)


def _weighted(label: str, value: Fraction | None, weight: Number, note: str) -> Explanation:
    text = f"{_plain(value or Fraction(0))} x {weight}{f'  {note}' if note else ''}"
    return Explanation(label=label, text=text, value=value)


def _why_not_rated(dimension: DimensionResult) -> str:
    if dimension.coverage is None:
        return "left out: nothing is applicable"
    return f"left out: {_percent(dimension.coverage)} answered is too little"


def _state(question: QuestionResult) -> str:
    if question.state == "level":
        return f"level {question.level}: {question.level_text}"
    reason = f": {question.reason}" if question.reason else ""
    return f"{question.state.replace('-', ' ')}{reason}"


def _proof(question: QuestionResult) -> str:
    if question.evidence:
        return "; ".join(question.evidence)
    if question.counted != question.value:
        return f"none: counts as {question.counted} in the evidenced score"
    return "none; none is needed at this level"


def _by(weights: Fraction) -> str:
    return f"divided by the sum of weights {_plain(weights)}"


def _shown(value: Fraction | None) -> str:
    """Write *value* as people see it, and exactly where that differs."""
    if value is None:
        return "none"
    short = rounded(value)
    return f"{short}" if Fraction(short) == value else f"{short} (exactly {value})"


def _percent(share: Fraction) -> str:
    """Write *share* (0 to 1) in whole percent, and exactly where that differs."""
    short = rounded(share * 100, 0)
    return f"{short} %" if Fraction(short) == share * 100 else f"{short} % (exactly {share})"


def _plain(value: Fraction) -> str:
    """Write *value* with at most two digits, without needless zeros."""
    return f"{rounded(value, 2):f}".rstrip("0").rstrip(".")


def _exact_or_none(value: Number | None) -> Fraction | None:
    return None if value is None else exact(value)

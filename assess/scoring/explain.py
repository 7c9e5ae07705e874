"""Any number of a scorecard down to answers, weights, exclusions, limits and rounding."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from assess.errors import NotFoundError
from assess.language.messages import N_, _
from assess.model.base import exact
from assess.model.explanation import Explanation
from assess.model.spelling import closest
from assess.scoring.breakdown import explain_dimension, explain_overall
from assess.scoring.evaluate import evaluate
from assess.scoring.explain_stability import explain_relapses, explain_stability, stability_of
from assess.scoring.wording import (
    answer_in_words,
    exact_or_none,
    plain,
    proof_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from assess.model.assessment import Assessment
    from assess.model.scorecard import (
        DimensionResult,
        PatternResult,
        ProposedAction,
        QuestionResult,
        Scorecard,
        StrengthResult,
    )

OVERALL = "overall"
BESIDE = ("stability", "relapses")
"""What can be explained besides the overall result and ids."""

BRIDGE = "bridge"
LIKE_FOR_LIKE = "like-for-like"
OF_A_CHANGE = (BRIDGE, LIKE_FOR_LIKE)
"""What can be explained of a comparison besides ids."""

FACTORS = {
    "impact": N_("impact of the action, 1 to 5"),
    "distance": N_("levels from the answer to the target, at least 1"),
    "weight": N_("weight of the question"),
    "effort": N_("divided by the effort"),
    "limit": N_("the question holds a level down"),
    "pattern": N_("first remedy of a failure pattern that is seen"),
}
"""What each factor of an action's priority stands for (rule R14)."""


NEEDS = {
    "roles": N_("the views of several roles"),
    "cycles": N_("two earlier cycles"),
}
"""What a pattern may need besides answers."""

PATTERN_STATES = {
    "seen": N_("seen"),
    "not-seen": N_("not seen"),
    "unknown": N_("cannot be judged"),
}
"""What the states of a pattern are called."""


def explain(assessment: Assessment, what: str = OVERALL) -> Explanation:
    """Return how *what* came about: `overall`, an id, `stability` or `relapses`.

    Ids are those of dimensions, questions, patterns and proposed actions.

    Raises:
        NotFoundError: The scorecard has nothing of that name.

    """
    kind = _("dimension, question, pattern or proposed action")
    known = _explainable(assessment, evaluate(assessment))
    return chosen(known, what, kind=kind, words=(OVERALL, *BESIDE))


def chosen(
    known: Iterable[tuple[str, Callable[[], Explanation]]],
    what: str,
    *,
    kind: str,
    words: Sequence[str],
) -> Explanation:
    """Return the explanation of the first of *known* that is called *what*.

    *kind* says what ids there are, *words* are the names that are no ids.

    Raises:
        NotFoundError: There is none; names the one that may be meant, and *words*.

    """
    every = list(known)
    for name, explained in every:
        if name == what:
            return explained()
    hint = _("Besides ids there are: {names}.", names=", ".join(words))
    meant = closest(what, [name for name, _explained in every])
    raise NotFoundError(kind, what, meant=meant, hint=hint)


def _explainable(
    assessment: Assessment, card: Scorecard
) -> Iterator[tuple[str, Callable[[], Explanation]]]:
    """Yield everything that can be explained, by its name; ids go before other words."""
    yield OVERALL, partial(explain_overall, card)
    for dimension in card.every_dimension:
        yield dimension.id, partial(explain_dimension, dimension, card)
        for question in dimension.questions:
            yield question.id, partial(_question, question, dimension, card)
    for action in card.actions:
        yield action.id, partial(_action, action, card)
    for pattern in card.patterns:
        yield pattern.id, partial(_pattern, pattern, card)
    for word, explained in zip(BESIDE, (explain_stability, explain_relapses), strict=True):
        yield word, partial(explained, assessment, card)


def _question(question: QuestionResult, dimension: DimensionResult, card: Scorecard) -> Explanation:
    weights = sum(
        (exact(q.weight) for q in dimension.questions if q.value is not None), Fraction(0)
    )
    counts = _(
        "{weight} of {total} in {dimension}",
        weight=question.weight,
        total=plain(weights),
        dimension=dimension.title,
    )
    parts = [
        Explanation(
            label=_("answer"), text=answer_in_words(question), value=exact_or_none(question.value)
        )
    ]
    if question.value is not None:
        parts.append(Explanation(label=_("weight"), text=counts, value=exact(question.weight)))
        parts.append(Explanation(label=_("evidence"), text=proof_in_words(question)))
    parts.extend(_drives(question, card))
    return Explanation(
        label=question.title,
        text=question.text,
        value=exact_or_none(question.value),
        parts=tuple(parts),
    )


def _action(action: ProposedAction, card: Scorecard) -> Explanation:
    parts = [
        Explanation(label=_(FACTORS[name]), text=f"x {plain(factor)}", value=factor)
        for name, factor in action.factors
    ]
    if action.waits_for:
        waits = _("level below the blocking level in {names}", names=", ".join(action.waits_for))
        parts.append(Explanation(label=_("waits for"), text=waits))
    if action.quick_win:
        quick = _(
            "effort {effort}, impact {impact}, days {days}",
            effort=action.effort,
            impact=action.impact,
            days=action.horizon_days,
        )
        parts.append(Explanation(label=_("quick win"), text=quick))
    parts.append(stability_of(action, card))
    return Explanation(
        label=action.action,
        text=_("priority {priority}: the product of its factors", priority=plain(action.priority)),
        value=action.priority,
        parts=tuple(parts),
    )


def _pattern(pattern: PatternResult, card: Scorecard) -> Explanation:
    titles = card.titles
    absent = {name: c.title for c in card.absent.values() for name in c.questions}
    parts = [Explanation(label=_("trigger"), text=pattern.plain)]
    parts += [Explanation(label=name, text=titles.get(name, name)) for name in pattern.questions]
    parts += [
        Explanation(
            label=name,
            text=_("has no level: {title}", title=titles[name])
            if name in titles
            else _("not asked: {title}", title=absent.get(name, name)),
        )
        for name in pattern.missing
    ]
    parts += [Explanation(label=_("needs"), text=_(NEEDS[need])) for need in pattern.needs]
    return Explanation(
        label=pattern.name, text=_(PATTERN_STATES[pattern.state]), parts=tuple(parts)
    )


def _drives(question: QuestionResult, card: Scorecard) -> Iterator[Explanation]:
    """Yield what the answer to *question* has a hand in."""
    yield from _held_down(question, card)
    yield from _relapsed(question, card)
    yield from _seen(_("pattern"), card.patterns, question)
    yield from _seen(_("strength"), card.strengths, question)
    yield from _proposed(question, card)


def _held_down(question: QuestionResult, card: Scorecard) -> Iterator[Explanation]:
    for result in (card.overall, *card.every_dimension):
        for limit in result.limits:
            if question.id in limit.questions:
                yield Explanation(
                    label=_("limit {rule}", rule=limit.rule),
                    text=_("holds it at {level}", level=limit.level),
                )


def _relapsed(question: QuestionResult, card: Scorecard) -> Iterator[Explanation]:
    for relapse in card.relapses:
        if relapse.question == question.id:
            fallen = " → ".join(map(str, relapse.levels))
            yield Explanation(label=_("rose and fell again (R13)"), text=fallen)


def _seen(
    kind: str, judged: Iterable[PatternResult | StrengthResult], question: QuestionResult
) -> Iterator[Explanation]:
    for result in judged:
        if question.id in result.questions:
            yield Explanation(label=f"{kind} {result.id}", text=result.name)


def _proposed(question: QuestionResult, card: Scorecard) -> Iterator[Explanation]:
    for action in card.actions:
        if action.question == question.id:
            text = _(
                "{action} (priority {priority})",
                action=action.action,
                priority=plain(action.priority),
            )
            yield Explanation(
                label=_("action {id}", id=action.id), text=text, value=action.priority
            )

"""Which actions come first (rule R14) and which are quick wins (rule R15)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from assess.model.base import exact
from assess.model.scorecard import DimensionResult, ProposedAction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assess.model.questionnaire import Action, Question
    from assess.model.rules import Priorities, QuickWins
    from assess.model.scorecard import OverallResult, PatternResult
    from assess.scoring.sheet import Sheet


@dataclass(frozen=True)
class Situation:
    """What raises or blocks an action: results by dimension, binding limits, seen patterns.

    Terms begin on the `day` of the assessment.
    """

    day: dt.date
    dimensions: Mapping[str, DimensionResult]
    held_down_by: frozenset[str]
    patterns: tuple[PatternResult, ...]


def held_down_by(*results: OverallResult | DimensionResult) -> frozenset[str]:
    """Return the questions that hold a level down: of the whole, a dimension or a section."""
    sections = (s for r in results if isinstance(r, DimensionResult) for s in r.sections)
    limits = (limit for result in (*results, *sections) for limit in result.limits)
    return frozenset(name for limit in limits for name in limit.questions)


def proposed_actions(sheets: Sequence[Sheet], situation: Situation) -> tuple[ProposedAction, ...]:
    """Return every action that fits its question's level, most urgent first.

    What a quick win is, the core says, whose sheet comes first.
    """
    rules = sheets[0].questionnaire.priorities
    found = [
        _proposed(action, question, sheet, situation)
        for sheet in sheets
        for question in sheet.questionnaire.questions.values()
        for action in question.actions
        if sheet.level(question.id) in action.from_levels
    ]
    ordered = sorted(found, key=lambda action: _urgency(action, situation))
    quick = set(_quick_wins(ordered, rules.quick_wins))
    return tuple(a.model_copy(update={"quick_win": True}) if a.id in quick else a for a in ordered)


def _proposed(
    action: Action, question: Question, sheet: Sheet, situation: Situation
) -> ProposedAction:
    rules = sheet.questionnaire.priorities
    dimension = situation.dimensions[sheet.questionnaire.dimension_of[question.id].id]
    distance = (dimension.target or 0) - (sheet.level(question.id) or 0)
    factors = (
        ("impact", Fraction(action.impact)),
        ("distance", Fraction(max(1, distance))),
        ("weight", exact(question.weight)),
        ("effort", 1 / exact(getattr(rules.effort, action.effort))),
        ("limit", _limit_factor(question, rules, situation)),
        ("pattern", _pattern_factor(action, rules, situation)),
    )
    return ProposedAction.model_construct(
        id=action.id,
        question=question.id,
        dimension=dimension.id,
        action=action.action,
        effort=action.effort,
        impact=action.impact,
        owner=action.owner,
        horizon_days=action.horizon_days,
        due=situation.day + dt.timedelta(days=action.horizon_days),
        priority=prod((factor for _, factor in factors), start=Fraction(1)),
        quick_win=False,
        waits_for=tuple(n for n in action.depends_on if _blocks(n, rules, situation)),
        factors=factors,
    )


def _limit_factor(question: Question, rules: Priorities, situation: Situation) -> Fraction:
    return exact(rules.binding_limit) if question.id in situation.held_down_by else Fraction(1)


def _pattern_factor(action: Action, rules: Priorities, situation: Situation) -> Fraction:
    seen = (p for p in situation.patterns if p.state == "seen" and p.remedy == action.id)
    factors = (exact(getattr(rules.severity, pattern.severity)) for pattern in seen)
    return max(factors, default=Fraction(1))


def _blocks(dimension: str, rules: Priorities, situation: Situation) -> bool:
    """Tell whether *dimension* holds up; one without a level, or a companion, does not."""
    found = situation.dimensions.get(dimension)
    return found is not None and found.level is not None and found.level < rules.blocked_below


def _urgency(action: ProposedAction, situation: Situation) -> tuple[bool, Fraction, Fraction, int]:
    """Order by: unblocked first, higher priority, lower dimension score, shorter horizon."""
    score = situation.dimensions[action.dimension].score or Fraction(0)
    return bool(action.waits_for), -action.priority, score, action.horizon_days


def _quick_wins(actions: Iterable[ProposedAction], rules: QuickWins) -> Iterator[str]:
    left = rules.most
    by_dimension: Counter[str] = Counter()
    for action in actions:
        if left and _is_quick(action, rules):
            if by_dimension[action.dimension] == rules.most_per_dimension:
                continue
            by_dimension[action.dimension] += 1
            left -= 1
            yield action.id


def _is_quick(action: ProposedAction, rules: QuickWins) -> bool:
    return (
        action.effort == rules.effort
        and action.impact >= rules.impact_from
        and action.horizon_days <= rules.within_days
        and not action.waits_for
    )

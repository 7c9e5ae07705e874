"""Failure patterns and strengths: seen, not seen, or unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.scorecard import PatternResult, StrengthResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assess.model.questionnaire import Questionnaire
    from assess.model.rules import Pattern
    from assess.model.scorecard import PatternState
    from assess.scoring.conditions import Judge, Verdict


def judge_patterns(asked: Sequence[Questionnaire], judge: Judge) -> tuple[PatternResult, ...]:
    """Return every failure pattern, in the order of the questionnaires."""
    remedies = {
        action.id: action.action
        for questionnaire in asked
        for question in questionnaire.questions.values()
        for action in question.actions
    }
    return tuple(_pattern(p, judge.pattern(p), remedies) for each in asked for p in each.patterns)


def judge_strengths(asked: Sequence[Questionnaire], judge: Judge) -> tuple[StrengthResult, ...]:
    """Return every strength, in the order of the questionnaires."""
    verdicts = [(s, judge.condition(s.when)) for each in asked for s in each.strengths]
    return tuple(
        StrengthResult.model_construct(
            id=strength.id,
            state=_state(verdict),
            missing=verdict.missing,
            name=strength.name,
            plain=strength.plain,
            keep=strength.keep,
            questions=verdict.because if verdict.holds else (),
        )
        for strength, verdict in verdicts
    )


def discredited(
    asked: Sequence[Questionnaire], patterns: tuple[PatternResult, ...]
) -> Mapping[str, str]:
    """Return which questions and dimensions are no strength, by the pattern that says so (R7)."""
    seen = {p.id for p in patterns if p.state == "seen"}
    found: dict[str, str] = {}
    for pattern in (p for questionnaire in asked for p in questionnaire.patterns):
        if pattern.id in seen:
            found.update((name, pattern.id) for name in pattern.discredits if name not in found)
    return found


def _pattern(pattern: Pattern, verdict: Verdict, remedies: Mapping[str, str]) -> PatternResult:
    return PatternResult.model_construct(
        id=pattern.id,
        state=_state(verdict),
        severity=pattern.severity,
        missing=verdict.missing,
        needs=verdict.needs,
        name=pattern.name,
        description=pattern.description,
        plain=pattern.plain,
        consequence=pattern.consequence,
        check=pattern.check,
        remedy=pattern.remedy,
        remedy_text=remedies.get(pattern.remedy or "", ""),
        questions=verdict.because if verdict.holds else (),
    )


def _state(verdict: Verdict) -> PatternState:
    if verdict.holds is None:
        return "unknown"
    return "seen" if verdict.holds else "not-seen"

"""Everything that follows from an assessment; reports and screens compute nothing.

Scores are exact inside and full-precision numbers in JSON, `None` where there is none. Levels are
places on the scale, counted from 1.

The rules build these with `model_construct`: what goes in was validated with the assessment, the
type checker knows every field, and a second validation would cost more than the scoring.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assess.model.assessment import State
from assess.model.base import Exact, Frozen, Number
from assess.model.planned import FollowedUp
from assess.model.questionnaire import Catalogue, Companion
from assess.model.rules import Effort, Severity

Need = Literal["roles", "cycles"]
"""What a condition needs besides levels: the views of several roles, or two earlier cycles."""

PatternState = Literal["seen", "not-seen", "unknown"]


class BindingLimit(Frozen):
    """A limit whose ceiling lies below the level that the score alone would give.

    `rule` is the limit's id, `source` the scoring rule behind it, `questions` what holds it down.
    """

    rule: str
    source: str
    level: int
    because: str
    questions: tuple[str, ...] = ()


class QuestionResult(Frozen):
    """One question with its answer. `value` enters the score, `counted` the evidenced score."""

    id: str
    title: str
    state: State
    level: int | None
    value: Number | None
    counted: Number | None
    weight: Number
    section: str | None
    text: str
    level_text: str
    next_level_text: str
    note: str
    evidence: tuple[str, ...]
    reason: str
    discredited_by: str | None
    facts: tuple[str, ...]


class SectionResult(Frozen):
    """A part of a dimension; null where none of its questions has a level."""

    id: str
    title: str
    score: Exact | None
    level: int | None
    limits: tuple[BindingLimit, ...]
    unlimited_level: int | None


class Result(Frozen):
    """What a dimension and the whole have in common.

    `score` lies on the scale's values and is unrounded; `coverage` and the shares are 0 to 1,
    `coverage` is null when nothing is applicable; `level` is null while `provisional`.
    """

    score: Exact | None
    level: int | None
    level_name: str | None
    coverage: Exact | None
    provisional: bool
    evidenced_score: Exact | None
    limits: tuple[BindingLimit, ...]
    unlimited_level: int | None
    answered: int
    dont_know: int
    not_applicable: int
    unanswered: int


class OverallResult(Result):
    """The whole: `rated` of `dimensions` enter its score, `missing` keeps it provisional."""

    rated: int
    rated_needed: int
    dimensions: int
    missing: tuple[str, ...]


class DimensionResult(Result):
    """One dimension.

    `target` is a level; `gap` is the distance from the score to that level's value, and 0 from
    where the score alone gives the level. `target_reached` goes by the level, with its limits,
    and is null without a target or a level.
    """

    id: str
    title: str
    purpose: str
    weight: Number
    weight_because: str
    target: int | None
    gap: Exact | None
    target_reached: bool | None
    discredited_by: str | None
    sections: tuple[SectionResult, ...]
    questions: tuple[QuestionResult, ...]


class PatternResult(Frozen):
    """A failure pattern: seen, not seen, or unknown while the answers in `missing` are open.

    `needs` is what else an unknown one waits for.
    """

    id: str
    state: PatternState
    severity: Severity
    missing: tuple[str, ...]
    needs: tuple[Need, ...]
    name: str
    description: str
    plain: str
    consequence: str
    check: str
    remedy: str | None
    remedy_text: str
    questions: tuple[str, ...]


class StrengthResult(Frozen):
    """A strength: seen, not seen, or unknown."""

    id: str
    state: PatternState
    missing: tuple[str, ...]
    name: str
    plain: str
    keep: str
    questions: tuple[str, ...]


class Finding(Frozen):
    """Something that a scoring rule wants the reader to know, beside the scores."""

    rule: str
    questions: tuple[str, ...]
    say: str
    dimension: str | None = None


class ProposedAction(Frozen):
    """An action, most urgent first; `waits_for` names dimensions below the blocking level.

    `due` is the date of the assessment and the horizon later.

    `factors` are the parts whose product is `priority`, in words and exact numbers.
    """

    id: str
    question: str
    dimension: str
    action: str
    effort: Effort
    impact: int
    owner: str
    horizon_days: int
    due: dt.date
    priority: Exact
    quick_win: bool
    waits_for: tuple[str, ...]
    factors: tuple[tuple[str, Exact], ...]


class RelapseResult(Frozen):
    """A question that had risen and has fallen again (R13): its last three levels."""

    question: str
    levels: tuple[int, int, int]


class AskedVersion(Frozen):
    """Which questionnaire was asked, for the record."""

    id: str
    version: str
    title: str
    fingerprint: str


class Step(Frozen):
    """One step of the scale."""

    level: int
    value: Number
    name: str


class RuleText(Frozen):
    """A scoring rule in words, for the method page."""

    id: str
    title: str
    formula: str
    say: str
    facts: tuple[str, ...]


class Scorecard(Frozen):
    """The public result: `assess score --json` prints exactly this.

    `plan` is what was agreed, with what became of it. `absent` are the companions that were not
    asked, by id, with their questions that rules name.
    """

    schema_number: Literal[1] = Field(default=1, alias="schema")
    organisation: str
    unit: str
    cycle: str
    date: dt.date
    assessor: str
    role: str
    questionnaires: tuple[AskedVersion, ...]
    overall: OverallResult
    dimensions: tuple[DimensionResult, ...]
    patterns: tuple[PatternResult, ...]
    strengths: tuple[StrengthResult, ...]
    companions: tuple[DimensionResult, ...]
    absent: Mapping[str, Companion]
    findings: tuple[Finding, ...]
    relapses: tuple[RelapseResult, ...]
    plan: tuple[FollowedUp, ...]
    actions: tuple[ProposedAction, ...]
    scale: tuple[Step, ...]
    rules: tuple[RuleText, ...]
    sources: Catalogue
    answers_fingerprint: str

    @property
    def every_dimension(self) -> tuple[DimensionResult, ...]:
        """The dimensions of the core, then those of the companions."""
        return (*self.dimensions, *self.companions)

    @property
    def questions(self) -> Mapping[str, QuestionResult]:
        """The questions of all dimensions, by id."""
        return {q.id: q for dimension in self.every_dimension for q in dimension.questions}

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of all questions, by id."""
        return {name: question.title for name, question in self.questions.items()}

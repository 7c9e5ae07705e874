"""An assessment in, its scorecard out: the order of the rules, and nothing else.

What counts (R10, R11) comes first, then the dimensions (R1, R3, R5), the whole (R2, R3, R4), the
patterns (with R7), the findings (R12) and the actions (R14, R15).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.scorecard import AskedVersion, RuleText, Scorecard, Step
from assess.scoring.conditions import Judge
from assess.scoring.findings import findings
from assess.scoring.fingerprint import answers_fingerprint
from assess.scoring.patterns import discredited, judge_patterns, judge_strengths
from assess.scoring.priorities import Situation, proposed_actions
from assess.scoring.results import dimension_results, overall_result
from assess.scoring.sheet import Sheet, only_interview

if TYPE_CHECKING:
    from assess.model.assessment import AskedQuestionnaire, Assessment
    from assess.model.questionnaire import Questionnaire


def evaluate(assessment: Assessment) -> Scorecard:
    """Return everything that follows from *assessment*.

    Raises:
        AssessError: It holds the interviews of several people.

    """
    core, interview = assessment.core, only_interview(assessment)
    sheet = Sheet(core, interview.answers if interview else {})
    judge = Judge(sheet)
    patterns = judge_patterns(core, judge)
    no_strength = discredited(core, patterns)
    dimensions = dimension_results(assessment, sheet, judge, no_strength)
    overall = overall_result(dimensions, sheet, judge)
    situation = Situation(
        dimensions={d.id: d for d in dimensions},
        held_down_by=frozenset(
            name
            for result in (overall, *dimensions)
            for limit in result.limits
            for name in limit.questions
        ),
        patterns=patterns,
    )
    return Scorecard(
        organisation=assessment.organisation,
        unit=assessment.unit,
        cycle=assessment.cycle,
        date=assessment.date,
        assessor=assessment.assessor,
        role=interview.role if interview else "",
        questionnaires=tuple(asked_version(asked) for asked in assessment.as_asked),
        overall=overall,
        dimensions=dimensions,
        patterns=patterns,
        strengths=judge_strengths(core, judge),
        companions=(),
        findings=findings(sheet, dimensions, no_strength),
        actions=proposed_actions(sheet, situation),
        scale=_steps(core),
        rules=_rules(core),
        answers_fingerprint=answers_fingerprint(assessment),
    )


def asked_version(asked: AskedQuestionnaire) -> AskedVersion:
    """Return which questionnaire *asked* is, for the record."""
    questionnaire = asked.questionnaire
    return AskedVersion(
        id=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        fingerprint=asked.fingerprint,
    )


def _steps(core: Questionnaire) -> tuple[Step, ...]:
    return tuple(
        Step(level=place, value=option.value, name=option.name)
        for place, option in enumerate(core.scale, 1)
    )


def _rules(core: Questionnaire) -> tuple[RuleText, ...]:
    return tuple(RuleText(id=r.id, title=r.title, formula=r.formula, say=r.say) for r in core.rules)

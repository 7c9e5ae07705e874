"""An assessment in, its scorecard out: the order of the rules, and nothing else.

The patterns come first (with R7), then what counts (R10, R11) and the dimensions (R1, R3, R5, R6)
of the core and of each companion, the whole (R2, R3, R4), the findings (R12, R13, R16) and the
actions (R14, R15). A companion never enters the whole; only its limits and patterns reach into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.questionnaire import Catalogue
from assess.model.scorecard import AskedVersion, RuleText, Scorecard, Step
from assess.scoring.conditions import Judge
from assess.scoring.findings import findings
from assess.scoring.fingerprint import answers_fingerprint
from assess.scoring.follow_up import followed_up
from assess.scoring.patterns import discredited, judge_patterns, judge_strengths
from assess.scoring.priorities import Situation, held_down_by, proposed_actions
from assess.scoring.relapses import relapse_results, relapses
from assess.scoring.results import dimension_results, overall_result
from assess.scoring.sheet import only_interview, sheets_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assess.model.assessment import AskedQuestionnaire, Assessment
    from assess.model.questionnaire import Companion, Questionnaire


def evaluate(assessment: Assessment) -> Scorecard:
    """Return everything that follows from *assessment*.

    Raises:
        AssessError: It holds the interviews of several people.

    """
    interview = only_interview(assessment)
    sheets = sheets_of(assessment, interview.answers if interview else {})
    fallen = relapses(assessment, sheets)
    judge = Judge(sheets, fallen)
    asked = assessment.questionnaires
    patterns = judge_patterns(asked, judge)
    no_strength = discredited(asked, patterns)
    core, *others = [dimension_results(assessment, sheet, judge, no_strength) for sheet in sheets]
    companions = tuple(dimension for results in others for dimension in results)
    overall = overall_result(core, sheets[0], judge)
    situation = Situation(
        day=assessment.date,
        dimensions={d.id: d for d in (*core, *companions)},
        held_down_by=held_down_by(overall, *core, *companions),
        patterns=patterns,
    )
    return Scorecard.model_construct(
        organisation=assessment.organisation,
        unit=assessment.unit,
        cycle=assessment.cycle,
        date=assessment.date,
        assessor=assessment.assessor,
        role=interview.role if interview else "",
        questionnaires=tuple(asked_version(asked) for asked in assessment.as_asked),
        overall=overall,
        dimensions=core,
        patterns=patterns,
        strengths=judge_strengths(asked, judge),
        companions=companions,
        absent=_absent(assessment),
        findings=findings(sheets, (*core, *companions), no_strength, tuple(fallen or ())),
        relapses=relapse_results(fallen),
        plan=followed_up(assessment, sheets),
        actions=proposed_actions(sheets, situation),
        scale=steps(assessment.core),
        rules=_rules(asked),
        sources=_sources(asked),
        answers_fingerprint=answers_fingerprint(assessment),
    )


def asked_version(asked: AskedQuestionnaire) -> AskedVersion:
    """Return which questionnaire *asked* is, for the record."""
    questionnaire = asked.questionnaire
    return AskedVersion.model_construct(
        id=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        fingerprint=asked.fingerprint,
    )


def steps(core: Questionnaire) -> tuple[Step, ...]:
    """Return the scale of *core*, lowest level first."""
    return tuple(
        Step.model_construct(level=place, value=option.value, name=option.name)
        for place, option in enumerate(core.scale, 1)
    )


def _absent(assessment: Assessment) -> Mapping[str, Companion]:
    """Return the companions that the core knows and that were not asked."""
    asked = {questionnaire.id for questionnaire in assessment.questionnaires}
    known = assessment.core.companions.items()
    return {name: companion for name, companion in known if name not in asked}


def _rules(asked: Sequence[Questionnaire]) -> tuple[RuleText, ...]:
    return tuple(
        RuleText.model_construct(
            id=r.id, title=r.title, formula=r.formula, say=r.say, facts=r.facts
        )
        for questionnaire in asked
        for r in questionnaire.rules
    )


def _sources(asked: Sequence[Questionnaire]) -> Catalogue:
    """Return the sources and facts of all questionnaires as one catalogue."""
    if len(asked) == 1:
        return asked[0].sources
    every = [questionnaire.sources for questionnaire in asked]
    return Catalogue(
        sources={name: source for one in every for name, source in one.sources.items()},
        facts={name: fact for one in every for name, fact in one.facts.items()},
    )

"""Next year's assessment from this one: the same organisation, nothing answered yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.assessment import Interview
from assess.model.earlier import EarlierAnswer, EarlierCycle
from assess.scoring.joining import meanings_under, renamed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from assess.model.assessment import Answer, AskedQuestionnaire, Assessment
    from assess.model.planned import PlannedAction


def renewed(
    last: Assessment,
    *,
    cycle: str,
    date: dt.date,
    as_asked: Sequence[AskedQuestionnaire] | None = None,
) -> Assessment:
    """Return the assessment of the next cycle, asking *as_asked* instead where it is given.

    Who was asked, and in which role, stays. The answers of *last* travel along in short, with their
    notes; those of the cycles before it without. The plan goes along, aiming at questions under the
    ids that they have now. Targets and weights of dimensions that are not asked any more are left
    out.
    """
    asked = tuple(as_asked or last.as_asked)
    names = renamed(last.as_asked, asked)
    before = (*map(_without_notes, last.earlier), in_short(last))
    known = {d.id for one in asked for d in one.questionnaire.dimensions}
    return last.model_copy(
        update={
            "cycle": cycle,
            "date": date,
            "interviews": tuple(map(_unanswered, last.interviews)),
            "targets": {name: level for name, level in last.targets.items() if name in known},
            "weights": {name: weight for name, weight in last.weights.items() if name in known},
            "plan": tuple(_aimed_anew(one, names) for one in last.plan),
            "earlier": tuple(_under_todays_ids(one, names, asked) for one in before),
            "as_asked": asked,
        }
    )


def _unanswered(interview: Interview) -> Interview:
    return Interview(id=interview.id, role=interview.role, respondent=interview.respondent)


def in_short(assessment: Assessment) -> EarlierCycle:
    """Return *assessment* as it travels along with later ones."""
    answers = {
        name: answer
        for interview in assessment.interviews[:1]
        for name, answer in interview.answers.items()
    }
    return EarlierCycle(
        cycle=assessment.cycle,
        date=assessment.date,
        questionnaire_id=assessment.core.id,
        version=assessment.core.version,
        answers={
            name: _answer(answers[name], meaning)
            for name, meaning in assessment.meanings.items()
            if name in answers and answers[name].state != "unanswered"
        },
    )


def _answer(answer: Answer, meaning: str) -> EarlierAnswer:
    return EarlierAnswer(
        meaning=meaning,
        level=answer.level,
        dont_know=answer.dont_know,
        not_applicable=answer.not_applicable,
        note=answer.note,
    )


def _without_notes(cycle: EarlierCycle) -> EarlierCycle:
    answers = {n: a.model_copy(update={"note": ""}) for n, a in cycle.answers.items()}
    return cycle.model_copy(update={"answers": answers})


def _aimed_anew(action: PlannedAction, names: Mapping[str, str]) -> PlannedAction:
    now = {earlier: name for name, earlier in names.items()}
    return action.model_copy(update={"question": now.get(action.question or "", action.question)})


def _under_todays_ids(
    cycle: EarlierCycle, names: Mapping[str, str], asked: Sequence[AskedQuestionnaire]
) -> EarlierCycle:
    """Return *cycle* with the answers to renamed questions under the ids that they have now.

    Where only the id is another, they keep their meaning, which is told in other digits. An
    id that meant another question long ago brings no answer along.
    """
    now, then = meanings_under(asked, {}), meanings_under(asked, names)
    answers = {name: answer for name, answer in cycle.answers.items() if name not in names}
    for name, earlier in names.items():
        if answer := answers.pop(earlier, None):
            meaning = now[name] if answer.meaning == then[earlier] else answer.meaning
            answers[name] = answer.model_copy(update={"meaning": meaning})
    return cycle.model_copy(update={"answers": answers})

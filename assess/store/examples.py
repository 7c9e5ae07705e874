"""The example years that come with the program, with their notes in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import Field

from assess.model.base import Frozen, Slug, Text
from assess.model.localised import localised
from assess.model.planned import PlanId
from assess.model.translation import NOTHING
from assess.store import assessments, strict_yaml
from assess.store.folders import files_ending
from assess.store.shipped import examples_folder
from assess.store.translations import translation_of
from assess.store.validation import validated

if TYPE_CHECKING:
    from assess.model.assessment import Answer, Assessment, Change, Interview
    from assess.model.earlier import EarlierAnswer, EarlierCycle
    from assess.model.planned import PlannedAction
    from assess.model.translation import Translation


class _Noted(Frozen):
    """What was noted about one answer, in another language."""

    note: str = ""
    reason: str = ""
    evidence: tuple[Text, ...] = ()


class _Planned(Frozen):
    """What was noted about an agreed action; `action` is its text, where it is not proposed."""

    action: str = ""
    note: str = ""
    evidence: tuple[Text, ...] = ()


class _Notes(Frozen):
    """What was noted in each year, by question, and the plan, by action."""

    respondent: Text
    years: Mapping[Text, Mapping[Slug, _Noted]] = Field(default_factory=dict)
    plan: Mapping[PlanId, _Planned] = Field(default_factory=dict)


def example_years(language: str) -> tuple[tuple[str, Assessment], ...]:
    """Return file name and assessment of each example year, the earliest first.

    Notes, evidence and plan are in *language*, in English where they are not translated.
    """
    folder = examples_folder()
    file = folder / f"notes.{language}.yaml"
    found = [(path.name, assessments.load(path)) for path in files_ending(folder, ".assess.json")]
    if not file.is_file():
        return tuple(found)
    notes = validated(strict_yaml.load(file), _Notes)
    texts = translation_of(found[0][1].core.id, language) or NOTHING
    return tuple((name, _in_language(year, notes, texts, language)) for name, year in found)


def _in_language(year: Assessment, notes: _Notes, texts: Translation, language: str) -> Assessment:
    noted = notes.years.get(year.cycle, {})
    interviews = tuple(
        one.model_copy(update={**_interview(one, noted), "respondent": notes.respondent})
        for one in year.interviews
    )
    return year.model_copy(
        update={
            "language": language,
            "interviews": interviews,
            "earlier": tuple(_earlier(one, notes.years) for one in year.earlier),
            "plan": _plan(year, notes, texts),
        }
    )


def _plan(year: Assessment, notes: _Notes, texts: Translation) -> tuple[PlannedAction, ...]:
    questions = localised(year.core, texts).questionnaire.questions.values()
    proposed = {action.id: action.action for one in questions for action in one.actions}
    return tuple(
        _planned(one, notes.plan.get(one.id, _Planned()), texts, proposed.get(one.id))
        for one in year.plan
    )


def _planned(
    one: PlannedAction, noted: _Planned, texts: Translation, proposed: str | None
) -> PlannedAction:
    changed = {"action": proposed or noted.action, "owner": texts.owners.get(one.owner, one.owner)}
    return one.model_copy(update={**dict(noted), **changed})


def _earlier(cycle: EarlierCycle, years: Mapping[str, Mapping[str, _Noted]]) -> EarlierCycle:
    noted = years.get(cycle.cycle, {})
    answers = {name: _in_short(a, noted.get(name)) for name, a in cycle.answers.items()}
    return cycle.model_copy(update={"answers": answers})


def _in_short(answer: EarlierAnswer, noted: _Noted | None) -> EarlierAnswer:
    """Return *answer* as *noted*; what has lost its note on the way stays without."""
    if noted is None:
        return answer
    reason = noted.reason or None if answer.not_applicable else None
    note = noted.note if answer.note else ""
    return answer.model_copy(update={"note": note, "not_applicable": reason})


def _interview(interview: Interview, noted: Mapping[str, _Noted]) -> dict[str, object]:
    answers = {name: _answer(answer, noted.get(name)) for name, answer in interview.answers.items()}
    history = tuple(_change(change, noted.get(change.question)) for change in interview.history)
    return {"answers": answers, "history": history}


def _change(change: Change, noted: _Noted | None) -> Change:
    new = None if change.new is None else _answer(change.new, noted)
    return change.model_copy(update={"new": new})


def _answer(answer: Answer, noted: _Noted | None) -> Answer:
    if noted is None:
        return answer
    reason = noted.reason or None if answer.not_applicable else None
    changed = {"note": noted.note, "evidence": noted.evidence, "not_applicable": reason}
    return answer.model_copy(update=changed)

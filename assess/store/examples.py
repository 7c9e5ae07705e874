"""The example years that come with the program, with their notes in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import Field

from assess.model.base import Frozen, Slug, Text
from assess.store import assessments, strict_yaml
from assess.store.folders import files_ending
from assess.store.shipped import examples_folder
from assess.store.validation import validated

if TYPE_CHECKING:
    from assess.model.assessment import Answer, Assessment, Change, Interview


class _Noted(Frozen):
    """What was noted about one answer, in another language."""

    note: str = ""
    reason: str = ""
    evidence: tuple[Text, ...] = ()


class _Notes(Frozen):
    """What was noted in each year, by question."""

    respondent: Text
    years: Mapping[Text, Mapping[Slug, _Noted]] = Field(default_factory=dict)


def example_years(language: str) -> tuple[tuple[str, Assessment], ...]:
    """Return file name and assessment of each example year, the earliest first.

    Notes and evidence are in *language*, in English where they are not translated.
    """
    folder = examples_folder()
    file = folder / f"notes.{language}.yaml"
    notes = validated(strict_yaml.load(file), _Notes) if file.is_file() else None
    found = [(path.name, assessments.load(path)) for path in files_ending(folder, ".assess.json")]
    if notes is None:
        return tuple(found)
    return tuple((name, _in_language(year, notes, language)) for name, year in found)


def next_year(name: str, last: Assessment) -> tuple[str, Assessment]:
    """Return file name and assessment of the year after *last*, with nothing answered yet."""
    day = last.date.replace(year=last.date.year + 1)
    cycle = str(day.year)
    begun = last.model_copy(update={"cycle": cycle, "date": day, "interviews": ()})
    return name.replace(last.cycle, cycle), begun


def _in_language(year: Assessment, notes: _Notes, language: str) -> Assessment:
    noted = notes.years.get(year.cycle, {})
    interviews = tuple(
        one.model_copy(update={**_interview(one, noted), "respondent": notes.respondent})
        for one in year.interviews
    )
    return year.model_copy(update={"language": language, "interviews": interviews})


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

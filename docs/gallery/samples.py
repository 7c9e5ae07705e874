"""The samples of the gallery: each is an assessment, and how it is reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assess.exchange.answers import GivenAnswer
from assess.interview.paper import with_answers
from assess.model.assessment import Assessment, Interview
from assess.model.branding import Branding
from assess.model.planned import PlannedAction
from assess.scoring.fingerprint import as_asked
from assess.scoring.renewal import in_short
from assess.store import assessments, strict_yaml
from assess.store.examples import example_years
from assess.store.library import load_questionnaire
from assess.store.shipped import examples_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.model.assessment import Answer
    from assess.model.questionnaire import Question, Questionnaire

HERE: Final = Path(__file__).parent
DAY: Final = "2026-11-06"
NOON: Final = dt.datetime(2026, 11, 6, 12, tzinfo=dt.UTC)


@dataclass(frozen=True, kw_only=True, eq=False)
class Sample:
    """One report of the gallery; `options` are those of the command that makes it.

    That is `assess report`, or `assess compare` where there are others `among` which it stands.
    """

    name: str
    group: str
    shows: str
    assessment: Assessment
    against: Assessment | None
    among: tuple[Assessment, ...]
    options: tuple[str, ...]
    every_format: bool


def names() -> tuple[str, ...]:
    """Return the names of all samples, in the order of `samples.yaml`."""
    return tuple(_said())


def sample(name: str) -> Sample:
    """Return the sample called *name*."""
    said = _said()[name]
    against = _assessment({**said, **said["against"]}) if "against" in said else None
    return Sample(
        name=name,
        group=said["group"],
        shows=said["shows"],
        assessment=_planned(_assessment(said), said, against),
        against=against,
        among=tuple(_assessment({**said, **other}) for other in said.get("among", ())),
        options=tuple(said.get("report", ())),
        every_format=said.get("every-format", False),
    )


@cache
def _said() -> Mapping[str, Mapping[str, Any]]:
    """Return what `samples.yaml` says of each sample, with its group."""
    groups = strict_yaml.load(HERE / "samples.yaml").value
    return {
        name: {**fields, "group": group}
        for group, members in groups.items()
        for name, fields in members.items()
    }


def _assessment(said: Mapping[str, Any]) -> Assessment:
    if "example" in said and "answers" not in said:
        return _of_its_own(_example(said["example"], said.get("language", "en")), said)
    asked = [_questionnaire(name) for name in said.get("asks", ["service-culture"])]
    given = _given(said["answers"], [q for one in asked for q in one.questions.values()])
    interview = with_answers(Interview(id="assessor"), given, order=given, at=NOON)
    return Assessment(
        organisation=said.get("organisation", "Orvella Water"),
        unit=said.get("unit", ""),
        cycle=said.get("cycle", "2026"),
        date=dt.date.fromisoformat(said.get("date", DAY)),
        assessor=said.get("assessor", "Ines Marell"),
        language=said.get("language", "en"),
        interviews=(interview,) if given else (),
        as_asked=tuple(map(as_asked, asked)),
    )


def _planned(made: Assessment, said: Mapping[str, Any], before: Assessment | None) -> Assessment:
    """Return the assessment *made* with the plan of a sample, and the year *before* in short."""
    if "plan" not in said:
        return made
    plan = tuple(PlannedAction.model_validate(fields, strict=False) for fields in said["plan"])
    earlier = (in_short(before),) if before else ()
    return made.model_copy(update={"plan": plan, "earlier": earlier})


def _example(name: str, language: str) -> Assessment:
    years = dict(example_years(language))
    file = f"{name}.assess.json"
    return years[file] if file in years else assessments.load(examples_folder() / file)


def _of_its_own(example: Assessment, said: Mapping[str, Any]) -> Assessment:
    """Return *example* with the unit and the branding that a sample gives it."""
    branding = Branding(**said["branding"]) if "branding" in said else None
    return example.model_copy(update={"branding": branding, "unit": said.get("unit", "")})


def _questionnaire(name: str) -> Questionnaire:
    own = HERE / "questionnaires" / f"{name}.yaml"
    return load_questionnaire(str(own) if own.is_file() else name)


def _given(answers: Iterable[object], questions: Iterable[Question]) -> Mapping[str, Answer]:
    """Return *answers* to *questions*, again and again from the first one.

    A question that always applies stays open where it is said not to apply.
    """
    pairs = [(q, _answer(said)) for q, said in zip(questions, cycle(answers), strict=False) if said]
    return {
        question.id: answer
        for question, answer in pairs
        if question.not_applicable or answer.state != "not-applicable"
    }


def _answer(said: Any) -> Answer:  # noqa: ANN401  any value of a document
    if said == "dont-know":
        return GivenAnswer(dont_know=True).answer()
    fields: dict[str, Any] = {"level": said} if isinstance(said, int) else said
    return GivenAnswer(**{**fields, "evidence": tuple(fields.get("evidence", ()))}).answer()

"""What one organisation answered in one cycle, and everything needed to score it for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Final, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from assess.language.messages import _
from assess.model.base import Frozen, Level, Slug, Text, Weight
from assess.model.branding import Branding
from assess.model.earlier import EarlierCycle, Meaning, meaning_of
from assess.model.planned import PlannedAction
from assess.model.questionnaire import Questionnaire

SCHEMA: Final = 1
"""The number of the assessment file's form; newer files are refused, older ones are read."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal."""

State = Literal["level", "dont-know", "not-applicable", "unanswered"]


class Answer(Frozen):
    """What was said about one question: a level, "don't know", "not applicable", or only notes.

    `not_applicable` holds the reason. `evidence` lists what was shown. A `parked` question is put
    off: it is asked again after all others.
    """

    level: Level | None = None
    dont_know: bool = False
    not_applicable: Text | None = None
    note: str = ""
    evidence: tuple[Text, ...] = ()
    parked: bool = False

    @property
    def state(self) -> State:
        """Which of the four states the question is in."""
        if self.level is not None:
            return "level"
        if self.dont_know:
            return "dont-know"
        return "unanswered" if self.not_applicable is None else "not-applicable"

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        said = (self.level is not None, self.dont_know, self.not_applicable is not None)
        if sum(said) > 1:
            raise ValueError(_("an answer is a level, dont_know or not_applicable, not several"))
        return self


class Change(Frozen):
    """One step of the history: when an answer changed, from what, to what.

    `undoes` is the place (from 0) of the earlier step that this one took back.
    """

    at: AwareDatetime
    question: Slug
    old: Answer | None = None
    new: Answer | None = None
    undoes: int | None = Field(default=None, ge=0)


class Interview(Frozen):
    """The answers of one person or group, by question id, with the history of their changes."""

    id: Slug
    role: Slug = "assessor"
    respondent: str = ""
    answers: Mapping[Slug, Answer] = Field(default_factory=dict)
    history: tuple[Change, ...] = ()


class DimensionWeight(Frozen):
    """How much a dimension counts in the overall score of this assessment, and why."""

    weight: Weight
    because: Text


class AskedQuestionnaire(Frozen):
    """A questionnaire as it was asked, with its fingerprint and those of its questions."""

    fingerprint: Digest
    fingerprints: Mapping[Slug, Digest]
    questionnaire: Questionnaire

    @property
    def meanings(self) -> Mapping[str, Meaning]:
        """What tells apart what its questions mean, by their ids."""
        return {
            name: meaning_of(self.fingerprints.get(name, ""), turned=question.reversed)
            for name, question in self.questionnaire.questions.items()
        }


class Head(Frozen):
    """What stands in an assessment's file before the questionnaires.

    `targets` are levels by dimension. `customer` is the word for the people who are served, where
    it is another. What `branding` says goes before the configuration. `plan` is what was agreed, in
    this cycle and before; `earlier` are the cycles before in short, the earliest first.
    """

    schema_number: int = Field(default=SCHEMA, alias="schema", ge=1, le=SCHEMA)
    organisation: Text
    unit: str = ""
    cycle: Text
    date: dt.date
    assessor: str = ""
    language: str = "en"
    customer: str = ""
    branding: Branding | None = None
    targets: Mapping[Slug, Level] = Field(default_factory=dict)
    weights: Mapping[Slug, DimensionWeight] = Field(default_factory=dict)
    interviews: tuple[Interview, ...] = ()
    plan: tuple[PlannedAction, ...] = ()
    earlier: tuple[EarlierCycle, ...] = ()


class Assessment(Head):
    """One organisation or unit in one cycle: the content of a `.assess.json` file.

    The first questionnaire in `as_asked` is the core, the others are its companions.
    """

    as_asked: Annotated[tuple[AskedQuestionnaire, ...], Field(min_length=1)]

    @property
    def core(self) -> Questionnaire:
        """The questionnaire that gives the overall result."""
        return self.as_asked[0].questionnaire

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The core and its companions, in the order they are asked."""
        return tuple(asked.questionnaire for asked in self.as_asked)

    @property
    def meanings(self) -> Mapping[str, Meaning]:
        """What tells apart what the questions of all questionnaires mean, by their ids."""
        every = (asked.meanings for asked in self.as_asked)
        return {name: meaning for one in every for name, meaning in one.items()}

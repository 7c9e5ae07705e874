"""What is asked, how much it weighs, and what may be recommended."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from assess.language.messages import _
from assess.model.base import Frozen, Level, Number, OneOrMany, Slug, Text, Weight
from assess.model.rules import (
    Effort,
    EvidenceRule,
    Limit,
    Pattern,
    Priorities,
    Rule,
    Strength,
    Thresholds,
)


def _in_order(levels: object) -> object:
    """Turn `{1: ..., 2: ...}` into a list; a gap or a wrong order is an error."""
    if isinstance(levels, list):
        raise ValueError(_("levels stand under their numbers: {1: ..., 2: ...}"))  # noqa: TRY004  pydantic wants it
    if not isinstance(levels, Mapping):
        return levels
    wanted = [str(place) for place in range(1, len(levels) + 1)]
    found = [str(place) for place in levels]
    if sorted(found) != sorted(wanted):
        missing = [place for place in wanted if place not in found]
        raise ValueError(
            _(
                "levels are numbered 1 to {count}; missing: {names}",
                count=len(levels),
                names=", ".join(missing),
            )
        )
    if found != wanted:
        raise ValueError(_("levels are out of order: {names}", names=", ".join(found)))
    return tuple(levels.values())


def _numbered(levels: tuple[str, ...]) -> dict[str, str]:
    return {str(place): text for place, text in enumerate(levels, 1)}


Words = Mapping[Text, Text]
"""A phrase for the people who are served, by the word that an assessment may use instead."""

Levels = Annotated[
    tuple[Text, ...],
    Field(min_length=2, max_length=20),
    BeforeValidator(_in_order),
    PlainSerializer(_numbered),
    WithJsonSchema(
        {
            "type": "object",
            "patternProperties": {"^[1-9][0-9]?$": {"type": "string", "minLength": 1}},
            "additionalProperties": False,
            "minProperties": 2,
            "description": "The description of each level, keyed 1, 2, 3 ... in rising order.",
        }
    ),
]
"""The level descriptions of a question, lowest first."""


_CATALOGUE = {
    "type": "string",
    "description": "The name of the file below sources/ that holds the facts named here.",
}


class Option(Frozen):
    """One step of the scale: its name for people and the value that enters scores."""

    name: Text
    value: Number


class Action(Frozen):
    """A recommendation for questions whose level is one of `from_levels`.

    `impact` is 1 (little) to 5 (much); `depends_on` names dimensions that come first.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+\.[a-z]+\.[0-9]+$")
    from_levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    action: Text
    effort: Effort
    impact: int = Field(ge=1, le=5)
    owner: Text
    horizon_days: int = Field(ge=1, le=3650)
    depends_on: tuple[Slug, ...] = ()


class Question(Frozen):
    """One thing the organisation is asked about.

    A `reversed` question counts from the other end of the scale: its lowest option is the best.
    `beside` names questions of other questionnaires that ask managers for the same thing (R16).
    `levels` may be left out where the names of the scale say everything. `replaces` are the ids
    of the questions of earlier versions whose place it takes, the latest first.
    """

    id: Slug
    title: Text
    replaces: OneOrMany = ()
    weight: Weight = 1
    section: Slug | None = None
    express: bool = False
    required_for_overall: bool = False
    not_applicable: bool = True
    reversed: bool = False
    beside: tuple[Slug, ...] = ()
    question: Text
    levels: Levels = ()
    evidence: tuple[Text, ...] = ()
    ask: tuple[Slug, ...] = ()
    why: str = ""
    facts: tuple[Text, ...] = ()
    actions: tuple[Action, ...] = ()


class Section(Frozen):
    """A part of a dimension with a score of its own."""

    id: Slug
    title: Text
    facts: tuple[Text, ...] = ()


class Dimension(Frozen):
    """A field of service culture, such as hiring or training."""

    id: Slug
    title: Text
    purpose: str = ""
    weight: Weight = 1
    required_for_overall: bool = False
    facts: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Companion(Frozen):
    """A questionnaire that may accompany this one, and what is named of it here.

    It counts as a dimension of its own; `dimensions` are those it has besides.
    """

    title: Text
    dimensions: tuple[Slug, ...] = ()
    questions: tuple[Slug, ...] = ()


class Source(Frozen):
    """An article from which facts were taken; `language` is the one it is written in."""

    topic: Text
    author: str = ""
    language: str = ""


class Fact(Frozen):
    """One claim, criterion, step, example or number of a source; its id begins with the source's.

    `where` is the place in the article.
    """

    kind: Text
    where: str = ""
    text: Text


class Catalogue(Frozen):
    """The sources of a questionnaire, and the facts that its parts name, by id."""

    sources: Mapping[Text, Source] = Field(default_factory=dict)
    facts: Mapping[Text, Fact] = Field(default_factory=dict)


class SpecialAnswers(Frozen):
    """What the two honest ways not to choose a level are called, if not by the usual words."""

    dont_know: str = ""
    not_applicable: str = ""


class Minutes(Frozen):
    """How long an interview takes, in minutes."""

    full: int = Field(ge=1)
    express: int | None = Field(default=None, ge=1)


class Questionnaire(Frozen):
    """Dimensions, questions, level descriptions, actions, patterns and limits: one version of them.

    Options of the scale are ordered; an option's level is its place 1..n, its value enters scores.
    `words` are the phrases that stand in braces in the texts, each with what becomes of it where an
    assessment calls the people who are served otherwise: `{customers: {patient: patients}}`.
    """

    id: Slug
    version: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    title: Text
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")
    purpose: str = ""
    intro: str = ""
    minutes: Minutes | None = None
    scale: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]
    special_answers: SpecialAnswers = SpecialAnswers.model_construct()
    roles: Mapping[Slug, Text] = Field(default_factory=dict)
    target: Level | None = None
    evidence: EvidenceRule | None = None
    thresholds: Thresholds = Thresholds.model_construct()
    priorities: Priorities = Priorities.model_construct()
    words: Mapping[Text, Words] = Field(default_factory=dict)
    companions: Mapping[Slug, Companion] = Field(default_factory=dict)
    sources: Annotated[Catalogue, WithJsonSchema(_CATALOGUE)] = Catalogue.model_construct()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    limits: tuple[Limit, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    strengths: tuple[Strength, ...] = ()
    rules: tuple[Rule, ...] = ()

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by its id, in the order it is asked."""
        return {q.id: q for d in self.dimensions for q in d.questions}

    @cached_property
    def dimension_of(self) -> Mapping[str, Dimension]:
        """The dimension of each question, by the question's id."""
        return {q.id: d for d in self.dimensions for q in d.questions}

    def model_copy(
        self, *, update: Mapping[str, object] | None = None, deep: bool = False
    ) -> Questionnaire:
        """Return a copy that looks its questions up anew."""
        copied = super().model_copy(update=update, deep=deep)
        for derived in ("questions", "dimension_of"):
            copied.__dict__.pop(derived, None)
        return copied

    def find_dimension(self, name: str) -> Dimension | None:
        """Return the dimension with the id *name*, or None."""
        return next((d for d in self.dimensions if d.id == name), None)

    def level_name(self, level: int) -> str:
        """Return the name of the option at place *level* (1 to the length of the scale)."""
        return self.scale[level - 1].name

"""The texts of a questionnaire in another language, joined by ids: what a side file holds."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from assess.model.base import Frozen, Slug, Text
from assess.model.questionnaire import Levels, Words


class SpecialAnswersText(Frozen):
    """What the two honest ways not to choose a level are called."""

    dont_know: Text
    not_applicable: Text


class DimensionText(Frozen):
    """The texts of a dimension, and the titles of its sections by id."""

    title: Text
    purpose: str = ""
    sections: Mapping[Slug, Text] = Field(default_factory=dict)


class QuestionText(Frozen):
    """The texts of a question; `actions` by the action's id.

    `levels` are left out where the names of the scale say everything.
    """

    title: Text
    question: Text
    levels: Levels = ()
    evidence: tuple[Text, ...] = ()
    why: str = ""
    actions: Mapping[Text, Text] = Field(default_factory=dict)


class LimitText(Frozen):
    """The sentence of a limit."""

    say: Text


class PatternText(Frozen):
    """The texts of a failure pattern."""

    name: Text
    description: Text
    plain: Text
    consequence: Text
    check: str = ""


class StrengthText(Frozen):
    """The texts of a strength."""

    name: Text
    plain: Text
    keep: Text


class RuleText(Frozen):
    """The texts of a scoring rule."""

    title: Text
    formula: Text
    say: Text


class SourceText(Frozen):
    """The texts of an article."""

    topic: Text
    author: str = ""


class Translation(Frozen):
    """One questionnaire in one language; what is not there is not translated.

    `owners`, `places` and `kinds` go by the text of the base language: who carries an action, where
    in an article a fact stands, and of what kind it is. `words` is the table of phrases in braces.
    `translated_from` holds, by the key of an entry, the digest of the text that was translated.
    """

    title: str = ""
    purpose: str = ""
    intro: str = ""
    scale: Levels = ()
    special_answers: SpecialAnswersText | None = None
    roles: Mapping[Slug, Text] = Field(default_factory=dict)
    companions: Mapping[Slug, Text] = Field(default_factory=dict)
    words: Mapping[Text, Words] = Field(default_factory=dict)
    owners: Mapping[Text, Text] = Field(default_factory=dict)
    dimensions: Mapping[Slug, DimensionText] = Field(default_factory=dict)
    questions: Mapping[Slug, QuestionText] = Field(default_factory=dict)
    limits: Mapping[Slug, LimitText] = Field(default_factory=dict)
    patterns: Mapping[Slug, PatternText] = Field(default_factory=dict)
    strengths: Mapping[Slug, StrengthText] = Field(default_factory=dict)
    rules: Mapping[Text, RuleText] = Field(default_factory=dict)
    sources: Mapping[Text, SourceText] = Field(default_factory=dict)
    facts: Mapping[Text, Text] = Field(default_factory=dict)
    places: Mapping[Text, Text] = Field(default_factory=dict)
    kinds: Mapping[Text, Text] = Field(default_factory=dict)
    translated_from: Mapping[Text, Text] = Field(default_factory=dict)


NOTHING = Translation.model_construct()
"""What stands for a language into which nothing was translated."""

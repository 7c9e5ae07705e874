"""What changed between two assessments of one questionnaire, and what only looks changed."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from assess.model.assessment import State
from assess.model.base import Exact, Frozen
from assess.model.scorecard import AskedVersion

Movement = Literal[
    "rose",
    "fell",
    "stayed",
    "became-not-applicable",
    "became-applicable",
    "lost-answer",
    "gained-answer",
    "open",
    "question-changed",
    "new-question",
    "question-gone",
]
"""What happened to a question; only the first three enter the like-for-like score."""


class Side(Frozen):
    """One of the two assessments."""

    organisation: str
    unit: str
    cycle: str
    date: dt.date
    questionnaire: AskedVersion
    answers_fingerprint: str


class Delta(Frozen):
    """A score before and after; `change` is null where either side is.

    `margin` is the most that one answer, one level better or worse, moves the score by on either
    side: a change up to it is no rise or fall.
    """

    before: Exact | None
    after: Exact | None
    change: Exact | None
    margin: Exact | None

    @property
    def within_margin(self) -> bool:
        """Whether there is a change that a single answer would have made."""
        if self.change is None or self.margin is None:
            return False
        return 0 < abs(self.change) <= self.margin


class LikeForLike(Delta):
    """Both sides computed over the same `questions` only, with the later weights."""

    questions: int
    of: int


class QuestionChange(Frozen):
    """One question on both sides; `reason` says why it is not comparable, empty where it is."""

    id: str
    title: str
    dimension: str
    movement: Movement
    before_state: State | None
    after_state: State | None
    before: int | None
    after: int | None
    reason: str


class DimensionChange(Frozen):
    """One dimension on both sides; levels are null where provisional or absent."""

    id: str
    title: str
    score: Delta
    like_for_like: LikeForLike
    before_level: int | None
    after_level: int | None
    rose: int
    fell: int
    stayed: int
    other: int


class Comparison(Frozen):
    """`assess compare A B --json` prints exactly this; `companions` are those of both sides."""

    schema_number: Literal[1] = Field(default=1, alias="schema")
    before: Side
    after: Side
    overall: Delta
    like_for_like: LikeForLike
    before_level: int | None
    after_level: int | None
    dimensions: tuple[DimensionChange, ...]
    companions: tuple[DimensionChange, ...]
    questions: tuple[QuestionChange, ...]

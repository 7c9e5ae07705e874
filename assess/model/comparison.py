"""What changed between two assessments of one questionnaire, and what only looks changed."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from assess.language.messages import N_
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


PartKind = Literal["gone", "new", "changed", "weights", "applicability", "coverage", "real"]
"""What a part of a bridge comes from, in the order of the steps.

The first four are the questionnaire's: questions that are gone, new, or mean something else, and
weights. Then what became applicable or ceased to be; answers gained or lost; real change.
"""


PART_NAMES: Final[dict[PartKind, str]] = {
    "gone": N_("questions that are gone"),
    "new": N_("new questions"),
    "changed": N_("questions that mean something else"),
    "weights": N_("weights"),
    "applicability": N_("not applicable, or applicable again"),
    "coverage": N_("answers gained or lost"),
    "real": N_("real change"),
}
"""What the parts of a bridge are called."""


class BridgePart(Frozen):
    """One step: the overall score after it, minus the one before it, and the questions it took.

    Both are null where no dimension is rated after it; the next part then stands for both.
    """

    kind: PartKind
    change: Exact | None
    score: Exact | None
    questions: tuple[str, ...]


class Bridge(Frozen):
    """From the earlier overall score to the later one; the parts add up to `change` exactly."""

    before: Exact | None
    after: Exact | None
    change: Exact | None
    parts: tuple[BridgePart, ...]


class QuestionChange(Frozen):
    """One question on both sides; `reason` says why it is not comparable, empty where it is.

    `replaces` is the id that it had on the earlier side, if it had another.
    """

    id: str
    replaces: str | None
    title: str
    dimension: str
    movement: Movement
    before_state: State | None
    after_state: State | None
    before: int | None
    after: int | None
    reason: str

    @property
    def joined_as(self) -> str:
        """The id under which both sides are compared: the earlier one."""
        return self.replaces or self.id

    @property
    def distance(self) -> int:
        """How many levels lie between both sides; one without a level counts as 0."""
        return abs((self.after or 0) - (self.before or 0))


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


class Relapsed(Frozen):
    """A question that had risen up to `cycle` and has fallen by the one after it (R13).

    `levels` are those before the rise, after it, and now.
    """

    question: str
    title: str
    dimension: str
    cycle: str
    levels: tuple[int, int, int]


class Comparison(Frozen):
    """`assess compare A B --json` prints exactly this; `companions` are those of both sides.

    `relapses` are told by the earlier cycles that travel along in the later file.
    """

    schema_number: Literal[1] = Field(default=1, alias="schema")
    before: Side
    after: Side
    overall: Delta
    like_for_like: LikeForLike
    before_level: int | None
    after_level: int | None
    bridge: Bridge
    relapses: tuple[Relapsed, ...]
    dimensions: tuple[DimensionChange, ...]
    companions: tuple[DimensionChange, ...]
    questions: tuple[QuestionChange, ...]

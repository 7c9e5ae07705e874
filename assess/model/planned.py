"""What was agreed to be done, by whom and until when, and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from assess.language.messages import N_
from assess.model.base import Frozen, Slug, Text

Status: TypeAlias = Literal["agreed", "in-progress", "done", "partly", "dropped"]
"""Where an action stands; the last three are settled, and nothing more is expected of them."""

SETTLED: frozenset[Status] = frozenset({"done", "partly", "dropped"})

STATUS_WORDS: Final[dict[Status, str]] = {
    "agreed": N_("agreed"),
    "in-progress": N_("in progress"),
    "done": N_("done"),
    "partly": N_("partly done"),
    "dropped": N_("dropped"),
}
"""What the states are called."""

Course: TypeAlias = Literal[
    "rose",
    "fell",
    "stayed",
    "no-level-then",
    "no-level-now",
    "question-changed",
    "question-gone",
    "no-question",
    "agreed-now",
]
"""How the question of an action has moved since it was agreed, or why that cannot be told."""

PlanId = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z]+)?(\.[0-9]+)?$", max_length=200)]
"""The id of a proposed action (question.band.number), or `own-1`, `own-2` and so on."""


class PlannedAction(Frozen):
    """An action of the plan; `agreed` is the cycle in which it was agreed.

    `question` is what it aims at, where it aims at one. `evidence` lists what was shown for its
    `status`.
    """

    id: PlanId
    action: Text
    agreed: Text
    question: Slug | None = None
    owner: str = ""
    due: dt.date | None = None
    status: Status = "agreed"
    evidence: tuple[Text, ...] = ()
    note: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is expected of it."""
        return self.status in SETTLED

    def is_overdue(self, today: dt.date) -> bool:
        """Tell whether its day has passed without it being settled."""
        return not self.is_settled and self.due is not None and self.due < today


class FollowedUp(PlannedAction):
    """An action of the plan with the levels of its question when it was agreed, and now.

    `before` is the level in the cycle `agreed`, where the question meant the same. `overdue` goes
    by the day of the assessment. That a question moved does not say that the action moved it.
    """

    before: int | None
    after: int | None
    course: Course
    overdue: bool

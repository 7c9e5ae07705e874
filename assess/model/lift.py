"""What would raise the overall level by one."""

from __future__ import annotations

from assess.model.base import Exact, Frozen
from assess.model.scorecard import BindingLimit


class Lift(Frozen):
    """The shortest way found to the next `level`: `steps`, each one answer one level better.

    `score` is how much more the overall score must be for it, 0 where it is enough; `held_by` are
    the limits that lie in the way, lowest first; `among` counts the steps on their questions.
    """

    level: int
    steps: int
    score: Exact
    held_by: tuple[BindingLimit, ...]
    among: int

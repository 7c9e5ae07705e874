"""Several cycles of one organisation in a row: what each gave, and what happened between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assess.model.base import Exact, Frozen
from assess.model.comparison import Bridge, Comparison, LikeForLike, Relapsed


class CycleResult(Frozen):
    """The result of one cycle; `dimensions` are scores by id, null where there is none."""

    cycle: str
    date: dt.date
    version: str
    score: Exact | None
    level: int | None
    coverage: Exact | None
    dimensions: Mapping[str, Exact | None]


class Stage(Frozen):
    """The way from one cycle with an overall score to the next that has one."""

    before: str
    after: str
    like_for_like: LikeForLike
    bridge: Bridge


class Trend(Frozen):
    """`assess compare` with three or more files prints exactly this as JSON.

    `titles` are those of the dimensions of all cycles, by id; `steps` are the comparisons from each
    cycle to the next, `stages` the ways between those that have a score, over years that have none;
    `bridge` is the way from the first score to the last, each part the sum of those of the stages.
    """

    schema_number: Literal[1] = Field(default=1, alias="schema")
    organisation: str
    unit: str
    titles: Mapping[str, str]
    cycles: tuple[CycleResult, ...]
    steps: tuple[Comparison, ...]
    stages: tuple[Stage, ...]
    bridge: Bridge | None
    relapses: tuple[Relapsed, ...]

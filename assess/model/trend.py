"""Several cycles of one organisation in a row: what each gave, and what happened between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assess.model.base import Exact, Frozen
from assess.model.comparison import Comparison, Relapsed


class CycleResult(Frozen):
    """The result of one cycle; `dimensions` are scores by id, null where there is none."""

    cycle: str
    date: dt.date
    version: str
    score: Exact | None
    level: int | None
    coverage: Exact | None
    dimensions: Mapping[str, Exact | None]


class Trend(Frozen):
    """`assess compare` with three or more files prints exactly this as JSON.

    `titles` are those of the dimensions of all cycles, by id; `steps` are the comparisons from each
    cycle to the next.
    """

    schema_number: Literal[1] = Field(default=1, alias="schema")
    organisation: str
    unit: str
    titles: Mapping[str, str]
    cycles: tuple[CycleResult, ...]
    steps: tuple[Comparison, ...]
    relapses: tuple[Relapsed, ...]

"""Several cycles of one organisation in a row: what each gave, and what happened between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assess.model.base import Exact, Frozen
from assess.model.comparison import Bridge, Comparison


class CycleResult(Frozen):
    """The result of one cycle; `dimensions` are scores by id, null where there is none."""

    cycle: str
    date: dt.date
    version: str
    score: Exact | None
    level: int | None
    coverage: Exact | None
    dimensions: Mapping[str, Exact | None]


class Relapsed(Frozen):
    """A question that had risen up to `cycle` and has fallen by the one behind it (R13).

    `levels` are those before the rise, behind it, and now.
    """

    question: str
    title: str
    dimension: str
    cycle: str
    levels: tuple[int, int, int]


class Trend(Frozen):
    """`assess compare` with three or more files prints exactly this as JSON.

    `titles` are those of the dimensions of all cycles, by id; `steps` are the comparisons from each
    cycle to the next; `bridge` is the way from the first to the last, each of its parts the sum of
    those of the steps, and behind them the first score with all parts up to there.
    """

    schema_number: Literal[1] = Field(default=1, alias="schema")
    organisation: str
    unit: str
    titles: Mapping[str, str]
    cycles: tuple[CycleResult, ...]
    steps: tuple[Comparison, ...]
    bridge: Bridge
    relapses: tuple[Relapsed, ...]

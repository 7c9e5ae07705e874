"""Many assessments side by side: units of one organisation, or clients of a consultancy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from pydantic import Field

from assess.model.base import Exact, Frozen
from assess.model.scorecard import Step


class Member(Frozen):
    """One assessment among others, or the mean of the `units` of an organisation.

    `rank` is 1 for the highest score, and equal for equal scores; `quarter` is 1 up to the lower
    quartile, to 4 above the upper one, null where fewer than four have scores or all are equal. A
    mean has no level. Where nobody is named, the cycle is empty, and date and units are null.
    """

    name: str
    units: int | None
    cycle: str
    date: dt.date | None
    score: Exact | None
    level: int | None
    coverage: Exact | None
    rank: int | None
    quarter: int | None
    dimensions: Mapping[str, Exact | None]


class Spread(Frozen):
    """How scores are spread: the five numbers of a box plot over `count` scores.

    The quartiles are those of Hyndman and Fan (1996), type 7: linear between neighbours.
    """

    count: int
    lowest: Exact
    lower: Exact
    median: Exact
    upper: Exact
    highest: Exact

    @property
    def five(self) -> tuple[Fraction, ...]:
        """The five numbers, from the lowest to the highest."""
        return self.lowest, self.lower, self.median, self.upper, self.highest


class Portfolio(Frozen):
    """`assess compare --by` prints exactly this as JSON; `members` by rank, unranked last.

    `organisation` is that of all units, null where there are several or nobody is named. `versions`
    counts the assessments by the version of the questionnaire that they answer. `spread` and the
    values of `dimensions` are null where nothing has a score. `earlier` counts the files that were
    left out because a later cycle of the same is there, `parts` the units that were because there
    is one of their whole organisation.
    """

    schema_number: Literal[1] = Field(default=1, alias="schema")
    questionnaire: str
    title: str
    by: Literal["unit", "organisation"]
    organisation: str | None
    anonymous: bool
    versions: Mapping[str, int]
    scale: tuple[Step, ...]
    titles: Mapping[str, str]
    members: tuple[Member, ...]
    spread: Spread | None
    dimensions: Mapping[str, Spread | None]
    earlier: int
    parts: int

"""Earlier cycles in short, as they travel along with a later assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from assess.model.base import Frozen, Level, Slug, Text

Meaning = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 digits of a question's fingerprint: enough to tell meanings apart."""

DIGITS = 16


class EarlierAnswer(Frozen):
    """What was answered to one question then, and what the question meant."""

    meaning: Meaning
    level: Level | None = None
    dont_know: bool = False
    not_applicable: Text | None = None
    note: str = ""


class EarlierCycle(Frozen):
    """One earlier cycle; `answers` are by the ids of the questions then."""

    cycle: Text
    date: dt.date
    questionnaire_id: Slug
    version: Text
    answers: Mapping[Slug, EarlierAnswer] = Field(default_factory=dict)

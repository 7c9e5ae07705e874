"""Earlier cycles in short, as they travel along with a later assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field

from assess.model.base import Frozen, Level, Slug, Text

Meaning = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
"""What tells the meanings of a question apart, see `meaning_of`."""

DIGITS: Final = 16


def meaning_of(fingerprint: str, *, turned: bool) -> Meaning:
    """Return the first 16 digits of a question's *fingerprint*; the last ones where it is *turned*.

    A reversed question gives every answer another value, which its fingerprint does not tell.
    """
    return fingerprint[-DIGITS:] if turned else fingerprint[:DIGITS]


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

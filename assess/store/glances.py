"""Many assessment files, read one after the other without keeping them.

The questionnaire that a file carries as its last key is read once and known again by its hash: a
folder of thousands of files costs little more than their answers.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pydantic import ConfigDict, Field, ValidationError

from assess.model.assessment import Answer, Assessment, DimensionWeight, Interview
from assess.model.base import Frozen, Slug, Text
from assess.store.assessments import load
from assess.store.source import decoded, read_bytes, shown_name
from assess.store.upgrades import TODAY, Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assess.model.assessment import AskedQuestionnaire

FIRST_KEY: Final = b'{\n  "schema": %d,'
"""How a file begins that the program wrote; one of an earlier form is read whole."""

LAST_KEY: Final = b',\n  "as_asked": ['
"""Where the questionnaires begin in a file that the program wrote."""


class _Passing(Frozen):
    """A part of a file of which only some keys are looked at."""

    model_config = ConfigDict(extra="ignore")


class _Given(_Passing):
    """The answers of one interview; its history is passed over."""

    id: Slug
    role: Slug = "assessor"
    answers: Mapping[Slug, Answer] = Field(default_factory=dict)


class _Head(_Passing):
    """What stands before the questionnaires."""

    organisation: Text
    unit: str = ""
    cycle: Text
    date: dt.date
    weights: Mapping[Slug, DimensionWeight] = Field(default_factory=dict)
    interviews: tuple[_Given, ...] = ()


class Glances:
    """Reads what results need: no history, no plan, no targets.

    *verify* makes sure, once for each questionnaire, that it is still the one that was asked.
    """

    def __init__(self, verify: Callable[[Assessment], None], form: Form = TODAY) -> None:
        self._verify = verify
        self._form = form
        self._known: dict[bytes, tuple[AskedQuestionnaire, ...]] = {}

    def read(self, path: Path) -> Assessment:
        """Return what the file says, as far as results go.

        Raises:
            AssessError: It cannot be read, is not sound, or was written by a newer program.

        """
        content = read_bytes(path)
        head, key, tail = content.partition(LAST_KEY)
        if not key or not head.startswith(FIRST_KEY % self._form.number):
            return self._whole(path)
        mark = hashlib.sha256(tail).digest()
        asked = self._known.get(mark)
        if asked is None:
            assessment = self._whole(path)
            self._known[mark] = assessment.as_asked
            return assessment
        return _glance(decoded(head, shown_name(path)), asked) or self._whole(path)

    def _whole(self, path: Path) -> Assessment:
        """Return the assessment in *path*, read and checked in full."""
        assessment = load(path, self._form)
        self._verify(assessment)
        return assessment


def _glance(head: str, asked: tuple[AskedQuestionnaire, ...]) -> Assessment | None:
    """Return what *head* says of *asked*; None where anything about it is doubtful."""
    try:
        found = _Head.model_validate_json(head + "}")
    except ValidationError:
        return None
    steps = {q.id: len(q.levels) for one in asked for q in one.questionnaire.questions.values()}
    for interview in found.interviews:
        if any((answer.level or 0) > steps.get(n, -1) for n, answer in interview.answers.items()):
            return None
    return Assessment.model_construct(
        organisation=found.organisation,
        unit=found.unit,
        cycle=found.cycle,
        date=found.date,
        weights=found.weights,
        interviews=tuple(
            Interview.model_construct(id=one.id, role=one.role, answers=one.answers)
            for one in found.interviews
        ),
        as_asked=asked,
    )

"""Many assessment files, read one after the other without keeping them.

The questionnaires that a file carries as its last key are read once and known again by their hash:
a folder of thousands of files costs little more than their answers.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from assess.errors import AssessError
from assess.model.assessment import Assessment, Head
from assess.store import strict_json
from assess.store.assessments import loads
from assess.store.soundness import disagreements
from assess.store.source import decoded, read_bytes, shown_name
from assess.store.upgrades import TODAY, Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assess.model.assessment import AskedQuestionnaire

LAST_KEY: Final = b',\n  "as_asked": ['
"""Where the questionnaires begin in a file that the program wrote."""

KEPT: Final = 32
"""How many endings of files are known at a time, each with its questionnaires."""


class Glances:
    """Reads assessments as `load` does, and gives and refuses the same.

    *verify* makes sure, once for each ending, that its questionnaires are still those that were
    asked.
    """

    def __init__(self, verify: Callable[[Assessment, Path], None], form: Form = TODAY) -> None:
        self._verify = verify
        self._form = form
        self._known: dict[bytes, tuple[AskedQuestionnaire, ...]] = {}

    def read(self, path: Path) -> Assessment:
        """Return what the file says.

        Raises:
            AssessError: It cannot be read, is not sound, or was written by a newer program.

        """
        content, name = read_bytes(path), shown_name(path)
        head, key, ending = content.partition(LAST_KEY)
        mark = hashlib.sha256(ending).digest()
        found = _head(head, name, self._form) if key else None
        if found and mark in self._known and (glance := _together(found, self._known[mark])):
            return glance
        assessment = loads(content, name, self._form)
        self._verify(assessment, path)
        if found and _parts(found) == _parts(assessment):
            self._remember(mark, assessment)
        return assessment

    def _remember(self, mark: bytes, assessment: Assessment) -> None:
        """Keep the questionnaires of an ending that holds nothing else."""
        while len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[mark] = assessment.as_asked


def _head(content: bytes, file: str, form: Form) -> Head | None:
    """Return what stands before the questionnaires; None where anything about it is doubtful."""
    try:
        text = decoded(content, file) + "}"
        if strict_json.parse(text) is None:
            return None
        head = Head.model_validate_json(text)
    except (AssessError, ValidationError):
        return None
    return head if head.schema_number == form.number else None


def _together(head: Head, asked: tuple[AskedQuestionnaire, ...]) -> Assessment | None:
    """Return the assessment of both parts; None where they do not agree."""
    said = {*head.model_fields_set, "as_asked"}
    assessment = Assessment.model_construct(said, **_parts(head), as_asked=asked)
    return None if any(True for _ in disagreements(assessment)) else assessment


def _parts(head: Head) -> dict[str, Any]:
    """Return the fields that stand before the questionnaires, by name."""
    return {name: getattr(head, name) for name in Head.model_fields}

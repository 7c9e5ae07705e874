"""Which assessment of a folder is the cycle before another one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from assess.errors import AssessError
from assess.store import assessments

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from assess.model.assessment import Assessment

_HEAD: Final = 4096
"""In so many bytes from its start a file names its organisation."""


def cycle_before(
    assessment: Assessment, among: Iterable[tuple[Path, Assessment]]
) -> tuple[Path, Assessment] | None:
    """Return the last one of the same organisation and unit with an earlier date, if any."""
    earlier = [
        (file, other)
        for file, other in among
        if (other.organisation, other.unit) == (assessment.organisation, assessment.unit)
        and other.date < assessment.date
    ]
    return max(earlier, key=lambda found: (found[1].date, found[0]), default=None)


def cycle_before_in(
    files: Iterable[Path], assessment: Assessment
) -> tuple[Path, Assessment] | None:
    """Return the cycle before from *files*; those that cannot be read do not count.

    Only files that name the organisation at their start are read whole.
    """
    name = json.dumps(assessment.organisation, ensure_ascii=False).encode()
    named = [file for file in files if name in _head(file)]
    return cycle_before(assessment, [pair for file in named for pair in _read(file)])


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_HEAD)
    except OSError:
        return b""


def _read(file: Path) -> list[tuple[Path, Assessment]]:
    try:
        return [(file, assessments.load(file))]
    except AssessError:
        return []

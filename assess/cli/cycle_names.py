"""How the next cycle is called, and its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assess.cli.files import ENDING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_YEAR = re.compile(r"(?P<year>\d{4})(?P<until>[/\u2013-](?:\d{4}|\d{2})(?!\d))?")
"""A year, and the one in which a cycle ends that goes over two: 2026/27, 2026-2027."""


def next_cycle(last: str, date: dt.date) -> str:
    """Return the name of the *last* cycle with its year one later, or the year of *date*."""
    if not _YEAR.search(last):
        return str(date.year)
    return _YEAR.sub(_one_later, last, count=1)


def path_of_next(file: Path, cycle: str, new: str) -> Path:
    """Return the path beside *file* that has *new* where its name has *cycle*, else at its end."""
    stem, old, later = file.name.removesuffix(ENDING), _safe(cycle), _safe(new)
    for before, after in ((cycle, new), (old, later), (old.lower(), later.lower())):
        if before and before in stem:
            return file.with_name((_safe(stem.replace(before, after)) or new) + ENDING)
    return file.with_name(_safe(f"{stem}-{new}") + ENDING)


def _safe(text: str) -> str:
    """Return *text* as a part of a file name."""
    return re.sub(r"[^\w.-]+", "-", text).strip("-")


def _one_later(found: re.Match[str]) -> str:
    """Return the years of *found* one later; what is not the next year stays, as in 2026-03."""
    year, until = int(found["year"]) + 1, found["until"] or ""
    if until and str(year).endswith(until[1:]):
        until = until[0] + str(year + 1)[1 - len(until) :]
    return f"{year}{until}"

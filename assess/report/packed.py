"""Office documents are zip files: the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt

YEARS: Final = range(1980, 2108)
"""The years that a zip file can tell."""


def repacked(content: bytes, day: dt.date) -> bytes:
    """Return the zip file *content* as if all that is in it had been written on *day*."""
    year = min(max(day.year, YEARS[0]), YEARS[-1])
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            target.writestr(entry, source.read(name))
    return made.getvalue()

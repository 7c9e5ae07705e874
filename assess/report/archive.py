"""Office documents are zip files: the same parts always give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Final

FIRST: Final = dt.date(1980, 1, 1)
LAST: Final = dt.date(2107, 12, 31)
"""The days that a zip file can tell."""


def moment(day: dt.date) -> dt.datetime:
    """Return when something of this *day* is said to be made: at midnight, as far as it can be."""
    told = min(max(day, FIRST), LAST)
    return dt.datetime(told.year, told.month, told.day)  # noqa: DTZ001  files say no time zone


def repacked(content: bytes, day: dt.date) -> bytes:
    """Return the zip file *content* as if all that is in it had been written on *day*."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, moment(day).timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            target.writestr(entry, source.read(name))
    return made.getvalue()

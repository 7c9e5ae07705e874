"""The same bytes for the same slides: no date of making, no order of chance."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST: Final = dt.date(1980, 1, 1)
LAST: Final = dt.date(2107, 12, 31)
"""The days that an archive can tell."""


def moment(day: dt.date) -> dt.datetime:
    """Return when something of this *day* is said to be made: at midnight, as far as it can be."""
    told = min(max(day, FIRST), LAST)
    return dt.datetime(told.year, told.month, told.day)  # noqa: DTZ001  files say no time zone


def settled(content: bytes, when: dt.datetime) -> bytes:
    """Return an office document with every part dated *when*."""
    settled_file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(settled_file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, when.timetuple()[:6])
            part.compress_type, part.create_system = ZIP_DEFLATED, 3
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return settled_file.getvalue()

"""The plan as CSV (RFC 4180), for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from assess.report.formats.csv import MARK, cell
from assess.report.plans.rows import Row, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.planned import PlannedAction
    from assess.report.plans import Sheet

COLUMNS: Final = Row._fields
"""The names in the head, the same in every language."""


def render(plan: Sequence[PlannedAction], _sheet: Sheet) -> bytes:
    """Return one row an action; days as ISO 8601, the status by its id."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row, action in zip(rows(plan), plan, strict=True):
        day = row.due.isoformat() if row.due else ""
        plain = row._replace(status=action.status)
        values = [day if name == "due" else value for name, value in plain._asdict().items()]
        writer.writerow([cell(value) for value in values])
    return f"{MARK}{text.getvalue()}".encode()

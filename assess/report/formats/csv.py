"""The answers as CSV (RFC 4180), one question a row, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from assess.report.answers import answers
from assess.report.characters import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.base import Number
    from assess.report.answers import Row
    from assess.report.look import Look
    from assess.report.report import Report

COLUMNS: Final = (
    "dimension_id",
    "dimension",
    "companion",
    "section",
    "question_id",
    "number",
    "title",
    "question",
    "state",
    "level",
    "level_name",
    "value",
    "counted_value",
    "weight",
    "note",
    "evidence",
    "reason",
    "level_before",
    "movement",
    "actions",
    "agreed",
)
"""The names in the head, the same in every language; new ones only ever come after them."""

BETWEEN: Final = " | "
"""What parts several pieces of evidence, or actions, in one cell."""

FORMULA: Final = re.compile("[\\s\N{REPLACEMENT CHARACTER}]*[=+\\-@＝＋－＠\t\n]")  # noqa: RUF001
"""What spreadsheets may take for the start of a formula (OWASP, CSV Injection)."""

MARK: Final = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def render(report: Report, _look: Look) -> bytes:
    """Return the answers as a table, every one of them whatever sections were chosen."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in answers(report):
        values = _values(row)
        writer.writerow([cell(values[name]) for name in COLUMNS])
    return f"{MARK}{text.getvalue()}".encode()


def _values(row: Row) -> Mapping[str, Number | str | None]:
    return {
        **row._asdict(),
        "companion": "true" if row.companion else "false",
        "evidence": BETWEEN.join(row.evidence),
        "agreed": BETWEEN.join(f"{a.action} ({a.status.words})" for a in row.agreed),
        "actions": BETWEEN.join(f"{s.number} {s.action} ({s.asked})" for s in row.actions),
    }


def cell(value: Number | str | None) -> Number | str | None:
    """Return a number as it is, and text so that no spreadsheet takes it for a formula."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if FORMULA.match(text) else text

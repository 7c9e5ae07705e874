"""The plan as an Excel file: one table, filterable, with a list of states to choose from."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final

import xlsxwriter

from assess.language.messages import _
from assess.model.planned import STATUS_WORDS
from assess.report.formats.xlsx import OPTIONS
from assess.report.plans.rows import heads, rows
from assess.report.workbook import cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from assess.model.planned import PlannedAction
    from assess.report.plans import Sheet

WIDTHS: Final = (6, 46, 20, 13, 14, 30, 24, 26, 10, 30)
STATUS: Final = 4
"""The column in which a state is chosen."""


def render(plan: Sequence[PlannedAction], sheet: Sheet) -> bytes:
    """Return a workbook with one sheet."""
    content, shown = io.BytesIO(), list(rows(plan))
    with xlsxwriter.Workbook(content, OPTIONS) as file:
        made = dt.datetime.combine(sheet.day, dt.time(), dt.UTC).replace(tzinfo=None)
        file.set_properties({"title": cells.property_of_file(sheet.title), "created": made})
        page = file.add_worksheet(cells.sheet_name(_("Plan"), ()))
        text = file.add_format({"text_wrap": True, "valign": "top"})
        day = file.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"})
        for place, row in enumerate(shown, 1):
            for column, value in enumerate(row):
                _put(page, place, column, value, day if isinstance(value, dt.date) else text)
        _finish(page, max(1, len(shown)))
    return content.getvalue()


def _put(
    page: Worksheet, row: int, column: int, value: str | int | dt.date | None, style: object
) -> None:
    if isinstance(value, dt.date):
        page.write_datetime(row, column, value, style)
    elif isinstance(value, int):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, cells.text(value or ""), style)


def _finish(page: Worksheet, count: int) -> None:
    """Make a table of *count* rows that can be filtered, printed, and worked with."""
    columns = [{"header": title} for title in heads()]
    table = {"columns": columns, "name": "Plan", "style": "Table Style Light 1"}
    page.add_table(0, 0, count, len(columns) - 1, table)
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    states = [_(words) for words in STATUS_WORDS.values()]
    page.data_validation(1, STATUS, count, STATUS, {"validate": "list", "source": states})
    page.freeze_panes(1, 2)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)

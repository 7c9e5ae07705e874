"""The workbook behind a chart, in which its numbers are changed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


def workbook(
    categories: Sequence[str],
    series: Sequence[tuple[str, Sequence[float | None]]],
    form: str,
    *,
    moment: dt.datetime,
) -> bytes:
    """Return the workbook, laid out as the chart refers to it; no text in it is a formula.

    Numbers have the format *form*; *moment* is when it is said to be made.
    """
    file = BytesIO()
    book = Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": moment})
    sheet = book.add_worksheet()
    digits = book.add_format({"num_format": form})
    sheet.set_column(0, 0, 40)
    for row, name in enumerate(categories, 1):
        sheet.write_string(row, 0, name)
    for column, (name, values) in enumerate(series, 1):
        sheet.write_string(0, column, name)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, column, value, digits)
    book.close()
    return file.getvalue()

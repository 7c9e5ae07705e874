"""A comparison as an Excel file: numbers that add up, under heads that stay in sight."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import xlsxwriter

from assess.report.compared.cycles import Cycles
from assess.report.formats.xlsx import OPTIONS
from assess.report.workbook import cycles, members
from assess.report.workbook.book import FIRST_DAY, About, Book

if TYPE_CHECKING:
    import datetime as dt

    from assess.report.compared import Compared
    from assess.report.look import Look


def render(compared: Compared, look: Look) -> bytes:
    """Return a workbook with everything that is compared, however much it is."""
    content = io.BytesIO()
    whose = ", ".join(filter(None, (compared.who, compared.unit, compared.span)))
    with xlsxwriter.Workbook(content, OPTIONS) as file:
        book = Book(file, About(compared.title, whose, "", _day(compared)), look)
        if isinstance(compared, Cycles):
            cycles.write(book, compared)
        else:
            members.write(book, compared)
    return content.getvalue()


def _day(compared: Compared) -> dt.date:
    """Return the day of the latest cycle; where nobody is named, that of no member."""
    if isinstance(compared, Cycles):
        return compared.trend.cycles[-1].date
    return max((m.date for m in compared.portfolio.members if m.date), default=FIRST_DAY)

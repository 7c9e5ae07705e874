"""The sheet of answers: one row a question, to be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.report.answers import answers
from assess.report.workbook.book import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.report.answers import Row
    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*."""
    rows = [tuple(_cells(report, row)) for row in answers(report)]
    columns = tuple(_columns(report))
    sheet = book.table(_("Answers"), columns, rows)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A2:A{len(rows) + 1}"})


def _columns(report: Report) -> Iterator[Column]:
    yield Column("#", 6)
    yield Column(_("Dimension"), 16)
    yield Column(_("Section"), 12)
    yield Column(_("Question"), 22, "strong")
    yield Column(_("Text"), 30)
    yield Column(_("Answer"), 14)
    yield Column(_("Level"), 8, "number")
    yield Column(_("Weight"), 8, "number")
    yield Column(_("Note"), 34)
    yield Column(_("Evidence"), 24)
    yield Column(_("Reason"), 16)
    if report.comparison:
        yield Column(_("Level before"), 10, "number")
        yield Column(_("Change"), 16)
    yield Column(_("Actions"), 34)


def _cells(report: Report, row: Row) -> Iterator[Value]:
    yield row.number
    yield row.dimension
    yield row.section
    yield row.title
    yield row.question
    yield row.answer
    yield row.level
    yield row.weight
    yield row.note
    yield "\n".join(row.evidence)
    yield row.reason
    if report.comparison:
        yield row.level_before
        yield row.moved
    yield "\n".join(f"{step.number} {step.action}" for step in row.actions)

"""The sheet of what was agreed, with what became of it and how the questions moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.report.workbook.book import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*."""
    columns, rows = _columns(), list(_rows(report))
    sheet = book.table(_("What was agreed"), columns, rows)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    note = _("What stands beside an action is no proof that the action caused it.")
    book.put(sheet, len(rows) + 2, 0, note, "soft")


def _columns() -> Sequence[Column]:
    return (
        Column(_("Action"), 44, "strong"),
        Column(_("Agreed in"), 12),
        Column(_("Owner"), 18),
        Column(_("Due"), 14, "date"),
        Column(_("Status"), 16),
        Column(_("Evidence"), 30),
        Column(_("Question"), 26),
        Column(_("Level before"), 10, "number"),
        Column(_("Level"), 8, "number"),
        Column(_("Change"), 20),
    )


def _rows(report: Report) -> Iterator[Sequence[Value]]:
    for shown, action in zip(report.agreed, report.card.plan, strict=True):
        yield (
            shown.action,
            shown.cycle,
            shown.owner,
            action.due,
            shown.status.words,
            shown.shown,
            shown.question,
            action.before,
            action.after,
            shown.moved.words,
        )

"""The sheet of actions, with room for what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.report.workbook.book import Column
from assess.scoring.means import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value

TICK: Final = "✓"


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*."""
    columns, rows = _columns(), list(_rows(report))
    sheet = book.table(_("Plan"), columns, rows)
    sheet.freeze_panes(1, 2)
    last = len(columns) - 1
    heads = [{"header": column.title, "header_format": book.head} for column in columns]
    sheet.add_table(
        0, 0, len(rows), last, {"columns": heads, "name": "Plan", "style": "Table Style Light 1"}
    )
    states = [_("to do"), _("in progress"), _("done"), _("dropped")]
    status = last - 1
    sheet.data_validation(1, status, len(rows), status, {"validate": "list", "source": states})


def _columns() -> Sequence[Column]:
    return (
        Column("#", 6, "number"),
        Column(_("Action"), 44, "strong"),
        Column(_("Owner"), 18),
        Column(_("Due"), 14, "date"),
        Column(_("Effort"), 12),
        Column(_("Impact"), 12, "number"),
        Column(_("Priority"), 14, "number"),
        Column(_("Quick win"), 12),
        Column(_("Dimension"), 18),
        Column(_("Question"), 26),
        Column(_("Status"), 13),
        Column(_("Comment"), 28),
    )


def _rows(report: Report) -> Iterator[Sequence[Value]]:
    questions = {
        asked.id: f"{asked.label} {asked.title}"
        for chapter in report.chapters
        for part in chapter.sections
        for asked in part.questions
    }
    for step, action in zip(report.steps, report.card.actions, strict=True):
        yield (
            step.number,
            step.action,
            step.owner,
            action.due,
            step.effort,
            step.impact,
            float(rounded(action.priority, 2)),
            TICK if step.quick_win else "",
            step.dimension,
            questions[step.question],
            "",
            "",
        )

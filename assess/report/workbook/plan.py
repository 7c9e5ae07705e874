"""The sheet of actions, with room for what becomes of each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.model.planned import STATUS_WORDS
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
    columns, rows = list(_columns(report)), list(_rows(report))
    sheet = book.table(_("Plan"), columns, rows)
    sheet.freeze_panes(1, 2)
    last = len(columns) - 1
    heads = [{"header": column.title, "header_format": book.head} for column in columns]
    sheet.add_table(
        0, 0, len(rows), last, {"columns": heads, "name": "Plan", "style": "Table Style Light 1"}
    )
    states = [_("to do"), *map(_, STATUS_WORDS.values())]
    status = last - 1
    sheet.data_validation(1, status, len(rows), status, {"validate": "list", "source": states})


def _columns(report: Report) -> Iterator[Column]:
    yield Column("#", 6, "number")
    yield Column(_("Action"), 44, "strong")
    yield Column(_("Owner"), 18)
    yield Column(_("Due"), 14, "date")
    yield Column(_("Effort"), 12)
    yield Column(_("Impact"), 12, "number")
    yield Column(_("Priority"), 14, "number")
    if report.firmness:
        yield Column(report.firmness.head, 12, "share")
    yield Column(_("Quick win"), 12)
    yield Column(_("Dimension"), 18)
    yield Column(_("Question"), 26)
    yield Column(_("Status"), 13)
    yield Column(_("Comment"), 28)


def _rows(report: Report) -> Iterator[Sequence[Value]]:
    questions = {
        asked.id: f"{asked.label} {asked.title}"
        for chapter in report.chapters
        for part in chapter.sections
        for asked in part.questions
    }
    firm = report.firmness
    states = {action.id: _(STATUS_WORDS[action.status]) for action in report.card.plan}
    for step, action in zip(report.steps, report.card.actions, strict=True):
        yield (
            step.number,
            step.action,
            step.owner,
            dt.date.fromisoformat(step.day),
            step.effort,
            step.impact,
            float(rounded(action.priority, 2)),
            *([firm.tried.shares[action.id]] if firm else ()),
            TICK if step.quick_win else "",
            step.dimension,
            questions[step.question],
            states.get(action.id, ""),
            "",
        )

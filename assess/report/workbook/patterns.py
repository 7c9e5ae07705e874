"""The sheet of failure patterns: those that are seen, those not judged yet, and the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import clauses
from assess.language.messages import _
from assess.report.findings import SEVERITY_WORDS
from assess.report.workbook.book import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.scorecard import PatternResult
    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*."""
    columns = (
        Column(_("Pattern"), 24, "strong"),
        Column(_("Severity"), 12),
        Column(_("State"), 14),
        Column(_("Description"), 34),
        Column(_("What it leads to"), 28),
        Column(_("Why it is seen"), 28),
        Column(_("Questions"), 28),
        Column(_("First remedy"), 28),
        Column(_("Check it"), 28),
    )
    rows = list(_rows(report))
    sheet = book.table(_("Patterns"), columns, rows)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _rows(report: Report) -> Iterator[Sequence[Value]]:
    for card in report.patterns.cards:
        pattern = card.pattern
        yield (
            *_named(pattern, _("seen")),
            pattern.consequence,
            pattern.plain,
            clauses(title for _id, title in card.questions),
            pattern.remedy_text,
            pattern.check,
        )
    unknown = [pattern for pattern in report.card.patterns if pattern.state == "unknown"]
    for pattern, unjudged in zip(unknown, report.patterns.unjudged, strict=True):
        waits = [title for _id, title in unjudged.open]
        told = clauses(filter(None, (*waits, unjudged.not_asked)))
        yield (*_named(pattern, _("cannot be judged")), "", "", told, "", "")
    for pattern in report.card.patterns:
        if pattern.state == "not-seen":
            yield (*_named(pattern, _("not seen")), "", "", "", "", "")


def _named(pattern: PatternResult, state: str) -> Sequence[Value]:
    return (pattern.name, _(SEVERITY_WORDS[pattern.severity]), state, pattern.description)

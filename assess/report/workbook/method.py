"""The sheets of what to know when reading the results: findings, rules, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import clauses, date
from assess.language.messages import _
from assess.report.workbook.book import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.scorecard import AskedVersion
    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value


def write_findings(book: Book, report: Report) -> None:
    """Add the sheet of findings to *book*."""
    columns = (
        Column(_("Rule"), 40, "strong"),
        Column(_("Dimension"), 26),
        Column(_("Finding"), 70),
        Column(_("Questions"), 50),
    )
    rows = [
        (found.title, found.dimension, found.say, clauses(title for _id, title in found.questions))
        for found in report.findings
    ]
    book.table(_("Findings"), columns, rows)


def write_method(book: Book, report: Report) -> None:
    """Add the sheet of rules and of what the report rests on to *book*."""
    columns = (Column(_("Rule"), 44, "strong"), Column("#", 10), Column(_("Text"), 100))
    book.table(_("Method"), columns, _rows(report))


def _rows(report: Report) -> Iterator[Sequence[Value]]:
    card = report.card
    if report.firmness:
        yield (report.firmness.head, "", report.firmness.method)
    for rule in card.rules:
        yield (rule.title, rule.id, rule.say)
    for asked in card.questionnaires:
        yield (_("Questionnaire"), "", _version(asked))
    yield (_("Answers"), "", card.answers_fingerprint)
    if report.comparison:
        side = report.comparison.before
        told = (side.organisation, side.cycle, date(side.date), _version(side.questionnaire))
        yield (_("Compared with"), "", ", ".join((*told, side.answers_fingerprint)))
    yield (_("Program"), "", f"assess {report.program_version}")


def _version(asked: AskedVersion) -> str:
    return f"{asked.title} ({asked.id} {asked.version}) {asked.fingerprint}"

"""The report as an Excel file: numbers that add up, an answer a row, and a plan to work with."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import xlsxwriter

from assess.report.workbook import (
    agreed,
    answers,
    changes,
    dimensions,
    method,
    patterns,
    plan,
    summary,
)
from assess.report.workbook.book import About, Book

if TYPE_CHECKING:
    from assess.report.look import Look
    from assess.report.report import Report

SHEETS: Final = (
    (summary.write, {"summary"}),
    (dimensions.write, {"profile", "gaps"}),
    (answers.write, {"details"}),
    (patterns.write, {"patterns"}),
    (plan.write, {"priorities", "roadmap"}),
    (agreed.write, {"agreed"}),
    (changes.write, {"since"}),
    (method.write_findings, {"findings"}),
    (method.write_method, {"method"}),
)
"""What writes each sheet, and the sections that it stands for: it is there if one of them is."""

OPTIONS: Final = {
    "in_memory": True,  # the parts get no dates
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def render(report: Report, look: Look) -> bytes:
    """Return a workbook with the sheets for the sections of *report*."""
    content, shown = io.BytesIO(), {section.id for section in report.sections}
    with xlsxwriter.Workbook(content, OPTIONS) as file:
        book = Book(file, _about(report), look)
        for write, sections in SHEETS:
            if shown & sections:
                write(book, report)
    return content.getvalue()


def _about(report: Report) -> About:
    card = report.card
    whose = ", ".join(filter(None, (card.organisation, card.unit, card.cycle)))
    return About(report.title, whose, card.assessor, card.date)

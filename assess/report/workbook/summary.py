"""The first sheet: the verdict, the key figures, and the decisions to take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import date
from assess.language.messages import _
from assess.report.workbook import cells
from assess.report.workbook.book import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value

WIDTHS = (26, 34, 84)
LARGE_WIDTHS = (26, 34, 44)
"""The widths of the columns in letters: of the usual size, and as high as those of the verdict."""

TITLE_HIGH = 26


class Line(NamedTuple):
    """One row: what it is about, a value or a name in its style, and the words on it."""

    label: str
    value: Value
    words: str
    style: str = "left"
    said: str = "plain"


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*."""
    sheet = book.sheet(_("Summary"), WIDTHS)
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 1)
    card = report.card
    book.put(sheet, 0, 0, ", ".join(filter(None, (card.organisation, card.unit))), "title")
    sheet.set_row(0, TITLE_HIGH)
    book.put(sheet, 1, 0, _about(report), "soft")
    book.put(sheet, 2, 0, book.confidentiality, "soft")
    for row, line in enumerate(_lines(report), 4):
        shown = (
            Cell(line.label, "label"),
            Cell(line.value, line.style),
            Cell(line.words, line.said),
        )
        large = line.said == "verdict"
        book.row(sheet, row, shown, LARGE_WIDTHS if large else WIDTHS)


def _about(report: Report) -> str:
    card = report.card
    told = [report.title, card.cycle, date(card.date)]
    if card.assessor:
        told.append(_("assessed by {name}", name=card.assessor))
    return " · ".join(told)


def _lines(report: Report) -> Iterator[Line]:
    """Yield the rows from the verdict on; a row without anything parts them."""
    nothing = Line("", "", "")
    yield Line("", "", report.verdict, said="verdict")
    yield Line("", "", report.lead)
    if lifted := " ".join(filter(None, (report.lift, report.limit_reason))):
        yield Line(_("Next level"), "", lifted)
    if firm := report.firmness:
        yield Line(_("Priorities"), "", " ".join(filter(None, (firm.top, firm.movers))))
    yield nothing
    yield from _figures(report)
    asked = [(step.asked, step.action) for step in report.decisions]
    for points in report.lists:
        yield nothing
        named = [(point.name, point.text) for point in points.points]
        yield from _listed(points.title, named, points.nothing)
    yield nothing
    yield from _listed(_("Decisions to take"), asked, report.no_decision)


def _figures(report: Report) -> Iterator[Line]:
    """Yield the key figures; those that are single numbers are numbers here too."""
    overall, hero = report.card.overall, report.hero
    yield _number(_("Overall score"), overall.score, hero.score, hero.level, "left score")
    if report.comparison and hero.change:
        told = " · ".join(filter(None, (hero.against, hero.like, hero.level_before)))
        yield Line(_("Change"), cells.change(report.comparison.overall), told, "left change")
    evidenced, coverage, *others = report.figures
    score = overall.evidenced_score
    yield _number(evidenced.title, score, evidenced.value, evidenced.note, "left score")
    yield _number(coverage.title, overall.coverage, coverage.value, coverage.note, "left share")
    for figure in others:
        count = int(figure.value) if figure.value.isdecimal() else figure.value
        yield Line(figure.title, count, figure.note)


def _number(label: str, number: Fraction | None, shown: str, words: str, style: str) -> Line:
    """Return a row with the number, or with what is *shown* where there is none."""
    return Line(label, shown if number is None else number, words, style)


def _listed(title: str, entries: Sequence[tuple[str, str]], nothing: str) -> Iterator[Line]:
    """Yield the entries of a list, the first with its title; *nothing* where there are none."""
    for place, (name, words) in enumerate(entries or [("", nothing)]):
        yield Line("" if place else title, name, words)

"""The sheets of many assessments: ranks with every score, and the spread of each dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.report.workbook.book import Column
from assess.scoring.naming import five_names, member_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.portfolio import Portfolio, Spread
    from assess.report.compared.members import Members
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value


def write(book: Book, members: Members) -> None:
    """Add the sheets to *book*."""
    portfolio = members.portfolio
    rows = list(_ranks(portfolio))
    columns = _columns(portfolio)
    sheet = book.table(_("Ranks"), columns, rows)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    _write_spread(book, portfolio, members.notes)


def _columns(portfolio: Portfolio) -> Sequence[Column]:
    named = () if portfolio.anonymous else (Column(_("Cycle"), 14), Column(_("Date"), 14, "date"))
    return (
        Column(_("Rank"), 10, "number"),
        Column(_("Name"), 40, "strong"),
        *named,
        Column(_("Score"), 12, "score"),
        Column(_("Level"), 10, "number"),
        Column(_("Coverage"), 12, "share"),
        Column(_("Quarter"), 12, "number"),
        *(Column(title, 16, "score") for title in portfolio.titles.values()),
    )


def _ranks(portfolio: Portfolio) -> Iterator[Sequence[Value]]:
    for member in portfolio.members:
        yield (
            member.rank,
            member_name(member, portfolio),
            *(() if portfolio.anonymous else (member.cycle, member.date)),
            member.score,
            member.level,
            member.coverage,
            member.quarter,
            *(member.dimensions.get(name) for name in portfolio.titles),
        )


def _write_spread(book: Book, portfolio: Portfolio, notes: Sequence[str]) -> None:
    columns = (
        Column(_("Dimension"), 40, "strong"),
        Column(_("Scores"), 12, "number"),
        *(Column(name, 16, "score") for name in five_names()),
    )
    each = [(title, portfolio.dimensions[name]) for name, title in portfolio.titles.items()]
    rows = [_five(title, spread) for title, spread in (*each, (_("Overall"), portfolio.spread))]
    sheet = book.table(_("Spread of the scores"), columns, rows)
    for place, note in enumerate(notes, len(rows) + 2):
        book.put(sheet, place, 0, note, "soft")


def _five(title: str, spread: Spread | None) -> Sequence[Value]:
    if spread is None:
        return (title, 0, *[None] * len(five_names()))
    return (title, spread.count, *spread.five)

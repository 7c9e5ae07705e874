"""Many assessments on the screen: ranks, quarters and spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, n_
from assess.scoring.naming import five_names, left_out_of, member_name, recognised
from assess.terminal.safe import safe_text
from assess.terminal.screen import (
    NONE,
    console,
    heading,
    in_lines,
    number,
    number_table,
    paragraph,
    percent,
    print_lines,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from assess.model.portfolio import Member, Portfolio, Spread


def print_portfolio(portfolio: Portfolio) -> None:
    """Print *portfolio* on standard output."""
    here = console()
    count = n_("{n} assessment", "{n} assessments", len(portfolio.members))
    heading(here, f"{portfolio.organisation}: {count}" if portfolio.organisation else count)
    titles = (_("Rank"), _("Score"), _("Level"), _("Coverage"), _("Quarter"), _("Cycle"))
    shown = len(titles) - portfolio.anonymous
    rows = [_row(member, portfolio)[: shown + 1] for member in portfolio.members]
    _print_rows(here, titles[:shown], rows)
    heading(here, _("Spread of the scores"))
    each = [(title, portfolio.dimensions.get(name)) for name, title in portfolio.titles.items()]
    _print_rows(
        here, five_names(), [_five(t, s) for t, s in (*each, (_("Overall"), portfolio.spread))]
    )
    if told := " ".join(filter(None, (left_out_of(portfolio), recognised(portfolio)))):
        paragraph(here, told)


def _row(member: Member, portfolio: Portfolio) -> tuple[str, ...]:
    return (
        member_name(member, portfolio),
        NONE if member.rank is None else str(member.rank),
        number(member.score),
        NONE if member.level is None else str(member.level),
        percent(member.coverage),
        NONE if member.quarter is None else str(member.quarter),
        member.cycle,
    )


def _five(title: str, spread: Spread | None) -> tuple[str, ...]:
    if spread is None:
        return (title, *[NONE] * len(five_names()))
    return (title, *map(number, spread.five))


def _print_rows(here: Console, titles: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
    if in_lines(here):
        print_lines(here, titles, rows)
        return
    table = number_table(titles, rows)
    for name, *cells in rows:
        table.add_row(safe_text(name, lines=False), *cells)
    here.print(table)

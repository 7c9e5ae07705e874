"""`assess compare`: what changed from one assessment to the next, and how many stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment, odd_pair
from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assess.scoring.portfolio import By

FEWEST = 2


@spoken.command("compare")
@spoken.argument("files", nargs=-1, required=True, type=FILE)
@spoken.option(
    "--by",
    type=click.Choice(["unit", "organisation"]),
    help="Ranks, quarters and spread of many, the latest cycle of each.",
)
@spoken.option("--anonymous", is_flag=True, help="With --by: name nobody, number by rank.")
@spoken.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
def command(files: tuple[Path, ...], by: By | None, *, anonymous: bool, as_json: bool) -> None:
    """Show what changed between the assessments FILES, by their dates.

    Only questions that mean the same and have a level on both sides enter the like-for-like
    score; the rest is listed with the reason. With --by, FILES may be folders.
    """
    if by:
        from assess.cli.portfolios import show_portfolio

        show_portfolio(files, by, anonymous=anonymous, as_json=as_json)
        return
    if anonymous:
        raise click.UsageError(_("--anonymous goes with --by."))
    if len(files) < FEWEST:
        raise click.UsageError(_("Name two assessments or more, or --by unit for many."))
    if len(files) == FEWEST:
        _show_pair(files, as_json=as_json)
    else:
        _show_trend(files, as_json=as_json)


def _show_pair(files: Sequence[Path], *, as_json: bool) -> None:
    from assess.cli.printing import print_json
    from assess.scoring.compare import compare
    from assess.terminal.comparison import print_comparison

    earlier, later = map(load_assessment, files)
    comparison = compare(earlier, later)
    if note := odd_pair(earlier, later):
        click.echo(note, err=True)
    if as_json:
        print_json(comparison)
    else:
        print_comparison(comparison)


def _show_trend(files: Sequence[Path], *, as_json: bool) -> None:
    from assess.cli.printing import print_json
    from assess.scoring.trend import trend
    from assess.terminal.trend import print_trend

    assessments = [load_assessment(file) for file in files]
    first = min(assessments, key=lambda one: one.date)
    for other in assessments:
        if (other.organisation, other.unit) != (first.organisation, first.unit):
            click.echo(odd_pair(first, other), err=True)
    found = trend(assessments)
    if as_json:
        print_json(found)
    else:
        print_trend(found)

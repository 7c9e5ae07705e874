"""`assess compare`: what changed from one assessment to the next, and how many stand together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment, odd_pair
from assess.language.messages import _
from assess.report.compared import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.cli.comparing import Result
    from assess.model.assessment import Assessment
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
@spoken.option(
    "-o",
    "--output",
    type=FILE,
    metavar="PATH",
    help="Write a page (.html) or a workbook (.xlsx) instead. `-` is standard output.",
)
@spoken.option(
    "--format",
    "wished",
    type=click.Choice(list(FORMATS)),
    help="The kind of file; by the end of PATH, if not given.",
)
@spoken.option("--open", "opened", is_flag=True, help="Show the file.")
@spoken.option("--force", is_flag=True, help="Overwrite the file if it exists.")
def command(  # noqa: PLR0913  one parameter an option, as click passes them
    files: tuple[Path, ...],
    by: By | None,
    output: Path | None,
    wished: str | None,
    *,
    anonymous: bool,
    as_json: bool,
    opened: bool,
    force: bool,
) -> None:
    """Show what changed between the assessments FILES, by their dates.

    Only questions that mean the same and have a level on both sides enter the like-for-like
    score; the rest is listed with the reason. Three or more show the way through all cycles. With
    --by, FILES may be folders.
    """
    from assess.cli.comparing import show, target_of, write

    if anonymous and not by:
        raise click.UsageError(_("--anonymous goes with --by."))
    if not by and len(files) < FEWEST:
        raise click.UsageError(_("Name two assessments or more, or --by unit for many."))
    if as_json and (output or wished):
        raise click.UsageError(_("--json and -o exclude each other."))
    target = target_of(output, wished, files, force=force)
    result = _portfolio(files, by, anonymous=anonymous) if by else _cycles(files)
    if target:
        write(result, target, opened=opened, force=force)
    else:
        show(result, as_json=as_json)
    result.tell_left_out()


def _portfolio(files: Sequence[Path], by: By, *, anonymous: bool) -> Result:
    from assess.cli.comparing import Result
    from assess.cli.portfolios import gathered

    return Result(*gathered(files, by, anonymous=anonymous))


def _cycles(files: Sequence[Path]) -> Result:
    """Return two cycles compared in the order given, or the way through more by their dates."""
    from assess.cli.comparing import Result
    from assess.scoring.compare import compare
    from assess.scoring.trend import trend

    assessments = [load_assessment(file) for file in files]
    _note_odd(assessments)
    if len(assessments) == FEWEST:
        return Result(compare(*assessments), last=assessments[-1])
    last = max(assessments, key=lambda one: one.date)
    return Result(trend(assessments), last=last)


def _note_odd(assessments: Sequence[Assessment]) -> None:
    """Say on standard error that they are not of one organisation, or in an odd order."""
    first, *others = assessments
    if len(assessments) > FEWEST:
        first = min(assessments, key=lambda one: one.date)
        others = [one for one in assessments if one is not first]
    for note in filter(None, (odd_pair(first, other) for other in others)):
        click.echo(note, err=True)

"""`assess compare`: what changed from one assessment to the next, and how many stand together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from assess.cli import spoken
from assess.cli.files import FILE, STANDARD_OUTPUT, load_alike, odd_pair, put
from assess.language.messages import _
from assess.report.compared import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from assess.cli.comparing import Found
    from assess.errors import AssessError
    from assess.scoring.portfolio import By

FEWEST = 2


class Result(NamedTuple):
    """What was found, and how it is made into a document of some kind.

    `left_out` says which of the files are not in it, and why.
    """

    found: Found
    document: Callable[[str], bytes]
    left_out: Sequence[AssessError] = ()


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
    from assess.cli.comparing import show, target_of
    from assess.cli.portfolios import tell_left_out
    from assess.store.durable import make_sure_free

    files = tuple(dict.fromkeys(files))
    _check_wishes(files, by, anonymous=anonymous)
    if as_json and (output or wished):
        raise click.UsageError(_("--json and -o exclude each other."))
    target = target_of(output, wished, files)
    if target and target.path != STANDARD_OUTPUT and not force:
        make_sure_free(target.path)
    result = _many(files, by, anonymous=anonymous) if by else _cycles(files)
    if target:
        put(target.path, result.document(target.format), force=force, opened=opened)
    else:
        show(result.found, as_json=as_json)
    tell_left_out(result.left_out)


def _check_wishes(files: Sequence[Path], by: By | None, *, anonymous: bool) -> None:
    """Refuse what only many have among few, and fewer than two."""
    if by:
        return
    if anonymous:
        raise click.UsageError(_("--anonymous goes with --by."))
    if len(files) < FEWEST:
        raise click.UsageError(_("Name two assessments or more, or --by unit for many."))


def _many(files: Sequence[Path], by: By, *, anonymous: bool) -> Result:
    from assess.cli.comparing import portfolio_as
    from assess.cli.portfolios import gathered

    found, left_out = gathered(files, by, anonymous=anonymous)
    return Result(found, partial(portfolio_as, found), left_out)


def _cycles(files: Sequence[Path]) -> Result:
    """Return two cycles compared in the order given, or the way through more by their dates."""
    from assess.cli.comparing import pair_as, trend_as

    assessments = load_alike(files)
    if len(assessments) == FEWEST:
        from assess.scoring.compare import compare

        before, after = assessments
        _note(odd_pair(before, after))
        document = partial(pair_as, before, after, files[-1])
        return Result(compare(before, after), document)
    from assess.scoring.trend import in_time, trend

    ordered = sorted(zip(assessments, files, strict=True), key=lambda pair: in_time(pair[0]))
    first, (last, file) = ordered[0][0], ordered[-1]
    _note(*(odd_pair(first, other) for other, _file in ordered[1:]))
    found = trend(assessments)
    return Result(found, partial(trend_as, found, last, file))


def _note(*remarks: str) -> None:
    for remark in dict.fromkeys(filter(None, remarks)):
        click.echo(remark, err=True)

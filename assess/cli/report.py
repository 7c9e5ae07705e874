"""`assess report`: the report for the board."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import __version__
from assess.cli import spoken
from assess.cli.files import ENDING as ASSESSMENT
from assess.cli.files import FILE, beside, load_assessment, load_shown, odd_pair
from assess.language.messages import _

if TYPE_CHECKING:
    from assess.model.assessment import Assessment
    from assess.model.comparison import Comparison

ENDING = ".report.html"


@spoken.command("report")
@spoken.argument("file", type=FILE)
@spoken.option(
    "-o",
    "--output",
    type=FILE,
    metavar="PATH",
    help="Where to write; NAME.report.html beside FILE, if not given. `-` is standard output.",
)
@spoken.option(
    "--against", type=FILE, metavar="FILE", help="Last year's assessment: show the change."
)
@spoken.option("--open", "opened", is_flag=True, help="Show the report in the browser.")
@spoken.option("--force", is_flag=True, help="Overwrite the report if it exists.")
def command(
    file: Path, output: Path | None, against: Path | None, *, opened: bool, force: bool
) -> None:
    """Write the report on FILE: one self-contained HTML page, ready to mail and to print."""
    from assess.store.durable import create

    assessment, missing = load_shown(file)
    last_year = load_assessment(against) if against else None
    target = output or beside(file, ENDING)
    if target.name.endswith(ASSESSMENT) or _same(target, file) or _same(target, against):
        raise click.UsageError(
            _("-o {target} is an assessment; a report would destroy it.", target=target)
        )
    if last_year and (note := odd_pair(last_year, assessment)):
        click.echo(note, err=True)
    page = report_page(assessment, last_year, untranslated=missing)
    if output == Path("-"):
        click.echo(page, nl=False)
        return
    create(target, page.encode(), force=force)
    click.echo(_("Wrote {target}", target=target), err=True)
    if opened:
        click.launch(target.resolve().as_uri())


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and path.resolve() == other.resolve()


def report_page(
    assessment: Assessment, last_year: Assessment | None, *, untranslated: int = 0
) -> str:
    """Return the report on *assessment* as HTML, with the change since *last_year*.

    *untranslated* counts the texts that stand there in their base language.
    """
    from assess.report.html import render
    from assess.scoring.evaluate import evaluate
    from assess.store.shipped import templates_folder

    return render(
        evaluate(assessment),
        comparison=_compared(last_year, assessment) if last_year else None,
        templates=templates_folder(),
        program_version=__version__,
        untranslated=untranslated,
    )


def _compared(before: Assessment, after: Assessment) -> Comparison:
    from assess.scoring.compare import compare

    return compare(before, after)

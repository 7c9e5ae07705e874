"""`assess report`: the report for the board."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import __version__
from assess.cli.files import FILE, beside, load_assessment

if TYPE_CHECKING:
    from assess.model.assessment import Assessment
    from assess.model.comparison import Comparison

ENDING = ".report.html"


@click.command("report")
@click.argument("file", type=FILE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="PATH",
    help="Where to write; NAME.report.html beside FILE, if not given. `-` is standard output.",
)
@click.option(
    "--against", type=FILE, metavar="FILE", help="Last year's assessment: show the change."
)
@click.option("--open", "opened", is_flag=True, help="Show the report in the browser.")
@click.option("--force", is_flag=True, help="Overwrite the report if it exists.")
def command(
    file: Path, output: Path | None, against: Path | None, *, opened: bool, force: bool
) -> None:
    """Write the report on FILE: one self-contained HTML page, ready to mail and to print."""
    from assess.store.durable import create

    page = report_page(load_assessment(file), load_assessment(against) if against else None)
    if output == Path("-"):
        click.echo(page, nl=False)
        return
    target = output or beside(file, ENDING)
    create(target, page.encode(), force=force)
    click.echo(f"Wrote {target}", err=True)
    if opened:
        click.launch(target.resolve().as_uri())


def report_page(assessment: Assessment, last_year: Assessment | None) -> str:
    """Return the report on *assessment* as HTML, with the change since *last_year*."""
    from assess.report.html import render
    from assess.scoring.evaluate import evaluate
    from assess.store.shipped import templates_folder

    return render(
        evaluate(assessment),
        comparison=_compared(last_year, assessment) if last_year else None,
        templates=templates_folder(),
        program_version=__version__,
    )


def _compared(before: Assessment, after: Assessment) -> Comparison:
    from assess.scoring.compare import compare

    return compare(before, after)

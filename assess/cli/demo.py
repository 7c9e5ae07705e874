"""`assess demo`: two example years, their reports and the comparison."""

from __future__ import annotations

import sys
from shutil import which
from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.files import FILE, beside, load_assessment, quoted
from assess.cli.reporting import look_of, report_of
from assess.cli.speaking import wished_language
from assess.language.messages import _
from assess.language.messages import spoken as spoken_language

if TYPE_CHECKING:
    from pathlib import Path

REPORT = ".report.html"


@spoken.command("demo")
@spoken.argument("folder", type=FILE, default="assess-demo")
@spoken.option("--force", is_flag=True, help="Overwrite what is in the folder.")
def command(folder: Path, *, force: bool) -> None:
    """Write two example years into FOLDER, with both reports and the comparison.

    It is what a consultant does in two years, done at once; look at the reports in a browser. A
    third year is begun, for an interview of your own.
    """
    from assess.report.formats.html import render
    from assess.scoring.compare import compare
    from assess.store import assessments
    from assess.store.durable import create
    from assess.store.examples import example_years, next_year
    from assess.store.folders import make_folder
    from assess.terminal.comparison import print_comparison

    make_folder(folder)
    years = example_years(wished_language() or spoken_language())
    begun = next_year(*years[-1])
    paths = [folder / name for name, _year in (*years, begun)]
    for path, (_name, year) in zip(paths, (*years, begun), strict=True):
        assessments.create(path, year, force=force)
    before, after = (load_assessment(path) for path in paths[:2])
    for path, year, last_year in ((paths[0], before, None), (paths[1], after, before)):
        page = render(report_of(year, last_year), look_of(year, path))
        create(beside(path, REPORT), page, force=force)
    print_comparison(compare(before, after))
    click.echo(_where_to_look(paths))


def _where_to_look(paths: list[Path]) -> str:
    before, after, begun = (quoted(path) for path in paths)
    program = "assess" if which("assess") else sys.argv[0]
    reports = [f"  {beside(path, REPORT).resolve().as_uri()}" for path in paths[:2]]
    tries = [f"score {after}", f"explain {after}", f"compare {before} {after}", f"run {begun}"]
    return "\n".join(
        [
            "",
            _("The reports, to open in a browser:"),
            *reports,
            "",
            _("Then try:"),
            *(f"  {program} {words}" for words in tries),
            "",
        ]
    )

"""`assess demo`: three example years, their reports, the comparison and the trend."""

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
    from collections.abc import Sequence
    from pathlib import Path

    from assess.model.assessment import Assessment

REPORT = ".report.html"


@spoken.command("demo")
@spoken.argument("folder", type=FILE, default="assess-demo")
@spoken.option("--force", is_flag=True, help="Overwrite what is in the folder.")
def command(folder: Path, *, force: bool) -> None:
    """Write three example years into FOLDER, with their reports and the trend.

    It is what a consultant does in three years, done at once; look at the reports in a browser. A
    fourth year is begun, for an interview of your own.
    """
    from assess.store import assessments
    from assess.store.examples import example_years
    from assess.store.folders import make_folder

    make_folder(folder)
    years = example_years(wished_language() or spoken_language())
    begun = _next_year(*years[-1])
    paths = [folder / name for name, _year in (*years, begun)]
    for path, (_name, year) in zip(paths, (*years, begun), strict=True):
        assessments.create(path, year, force=force)
    finished = [load_assessment(path) for path in paths[:-1]]
    _write_reports(paths, finished, force=force)
    _print_changes(finished)
    click.echo(_where_to_look(paths))


def _next_year(name: str, last: Assessment) -> tuple[str, Assessment]:
    """Return file name and assessment of the year after *last*, with nothing answered yet."""
    from assess.scoring.renewal import renewed

    day = last.date.replace(year=last.date.year + 1)
    begun = renewed(last, cycle=str(day.year), date=day)
    return name.replace(last.cycle, begun.cycle), begun


def _write_reports(paths: Sequence[Path], years: Sequence[Assessment], *, force: bool) -> None:
    from assess.report.formats.html import render
    from assess.store.durable import create

    for path, year, last_year in zip(paths, years, (None, *years), strict=False):
        page = render(report_of(year, last_year), look_of(year, path))
        create(beside(path, REPORT), page, force=force)


def _print_changes(years: Sequence[Assessment]) -> None:
    from assess.scoring.compare import compare
    from assess.scoring.trend import trend
    from assess.terminal.comparison import print_comparison
    from assess.terminal.trend import print_trend

    print_comparison(compare(*years[-2:]))
    print_trend(trend(years))


def _where_to_look(paths: Sequence[Path]) -> str:
    *finished, begun = map(quoted, paths)
    last = finished[-1]
    program = "assess" if which("assess") else sys.argv[0]
    reports = [f"  {beside(path, REPORT).resolve().as_uri()}" for path in paths[:-1]]
    tries = (f"score {last}", f"explain {last}", f"plan {last}", f"compare {' '.join(finished)}")
    return "\n".join(
        [
            "",
            _("The reports, to open in a browser:"),
            *reports,
            "",
            _("Then try:"),
            *(f"  {program} {words}" for words in (*tries, f"run {begun}")),
            "",
        ]
    )

"""`assess demo`: two example years, their reports and the comparison."""

from __future__ import annotations

import sys
from shutil import which
from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.files import ENDING, FILE, beside, load_assessment
from assess.cli.report import ENDING as REPORT
from assess.cli.report import report_page
from assess.language.messages import _

if TYPE_CHECKING:
    from pathlib import Path


@spoken.command("demo")
@spoken.argument("folder", type=FILE, default="assess-demo")
@spoken.option("--force", is_flag=True, help="Overwrite what is in the folder.")
def command(folder: Path, *, force: bool) -> None:
    """Write two example years into FOLDER, with both reports and the comparison.

    It is what a consultant does in two years, done at once; look at the reports in a browser.
    """
    from assess.scoring.compare import compare
    from assess.store.durable import create
    from assess.store.folders import files_ending, make_folder
    from assess.store.shipped import examples_folder
    from assess.store.source import read_bytes
    from assess.terminal.comparison import print_comparison

    make_folder(folder)
    examples = files_ending(examples_folder(), ENDING)
    paths = [folder / example.name for example in examples]
    for example, path in zip(examples, paths, strict=True):
        create(path, read_bytes(example), force=force)
    before, after = (load_assessment(path) for path in paths)
    for path, page in zip(
        paths, (report_page(before, None), report_page(after, before)), strict=True
    ):
        create(beside(path, REPORT), page.encode(), force=force)
    print_comparison(compare(before, after))
    click.echo(_where_to_look(paths))


def _where_to_look(paths: list[Path]) -> str:
    first, second = (beside(path, REPORT).resolve().as_uri() for path in paths)
    before, after = paths
    program = "assess" if which("assess") else sys.argv[0]
    return _(
        "\nThe reports, to open in a browser:\n  {first}\n  {second}\n\nThen try:\n  {program} "
        "score {after}\n  {program2} explain {after2}\n  {program3} compare {before} {after3}\n",
        first=first,
        second=second,
        program=program,
        after=after,
        program2=program,
        after2=after,
        program3=program,
        before=before,
        after3=after,
    )

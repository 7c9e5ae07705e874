"""`assess compare`: what changed from one assessment to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment, odd_pair

if TYPE_CHECKING:
    from pathlib import Path


@spoken.command("compare")
@spoken.argument("before", type=FILE)
@spoken.argument("after", type=FILE)
@spoken.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
def command(before: Path, after: Path, *, as_json: bool) -> None:
    """Show what changed from BEFORE to AFTER, two assessments of one questionnaire.

    Only questions that mean the same and have a level on both sides enter the like-for-like
    score; the rest is listed with the reason.
    """
    from assess.cli.printing import print_json
    from assess.scoring.compare import compare
    from assess.terminal.comparison import print_comparison

    earlier, later = load_assessment(before), load_assessment(after)
    comparison = compare(earlier, later)
    if note := odd_pair(earlier, later):
        click.echo(note, err=True)
    if as_json:
        print_json(comparison)
    else:
        print_comparison(comparison)

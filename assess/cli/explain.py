"""`assess explain`: how a number came about, or how it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment, odd_pair
from assess.language.messages import _

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.explanation import Explanation


@spoken.command("explain")
@spoken.argument("file", type=FILE)
@spoken.argument("what", required=False)
@spoken.option(
    "--against",
    type=FILE,
    metavar="EARLIER",
    help="How WHAT changed since EARLIER: bridge, like-for-like, a dimension or question.",
)
@spoken.option("--json", "as_json", is_flag=True, help="Print the explanation as JSON.")
def command(file: Path, what: str | None, *, against: Path | None, as_json: bool) -> None:
    """Show how WHAT in FILE came about: overall, stability, relapses, or an id.

    Ids are those of dimensions, questions, patterns and proposed actions. With --against the bridge
    from the score of EARLIER is shown, if WHAT is not given.
    """
    from assess.cli.printing import print_json
    from assess.terminal.explanation import print_explanation

    explanation = _change(file, against, what) if against else _result(file, what)
    if as_json:
        print_json(explanation)
    else:
        print_explanation(explanation)


def _result(file: Path, what: str | None) -> Explanation:
    from assess.scoring.explain import OF_A_CHANGE, OVERALL, explain

    if what in OF_A_CHANGE:
        raise click.UsageError(_("{what} needs --against EARLIER.", what=what))
    return explain(load_assessment(file), what or OVERALL)


def _change(file: Path, against: Path, what: str | None) -> Explanation:
    from assess.scoring.explain import BRIDGE
    from assess.scoring.explain_change import explain_change

    if what in {"stability", "relapses"}:
        raise click.UsageError(_("{what} goes without --against.", what=what))
    earlier, later = load_assessment(against), load_assessment(file)
    if note := odd_pair(earlier, later):
        click.echo(note, err=True)
    return explain_change(earlier, later, what or BRIDGE)

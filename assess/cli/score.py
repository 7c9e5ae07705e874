"""`assess score`: the result in the terminal, or as JSON for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment

if TYPE_CHECKING:
    from pathlib import Path


@spoken.command("score")
@spoken.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@spoken.option("--json", "as_json", is_flag=True, help="Print the whole scorecard as JSON.")
def command(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Show scores, levels, limits, patterns and first actions of each FILE.

    With --json several FILEs give an array. `-` is standard input.
    """
    from assess.cli.printing import print_json
    from assess.scoring.evaluate import evaluate

    cards = [evaluate(load_assessment(file)) for file in files]
    if as_json:
        print_json(cards[0] if len(cards) == 1 else cards)
        return
    from assess.terminal.scorecard import print_scorecard

    for card in cards:
        print_scorecard(card)

"""`assess explain`: how a number came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment

if TYPE_CHECKING:
    from pathlib import Path


@spoken.command("explain")
@spoken.argument("file", type=FILE)
@spoken.argument("what", default="overall")
@spoken.option("--json", "as_json", is_flag=True, help="Print the explanation as JSON.")
def command(file: Path, what: str, *, as_json: bool) -> None:
    """Show how WHAT in FILE came about: overall, or the id of a dimension, question or action."""
    from assess.cli.printing import print_json
    from assess.scoring.evaluate import evaluate
    from assess.scoring.explain import explain
    from assess.terminal.explanation import print_explanation

    explanation = explain(evaluate(load_assessment(file)), what)
    if as_json:
        print_json(explanation)
    else:
        print_explanation(explanation)

"""An explanation in the terminal: what a number rests on, indented step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.terminal.screen import console, heading, paragraph

if TYPE_CHECKING:
    from rich.console import Console

    from assess.model.explanation import Explanation


def print_explanation(explanation: Explanation) -> None:
    """Print *explanation* on standard output."""
    here = console()
    heading(here, explanation.label)
    paragraph(here, explanation.text)
    for part in explanation.parts:
        _print_part(here, part, indent=2)


def _print_part(here: Console, part: Explanation, *, indent: int) -> None:
    paragraph(here, f"{part.label}: {part.text}", indent=indent)
    for deeper in part.parts:
        _print_part(here, deeper, indent=indent + 2)

"""A comparison in the terminal: the scores, what moved, and what only looks changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from assess.scoring.means import rounded
from assess.terminal.safe import safe_text
from assess.terminal.screen import NONE, console, entry, heading, number, paragraph

if TYPE_CHECKING:
    from fractions import Fraction

    from rich.console import Console

    from assess.model.comparison import Comparison, QuestionChange

_MOVED = {"fell": "Fell", "rose": "Rose"}


def print_comparison(comparison: Comparison) -> None:
    """Print *comparison* on standard output."""
    here = console()
    before, after = comparison.before, comparison.after
    heading(here, f"{after.organisation}: {before.cycle} to {after.cycle}")
    _print_scores(here, comparison)
    for movement, title in _MOVED.items():
        _print_moved(here, title, [q for q in comparison.questions if q.movement == movement])
    _print_apart(here, [q for q in comparison.questions if q.reason])


def _print_scores(here: Console, comparison: Comparison) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("", overflow="fold")
    for name in (comparison.before.cycle, comparison.after.cycle, "Change", "Like for like"):
        table.add_column(safe_text(name, lines=False), justify="right")
    table.add_column("Rose/fell/stayed", justify="right")
    for dimension in comparison.dimensions:
        table.add_row(
            safe_text(dimension.title, lines=False),
            number(dimension.score.before),
            number(dimension.score.after),
            signed(dimension.score.change),
            signed(dimension.like_for_like.change),
            f"{dimension.rose}/{dimension.fell}/{dimension.stayed}",
        )
    overall, common = comparison.overall, comparison.like_for_like
    change = (signed(overall.change), signed(common.change))
    table.add_section()
    table.add_row("Overall", number(overall.before), number(overall.after), *change, style="bold")
    here.print(table)
    levels = " to ".join(
        "provisional" if level is None else f"level {level}"
        for level in (comparison.before_level, comparison.after_level)
    )
    paragraph(
        here,
        f"Overall {levels}. Like for like: the {common.questions} of {common.of} questions that "
        "mean the same and have a level on both sides.",
    )


def _print_moved(here: Console, title: str, changes: list[QuestionChange]) -> None:
    if changes:
        heading(here, f"{title}: {len(changes)}")
    for change in changes:
        entry(here, f"{change.before} → {change.after}", f"{change.title} ({change.id})")


def _print_apart(here: Console, changes: list[QuestionChange]) -> None:
    if changes:
        heading(here, f"Not comparable: {len(changes)}")
    for change in changes:
        entry(here, "-", f"{change.title} ({change.id}): {change.reason}")


def signed(change: Fraction | None) -> str:
    """Return *change* with one digit and its sign; `=` where nothing shows, a dash for none."""
    if change is None:
        return NONE
    shown = rounded(abs(change))
    if not shown:
        return "="
    return f"{'+' if change > 0 else '−'}{shown}"  # noqa: RUF001  the minus sign of typography

"""Several cycles on the screen: scores, relapses first, and the bridge from year to year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.scoring.naming import cycle_names
from assess.terminal.bridge import print_bridge
from assess.terminal.comparison import moved
from assess.terminal.relapses import print_relapses
from assess.terminal.safe import safe_text
from assess.terminal.screen import (
    console,
    heading,
    in_lines,
    number,
    number_table,
    paragraph,
    print_lines,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from rich.console import Console

    from assess.model.trend import Trend

BARS: Final = "▁▂▃▄▅▆▇█"


def print_trend(trend: Trend) -> None:
    """Print *trend* on standard output."""
    here = console()
    named = ", ".join(filter(None, (trend.organisation, trend.unit)))
    heading(
        here,
        _(
            "{organisation}: {before} to {after}",
            organisation=named,
            before=trend.cycles[0].cycle,
            after=trend.cycles[-1].cycle,
        ),
    )
    rows = [
        (title, [cycle.dimensions.get(name) for cycle in trend.cycles])
        for name, title in trend.titles.items()
    ]
    rows.append((_("Overall"), [cycle.score for cycle in trend.cycles]))
    names = cycle_names(trend)
    if in_lines(here):
        here.print()
        print_lines(here, names, [(title, *map(number, scores)) for title, scores in rows])
    else:
        _print_table(here, names, rows)
    _print_levels(here, trend)
    print_relapses(here, trend.relapses)
    for stage in trend.stages:
        print_bridge(here, stage.bridge, stage.before, stage.after)
    if trend.bridge and len(trend.stages) > 1:
        print_bridge(here, trend.bridge, trend.stages[0].before, trend.stages[-1].after)


def _print_table(
    here: Console, names: Sequence[str], rows: Sequence[tuple[str, list[Fraction | None]]]
) -> None:
    table = number_table(names, [(title, *map(number, scores)) for title, scores in rows])
    table.add_column("")
    for title, scores in rows[:-1]:
        table.add_row(safe_text(title, lines=False), *map(number, scores), _spark(scores))
    table.add_section()
    title, scores = rows[-1]
    table.add_row(title, *map(number, scores), _spark(scores), style="bold")
    here.print(table)


def _spark(scores: Sequence[Fraction | None]) -> str:
    """Return a small column for each score, between the lowest and the highest of them."""
    known = [score for score in scores if score is not None]
    if not known:
        return ""
    low, wide = min(known), max(known) - min(known)
    most = len(BARS) - 1
    return "".join(
        " " if score is None else BARS[int(most * (score - low) / wide) if wide else most // 2]
        for score in scores
    )


def _print_levels(here: Console, trend: Trend) -> None:
    levels = " → ".join(
        _("provisional") if cycle.level is None else str(cycle.level) for cycle in trend.cycles
    )
    last = trend.steps[-1]
    told = _("Levels: {levels}.", levels=levels)
    like = _(
        "Like for like since {cycle}: {change}.",
        cycle=last.before.cycle,
        change=moved(last.like_for_like),
    )
    paragraph(here, f"{told} {like}")

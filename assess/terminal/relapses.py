"""What rose and fell again, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.terminal.screen import entry, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from assess.model.comparison import Relapsed


def print_relapses(here: Console, relapses: Sequence[Relapsed]) -> None:
    """Print what rose and fell again; nothing where nothing did."""
    if relapses:
        heading(here, _("Rose and fell again: {n}", n=len(relapses)))
    for relapse in relapses:
        levels = " → ".join(map(str, relapse.levels))
        fell = _("fell after {cycle}", cycle=relapse.cycle)
        entry(here, levels, f"{relapse.title} ({relapse.question}), {fell}")

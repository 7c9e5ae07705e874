"""The way from one score to the next on the screen, as a sum that adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, n_
from assess.scoring import years
from assess.scoring.wording import parts_as_shown, score_in_bridge, with_sign
from assess.terminal.screen import entry, heading, paragraph

if TYPE_CHECKING:
    from rich.console import Console

    from assess.model.comparison import Bridge, BridgePart


def print_bridge(
    here: Console, bridge: Bridge, before: str, after: str, *, beside: bool = False
) -> None:
    """Print the score before, the parts that moved something, and the score after.

    *beside* tells that these are two organisations or units.
    """
    heading(here, _("From {before} to {after}", before=before, after=after))
    if bridge.before is None or bridge.after is None:
        paragraph(
            here, _("One side has no overall score, so there is no way from one to the other.")
        )
        return
    rows = [
        (with_sign(change), _named(part, beside=beside))
        for part, change in zip(bridge.parts, parts_as_shown(bridge), strict=True)
        if change is not None and part.change
    ]
    rows = [(score_in_bridge(bridge.before), before), *rows, (score_in_bridge(bridge.after), after)]
    room = max(len(mark) for mark, _name in rows)
    for mark, name in rows:
        entry(here, f"{mark:>{room}}", name)


def _named(part: BridgePart, *, beside: bool) -> str:
    name = years.part_name(part.kind, beside=beside)
    if not part.questions:
        return name
    return f"{name} ({n_('{n} question', '{n} questions', len(part.questions))})"

"""The bridges of a trend as rows of one table, and all of them together."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import capitalised
from assess.language.messages import _
from assess.model.comparison import PART_NAMES
from assess.report import numbers
from assess.report.bridge import difference, exactly
from assess.report.moves import ARROW
from assess.scoring.wording import basis_in_words, parts_as_shown, with_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.comparison import Bridge
    from assess.model.trend import Trend


class Way(NamedTuple):
    """One bridge: both scores, its parts by `PART_NAMES`, and the change over common questions."""

    name: str
    before: str
    parts: tuple[str, ...]
    after: str
    change: str
    like: numbers.Change | None
    basis: str


def part_names() -> tuple[str, ...]:
    """Return what the parts are called, as they begin a column."""
    return tuple(capitalised(_(name)) for name in PART_NAMES.values())


def ways(trend: Trend, names: Iterable[str]) -> Iterator[Way]:
    """Yield the bridge of each stage; *names* are those of the cycles that have a score."""
    for (before, after), stage in zip(pairwise(names), trend.stages, strict=True):
        bridge, like = stage.bridge, stage.like_for_like
        yield Way(
            name=f"{before}{ARROW}{after}",
            before=exactly(bridge.before),
            parts=tuple(_parts(bridge)),
            after=exactly(bridge.after),
            change=with_sign(difference(bridge)),
            like=numbers.change(like),
            basis=basis_in_words(like),
        )


def together(trend: Trend) -> Way | None:
    """Return the whole way; its parts are the sums of what is shown of the stages."""
    bridge = trend.bridge
    if bridge is None:
        return None
    columns = zip(*(parts_as_shown(stage.bridge) for stage in trend.stages), strict=True)
    sums = [sum(filter(None, column), Decimal("0.00")) for column in columns]
    return Way(
        name=_("Together"),
        before=exactly(bridge.before),
        parts=tuple(map(with_sign, sums)),
        after=exactly(bridge.after),
        change=with_sign(sum(sums, Decimal("0.00"))),
        like=None,
        basis="",
    )


def _parts(bridge: Bridge) -> Iterator[str]:
    """Yield what each part changed; a dash where it took no question, or cannot be told apart."""
    for part, change in zip(bridge.parts, parts_as_shown(bridge), strict=True):
        yield numbers.NONE if change is None or not part.questions else with_sign(change)

"""How the answers of a dimension are spread over the levels: one stacked bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.report.charts.scale import short

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED_FROM = 10
"""A part narrower than this many percent carries no number; the list beside it has it."""


class Part(NamedTuple):
    """One part of the bar, in percent of its width; `middle` is None where no number fits."""

    kind: str
    answers: int
    x: str
    width: str
    middle: str | None


def stacked(counts: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    """Return the parts that are not empty, from left to right, together 100 percent wide."""
    total = sum(count for _, count in counts)
    parts: list[Part] = []
    before = 0
    for kind, count in counts:
        if count:
            share = 100 * count / total
            start = 100 * before / total
            middle = short(start + share / 2) if share >= NAMED_FROM else None
            parts.append(Part(kind, count, short(start), short(share), middle))
            before += count
    return tuple(parts)


def shade(level: int, levels: int) -> int:
    """Return which of five shades a level of a scale of *levels* has, 1 (light) to 5."""
    return 1 + round(4 * (level - 1) / (levels - 1))

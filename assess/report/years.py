"""The two sides of a comparison: what each is called, and how their scores differ in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.report import numbers
from assess.report.wording import agree

if TYPE_CHECKING:
    from assess.model.comparison import Comparison, Side


def another(comparison: Comparison) -> bool:
    """Tell whether the sides are different organisations or units, so that nothing rose or fell."""
    before, after = comparison.before, comparison.after
    return (before.organisation, before.unit) != (after.organisation, after.unit)


def before(comparison: Comparison) -> str:
    """Return what the earlier side is called where the later one is spoken of."""
    side, other = comparison.before, comparison.after
    if another(comparison):
        named = [side.unit] if side.unit else [side.organisation]
        if side.unit and side.organisation != other.organisation:
            named = [side.organisation, side.unit]
        return ", ".join([*named, side.cycle])
    return _told_apart(side, other, "earlier answers")


def after(comparison: Comparison) -> str:
    """Return what the later side is called."""
    if another(comparison):
        return comparison.after.cycle
    return _told_apart(comparison.after, comparison.before, "later answers")


def against(comparison: Comparison) -> str:
    """Return "since 2025", or "compared with" another organisation or unit."""
    return f"{'compared with' if another(comparison) else 'since'} {before(comparison)}"


def moved(comparison: Comparison, count: int, *, up: bool) -> str:
    """Return the verb for *count* dimensions; of two organisations one is only higher or lower."""
    if another(comparison):
        return f"{agree(count, 'is', 'are')} {'higher' if up else 'lower'}"
    return "rose" if up else "fell"


def like_for_like(comparison: Comparison) -> str:
    """Return the change over the common questions; empty where it shows the official digits."""
    shown = numbers.change(comparison.overall.change)
    like = numbers.change(comparison.like_for_like.change)
    if shown is None or shown == like:
        return ""
    if like is None:
        return "no question can be compared"
    words = {"up": f"{like.amount} more", "down": f"{like.amount} less", "same": "no change"}
    return f"like for like {words[like.direction]}"


def _told_apart(side: Side, other: Side, otherwise: str) -> str:
    """Return the cycle, with its date where both cycles have one name."""
    if side.cycle != other.cycle:
        return side.cycle
    return f"{side.cycle} ({numbers.date(side.date) if side.date != other.date else otherwise})"

"""The two sides of a comparison: what each is called, and how their scores differ in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import date
from assess.language.messages import _
from assess.report import numbers

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
    return _told_apart(side, other, _("earlier answers"))


def after(comparison: Comparison) -> str:
    """Return what the later side is called."""
    if another(comparison):
        return comparison.after.cycle
    return _told_apart(comparison.after, comparison.before, _("later answers"))


def against(comparison: Comparison) -> str:
    """Return "since 2025", or "compared with" another organisation or unit."""
    if another(comparison):
        return _("compared with {name}", name=before(comparison))
    return _("since {name}", name=before(comparison))


def like_for_like(comparison: Comparison) -> str:
    """Return the change over the common questions; empty where it shows the official digits."""
    shown = numbers.change(comparison.overall)
    like = numbers.change(comparison.like_for_like)
    if shown is None or shown == like:
        return ""
    if like is None:
        return _("no question can be compared")
    words = {
        "up": _("like for like {amount} more", amount=like.amount),
        "down": _("like for like {amount} less", amount=like.amount),
        "same": _("like for like no change"),
        "within": _("like for like {amount}, no more than one answer makes", amount=like.amount),
    }
    return words[like.direction]


def _told_apart(side: Side, other: Side, otherwise: str) -> str:
    """Return the cycle, with its date where both cycles have one name."""
    if side.cycle != other.cycle:
        return side.cycle
    return f"{side.cycle} ({date(side.date) if side.date != other.date else otherwise})"

"""The two sides of a comparison, and the parts of their difference: what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import date
from assess.language.messages import N_, _
from assess.model.comparison import PART_NAMES

if TYPE_CHECKING:
    from assess.model.comparison import Comparison, PartKind, Side

BESIDE: Final = N_("real difference")
"""What real change is called between two organisations or units."""


def another(comparison: Comparison) -> bool:
    """Tell whether the sides are different organisations or units, so that nothing rose or fell."""
    before, after = comparison.before, comparison.after
    return (before.organisation, before.unit) != (after.organisation, after.unit)


def before(comparison: Comparison) -> str:
    """Return what the earlier side is called where the later one is spoken of."""
    side, other = comparison.before, comparison.after
    if another(comparison):
        return _whose(side, other)
    return _told_apart(side, other, _("earlier answers"))


def after(comparison: Comparison) -> str:
    """Return what the later side is called where it is the one that is spoken of."""
    if another(comparison):
        return comparison.after.cycle
    return _told_apart(comparison.after, comparison.before, _("later answers"))


def names(comparison: Comparison) -> tuple[str, str]:
    """Return what both sides are called where neither is the one that is spoken of."""
    if another(comparison):
        return before(comparison), _whose(comparison.after, comparison.before)
    return before(comparison), after(comparison)


def part_name(kind: PartKind, *, beside: bool) -> str:
    """Return what a part of the *kind* is called, *beside* another organisation or unit or not."""
    return _(BESIDE) if beside and kind == "real" else _(PART_NAMES[kind])


def against(comparison: Comparison) -> str:
    """Return "since 2025", or "compared with" another organisation or unit."""
    if another(comparison):
        return _("compared with {name}", name=before(comparison))
    return _("since {name}", name=before(comparison))


def _whose(side: Side, other: Side) -> str:
    named = [side.unit] if side.unit else [side.organisation]
    if side.unit and side.organisation != other.organisation:
        named = [side.organisation, side.unit]
    return ", ".join([*named, side.cycle])


def _told_apart(side: Side, other: Side, otherwise: str) -> str:
    """Return the cycle, with its date where both cycles have one name."""
    if side.cycle != other.cycle:
        return side.cycle
    return f"{side.cycle} ({date(side.date) if side.date != other.date else otherwise})"

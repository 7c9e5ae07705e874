"""What the cycles of a trend and the members of a portfolio are called, and what is not shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from assess.language.forms import date
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from assess.model.portfolio import Member, Portfolio
    from assess.model.trend import Trend

FAIR: Final = 5
"""Among fewer members than this, a rank tells who it is."""


def cycle_names(trend: Trend) -> tuple[str, ...]:
    """Return what the cycles are called; those of one name are told apart by their days."""
    often = Counter(cycle.cycle for cycle in trend.cycles)
    return tuple(
        cycle.cycle if often[cycle.cycle] == 1 else f"{cycle.cycle} ({date(cycle.date)})"
        for cycle in trend.cycles
    )


def member_name(member: Member, portfolio: Portfolio) -> str:
    """Return the name of *member*: its unit where all are of one organisation.

    A mean says of how many units it is.
    """
    if portfolio.organisation is not None:
        return member.name.removeprefix(f"{portfolio.organisation}, ")
    if (member.units or 1) == 1:
        return member.name
    mean = n_("mean of {n} unit", "mean of {n} units", member.units or 1)
    return f"{member.name} ({mean})"


def five_names() -> tuple[str, ...]:
    """Return what the five numbers of a spread are called."""
    return _("Lowest"), _("Lower quartile"), _("Median"), _("Upper quartile"), _("Highest")


def left_out_of(portfolio: Portfolio) -> str:
    """Return what was read and is not shown; empty where everything is."""
    told = []
    if portfolio.earlier:
        told.append(
            n_(
                "{n} earlier cycle is left out.",
                "{n} earlier cycles are left out.",
                portfolio.earlier,
            )
        )
    if portfolio.parts:
        told.append(
            n_(
                "{n} unit is left out: its whole organisation is there.",
                "{n} units are left out: their whole organisations are there.",
                portfolio.parts,
            )
        )
    return " ".join(told)


def recognised(portfolio: Portfolio) -> str:
    """Return a warning where members are not named, and are too few for that to hide them."""
    if not portfolio.anonymous or len(portfolio.members) >= FAIR:
        return ""
    return _("So few members can be recognised by their results even without names.")

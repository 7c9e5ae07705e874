"""Numbers and dates as the report shows them; the templates round nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from assess.language.forms import decimal
from assess.language.messages import _, n_
from assess.scoring import wording
from assess.scoring.means import rounded

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from assess.model.comparison import Comparison, Delta

NONE: Final = "\N{EN DASH}"
"""What stands where there is no number."""

Direction = Literal["up", "down", "same", "within"]


class Change(NamedTuple):
    """A difference between two scores: `amount` without its sign.

    One that is `within` the margin has it, as it is neither a rise nor a fall.
    """

    direction: Direction
    amount: str

    @property
    def words(self) -> str:
        """The change for those who do not see the arrow."""
        told = {
            "up": _("up {amount}", amount=self.amount),
            "down": _("down {amount}", amount=self.amount),
            "same": _("unchanged"),
            "within": _("{amount}, no more than one answer makes", amount=self.amount),
        }
        return told[self.direction]

    @property
    def sign(self) -> str:
        """The change in one line: an arrow, or a sign that there is none to see."""
        signs = {"up": "▲ ", "down": "▼ ", "same": "±", "within": "≈ "}
        return f"{signs[self.direction]}{self.amount}"


def score(value: Fraction | None) -> str:
    """Return a score with one digit."""
    return NONE if value is None else decimal(str(rounded(value)))


def gap(value: Fraction | None) -> str:
    """Return a distance with one digit; one that is small but there is not shown as zero."""
    if value is None:
        return NONE
    return f"< {decimal('0.1')}" if value and not rounded(value) else score(value)


def percent(share: Fraction | None) -> str:
    """Return a share of 0 to 1 in whole percent."""
    return NONE if share is None else wording.percent(share)


def plain(number: float | Fraction) -> str:
    """Return an author's number without a point where it is whole."""
    return decimal(f"{float(number):g}")


def factor(value: Fraction) -> str:
    """Return a factor or priority with at most two digits after the point."""
    return wording.plain(value)


def change(delta: Delta) -> Change | None:
    """Return a difference as it is shown; None where one side has no score."""
    if delta.change is None:
        return None
    return as_shown(rounded(delta.change), within=delta.within_margin)


def as_shown(difference: Decimal, *, within: bool = False) -> Change:
    """Return a rounded *difference* that may lie *within* what one answer makes."""
    if difference and within:
        return Change("within", wording.with_sign(difference))
    direction: Direction = "up" if difference > 0 else "down" if difference else "same"
    return Change(direction, decimal(str(abs(difference))))


def signed(value: Fraction) -> str:
    """Return a part of a difference with one digit and its sign."""
    shown = rounded(value)
    return f"{'' if shown else '±'}{wording.with_sign(shown)}"


def marked(difference: Change | None) -> str:
    """Return a change as text: "▲ 0.4", "▼ 0.4", "±0.0", "≈ +0.1", or a dash."""
    return NONE if difference is None else difference.sign


def within(days: int) -> str:
    """Return a term: "within 30 days"."""
    return n_("within {n} day", "within {n} days", days)


def like_for_like(comparison: Comparison) -> str:
    """Return the change over the common questions; empty where it shows the official digits."""
    shown = change(comparison.overall)
    like = change(comparison.like_for_like)
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

"""Numbers and dates as the report shows them; the templates round nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from assess.scoring import wording
from assess.scoring.means import rounded

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

NONE: Final = "\N{EN DASH}"
"""What stands where there is no number."""

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

Direction = Literal["up", "down", "same"]


class Change(NamedTuple):
    """A difference between two scores: `amount` without its sign."""

    direction: Direction
    amount: str

    @property
    def words(self) -> str:
        """The change for those who do not see the arrow."""
        return "unchanged" if self.direction == "same" else f"{self.direction} {self.amount}"


def score(value: Fraction | None) -> str:
    """Return a score with one digit."""
    return NONE if value is None else str(rounded(value))


def gap(value: Fraction | None) -> str:
    """Return a distance with one digit; one that is small but there is not shown as zero."""
    if value is None:
        return NONE
    return "< 0.1" if value and not rounded(value) else str(rounded(value))


def percent(share: Fraction | None) -> str:
    """Return a share of 0 to 1 in whole percent."""
    return NONE if share is None else wording.percent(share)


def plain(number: float | Fraction) -> str:
    """Return an author's number without a point where it is whole."""
    return f"{float(number):g}"


def factor(value: Fraction) -> str:
    """Return a factor or priority with at most two digits after the point."""
    digits = str(rounded(value, 2))
    return digits.rstrip("0").rstrip(".")


def change(difference: Fraction | None) -> Change | None:
    """Return a difference as it is shown; None where one side has no score."""
    if difference is None:
        return None
    shown = rounded(difference)
    if not shown:
        return Change("same", "0.0")
    return Change("up" if shown > 0 else "down", str(abs(shown)))


def within(days: int) -> str:
    """Return a term: "within 30 days"."""
    return f"within {days} {'day' if days == 1 else 'days'}"


def date(day: dt.date) -> str:
    """Return a date with the month in letters, which no country reads differently."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

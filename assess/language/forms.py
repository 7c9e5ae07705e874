"""Numbers, dates and lists as the spoken language writes them.

The forms stand in the catalogues, taken from CLDR; a test compares them with Babel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import N_, _, p_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

MONTHS: Final = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
"""The months as they stand in a date, which inflects them in some languages."""


def decimal(digits: str) -> str:
    """Return a number such as `2.5` with the language's decimal mark."""
    return digits.replace(".", p_("decimal mark", "."))


def grouped(number: int) -> str:
    """Return a whole number with its thousands set apart: `200,000`."""
    return f"{number:,}".replace(",", p_("digit grouping", ","))


def percent(whole: str) -> str:
    """Return a number of hundredths with the sign: `97%`."""
    # Translators: CLDR's pattern for percent; keep a no-break space where the language has one.
    return p_("percent", "{n}%", n=decimal(whole))


def date(day: dt.date) -> str:
    """Return a date with the month in letters, which no country reads differently."""
    # Translators: CLDR's long date.
    return _("{day} {month} {year}", day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def listed(names: Sequence[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    if len(names) <= 1:
        return "".join(names)
    *most, last = names
    first = most[0]
    for name in most[1:]:
        first = p_("list", "{first}, {next}", first=first, next=name)
    # Translators: CLDR's end of a list.
    return p_("list", "{first} and {last}", first=first, last=last)


def alternatives(choices: Sequence[str]) -> str:
    """Return "A", "A or B", "A, B or C"."""
    if len(choices) <= 1:
        return "".join(choices)
    return p_("list", "{first} or {last}", first=", ".join(choices[:-1]), last=choices[-1])


def clauses(parts: Iterable[str]) -> str:
    """Return parts of a sentence, or titles, set apart by more than a comma: "a; b"."""
    first, *others = tuple(parts) or ("",)
    for following in others:
        first = p_("clauses", "{first}; {next}", first=first, next=following)
    return first


def capitalised(words: str) -> str:
    """Return *words* as they begin a row or a sentence."""
    return f"{words[:1].upper()}{words[1:]}"


def quoted(text: str) -> str:
    """Return *text* in the language's quotation marks."""
    return p_("quotation marks", "“{text}”", text=text)

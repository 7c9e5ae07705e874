"""What cells, names of sheets and footers may hold, so that every spreadsheet opens the file."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from assess.language.messages import _
from assess.report import numbers
from assess.report.characters import clean, on_one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from assess.model.comparison import Delta


class Within(NamedTuple):
    """A change that one answer makes; it has a sign of its own."""

    change: Fraction


Value: TypeAlias = str | float | Fraction | dt.date | Within | None
"""What a cell shows; None and empty text leave it empty."""

MOST: Final = 32_767
"""How many UTF-16 units of text a cell holds."""

LINE_HIGH: Final = 15.0
MOST_HIGH: Final = 405.0
"""The height of a line, and the most that a row can have, in points."""

MOST_IN_NAME: Final = 31
MOST_IN_PROPERTY: Final = 255
MOST_IN_FOOTER: Final = 100


def text(value: str) -> str:
    """Return *value* as a cell holds it; where it is too long, its end says that it was cut."""
    cleaned = clean(value)
    remark = _("… (cut here: a cell holds no more)")
    return cleaned if _units(cleaned) <= MOST else f"{_cut(cleaned, MOST - len(remark))}{remark}"


def change(delta: Delta | None) -> Fraction | Within | None:
    """Return a change of a score, 0 where the report shows it as none."""
    shown = numbers.change(delta) if delta else None
    if delta is None or shown is None or delta.change is None:
        return None
    if shown.direction == "within":
        return Within(delta.change)
    return Fraction(0) if shown.direction == "same" else delta.change


def sheet_name(wished: str, taken: Collection[str]) -> str:
    """Return *wished* as the name of a sheet, unlike those that are *taken*."""
    allowed = re.sub(r"[\[\]:*?/\\]", " ", on_one_line(wished)).strip("' ") or "-"
    others = {name.casefold() for name in taken}
    endings = ("", *(f" {number}" for number in range(2, len(others) + 3)))
    names = (f"{_cut(allowed, MOST_IN_NAME - len(ending))}{ending}" for ending in endings)
    return next(name for name in names if name.casefold() not in others)


def height(row: Iterable[tuple[Value, float]]) -> float:
    """Return how many points high a row is that shows all its text, from values and widths.

    Excel would find out by itself, other programs do not. Letters are taken for as wide as digits,
    which the widths of columns count, and a tenth goes to where lines break.
    """
    lines = (_lines(value, width) for value, width in row if isinstance(value, str) and width)
    return min(MOST_HIGH, LINE_HIGH * max(lines, default=1))


def property_of_file(value: str) -> str:
    """Return *value* as a property of a document holds it."""
    return _cut(on_one_line(value), MOST_IN_PROPERTY)


def footer(value: str) -> str:
    """Return *value* as text in a footer, where an ampersand begins a code.

    One before G or a bracket is shown full-width: XlsxWriter would take it for a picture.
    """
    told = _cut(on_one_line(value), MOST_IN_FOOTER)
    return re.sub(r"&(?=[G\[])", "\N{FULLWIDTH AMPERSAND}", told).replace("&", "&&")


def _lines(value: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in value.split("\n"))


def _units(value: str) -> int:
    return len(value) + sum(character > "\uffff" for character in value)


def _cut(value: str, most: int) -> str:
    """Return at most *most* UTF-16 units of *value*, without half of a character."""
    return value.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")

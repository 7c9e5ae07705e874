"""How much room a text takes: an upper estimate, whatever font a presentation has.

Nothing relies on the program that shows the slides to shrink what does not fit.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

LINE: Final = 1.37
"""The distance of lines for letters of size 1: that of Noto Sans, the most of the usual fonts."""

BOLD: Final = 1.1
"""How much wider bold letters are."""

WIDEST: Final = 1.08
"""How much wider a single word can be than it is counted, in the widest fonts."""

MOST: Final = 2000
"""More letters than this stand on no slide."""

ELLIPSIS: Final = "…"

# Between the advances of Noto Sans, whose lines are the highest, and those of the widest fonts
# (Verdana, DejaVu Sans), whose lines are lower: as an area both fit.
_WIDTHS: Final = (
    (0.3, " '.,:;|ijlIJìíîïıΙΊίιϊІЇії‘’·"),  # noqa: RUF001  letters of three alphabets
    (0.39, '!()[]-/\\ftrř"“”'),
    (0.5, "cszLćčśšžšΓεζςгсзѕ"),  # noqa: RUF001  letters of three alphabets
    (0.8, "OQGwNDUHΩΘΦΨωώОДЦМНФПюфым×÷"),  # noqa: RUF001  letters of three alphabets
    (0.94, "mWMΜ@%&ЖШЩЮжшщ–—…→▲▼±=<>+"),  # noqa: RUF001  letters of three alphabets
)
_BY_LETTER: Final = {letter: width for width, letters in _WIDTHS for letter in letters}
_CAPITAL: Final = 0.71
_OTHER: Final = 0.605
_WIDE: Final = 1.0

_DIRECTIONS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def plain(text: str) -> str:
    """Return *text* as a slide can hold it: without control characters and turned directions.

    Line breaks are kept; of more than `MOST` letters the rest is cut.
    """
    kept = cut(text.replace("\r\n", "\n"), MOST).translate(_DIRECTIONS)
    return "".join(c if _can_be_shown(c) else " " for c in kept)


def cut(text: str, letters: int) -> str:
    """Return *text*, of which at most so many *letters* stay, with an ellipsis for the rest."""
    return text if len(text) <= letters else text[: max(0, letters - 1)].rstrip() + ELLIPSIS


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide *text* is on one line, in points."""
    return size * sum(map(_advance, text)) * (BOLD if bold else 1)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the widest word of *text* can be: less room would break it."""
    return WIDEST * max((width(word, size, bold=bold) for word in text.split()), default=0)


def lines(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """Return in how many lines of *room* points *text* stands; a word too long is broken."""
    return sum(_lines(part, room, size, bold=bold) for part in text.split("\n"))


def shortened(text: str, room: float, size: float, *, most: int, bold: bool = False) -> str:
    """Return as much of *text* as stands in *most* lines of *room* points."""
    if lines(text, room, size, bold=bold) <= most:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if lines(cut(text, middle), room, size, bold=bold) <= most:
            fits = middle
        else:
            too_long = middle
    return cut(text, fits)


def _lines(text: str, room: float, size: float, *, bold: bool) -> int:
    count, used, blank = 1, 0.0, width(" ", size, bold=bold)
    for word in text.split(" "):
        wide = width(word, size, bold=bold)
        if used and used + blank + wide > room:
            count, used = count + 1, 0.0
        elif used:
            used += blank
        broken = int((used + wide) // room) if wide > room else 0
        count, used = count + broken, used + wide - broken * room
    return count


@cache
def _advance(letter: str) -> float:
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def _can_be_shown(letter: str) -> bool:
    """Tell whether XML can hold the letter and a person can see it; line breaks can."""
    return letter == "\n" or (
        unicodedata.category(letter) not in {"Cc", "Cs"} and letter not in "\ufffe\uffff"
    )

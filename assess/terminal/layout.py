"""Plain text in lines that fit, from 20 to 100 columns."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Final

from assess.language.forms import grouped
from assess.language.messages import _
from assess.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NARROWEST: Final = 20
WIDEST: Final = 100


def columns() -> int:
    """Return how wide lines may be now: the terminal's width, at least 20 and at most 100."""
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)


def accessible(environment: Mapping[str, str]) -> bool:
    """Tell whether `ACCESSIBLE` asks for text that reads well aloud: lines, and no drawings."""
    wish = environment.get("ACCESSIBLE", "").strip().lower()
    return wish not in {"", "0", "false", "no"}


def wrapped(text: str, width: int, *, first: str = "", hanging: int | None = None) -> str:
    """Return harmless *text* in lines of at most *width*, the first one behind *first*.

    The others are indented by *hanging* columns, as far as *first* reaches when it is not given.
    Line breaks in the text stay.
    """
    rest = " " * (len(first) if hanging is None else hanging)
    filled = [
        textwrap.fill(
            line,
            width,
            initial_indent=rest if number else first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
        for number, line in enumerate(safe(text).split("\n"))
    ]
    return "\n".join(line.rstrip() for line in filled)


def rows(pairs: Iterable[tuple[str, str]], width: int) -> str:
    """Return a list of terms with what they mean behind them, below them where that is narrow."""
    pairs = tuple(pairs)
    longest = max(len(term) for term, _ in pairs)
    room = min(longest, width // 3)
    return "\n".join(_row(term, meaning, room, width) for term, meaning in pairs)


def clipped(text: str, most: int) -> str:
    """Return at most *most* characters of *text*, and how long it is where that is more."""
    if len(text) <= most:
        return text
    return _("{beginning} … ({n} characters)", beginning=text[:most].rstrip(), n=grouped(len(text)))


def _row(term: str, meaning: str, room: int, width: int) -> str:
    if len(term) > room:
        indent = " " * 6
        return f"{wrapped(term, width, first='  ')}\n{wrapped(meaning, width, first=indent)}"
    return wrapped(meaning, width, first=f"  {term:{room}}  ")

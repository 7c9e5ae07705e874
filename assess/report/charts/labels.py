"""Short lines of text for labels inside charts."""

from __future__ import annotations

import textwrap
import unicodedata

GLYPH = 6.8
"""The width that one letter of a label takes at most on average, in units at 12 units height."""

LINE = 13
"""The distance between two lines of a label, in units."""


def lines(text: str, *, longest: int, most: int) -> tuple[str, ...]:
    """Return *text* in 1 to *most* lines of *longest* letters, cut with an ellipsis."""
    parts = textwrap.wrap(_plain(text), width=longest, break_on_hyphens=False) or ["…"]
    if len(parts) <= most and all(_cells(part) <= longest for part in parts):
        return tuple(parts)
    kept = parts[:most]
    kept[-1] = kept[-1][: longest - 1].rstrip() + "…"
    return tuple(_fitting(part, longest) for part in kept)


def width(text: str) -> float:
    """Return an upper estimate of how wide a line is, in units."""
    return GLYPH * _cells(text)


def _plain(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf"} or c.isspace())


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _fitting(text: str, longest: int) -> str:
    while _cells(text) > longest:
        text = text[:-2].rstrip() + "…"
    return text

"""Colours as `#rrggbb`, and how well one can be read on another."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour as red, green and blue in hexadecimal."""

WHITE: Final = "#ffffff"
BLACK: Final = "#000000"

LEGIBLE: Final = 4.5
"""The contrast that text needs (WCAG 2.2, success criterion 1.4.3)."""

_LINEAR_BELOW: Final = 0.04045


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 (the same) to 21 (black on white), by WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return *colour* with a *share* (0 to 1) of *other* in it."""
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def legible(colour: str, ground: str, *, at_least: float = LEGIBLE) -> str:
    """Return *colour*, moved no further than needed to be read on *ground*."""
    towards = max((BLACK, WHITE), key=lambda end: contrast(end, ground))
    steps = (mixed(colour, towards, step / 50) for step in range(51))
    return next((c for c in steps if contrast(c, ground) >= at_least), towards)


def ink(ground: str) -> str:
    """Return black or white, whichever is read better on *ground*; at least 4.58 on any."""
    return max((BLACK, WHITE), key=lambda end: contrast(end, ground))


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white) (WCAG 2.2, glossary)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4

"""The colours of a report: the program's own, or derived from one accent, for light and dark."""

from __future__ import annotations

from typing import NamedTuple

from assess.model.colour import BLACK, WHITE, ink, legible, mixed

DARK_CARD = "#18212c"
"""The ground of a section in the dark."""


class Palette(NamedTuple):
    """`accent` is what is now, `on` a level reached, `first` the field to begin with.

    `shades` are the grounds of the levels, lowest first, and `inks` what is written on them;
    `on_accent` is what is written on the accent.
    """

    accent: str
    on_accent: str
    on: str
    first: str
    shades: tuple[str, ...]
    inks: tuple[str, ...]


OWN = Palette(
    accent="#1d5fa6",
    on_accent="#fff",
    on="#cfe0f1",
    first="#dcebf9",
    shades=("#f3f7fb", "#cfe0f1", "#93bde3", "#2f73b8", "#0d3f76"),
    inks=("#16202e", "#16202e", "#0b1724", "#fff", "#fff"),
)
"""The program's own colours, in the light; those in the dark stand in the style sheet."""


def light(accent: str) -> Palette:
    """Return the colours on white; *accent* can be read there."""
    shades = (
        *(mixed(WHITE, accent, share) for share in (0.05, 0.2, 0.45, 0.85)),
        mixed(accent, BLACK, 0.35),
    )
    return _palette(accent, WHITE, shades)


def dark(accent: str) -> Palette:
    """Return the colours on a dark ground, with *accent* made light enough to be read there."""
    bright = legible(accent, DARK_CARD, at_least=7)
    shades = (
        *(mixed(DARK_CARD, bright, share) for share in (0.1, 0.25, 0.5, 0.85)),
        mixed(bright, WHITE, 0.5),
    )
    return _palette(bright, DARK_CARD, shades)


def style(accent: str | None) -> str:
    """Return the rules that put *accent* in place of the colours of the style sheet."""
    if accent is None:
        return ""
    dark_rule = f"@media screen and (prefers-color-scheme:dark){{{_rule(dark(accent))}}}"
    return f"{_rule(light(accent))}\n{dark_rule}\n"


def _palette(accent: str, ground: str, shades: tuple[str, ...]) -> Palette:
    return Palette(
        accent=accent,
        on_accent=ink(accent),
        on=mixed(ground, accent, 0.22),
        first=mixed(ground, accent, 0.16),
        shades=shades,
        inks=tuple(ink(shade) for shade in shades),
    )


def _rule(colours: Palette) -> str:
    named = {
        "cur": colours.accent,
        "onp": colours.on_accent,
        "on": colours.on,
        "q1": colours.first,
        **{f"h{place}": shade for place, shade in enumerate(colours.shades, 1)},
        **{f"f{place}": letter for place, letter in enumerate(colours.inks, 1)},
    }
    return f":root{{{';'.join(f'--{name}:{value}' for name, value in named.items())}}}"

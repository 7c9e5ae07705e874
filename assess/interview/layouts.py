"""Commands typed while the keyboard is switched to Greek or Russian."""

from __future__ import annotations

from typing import Final

_LATIN: Final = "qwertyuiopasdfghjklzxcvbnm"
_GREEK: Final = ";ςερτυθιοπασδφγηξκλζχψωβνμ"
_RUSSIAN: Final = "йцукенгшщзфывапролдячсмить"
_KEYS: Final = str.maketrans(_GREEK + _RUSSIAN, _LATIN * 2)


def same_key(letter: str) -> tuple[str, ...]:
    """Return what the key of a small Latin letter types under every layout, the letter first."""
    place = _LATIN.index(letter)
    return letter, _GREEK[place], _RUSSIAN[place]


def by_position(text: str) -> str:
    """Return what the same keys give on a Latin keyboard; other characters stay.

    Lower case only: the two Greek sigmas are two keys, and folding case would make them one.
    """
    return text.translate(_KEYS)

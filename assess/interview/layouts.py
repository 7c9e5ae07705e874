"""Commands typed while the keyboard is switched to Greek or Russian."""

from __future__ import annotations

from typing import Final

_LATIN: Final = "qwertyuiopasdfghjklzxcvbnm"
_GREEK: Final = ";ςερτυθιοπασδφγηξκλζχψωβνμ"
_RUSSIAN: Final = "йцукенгшщзфывапролдячсмить"
_KEYS: Final = str.maketrans(_GREEK + _RUSSIAN, _LATIN * 2)


def by_position(text: str) -> str:
    """Return what the same keys give on a Latin keyboard; other characters stay.

    Lower case only: the two Greek sigmas are two keys, and folding case would make them one.
    """
    return text.translate(_KEYS)

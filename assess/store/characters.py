"""Characters that have no place in a document: they hide, steer terminals or reverse text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e"
    "\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Control characters but tab and line ends, invisible ones, direction marks, surrogates."""

_CONTROLS = {0x00: "NUL", 0x07: "BELL", 0x08: "BACKSPACE", 0x1B: "ESCAPE", 0x7F: "DELETE"}


def named(character: str) -> str:
    """Return what people call a character: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    code = ord(character)
    name = unicodedata.name(character, "") or _CONTROLS.get(code, "control character")
    return f"U+{code:04X} {name}"

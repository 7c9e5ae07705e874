"""Text as files of other programs can hold it."""

from __future__ import annotations

import re
from typing import Final

from assess.store.characters import FORBIDDEN

LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Everything that ends a line somewhere, but the line feed itself."""

INSTEAD: Final = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """Return *text* with line feeds only, and a sign for each character that has no place in it.

    Those are what XML cannot hold, what is not seen, and what turns the direction of writing.
    """
    return FORBIDDEN.sub(INSTEAD, LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Return *text* cleaned, with single blanks where it was parted by lines, tabs or blanks."""
    return re.sub("[ \t\n]+", " ", clean(text)).strip()

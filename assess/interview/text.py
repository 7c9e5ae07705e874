"""Typed text: made safe to keep, and made comparable for searching."""

from __future__ import annotations

import re
import unicodedata

_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Return *text* as it is kept: NFC, without white space at its ends, printable.

    Line breaks become line feeds; tabs stay; control characters and those that reverse or hide
    text go; bytes that were not UTF-8 (lone surrogates) become U+FFFD. What is left can always be
    saved and read again.
    """
    text = _BREAKS.sub("\n", _SURROGATES.sub("\ufffd", text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).strip()


def fold(text: str) -> str:
    """Return *text* for comparing: without case, accents and the difference of a final sigma."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")

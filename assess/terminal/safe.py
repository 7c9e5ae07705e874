"""The one sink for shown text: whatever people or files bring, the terminal stays unharmed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def safe(text: str, *, lines: bool = True) -> str:
    r"""Return *text* with control, direction and invisible characters as visible escapes.

    ESC becomes `\x1b`, a right-to-left override `\u202e`. Tabs stay, and line feeds too unless
    *lines* is false: then each run of white space is one space. The joiners of scripts and emoji
    stay.
    """
    shown = _HARMFUL.sub(_escaped, text)
    return shown if lines else " ".join(shown.split())


def safe_text(text: str, style: str = "", *, lines: bool = True) -> Text:
    """Return *text* for rich: harmless, and never read as markup or emoji names."""
    from rich.text import Text  # noqa: PLC0415 - line mode must not pay for rich

    return Text(safe(text, lines=lines), style=style)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code > 0xFFFF:  # noqa: PLR2004 - the last that four digits can name
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"  # noqa: PLR2004 - two digits

"""Text as Markdown shows it unchanged."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from assess.report.characters import on_one_line

MEANT: Final = re.compile(r"[\\`*_{}\[\]<|~#$^&@]|(?<=www)\.|:(?=//)", re.IGNORECASE)
"""What begins or ends something anywhere in a line, also in dialects; and what makes links."""

FIRST: Final = re.compile(r"\A(?:[0-9]{1,9}(?=[.)](?:\s|\Z))|(?=[-+=>:%]))")
"""What stands before the sign that makes a list, a quotation or a rule at the start of a line."""


def escaped(value: object) -> str:
    """Return *value* on one line as text that begins nothing; what is markup already stays.

    Its line breaks become blanks, as in HTML, so that it can stand in a cell of a table.
    """
    if isinstance(value, Markup):
        return str(value)
    marked = FIRST.sub("\\g<0>\0", on_one_line(str(value)))
    return MEANT.sub(r"\\\g<0>", marked).replace("\0", "\\")

"""Small words that several sentences of the report share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language import forms
from assess.language.messages import n_

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(names: Sequence[str], *, most: int = 3) -> str:
    """Return "A", "A and B", "A, B and C"; beyond *most* names the rest is counted."""
    shown, more = list(names[:most]), len(names) - most
    if more > 0:
        shown.append(n_("{n} more", "{n} more", more))
    return forms.listed(shown)

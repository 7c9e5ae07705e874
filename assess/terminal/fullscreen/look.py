"""Light and dark colours, each text with a contrast of at least 4.5 to what is behind it.

Measured by WCAG 2.2, 1.4.3; nothing is told by colour alone.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dark",
    dark=True,
    primary="#8fc7ff",
    secondary="#8fc7ff",
    accent="#ffd479",
    foreground="#e8e8e8",
    background="#101418",
    surface="#1b2129",
    panel="#27303b",
    success="#8be0a4",
    warning="#ffd479",
    error="#ff9d94",
)
LIGHT: Final = Theme(
    name="light",
    dark=False,
    primary="#0b4f8a",
    secondary="#0b4f8a",
    accent="#7a4b00",
    foreground="#16191d",
    background="#ffffff",
    surface="#f1f3f5",
    panel="#dfe4ea",
    success="#0f5c2e",
    warning="#7a4b00",
    error="#9a1c12",
)
THEMES: Final = (DARK, LIGHT)

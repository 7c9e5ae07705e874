"""Text that is laid out anew for every width, with the words and indents of line mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from assess.terminal.layout import NARROWEST, wrapped
from assess.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console, ConsoleOptions, RenderResult


class Lines:
    """Plain text that *of* lays out for the width it gets, in columns."""

    def __init__(self, of: Callable[[int], str], style: str = "") -> None:
        self._of = of
        self._style = style

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines for this width."""
        text = self._of(max(options.max_width, NARROWEST))
        yield Text(safe(text), style=self._style, no_wrap=True, overflow="ignore")


def unbroken(text: str) -> str:
    """Return *text* so that no line ends within it."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def hanging(text: str, mark: str = "", style: str = "") -> Lines:
    """Return *text* behind *mark*, with the lines below the first one under the text."""
    return Lines(lambda width: wrapped(text, width, first=mark), style)

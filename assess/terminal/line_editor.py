"""The line editor of a terminal: takes every text of any length, and remembers nothing.

Without it a terminal cuts a line at some thousand bytes and says nothing.
"""

from __future__ import annotations

import fcntl
import readline
import select
import sys
import termios
from typing import Final

_LONG: Final = 512
"""From so many bytes at once on, what comes is a long paste and not typing."""

_SETTINGS: Final = (
    "tab: self-insert",
    "set enable-bracketed-paste on",
    # Where the locale knows only ASCII, letters beyond it are still letters.
    "set convert-meta off",
    "set input-meta on",
    "set output-meta on",
)


def prepare() -> None:
    """Set up the editor that `input` uses once this module is imported."""
    readline.set_auto_history(False)  # an answer must not come up at another question
    readline.set_completer(None)
    for setting in _SETTINGS:
        readline.parse_and_bind(setting)
    readline.set_pre_input_hook(_show_a_long_paste_in_one_row)


def _show_a_long_paste_in_one_row() -> None:
    """Wait for the first key; what a long paste would push off the screen stays on it."""
    select.select([sys.stdin], [], [])
    waiting = fcntl.ioctl(sys.stdin, termios.FIONREAD, bytes(4))
    one_row = "on" if int.from_bytes(waiting, sys.byteorder) >= _LONG else "off"
    readline.parse_and_bind(f"set horizontal-scroll-mode {one_row}")

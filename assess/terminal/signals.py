"""Ctrl-C, a closed terminal, a shutdown: the program ends at once and says that nothing is lost.

Every answer is durable before it is acknowledged, so nothing has to be unwound; a handler that
raises would do so in the middle of a save or of another handler.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Final, NoReturn

from assess.errors import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

if sys.platform != "win32":
    import termios

_STOPPING: Final = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
    if hasattr(signal, name)
)
_FLUSHED: Final = 0.05
"""In so many seconds a terminal has thrown away what it showed, as it does after a signal."""

_PASTE_UNMARKED: Final = b"\x1b[?2004l"
"""Takes back what the line editor asks of a terminal: to mark where a paste begins and ends."""

_SCREEN_LEFT: Final = (
    b"\x18"  # ends a sequence that was cut in two
    b"\x1b[<u"  # keys are reported as ever
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # the mouse is not
    b"\x1b[?1004l\x1b[?2048l"  # nor the focus, nor the size
    b"\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"  # the screen of before, and its cursor
)
"""Takes back what a full-screen program asks of a terminal."""


@contextlib.contextmanager
def stopping(farewell: str, *, full_screen: bool = False) -> Iterator[None]:
    """While inside, a signal to stop writes *farewell*, restores the terminal and exits with 130.

    Only for the main thread, and only where everything that must be kept is on disk already. On
    the *full_screen* the terminal shows again what it showed before.
    """
    terminal = _Terminal(full_screen=full_screen)
    message = f"\n{farewell}\n".encode()

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        terminal.restore()
        time.sleep(_FLUSHED)
        terminal.write(message)
        os._exit(INTERRUPTED)

    before = {number: signal.signal(number, stop) for number in _STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Terminal:
    """How the terminal was set when the interview began."""

    def __init__(self, *, full_screen: bool) -> None:
        self._full_screen = full_screen
        self._output = _number_of(sys.__stdout__)
        self._input = _number_of(sys.__stdin__)
        self._settings = None
        if sys.platform != "win32" and self._input is not None:
            with contextlib.suppress(termios.error):
                self._settings = termios.tcgetattr(self._input)

    def restore(self) -> None:
        """Undo what the line editor set; a process in the background is not stopped by it."""
        if sys.platform == "win32" or self._settings is None or self._input is None:
            return
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        if self._full_screen:
            self._leave_the_screen()
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._input, termios.TCSANOW, self._settings)
        if os.environ.get("TERM", "dumb") not in {"", "dumb"}:
            self.write(_PASTE_UNMARKED)

    def _leave_the_screen(self) -> None:
        """Show what was shown before; what another thread still paints goes nowhere."""
        painted = _number_of(sys.__stderr__)
        self._output = self._output if painted is None else os.dup(painted)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for shown in (sys.__stdout__, sys.__stderr__):
            if (number := _number_of(shown)) is not None:
                os.dup2(nowhere, number)
        self.write(_SCREEN_LEFT)

    def write(self, message: bytes) -> None:
        """Write past all buffers; nobody may be there to read."""
        if self._output is not None:
            with contextlib.suppress(OSError):
                os.write(self._output, message)


def _number_of(stream: object) -> int | None:
    with contextlib.suppress(AttributeError, OSError, ValueError):
        return int(stream.fileno())  # type: ignore[attr-defined] # None and fakes have none
    return None

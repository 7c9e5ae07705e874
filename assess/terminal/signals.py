"""Ctrl-C, a closed terminal, a shutdown: the program ends at once and says that nothing is lost.

Every answer is durable before it is acknowledged, so nothing has to be unwound; a handler that
raises would do so in the middle of a save or of another handler.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
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
_PASTE_UNMARKED: Final = b"\x1b[?2004l"
"""Takes back what the line editor asks of a terminal: to mark where a paste begins and ends."""


@contextlib.contextmanager
def stopping(farewell: str) -> Iterator[None]:
    """While inside, a signal to stop writes *farewell*, restores the terminal and exits with 130.

    Only for the main thread, and only where everything that must be kept is on disk already.
    """
    terminal = _Terminal()
    message = f"\n{farewell}\n".encode()

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        terminal.restore()
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

    def __init__(self) -> None:
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
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._input, termios.TCSANOW, self._settings)
        if os.environ.get("TERM", "dumb") not in {"", "dumb"}:
            self.write(_PASTE_UNMARKED)

    def write(self, message: bytes) -> None:
        """Write past all buffers; nobody may be there to read."""
        if self._output is not None:
            with contextlib.suppress(OSError):
                os.write(self._output, message)


def _number_of(stream: object) -> int | None:
    with contextlib.suppress(AttributeError, OSError, ValueError):
        return int(stream.fileno())  # type: ignore[attr-defined] # None and fakes have none
    return None

"""One line out, one line in: a terminal, or a file or pipe in its place."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, Final, TextIO

from assess.errors import DiskError
from assess.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT: Final = 1023 if sys.platform == "darwin" else 4095
"""From so many bytes on, a terminal cuts a line that no line editor reads."""


class CutLineError(Exception):
    """The terminal may have cut the line; it must not be taken for what was typed."""


class Teletype:
    """Text goes out in whole lines and comes in line by line; there is no cursor and no style.

    On a terminal the line editor reads, which takes pastes of any length. Otherwise the lines of a
    pipe are echoed, so that the output reads like a conversation. Without *stdin* there is no
    input, without *stdout* nothing is written.
    """

    def __init__(self, stdin: TextIO | None, stdout: TextIO | None) -> None:
        self._stdin = stdin
        self._stdout = stdout
        _accept_every_text(stdin, stdout)
        self._typed = stdin is not None and stdin.isatty()
        shown = stdout is not None and stdout.isatty()
        standard = stdin is sys.stdin and stdout is sys.stdout
        self._edited = self._typed and shown and standard and _line_editor_ready()

    def say(self, text: str) -> None:
        """Write *text* as it is, with a line end. Raises DiskError where nothing can be written."""
        self._write(text + "\n")

    def ask(self, prompt: str) -> str | None:
        """Return the next line without its end, None at the end of input.

        Raises CutLineError for a line that may not be whole.
        """
        with _hung_up_is_the_end():
            return self._edited_line(prompt) if self._edited else self._plain_line(prompt)
        return None

    def _edited_line(self, prompt: str) -> str:
        return input(prompt)

    def _plain_line(self, prompt: str) -> str:
        self._write(prompt)
        line = self._stdin.readline() if self._stdin is not None else ""
        if not line:
            raise EOFError
        if not self._typed:
            self._write(safe(line.rstrip("\r\n")) + "\n")
        elif len(line.encode("utf-8", "surrogateescape")) >= _CUT:
            raise CutLineError
        return line.rstrip("\r\n")

    def _write(self, text: str) -> None:
        if self._stdout is None:
            return
        try:
            self._stdout.write(text)
            self._stdout.flush()
        except (OSError, ValueError) as error:
            _drop(self._stdout)
            reason = error.strerror if isinstance(error, OSError) else "it is closed"
            message = f"Nothing more can be shown ({reason}); every acknowledged answer is kept."
            raise DiskError(message) from error


def _accept_every_text(stdin: TextIO | None, stdout: TextIO | None) -> None:
    """Read bytes that are no text and write what an encoding lacks; a C locale means UTF-8."""
    for stream, errors in ((stdin, "surrogateescape"), (stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            with contextlib.suppress(io.UnsupportedOperation):
                stream.reconfigure(encoding="utf-8" if ascii_only else None, errors=errors)


def _line_editor_ready() -> bool:
    try:
        import readline  # noqa: PLC0415 - it takes over the terminal, so only where it is used
    except ImportError:
        return False
    readline.set_auto_history(False)  # an answer must not come up at another question
    readline.set_completer(None)
    for setting in (
        "tab: self-insert",
        "set enable-bracketed-paste on",
        "set convert-meta off",
        "set input-meta on",
        "set output-meta on",
    ):
        readline.parse_and_bind(setting)
    return True


@contextlib.contextmanager
def _hung_up_is_the_end() -> Iterator[None]:
    """Leave quietly at the end of input; a terminal that was closed is one."""
    with contextlib.suppress(EOFError, OSError):
        yield


def _drop(stream: TextIO) -> None:
    """Let nothing that is still waiting to be written fail again when the program ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

"""One line out, one line in: a terminal, or a file or pipe in its place."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from typing import Final, TextIO

from assess.errors import DiskError
from assess.language.messages import N_, _
from assess.terminal.safe import safe

_CUT: Final = 1023 if sys.platform == "darwin" else 4095
"""From so many bytes on, a terminal cuts a line that no line editor reads."""

CUT: Final = N_("The terminal cuts a line of this length, so nothing was taken. Use shorter lines.")
"""What is said of a line that the terminal may have cut."""


class CutLineError(Exception):
    """The terminal may have cut the line; it must not be taken for what was typed."""


class Teletype:
    """Text goes out in whole lines and comes in line by line; there is no cursor and no style.

    On a terminal the line editor reads, which takes pastes of any length. Otherwise the lines of a
    pipe are echoed, so that the output reads like a conversation. Without *stdin* there is no
    input, without *stdout* nothing is written. `typed` tells whether a person types.
    """

    def __init__(self, stdin: TextIO | None, stdout: TextIO | None) -> None:
        self._stdin = stdin
        self._stdout = stdout
        _accept_every_text(stdin, stdout)
        self.typed = stdin is not None and stdin.isatty()
        shown = stdout is not None and stdout.isatty()
        standard = stdin is sys.stdin and stdout is sys.stdout
        self._edited = self.typed and shown and standard and _line_editor_ready()

    def say(self, text: str) -> None:
        """Write *text* as it is, with a line end. Raises DiskError where nothing can be written."""
        self._write(text + "\n")

    def ask(self, prompt: str) -> str | None:
        """Return the next line without its end, None at the end of input.

        Raises CutLineError for a line that may not be whole.
        """
        try:
            return input(prompt) if self._edited else self._plain_line(prompt)
        except (EOFError, OSError):  # a terminal that was closed fails to be read
            return None

    def _plain_line(self, prompt: str) -> str:
        self._write(prompt)
        line = self._stdin.readline() if self._stdin is not None else ""
        if not line:
            raise EOFError
        if not self.typed:
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
        except OSError as error:
            _drop(self._stdout)
            reason = _("Nothing more can be shown ({strerror})", strerror=error.strerror)
            raise DiskError(
                _("{reason}; every acknowledged answer is kept.", reason=reason)
            ) from error


def _accept_every_text(stdin: TextIO | None, stdout: TextIO | None) -> None:
    """Read bytes that are no text and write what an encoding lacks; a C locale means UTF-8."""
    for stream, errors in ((stdin, "surrogateescape"), (stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            with contextlib.suppress(io.UnsupportedOperation):
                stream.reconfigure(encoding="utf-8" if ascii_only else None, errors=errors)


def _line_editor_ready() -> bool:
    try:
        from assess.terminal import line_editor  # noqa: PLC0415 - it takes the terminal over
    except ImportError:  # as on Windows
        return False
    line_editor.prepare()
    return True


def _drop(stream: TextIO) -> None:
    """Let nothing that is still waiting to be written fail again when the program ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

"""A person at a terminal: the real program on a real pseudo-terminal, typed at when it asks."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING, Any

from tests.interview_samples import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ASSESS = (sys.executable, "-m", "assess")
CONTROLS = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\r")
PROMPT = re.compile(r"(?:\? for help: |^> |^\w+: |\): )\Z", re.MULTILINE)
MEASURED = {name: value for name, value in os.environ.items() if name.startswith("COV")}
PLAIN = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm", **MEASURED}
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def started(folder: Path) -> Path:
    """Return a new assessment of the small questionnaire."""
    written = SMALL.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    questionnaire = folder / "small.yaml"
    questionnaire.write_text(json.dumps(written), encoding="utf-8", newline="\n")
    options = ("--organisation", "Acme", "--date", "2026-03-01", "--questionnaire", "small.yaml")
    subprocess.run([*ASSESS, "new", "acme", *options], cwd=folder, check=True, capture_output=True)
    return folder / "acme.assess.json"


def interview_in(file: Path) -> dict[str, Any]:
    """Return the interview that the file holds, without the times."""
    (interview,) = json.loads(file.read_text(encoding="utf-8"))["interviews"]
    return interview


def answers_in(file: Path) -> dict[str, Any]:
    """Return the answers that the file holds."""
    return interview_in(file)["answers"]


class Terminal:
    """`assess run FILE` on a pseudo-terminal of *columns* by 24, or a *command* in a folder."""

    def __init__(self, place: Path, columns: int = 80, *command: str, **environment: str) -> None:
        folder, arguments = (
            (place, command) if command else (place.parent, ("run", "--plain", place.name))
        )
        self.transcript = ""
        self.pid, self.side = pty.fork()
        if not self.pid:
            size = struct.pack("HHHH", 24, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(folder)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests in the background ignore it
            os.execve(  # noqa: S606 - the child becomes the program
                ASSESS[0], [*ASSESS, *arguments], {**PLAIN, **environment}
            )
        self._wait()

    def type(self, *lines: str) -> Terminal:
        """Type each line when the program asks, with what it answered in the transcript."""
        for line in lines:
            self.send(line.encode() + b"\r")
            self._wait(typed=line)
        return self

    def paste(self, text: str) -> Terminal:
        """Paste *text* as terminals do that mark pastes, and press Enter."""
        self.send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~\r")
        self._wait(typed="(pasted)")
        return self

    def send(self, keys: bytes) -> None:
        """Press keys."""
        rest = memoryview(keys)
        while rest:
            rest = rest[os.write(self.side, rest[:1024]) :]

    def ends(self) -> int:
        """Return the exit status once the program has ended."""
        self._wait(typed="", ends=True)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def hangs_up(self) -> int:
        """Close the terminal and return the exit status, negative for a signal."""
        os.close(self.side)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _wait(self, typed: str | None = None, *, ends: bool = False) -> None:
        """Read until the program asks again, or to its end where it *ends*."""
        shown = self._read(echoed=typed is not None, ends=ends)
        if typed is not None:
            # How the line editor paints what is typed depends on its version: the text stands in.
            shown = f"{typed}\n{shown.partition(chr(10))[2]}"
        self.transcript += shown

    def _read(self, *, echoed: bool, ends: bool) -> str:
        shown = b""
        while True:
            try:
                piece = os.read(self.side, 65536)
            except OSError:
                piece = b""
            shown += piece
            text = CONTROLS.sub("", shown.decode("utf-8", "replace"))
            asked = PROMPT.search(text.partition("\n")[2] if echoed else text)
            if (asked and not ends) or not piece:
                return text


def piped(
    file: Path, lines: Iterable[str] | bytes, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Return what `assess run FILE` does with lines from a pipe."""
    given = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode()
    return subprocess.run(
        [*ASSESS, "run", file.name],
        cwd=file.parent,
        input=given,
        capture_output=True,
        check=False,
        env={**PLAIN, **environment},
    )


def typed_without_editor(file: Path, lines: Iterable[str]) -> str:
    """Return what is written to a pipe while *lines* are typed at a terminal."""
    keyboard, side = pty.openpty()
    program = subprocess.Popen(
        [*ASSESS, "run", file.name],
        cwd=file.parent,
        stdin=side,
        stdout=subprocess.PIPE,
        env=PLAIN,
        text=True,
    )
    os.close(side)
    with program, os.fdopen(keyboard, "wb", buffering=0) as keys:
        for line in lines:
            keys.write(f"{line}\n".encode())
        keys.write(b"\x04")
        return program.communicate()[0]

"""A quick person at a pseudo-terminal, before the real program in a forked process."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
import traceback
from typing import TYPE_CHECKING, NoReturn

from assess.cli import main

if TYPE_CHECKING:
    from pathlib import Path

CONTROLS = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[@-Z\\-_]|[\r\x0e\x0f]")
MODES = ("--plain", "--full-screen")


class Person:
    """Who answers FILE in one of the modes, and sees everything without its colours."""

    def __init__(self, file: Path, mode: str, size: tuple[int, int] = (40, 120)) -> None:
        self.seen = ""
        self.pid, self.side = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.environ |= {"TERM": "xterm-256color", "ASSESS_LANG": "en"}
            os.chdir(file.parent)
            _become(["run", mode, file.name])
        os.set_blocking(self.side, False)

    def press(self, keys: str) -> None:
        """Press keys; nothing happens where the keyboard's buffer is full."""
        with contextlib.suppress(BlockingIOError):
            os.write(self.side, keys.encode())

    def look(self, seconds: float) -> bool:
        """Look for so long, or until something appears; tell whether it did."""
        if not select.select([self.side], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self.side, 1 << 16)
        except OSError:
            return False
        self.seen += CONTROLS.sub("", piece.decode("utf-8", "replace"))
        return bool(piece)

    def wait_for(self, text: str, seconds: float = 10) -> bool:
        """Look until *text* appears in what comes from now on; tell whether it did."""
        begun, until = len(self.seen), time.monotonic() + seconds
        while text not in self.seen[begun:]:
            if time.monotonic() > until:
                return False
            self.look(0.5)
        return True

    def go(self, number: int) -> None:
        """Send the program a signal, see what it had shown by then, and leave."""
        os.kill(self.pid, number)
        os.waitpid(self.pid, 0)
        while self.look(0):
            pass
        os.close(self.side)


def _become(arguments: list[str]) -> NoReturn:
    """Be the program, and end as it does; the streams of the parent are not its own."""
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - they last
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - they last
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - they last
    try:
        main(arguments)
    except SystemExit as ended:
        os._exit(ended.code if isinstance(ended.code, int) else 1)
    except BaseException:  # noqa: BLE001 - whatever it is, the child must not go on as its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)

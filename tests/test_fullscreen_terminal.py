"""The full screen through `assess run` on a real pseudo-terminal: how it begins and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import termios
import time
from typing import TYPE_CHECKING

import pytest

from tests.line_mode_terminal import ASSESS, PLAIN, Terminal, answers_in, piped

if TYPE_CHECKING:
    from pathlib import Path

CONTROLS = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
LEFT = "\x1b[?1049l"
"""What makes a terminal show again what it showed before the full screen."""


class Screen:
    """`assess run FILE` on a pseudo-terminal of 80 by 24."""

    def __init__(self, file: Path, *options: str, **environment: str) -> None:
        self.written = ""
        self.pid, self.side = pty.fork()
        if not self.pid:
            termios.tcsetwinsize(0, (24, 80))
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.chdir(file.parent)
            os.execve(  # noqa: S606 - the child becomes the program
                ASSESS[0], [*ASSESS, "run", file.name, *options], {**PLAIN, **environment}
            )

    def shows(self, text: str) -> str:
        """Return what was written since it began, once it shows *text*; fail after 20 seconds."""
        until = time.monotonic() + 20
        while text not in CONTROLS.sub("", self.written):
            assert time.monotonic() < until, CONTROLS.sub("", self.written)
            self._read()
        return self.written

    def press(self, keys: str) -> Screen:
        """Press keys."""
        os.write(self.side, keys.encode())
        return self

    def ends(self) -> int:
        """Return the exit status, with everything written until then; fail after 20 seconds."""
        until = time.monotonic() + 20
        while not (ended := os.waitpid(self.pid, os.WNOHANG))[0]:
            assert time.monotonic() < until, CONTROLS.sub("", self.written)
            self._read()
        while self._read():
            pass
        return os.waitstatus_to_exitcode(ended[1])

    def echoes(self) -> bool:
        """Tell whether the terminal shows what is typed, as it did before."""
        return bool(termios.tcgetattr(self.side)[3] & termios.ECHO)

    def _read(self) -> bool:
        if not select.select([self.side], [], [], 0.1)[0]:
            return False
        try:
            piece = os.read(self.side, 65536)
        except OSError:
            return False
        self.written += piece.decode("utf-8", "replace")
        return bool(piece)


@pytest.fixture
def screen(file):
    """Return a screen on which one question was answered."""
    here = Screen(file)
    here.shows("1-3 level")
    here.press("2").shows("saved greeting-door: level 2")
    return here


def test_it_begins_where_there_is_room_and_leaves_everything_as_it_was(screen, file):
    reason = "Full screen, because this is a terminal of 80 by 24."
    assert screen.written.startswith(reason)
    assert CONTROLS.sub("", screen.written).count(reason) > 1
    assert screen.press("q").ends() == 0
    assert screen.written.rpartition(LEFT)[2].count("1 of 5 answered. Everything is saved.") == 1
    assert screen.echoes()
    assert answers_in(file) == {"greeting-door": {"level": 2}}


def test_what_is_typed_before_it_begins_goes_where_it_belongs(file):
    assert Screen(file).press("3\r2\rq").ends() == 0
    assert answers_in(file) == {"greeting-door": {"level": 3}, "greeting-name": {"level": 2}}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_it_with_a_sane_terminal_and_a_sentence(screen, file, number):
    os.kill(screen.pid, number)
    assert screen.ends() == 130
    assert "Stopped. Everything is saved" in screen.written.rpartition(LEFT)[2]
    assert screen.echoes()
    assert answers_in(file) == {"greeting-door": {"level": 2}}


def test_control_c_ends_it_as_everywhere(screen):
    assert screen.press("\x03").ends() == 130
    assert "Stopped. Everything is saved" in screen.written.rpartition(LEFT)[2]
    assert screen.echoes()


def test_a_window_that_is_closed_ends_it(screen, file):
    os.close(screen.side)
    assert os.waitstatus_to_exitcode(os.waitpid(screen.pid, 0)[1]) == 130
    assert answers_in(file) == {"greeting-door": {"level": 2}}


def test_a_window_that_changes_its_size_goes_on(screen):
    termios.tcsetwinsize(screen.side, (5, 20))
    termios.tcsetwinsize(screen.side, (50, 200))
    screen.shows("Leads people")
    assert screen.press("3q").ends() == 0


def test_what_somebody_else_changed_is_not_overwritten(screen, file):
    changed = file.read_text(encoding="utf-8").replace("Acme", "Acme and sons")
    file.write_text(changed, encoding="utf-8", newline="\n")
    assert screen.press("3").ends() == 75
    last = " ".join(screen.written.rpartition(LEFT)[2].split())
    assert "Not kept: level 3 for greeting-door. Everything before is." in last
    assert "was changed by somebody else since it was read" in last
    assert file.read_text(encoding="utf-8") == changed


@pytest.mark.parametrize("mode", ["--full-screen", "--plain"])
def test_a_second_program_is_told_who_holds_the_file_and_can_read(screen, file, mode):
    other = Screen(file, mode)
    other.shows("is in use by")
    told = " ".join(CONTROLS.sub("", other.written).split())
    assert "Until then it can be read here, not changed." in told
    other.press("3\r")
    other.press("q\r")
    assert other.ends() == 0
    assert json.loads(file.read_text(encoding="utf-8"))["interviews"][0]["answers"] == {
        "greeting-door": {"level": 2}
    }


def test_a_second_program_without_a_person_is_refused(screen, file):
    ran = piped(file, ["3"])
    assert ran.returncode == 75
    assert b"is in use by process" in ran.stderr


def test_line_mode_says_its_reason_first(file):
    terminal = Terminal(file)
    terminal.send(b"q\r")
    assert terminal.ends() == 0
    assert terminal.transcript.startswith("Line mode, because --plain asks for it.\n")


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"ACCESSIBLE": "1"}, "Line mode, because ACCESSIBLE is set."),
        ({"ASSESS_UI": "plain"}, "Line mode, because ASSESS_UI asks for it."),
        ({"TERM": "dumb"}, "Line mode, because TERM is dumb."),
    ],
)
def test_who_decides_on_the_mode(file, environment, reason):
    screen = Screen(file, **environment)
    screen.shows(reason)
    assert screen.press("q\r").ends() == 0
    assert LEFT not in screen.written


def test_a_full_screen_that_cannot_be_is_an_error(file):
    ran = piped(file, [])
    assert ran.returncode == 0
    refused = Screen(file, "--full-screen", TERM="dumb")
    assert refused.ends() == 2
    assert "--full-screen is not possible" in refused.written

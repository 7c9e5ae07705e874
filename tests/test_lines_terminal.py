"""The interview in line mode, through `assess run` on a real pseudo-terminal and a real pipe."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.line_mode_terminal import (
    ASSESS,
    C_LOCALE,
    Terminal,
    answers_in,
    interview_in,
    piped,
    typed_without_editor,
)

LONG = "".join(f"w{number:06d} " for number in range(12_500)).strip()
WHOLE = (
    "2 looked at it // list of 3 March // second list",
    "na never",
    "dk nobody knows",
    "b",
    "b",
    "3",
    "g repair-letter",
    "na only by phone",
    "u",
    "1 not yet",
    "/speed",
    "g 2.1",
    "h",
    "n measured by hand",
    "e stop watch",
    "2",
    "g phone",
    "w",
    "3",
    "?",
    "r",
    "p",
)


@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_interview(file, golden, columns):
    terminal = Terminal(file, columns).type(*WHOLE)
    terminal.send(b"q\r")
    assert terminal.ends() == 0
    golden(f"transcripts/interview-{columns}.txt", terminal.transcript)
    assert [answer.get("level") for answer in answers_in(file).values()] == [3, None, 3, 2, 1]


def test_a_pipe_gives_the_same_interview_as_a_terminal(file, golden):
    other = Path(shutil.copy(file, file.with_name("other.assess.json")))
    Terminal(file).type(*WHOLE).hangs_up()
    ran = piped(other, WHOLE)
    assert ran.returncode == 0
    assert (
        ran.stderr.decode() == f"Next: assess score {other.name}, then assess report {other.name}\n"
    )
    assert answers_in(other) == answers_in(file)
    golden("transcripts/piped.txt", ran.stdout.decode())


def test_it_goes_on_where_it_stopped_and_undo_reaches_back(file, golden):
    Terminal(file).type("2 seen", "3").hangs_up()
    terminal = Terminal(file).type("u", "u", "3 better")
    terminal.send(b"\x04")
    assert terminal.ends() == 0
    golden("transcripts/going-on.txt", terminal.transcript)


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}, C_LOCALE, {"LANG": "C"}], ids=str)
def test_greek_and_russian_are_typed_anywhere(file, environment):
    Terminal(file, **environment).type(
        "ν δύο λίστες", "т две", "2 δύο λίστες // Список", "вл"
    ).hangs_up()
    first, second = answers_in(file).values()
    assert (first["note"], first["evidence"]) == ("δύο λίστες", ["Список"])
    assert second["dont_know"] is True


def test_greek_and_russian_layouts(file, golden):
    terminal = Terminal(file).type("ν δύο λίστες", "σ", "т две таблицы", "и", "γ ρεπαιρ", "δκ", ";")
    terminal.send("й\r".encode())
    assert terminal.ends() == 0
    golden("transcripts/layouts.txt", terminal.transcript)


def test_a_long_paste_is_kept_to_the_last_byte(file):
    Terminal(file).paste(f"2 {LONG}").hangs_up()
    assert answers_in(file)["greeting-door"]["note"] == LONG


def test_a_long_line_is_kept_to_the_last_byte_where_pastes_are_not_marked(file):
    Terminal(file, TERM="dumb").type(f"2 {LONG[:20_000]}").hangs_up()
    assert answers_in(file)["greeting-door"]["note"] == LONG[:20_000].strip()


def test_pasted_lines_are_one_note(file):
    Terminal(file).paste("n first\n3 second\nq").hangs_up()
    assert answers_in(file)["greeting-door"]["note"] == "first\n3 second\nq"


def test_lines_are_asked_for_where_pastes_are_not_marked(file, golden):
    lines = (
        "n",
        "first",
        "3 second",
        "",
        "e",
        "list",
        "plan",
        "",
        "na",
        "closed",
        "",
        "na",
        "n",
        "",
    )
    terminal = Terminal(file, TERM="dumb").type(*lines)
    terminal.hangs_up()
    golden("transcripts/steps.txt", terminal.transcript)
    answer = answers_in(file)["greeting-door"]
    assert (answer["note"], answer["evidence"]) == ("first\n3 second", ["list", "plan"])
    assert answer["not_applicable"] == "closed"


@pytest.mark.parametrize("keys", [b"\x03", b"2 half a note\x03", b"n\r\x03", b"\x1c"], ids=repr)
def test_control_c_says_that_everything_is_saved(file, keys):
    terminal = Terminal(file).type("2")
    terminal.send(keys)
    assert terminal.ends() == 130
    assert terminal.transcript.endswith("the same command goes on from here.\n")
    assert list(answers_in(file)) == ["greeting-door"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_nothing_lost(file, number):
    terminal = Terminal(file).type("2", "dk")
    os.kill(terminal.pid, number)
    assert terminal.ends() == 130
    assert "Traceback" not in terminal.transcript
    assert len(answers_in(file)) == 2


def test_a_closed_terminal_ends_it_with_nothing_lost(file):
    assert Terminal(file).type("2", "dk").hangs_up() == 130
    assert len(answers_in(file)) == 2


def test_what_was_acknowledged_is_on_the_disk(file):
    terminal = Terminal(file).type("2 seen")
    assert "saved greeting-door: level 2\n" in terminal.transcript
    assert answers_in(file)["greeting-door"]["level"] == 2
    terminal.hangs_up()


def test_a_disk_that_refuses_is_no_acknowledgement(file):
    terminal = Terminal(file).type("2")
    file.write_bytes(file.read_bytes() + b"\n")
    terminal.send(b"3\r")
    assert terminal.ends() == 75
    assert "Not kept: level 3 for greeting-name. Everything before is." in terminal.transcript
    assert "saved greeting-name" not in terminal.transcript


@pytest.mark.parametrize("columns", [1, 5, 20, 300])
def test_any_width_will_do(file, columns):
    Terminal(file, columns, COLUMNS=str(columns)).type("2", "?", "r", "u").hangs_up()
    assert len(interview_in(file)["history"]) == 2


@pytest.mark.parametrize(
    "given", [b"", b"\n\n", b"\xff\xfe\x00\x01\n", b"2 caf\xe9\n", b"2 a\r\n", b"n\nhalf"], ids=repr
)
@pytest.mark.parametrize("environment", [{}, C_LOCALE], ids=["utf-8", "c-locale"])
def test_any_bytes_may_come_from_a_pipe(file, given, environment):
    ran = piped(file, given, **environment)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_end_of_input_ends_a_text_too(file):
    piped(file, b"n\none\ntwo")
    assert answers_in(file)["greeting-door"]["note"] == "one\ntwo"


def test_what_people_type_cannot_steer_the_terminal(file):
    ran = piped(file, ["n a\x1b]52;c;eA==\x07b\u202ec", "a"])
    assert b"\x1b" not in ran.stdout
    assert rb"\x1b]52;c;eA==\x07b\u202ec" in ran.stdout


def test_a_line_that_the_terminal_cuts_is_refused_aloud(file):
    shown = typed_without_editor(file, ["2 seen", f"3 {LONG[:5000]}", "n", LONG[:5000], "q"])
    assert shown.count("The terminal cuts a line of this length, so nothing was taken.") == 2
    assert answers_in(file) == {"greeting-door": {"level": 2, "note": "seen"}}


YEAR_TWO = (
    "4 // list",
    "l later",
    "3",
    "h",
    "w",
    "b",
    "r",
    "r 2",
    "r 4",
    "r 5",
    "p",
    "v",
    "?",
    "u",
    "q",
)


@pytest.mark.parametrize("language", ["en", "el"])
def test_the_second_year_shows_the_first_beside_it(tmp_path, golden, language):
    shutil.copy(ROOT / "examples/orvella-water-2025.assess.json", tmp_path)
    options = ("--organisation", "Orvella Water", "--cycle", "2026", "--date", "2026-11-02")
    made = [*ASSESS, "new", "second", *options, "--lang", language]
    subprocess.run(made, cwd=tmp_path, check=True, capture_output=True)
    ran = piped(tmp_path / "second.assess.json", YEAR_TWO)
    assert ran.returncode == 0
    golden(f"transcripts/second-year-{language}.txt", ran.stdout.decode())

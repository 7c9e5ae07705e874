"""`assess doctor`: what would be used here and why, and what to mend."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import termios

import pytest

from assess import __version__
from assess.cli.examining import PACKAGES
from tests.conftest import ROOT
from tests.test_packaging import PROJECT, normal

EXAMPLES = ROOT / "examples"
LAST_YEAR = EXAMPLES / "orvella-water-2025.assess.json"
THIS_YEAR = EXAMPLES / "orvella-water-2026.assess.json"
VARIABLES = (
    *("ASSESS_UI", "ASSESS_LANG", "ACCESSIBLE", "COLORTERM", "NO_COLOR", "FORCE_COLOR"),
    *("TTY_COMPATIBLE", "LC_ALL", "LC_MESSAGES"),
)


@pytest.fixture
def quiet(folder, monkeypatch):
    """An empty folder, and an environment that says nothing but the usual."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LINES", "24")
    return folder


@pytest.fixture
def said(run, quiet):
    """What `assess doctor --json` says."""
    return lambda *options: json.loads(run("doctor", "--json", *options).out)


@pytest.fixture
def checked(said, monkeypatch):
    """What it says with a variable of the environment."""

    def check(*options, variable):
        monkeypatch.setenv(*variable)
        return said(*options)

    return check


def messages(checkup):
    return [problem["message"] for problem in checkup["problems"]]


def test_all_is_well(run, quiet, golden):
    ran = run("doctor")
    assert ran.status == 0
    same_everywhere = ran.out.partition("Terminal")[2].partition("Configuration")[0]
    golden("doctor/page.txt", re.sub(r"The encoding of .*", "The encoding ...", same_everywhere))
    said = " ".join(ran.out.split())
    assert f"This is assess {__version__} on Python " in said
    assert "Configuration assess.toml is not there." in said
    assert "There is no folder questionnaires." in said
    assert "6 questionnaires are used from " in said
    assert said.endswith("can be written. Nothing is wrong.")


def test_as_json(said, golden, quiet):
    checkup = said()
    kept = ("schema", "terminal", "language", "interview", "configuration", "problems")
    shown = json.dumps({key: checkup[key] for key in kept}, indent=2).replace(str(quiet), "FOLDER")
    golden("doctor/checkup.json", shown + "\n")
    assert list(checkup) == [
        *("schema", "version", "python", "platform", "packages", "terminal", "encoding"),
        *("language", "interview", "configuration", "questionnaires", "folder", "problems"),
    ]
    assert list(checkup["encoding"]) == ["output", "locale", "file_names"]
    assert checkup["folder"] == {"folder": str(quiet), "writable": True}


def test_every_package_that_the_program_needs_is_named():
    needed = {re.match(r"[\w.-]+", line)[0] for line in PROJECT["project"]["dependencies"]}
    assert {normal(name) for name in needed} <= set(PACKAGES)


def test_nothing_is_left_behind(run, quiet):
    run("doctor")
    assert list(quiet.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "mode", "problems"), [("--plain", "plain", 0), ("--full-screen", None, 1)]
)
def test_one_may_ask_what_if(option, mode, problems, run, quiet):
    ran = run("doctor", "--json", option)
    checkup = json.loads(ran.out)
    assert checkup["interview"]["mode"] == mode
    assert option in checkup["interview"]["reason"]
    assert (len(checkup["problems"]), ran.status) == (problems, problems)


def test_problems_of_the_configuration_are_shown(run, quiet):
    (quiet / "assess.toml").write_text('ui = "plan"\ntheme = 3\n', encoding="utf-8")
    ran = run("doctor")
    assert ran.status == 1
    assert "assess.toml cannot be used; see below." in ran.out
    assert "assess.toml:1:6: ui: expected" in ran.out
    assert '\nui = "plan"\n     ^^^^^^\n' in ran.out
    assert "assess.toml:2:9: theme: expected" in ran.out
    assert ran.out.count("Mend the file or move it away") == 1


def test_a_configuration_that_cannot_be_read_is_said(said, quiet):
    (quiet / "assess.toml").mkdir()
    assert messages(said()) == ["assess.toml is a folder, not a file."]


def test_the_theme_names_its_file(run, quiet):
    (quiet / "assess.toml").write_text('theme = "light"\n', encoding="utf-8")
    out = run("doctor").out
    assert "The theme of the full screen is light, because assess.toml says so." in out
    assert "assess.toml is used." in out


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        (("ASSESS_UI", "fulll"), "ASSESS_UI is `fulll`; it may be plain, full-screen or auto."),
        (("ASSESS_LANG", "gr"), "ASSESS_LANG gr: one of en, es, el, ru, hu."),
    ],
)
def test_a_wrong_variable_is_a_problem(variable, told, run, quiet, monkeypatch):
    monkeypatch.setenv(*variable)
    ran = run("doctor", columns=200)
    assert ran.status == 1
    assert told in ran.out.partition("What to mend: 1")[2]


@pytest.mark.parametrize(
    ("options", "variable", "language", "reason"),
    [
        ((), ("LANG", "en_GB"), "en locale", "speaks en, because the locale is en_GB."),
        ((), ("LANG", "C.UTF-8"), "en default", "knows no language of the locale C.UTF-8."),
        ((), ("LANG", ""), "en default", "because no locale is set."),
        (("--lang", "en"), ("ASSESS_LANG", "hu"), "en option", "because --lang asks for it."),
        ((), ("ASSESS_LANG", "en"), "en environment", "because ASSESS_LANG asks for it."),
        ((), ("LANG", "ru_RU.UTF-8"), "ru locale", "ru_RU.UTF-8"),
        ((), ("ASSESS_LANG", "hu"), "hu environment", "ASSESS_LANG"),
    ],
)
def test_who_chose_the_language(options, variable, language, reason, checked):
    spoken = checked(*options, variable=variable)["language"]
    assert f"{spoken['language']} {spoken['source']}" == language
    assert reason in spoken["reason"]


def test_questionnaires_are_counted_where_they_are_found(run, said, quiet):
    own = quiet / ".config" / "assess" / "questionnaires"
    own.mkdir(parents=True)
    (quiet / "questionnaires").mkdir()
    (own / "pulse.yaml").write_text((ROOT / "questionnaires" / "pulse.yaml").read_text("utf-8"))
    (own / "broken.yaml").write_text("id: [\n", encoding="utf-8")
    checkup = said()
    counted = [(f["where"], f["used"], f["unusable"]) for f in checkup["questionnaires"]]
    assert counted == [("here", 0, 0), ("yours", 1, 1), ("built in", 5, 0)]
    assert checkup["problems"][0]["remedy"].endswith("broken.yaml shows all of it.")
    assert "cannot be used; see below." in " ".join(run("doctor").out.split())


def test_a_folder_of_questionnaires_that_cannot_be_read_is_said(checked, quiet):
    (quiet / "questionnaires").symlink_to("questionnaires")
    (problem,) = checked(variable=("ASSESS_LANG", "gr"))["problems"]
    assert problem["message"].startswith("The folder questionnaires cannot be read: ")
    assert problem["remedy"] == "Make the folder readable or move it away."


def test_a_folder_that_cannot_be_written_is_said(run, said, quiet, monkeypatch):
    monkeypatch.chdir("/sys")  # where nobody may write, root neither
    checkup = said()
    assert not checkup["folder"]["writable"]
    assert messages(checkup) == ["/sys may not be written: permission denied."]
    assert "/sys cannot be written; see below." in run("doctor").out


def test_a_folder_that_is_gone_is_said(said, quiet, monkeypatch):
    gone = quiet / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert not said()["folder"]["writable"]


def on_a_terminal(*options, **environment):
    """Return what `assess doctor --json` finds out on a terminal of 120 by 40, status in front."""
    person, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (40, 120))
    bare = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    ran = subprocess.Popen(
        [sys.executable, "-m", "assess", "doctor", "--json", *options],
        env=bare | {"TERM": "xterm", "COLUMNS": "40"} | environment,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    with open(person, encoding="utf-8", errors="replace") as shown:  # noqa: PTH123  a descriptor
        text = "".join(iter(lambda: _line(shown), ""))
    return ran.wait(timeout=60), json.loads(text)


def _line(shown):
    try:
        return shown.readline()
    except OSError:
        return ""  # the other side has hung up


@pytest.mark.parametrize(
    ("environment", "mode", "reason", "colour"),
    [
        ({}, "full-screen", "Full screen, because this is a terminal of 120 by 40.", True),
        ({"NO_COLOR": "1"}, "full-screen", "Full screen, because this is a terminal", False),
        ({"TERM": "dumb"}, "plain", "Line mode, because TERM is dumb.", False),
        ({"ACCESSIBLE": "1"}, "plain", "Line mode, because ACCESSIBLE is set.", True),
    ],
)
def test_on_a_terminal(environment, mode, reason, colour):
    status, checkup = on_a_terminal(**environment)
    assert checkup["interview"]["reason"].startswith(reason)
    assert (status, checkup["interview"]["mode"]) == (0, mode)
    assert checkup["terminal"]["colour"] == colour
    assert (checkup["terminal"]["columns"], checkup["terminal"]["rows"]) == (120, 40)


def test_a_terminal_without_utf8_is_a_problem():
    status, checkup = on_a_terminal("--full-screen", PYTHONIOENCODING="latin-1")
    assert status == 1
    assert messages(checkup)[0].startswith("The terminal takes iso8859-1")


def test_colour_may_be_asked_for_without_a_terminal(said, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    terminal = said()["terminal"]
    assert terminal["colour"]
    assert "FORCE_COLOR" in terminal["colour_reason"]


# ------------------------------------------------------------------------- results read aloud


@pytest.mark.parametrize(
    "command", [("score", THIS_YEAR), ("compare", LAST_YEAR, THIS_YEAR)], ids=lambda c: c[0]
)
def test_accessible_results_come_in_lines(command, run, quiet, monkeypatch):
    narrow, wide = run(*command, columns=60).out, run(*command, columns=100).out
    monkeypatch.setenv("ACCESSIBLE", "1")
    aloud = run(*command, columns=100).out
    assert re.findall(r"^- Training: .*", aloud, re.MULTILINE)
    assert "█" not in aloud
    assert aloud.split() == narrow.split() != wide.split()


def test_an_accessible_overview_draws_no_bar(run, quiet, monkeypatch):
    (quiet / LAST_YEAR.name).write_bytes(LAST_YEAR.read_bytes())
    assert "████████████  53 of 53 answered" in run().out
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert re.findall(r"^  53 of 53 answered", run().out, re.MULTILINE)


def test_it_says_when_results_come_in_lines(run, quiet, monkeypatch):
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert "ACCESSIBLE is set: results come in lines" in run("doctor").out

"""Reading changes nothing: no command that only shows or makes something else touches a file."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys

import pytest

from tests.conftest import HERE, ROOT
from tests.later_program import NUMBER
from tests.test_schema import LOGO

KEPT = HERE / "golden/schema/1"
FILE, BEFORE, FIRST = "2026.assess.json", "2025.assess.json", "2024.assess.json"

SHOWING = [
    [],
    ["score", FILE],
    ["score", FILE, "--json"],
    ["explain", FILE],
    ["explain", FILE, "radio-watched", "--json"],
    ["compare", BEFORE, FILE],
    ["compare", BEFORE, FILE, "--json"],
    ["compare", FIRST, BEFORE, FILE],
    ["compare", "--by", "unit", "."],
    ["plan", FILE],
    ["plan", FILE, "--json"],
    ["check", FILE, BEFORE],
    ["check", FILE, "--json"],
    ["report", FILE, "-o", "-"],
    ["report", FILE, "--against", BEFORE, "--format", "json", "-o", "-"],
    ["questionnaire", "list"],
    ["questionnaire", "show", "service-culture"],
    ["questionnaire", "diff", BEFORE, FILE],
]
MAKING = [
    ["report", FILE, "--against", BEFORE, "-o", "../made/report.html"],
    ["report", FILE, "--against", BEFORE, "-o", "../made/report.docx"],
    ["report", FILE, "--against", BEFORE, "-o", "../made/report.pptx"],
    ["report", FILE, "--against", BEFORE, "-o", "../made/report.xlsx"],
    ["report", FILE, "--against", BEFORE, "-o", "../made/report.md"],
    ["report", FILE, "--against", BEFORE, "-o", "../made/report.csv"],
    ["plan", FILE, "--export", "../made/plan.md"],
    ["plan", FILE, "--export", "../made/plan.csv"],
    ["plan", FILE, "--export", "../made/plan.xlsx"],
    ["plan", FILE, "--export", "../made/plan.ics"],
    ["renew", FILE, "-o", "../made/2027.assess.json", "--date", "2027-05-03"],
]


def named(arguments):
    return " ".join(part for part in arguments if ".assess" not in part) or "overview"


def a_year_before(text):
    return re.sub(r'("(?:cycle|date)": ")(\d{4})', lambda m: f"{m[1]}{int(m[2]) - 1}", text)


@pytest.fixture
def years(tmp_path, monkeypatch):
    """Work in a folder with three years of schema 1, in which nothing may be written."""
    folder = tmp_path / "years"
    for place in (folder, tmp_path / "made"):
        place.mkdir()
    shutil.copy(KEPT / "full.assess.json", folder / FILE)
    text = (KEPT / "year-before.assess.json").read_text(encoding="utf-8")
    (folder / BEFORE).write_text(text, encoding="utf-8")
    (folder / FIRST).write_text(a_year_before(text), encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    for file in folder.iterdir():
        file.chmod(0o440)
    folder.chmod(0o550)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    yield folder
    folder.chmod(0o750)


@pytest.fixture
def full_disk():
    """Let no file take a single byte, whoever runs the tests."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def state(folder):
    """Return everything about the files in *folder* that somebody could have changed."""
    return {file.name: (file.read_bytes(), *facts(file.stat())) for file in folder.iterdir()}


def facts(stat):
    return stat.st_ino, stat.st_mode, stat.st_nlink, stat.st_mtime_ns, stat.st_ctime_ns


@pytest.mark.parametrize("arguments", SHOWING, ids=named)
def test_what_only_shows_writes_nowhere(run, years, full_disk, arguments):
    before = (state(years), facts(years.stat()))
    ran = run(*arguments)
    assert (ran.status, bool(ran.out)) == (0, True), ran.err
    assert (state(years), facts(years.stat())) == before


@pytest.mark.parametrize(
    "arguments", MAKING, ids=lambda arguments: f"{arguments[0]} {arguments[-1]}"
)
def test_what_makes_something_else_leaves_its_source(run, years, arguments):
    before = (state(years), facts(years.stat()))
    ran = run(*arguments)
    assert ran.status == 0, ran.err
    assert len([*(years.parent / "made").iterdir()]) == 1
    assert (state(years), facts(years.stat())) == before


def test_the_doctor_leaves_every_file(run, years):
    before = state(years)
    assert run("doctor").out
    assert state(years) == before


@pytest.fixture
def mine(years, tmp_path):
    """Work with a copy of the last year that may be written to, in a folder of its own."""
    (tmp_path / "mine").mkdir()
    return shutil.copyfile(FILE, tmp_path / "mine" / FILE)


def test_an_interview_that_nobody_goes_on_with_leaves_the_file(mine, later):
    before = state(mine.parent)
    assert program(ROOT, "run", "--plain", mine).stdout
    assert state(mine.parent) == before
    assert program(later, "run", "--plain", mine).stdout
    assert state(mine.parent) == before


LATER_TABLE = """
from tests.later_program import NUMBER, STEPS, Later
TODAY = Form(NUMBER, Later, {**TODAY.steps, **STEPS})
"""


@pytest.fixture(scope="session")
def later(tmp_path_factory):
    """Return a folder with the program ten forms later: a longer table, all else the same."""
    folder = tmp_path_factory.mktemp("later")
    shutil.copytree(ROOT / "assess", folder / "assess")
    for shipped in ("questionnaires", "templates", "examples", "tests"):
        (folder / shipped).symlink_to(ROOT / shipped)
    with (folder / "assess/store/upgrades.py").open("a", encoding="utf-8") as table:
        table.write(LATER_TABLE)
    return folder


def program(folder, *arguments):
    """Return what the program in *folder* did, with nobody there to answer."""
    command = [sys.executable, "-m", "assess", *arguments]
    environment = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "80"}
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("arguments", SHOWING, ids=named)
def test_ten_forms_later_the_same_is_shown_and_nothing_written(run, years, later, arguments):
    before = (state(years), facts(years.stat()))
    then, today = program(later, *arguments), run(*arguments)
    assert (then.returncode, then.stdout) == (0, today.out), then.stderr
    assert (state(years), facts(years.stat())) == before


def test_ten_forms_later_what_is_saved_is_of_the_last_form(mine, later):
    ran = program(later, "plan", mine, "--update", "own-2", "--owner", "Ona")
    assert ran.returncode == 0, ran.stderr
    assert mine.read_text(encoding="utf-8").startswith(LAST_FORM)
    assert "Ona" in program(later, "plan", mine).stdout
    renewed = mine.with_name("2027.assess.json")
    ran = program(later, "renew", FILE, "--date", "2027-05-03", "-o", renewed)
    assert ran.returncode == 0, ran.stderr
    assert renewed.read_text(encoding="utf-8").startswith(LAST_FORM)


def test_ten_forms_later_its_files_are_refused_today(run, mine, later):
    assert program(later, "plan", mine, "--remove", "own-2").returncode == 0
    before = state(mine.parent)
    ran = run("score", mine)
    assert (ran.status, ran.out) == (2, "")
    assert "was written by a newer assess" in ran.err
    assert state(mine.parent) == before


LAST_FORM = f'{{\n  "schema": {NUMBER},\n  "client": '

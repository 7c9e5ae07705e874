"""`assess` alone: where the assessments of a folder stand, and what to type next."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil

import pytest

from assess.language.messages import LANGUAGES
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"


@pytest.fixture
def years(folder):
    """A folder with the two example years, as if the second one were of today."""
    shutil.copy(EXAMPLES / "orvella-water-2025.assess.json", folder)
    dated(folder, dt.datetime.now().astimezone().date())
    return folder


def dated(folder, day):
    """Put the example of 2026 into *folder*, as if it were of *day*."""
    text = (EXAMPLES / "orvella-water-2026.assess.json").read_text(encoding="utf-8")
    assert '"date": "2026-11-06"' in text
    file = folder / "orvella-water-2026.assess.json"
    file.write_text(text.replace('"2026-11-06"', f'"{day}"', 1), encoding="utf-8", newline="\n")


def next_steps(ran):
    return re.findall(r"Next: (.*)", ran.out)


def test_an_empty_folder_says_how_to_begin(run, folder):
    ran = run()
    assert ran.status == 0
    assert "no assessment in this folder" in ran.out
    assert "assess new" in ran.out
    assert "assess demo" in ran.out


def test_each_assessment_with_its_progress(run, years):
    out = run().out
    assert out.count("53 of 53 answered · level 3") == 2
    assert out.index("Orvella Water · 2025") < out.index("Orvella Water · 2026")


def test_a_finished_year_is_reported_against_the_last_one_then_compared(run, years):
    report = "assess report orvella-water-2026.assess.json --against orvella-water-2025.assess.json"
    assert next_steps(run()) == ["assess report orvella-water-2025.assess.json", report]

    for command in next_steps(run()):
        run(*command.split()[1:])
    assert next_steps(run()) == [
        "assess score orvella-water-2025.assess.json",
        "assess compare orvella-water-2025.assess.json orvella-water-2026.assess.json",
    ]


def test_about_a_year_later_the_next_cycle_is_suggested(run, folder):
    dated(folder, dt.date(2019, 11, 6))
    run("report", "orvella-water-2026.assess.json")
    assert next_steps(run()) == ["assess renew orvella-water-2026.assess.json"]
    run("renew", "orvella-water-2026.assess.json", "--date", "2020-11-06", "--keep")
    assert next_steps(run()) == [
        "assess score orvella-water-2026.assess.json",
        "assess run orvella-water-2027.assess.json",
    ]


def test_what_is_overdue_is_told_of_the_last_cycle(run, years):
    late = ["--add", "Move the desk", "--due", "2020-01-31"]
    run("plan", "orvella-water-2025.assess.json", *late)
    run("plan", "orvella-water-2026.assess.json", *late)
    run("plan", "orvella-water-2026.assess.json", "--add", "Paint it")
    assert run().out.count("agreed") == 1
    assert "2 agreed actions · 0 settled · 1 overdue" in run().out
    for command in next_steps(run()):
        run(*command.split()[1:])
    assert next_steps(run())[1] == "assess plan orvella-water-2026.assess.json"


def test_a_report_older_than_its_assessment_is_written_again(run, years):
    for command in next_steps(run()):
        run(*command.split()[1:])
    os.utime(years / "orvella-water-2025.report.html", (0, 0))
    assert next_steps(run())[0] == "assess report orvella-water-2025.assess.json"


def test_an_open_interview_goes_on_and_shows_no_level(run, folder):
    run("new", "a b", "--organisation", "Acme", "--unit", "North", "--cycle", "2026")
    ran = run()
    assert "Acme · North · 2026" in ran.out
    assert "0 of 53 answered" in ran.out
    assert "level" not in ran.out
    assert next_steps(ran) == ["assess run 'a b.assess.json'"]


def test_what_cannot_be_read_is_said_and_hides_nothing(run, years):
    (years / "broken.assess.json").write_text("{", encoding="utf-8")
    ran = run()
    assert ran.status == 0
    assert "assess check broken.assess.json" in next_steps(ran)
    assert "broken.assess.json:1:2" in ran.out
    assert "Orvella Water · 2026" in ran.out


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_it_speaks_the_language_that_is_asked_for(language, run, years):
    out = run("--lang", language).out
    assert "answered" not in out
    assert "53" in out

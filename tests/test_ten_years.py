"""The example of ten years: two revisions of a questionnaire, and two relapses."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from typing import get_args

import pytest

from assess.model.comparison import PartKind
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.trend import relapses_between, trend
from assess.store.assessments import load
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
TEN_YEARS = EXAMPLES / "ten-years"
FILES = sorted(TEN_YEARS.glob("*.assess.json"))
YEARS = [load(file) for file in FILES]
CYCLES = [year.cycle for year in YEARS]
PAIRS = [pytest.param(*pair, id=pair[1].cycle) for pair in pairwise(YEARS)]

HAPPENED = {
    "2018": {"coverage": 1, "real": 4},
    "2019": {"coverage": 1, "real": 5},
    "2020": {"coverage": 1, "real": 5},
    "2021": {"gone": 1, "new": 3, "coverage": 1, "real": 3},
    "2022": {"applicability": 1, "real": 3},
    "2023": {"applicability": 1, "real": 7},
    "2024": {"changed": 2, "weights": 1, "real": 2},
    "2025": {"real": 4},
    "2026": {"real": 4},
}
"""How many questions each part took that took any."""


def bridge_of(before, after):
    return compare(before, after).bridge


def summed(bridge):
    return sum((part.change or Fraction(0) for part in bridge.parts), Fraction(0))


def test_there_are_ten_years():
    assert list(map(str, range(2017, 2027))) == CYCLES


@pytest.mark.parametrize(
    ("before", "after"), [*PAIRS, pytest.param(YEARS[0], YEARS[-1], id="first-and-last")]
)
def test_the_parts_add_up_exactly(before, after):
    found = bridge_of(before, after)
    assert summed(found) == found.change == compare(before, after).overall.change
    assert [part.kind for part in found.parts] == list(get_args(PartKind))


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_parts_are_what_happened_that_year(before, after):
    parts = bridge_of(before, after).parts
    assert {p.kind: len(p.questions) for p in parts if p.questions} == HAPPENED[after.cycle]
    moved = {part.kind for part in parts if part.change}
    assert moved <= set(HAPPENED[after.cycle])


def test_each_revision_does_to_its_questions_what_it_says():
    found = {year: dict(movements(year)) for year in ("2021", "2024")}
    assert found["2021"]["opening-times"] == ("opening-hours", "rose")
    assert found["2021"]["fines"] == (None, "question-gone")
    assert found["2021"]["search"] == (None, "new-question")
    assert found["2024"]["complaints-told"] == ("complaints", "question-changed")
    assert found["2024"]["training"] == (None, "question-changed")


def movements(cycle):
    place = CYCLES.index(cycle)
    for change in compare(*YEARS[place - 1 : place + 1]).questions:
        yield change.id, (change.replaces, change.movement)


def test_what_does_not_apply_is_no_fall():
    found = {year: dict(movements(year))["orientation"][1] for year in ("2022", "2023")}
    assert found == {"2022": "became-not-applicable", "2023": "became-applicable"}


def test_a_stricter_questionnaire_is_no_fall():
    place = CYCLES.index("2024")
    comparison = compare(*YEARS[place - 1 : place + 1])
    assert comparison.overall.change < 0 < comparison.like_for_like.change


def test_what_slipped_back_is_found_by_ten_files_and_by_one():
    found = trend(YEARS)
    assert [(one.question, one.cycle) for one in found.relapses] == [
        ("opening-hours", "2019"),
        ("workload", "2024"),
    ]
    alone = {year.cycle: [one.question for one in evaluate(year).relapses] for year in YEARS}
    assert {cycle: names for cycle, names in alone.items() if names} == {
        "2020": ["opening-hours"],
        "2025": ["workload"],
    }


@pytest.mark.parametrize("place", range(2, len(YEARS)))
def test_each_file_knows_what_three_files_know(place):
    rise, fall = (compare(*pair) for pair in pairwise(YEARS[place - 2 : place + 1]))
    together = [(one.question, one.levels) for one in relapses_between(rise, fall)]
    assert [(one.question, one.levels) for one in evaluate(YEARS[place]).relapses] == together


def test_all_years_on_the_screen(run, golden):
    ran = run("compare", *FILES, columns=110)
    assert ran.status == 0
    golden("ten-years/trend.txt", ran.out)


def test_each_version_is_sound(run):
    versions = sorted(TEN_YEARS.rglob("library-service*.yaml"))
    assert len(versions) == 3
    assert run("check", *versions).status == 0


@pytest.mark.parametrize("file", FILES, ids=CYCLES)
def test_each_year_is_sound_and_scored(file, run):
    before = file.read_bytes()
    assert run("check", file).status == 0
    assert run("score", file).status == 0
    assert file.read_bytes() == before


def test_the_examples_are_what_their_answers_and_plans_give(tmp_path):
    subprocess.run([sys.executable, EXAMPLES / "build.py", tmp_path], check=True)
    made = {file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*.json")}
    kept = [*EXAMPLES.glob("*.assess.json"), *FILES]
    assert made == {file.relative_to(EXAMPLES): file.read_bytes() for file in kept}

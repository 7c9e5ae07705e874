"""Every format says the same: the same words, the same digits, of the same report."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings

from assess.language.messages import LANGUAGES
from assess.report.formats import FORMATS, made
from assess.report.look import Look
from assess.report.report import report_on
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.store.assessments import load
from assess.store.shipped import report_templates
from tests.bridge_readers import WAYS, said_of_way
from tests.change_samples import changes
from tests.conftest import ROOT
from tests.report_readers import READERS, said
from tests.report_samples import indexes
from tests.scoring_cases import assessment

LAST_YEAR, THIS_YEAR = (
    ROOT / f"examples/orvella-water-{year}.assess.json" for year in (2025, 2026)
)
SMALL = {
    "nothing is answered": {"questionnaire": "service-culture"},
    "one dimension": {"questionnaire": {"dimensions": {"d": {"q": 1}}}, "answers": {"q": 3}},
    "twelve dimensions": {
        "questionnaire": {"dimensions": {f"d{n}": {f"q{n}": 1} for n in range(12)}, "target": 4},
        "answers": {f"q{n}": 1 + n % 5 for n in range(12)},
    },
    "another scale": {
        "questionnaire": {"scale": [-2.5, 0, 0.5], "dimensions": {"d": {"q": 1, "r": 2}}},
        "answers": {"q": 1, "r": 3},
    },
    "a gap too small for its digits": {
        "questionnaire": {"dimensions": {"d": {"q": 51, "r": 49}}, "target": 2},
        "answers": {"q": 1, "r": 2},
    },
    "with a companion": {
        "questionnaire": "service-culture",
        "with": ["service-recovery"],
        "everything": 3,
    },
}
LOOK = Look(report_templates())


def report_of(card, comparison=None):
    return report_on(card, comparison, program_version="1.2.3")


def parts_of(found):
    """Return what a format shows, without what it does not."""
    return {key: value for key, value in dataclasses.asdict(found).items() if value is not None}


def disagreement(name, report):
    """Return where a format says something else than the report, as (found, expected)."""
    found, expected = parts_of(READERS[name](made(report, LOOK, name))), parts_of(said(report))
    return {key: (found[key], expected[key]) for key in found if found[key] != expected[key]}


@pytest.fixture(scope="module")
def years():
    return [load(file) for file in (LAST_YEAR, THIS_YEAR)]


def test_every_format_is_read_back_but_pdf_which_is_the_page():
    assert set(READERS) == set(FORMATS) - {"pdf"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", READERS)
def test_the_example_says_the_same(name, language, years, speaking):
    speaking(language)
    assert disagreement(name, report_of(evaluate(years[1]), compare(*years))) == {}


@pytest.mark.parametrize("case", SMALL.values(), ids=SMALL)
@pytest.mark.parametrize("name", READERS)
def test_a_small_report_says_the_same(name, case):
    assert disagreement(name, report_of(evaluate(assessment(case)))) == {}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(index=indexes())
def test_any_report_says_the_same(name, index):
    assert disagreement(name, report_of(index.card, index.comparison)) == {}


# ------------------------------------------------------------------------------- the command line


BEGINS = {"html": "<!DOCTYPE", "md": "# Orvella", "json": "{\n", "csv": "\ufeffdimension_id,"}


def compared(run, *arguments):
    return run("report", THIS_YEAR, "--against", LAST_YEAR, *arguments)


@pytest.mark.parametrize("name", BEGINS)
def test_the_end_of_the_name_says_the_format(name, run, folder):
    assert compared(run, "-o", f"board.{name.upper()}").status == 0
    assert (folder / f"board.{name.upper()}").read_text(encoding="utf-8").startswith(BEGINS[name])


def test_the_option_goes_before_the_end_of_the_name(run, folder):
    assert compared(run, "-o", "board.html", "--format", "md").status == 0
    assert (folder / "board.html").read_text(encoding="utf-8").startswith("# Orvella")


@pytest.mark.parametrize("name", BEGINS)
def test_text_on_standard_output(name, run):
    assert compared(run, "--format", name, "-o", "-").out.startswith(BEGINS[name])


def test_bytes_on_standard_output():
    command = [sys.executable, "-m", "assess", "report", THIS_YEAR, "--format", "xlsx", "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.startswith(b"PK")
    assert done.stderr == b""


def test_the_usual_name_stands_beside_the_assessment(run, folder):
    file = shutil.copy(THIS_YEAR, folder / "acme.assess.json")
    assert run("report", file, "--format", "xlsx").status == 0
    assert (folder / "acme.report.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["csv", "json"])
@pytest.mark.parametrize("chosen", [("--sections", "gaps"), ("--short",)])
def test_tables_have_no_sections_to_choose_from(name, chosen, run, folder):
    ran = run("report", THIS_YEAR, "-o", f"board.{name}", *chosen)
    assert ran.status == 2
    assert f"A {name} file has no sections to choose from." in ran.err
    assert not list(folder.glob("board.*"))


def test_a_package_that_is_missing_is_named(run, folder, monkeypatch):
    monkeypatch.delitem(sys.modules, "assess.report.formats.xlsx", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = run("report", THIS_YEAR, "-o", "board.xlsx")
    assert ran.status == 2
    assert "needs the package xlsxwriter, which is not installed" in ran.err
    assert "python -m pip install 'assess-service-culture[xlsx]'" in ran.err
    assert not (folder / "board.xlsx").exists()


# --------------------------------------------------------------------------------------- the bridge


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WAYS)
def test_the_example_shows_the_same_way_from_score_to_score(name, language, years, speaking):
    speaking(language)
    report = report_of(evaluate(years[1]), compare(*years))
    assert WAYS[name](made(report, LOOK, name)) == said_of_way(report.since)


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(change=changes())
def test_any_two_years_show_the_same_way_from_score_to_score(name, change):
    report = report_of(*change)
    assert WAYS[name](made(report, LOOK, name)) == said_of_way(report.since)

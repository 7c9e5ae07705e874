"""The example of an author: a Greek questionnaire with its own scale, from YAML to the report."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "hospital"


@pytest.fixture
def hospital(folder):
    """The questionnaire and the answers, without the assessment."""
    shutil.copytree(EXAMPLE / "questionnaires", folder / "questionnaires")
    shutil.copy(EXAMPLE / "nosokomeio.answers.yaml", folder)
    return folder


def test_it_is_sound_and_worded_well(hospital, run):
    assert run("check", "nosokomeio", "--strict").status == 0


def test_its_answers_give_the_assessment_that_is_shipped(hospital, run):
    name = "Γενικό Νοσοκομείο Αγίας Μαρίνας"
    options = ["--organisation", name, "--cycle", "2026", "--date", "2026-10-12", "--lang", "el"]
    assert run("new", "n", "--questionnaire", "nosokomeio", *options).status == 0
    assert run("run", "n.assess.json", "--answers", "nosokomeio.answers.yaml").status == 0
    shipped = json.loads((EXAMPLE / "nosokomeio-2026.assess.json").read_text(encoding="utf-8"))
    made = json.loads((hospital / "n.assess.json").read_text(encoding="utf-8"))
    assert made["as_asked"] == shipped["as_asked"]
    assert made["interviews"][0]["answers"] == shipped["interviews"][0]["answers"]


def test_its_limit_binds_and_its_report_is_greek(run, folder):
    file = EXAMPLE / "nosokomeio-2026.assess.json"
    card = json.loads(run("score", file, "--json").out)
    first = card["dimensions"][0]
    assert len(card["scale"]) == 4
    assert [section["id"] for section in first["sections"]] == ["iatreia", "tep"]
    assert len(first["limits"]) == 1
    page = run("report", file, "-o", "-").out
    assert '<html lang="el">' in page
    assert "Γενικό Νοσοκομείο" in page

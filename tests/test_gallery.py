"""The gallery of sample reports: every one can be made, is sound, and is the same every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assess.language.messages import LANGUAGES, speak
from docs.gallery.build import build, command, run, working_in
from docs.gallery.contents import contents
from docs.gallery.samples import names, sample
from tests.conftest import ROOT
from tests.test_report import Page

GATE = ROOT / ".ci" / "report-checker" / "gate.json"
TELLING = ("demo-el-against", "with-companions", "hostile-against", "branded")


@pytest.fixture(autouse=True)
def _in_english():
    yield
    speak(LANGUAGES[0])


@pytest.fixture(params=names())
def made(request, tmp_path):
    """A sample and its HTML page."""
    one = sample(request.param)
    with working_in(tmp_path):
        return one, build(one)[0].resolve()


def test_a_sample_is_a_sound_page_and_the_same_every_time(made):
    one, file = made
    text = file.read_bytes().decode()
    page = Page(text)
    assert (page.mistakes, page.open) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert not re.findall(r"<script|>None<|Fraction\(|\bnan\b", text)
    with working_in(file.parent):
        run(command(one, "html"))
    assert file.read_bytes() == text.encode()
    assert file.stat().st_size <= most_bytes(one.name)


def most_bytes(name):
    """Return the limit of the checker of reports; it stands in a checkout, not in the sdist."""
    gate = json.loads(GATE.read_text(encoding="utf-8"))
    return (gate["limits"] | gate["other_limits"].get(name, {}))["bytes"]["max"]


def built_with_seed(seed, folder):
    """Build some samples in a process of their own, in which sets have an order of their own."""
    words = [sys.executable, "-m", "docs.gallery", str(folder), *TELLING]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(words, cwd=ROOT, env=environment, check=True, capture_output=True)
    files = map(Path, done.stdout.decode().split())
    return [file.read_bytes() for file in files]


def test_no_order_of_sets_is_seen(tmp_path):
    assert built_with_seed("1", tmp_path / "a") == built_with_seed("2", tmp_path / "b")


def test_the_page_of_contents_leads_to_every_file(tmp_path):
    one = sample("demo-en-against")
    with working_in(tmp_path / "reports"):
        made = {one: tuple(file.resolve() for file in build(one))}
    text = contents(made)
    page = Page(text)
    assert (page.mistakes, page.open) == ([], [])
    assert page.links == [f"reports/{file.name}" for file in made[one]]
    assert "--against demo-en-against.against.assess.json" in text


def test_every_limit_is_broken_by_a_page_that_was_broken_on_purpose():
    gate = json.loads(GATE.read_text(encoding="utf-8"))
    broken = gate["broken_on_purpose"]
    assert len(broken["broken"]) >= 22
    assert set().union(*broken.values()) == set(gate["limits"]) - {"pdf_tagged"}

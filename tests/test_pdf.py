"""The report as a PDF: tagged, complete, the same every time, and fetching nothing.

What needs the library Pango has a mark of its own; `pytest -m pango` runs it.
"""

from __future__ import annotations

import base64
import dataclasses
import io
import os
import re
import subprocess
import sys
from importlib import import_module
from types import ModuleType
from urllib.request import OpenerDirector

import pytest
from pypdf import PdfReader

from assess.errors import AssessError
from assess.language.messages import LANGUAGES
from assess.model.branding import Branding, Logo
from assess.report.formats import made
from assess.report.look import Look
from assess.report.report import report_on
from assess.report.sections import PAGE_ONE
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.store.assessments import load
from assess.store.examples import example_years
from assess.store.shipped import report_templates
from tests.conftest import ROOT
from tests.report_samples import HOSTILE, with_texts
from tests.scoring_cases import assessment

LOOK = Look(report_templates())
FORMAT = "assess.report.formats.pdf"


def test_where_pango_is_missing_it_is_said_what_to_install(monkeypatch):
    class Missing(ModuleType):
        def __getattr__(self, name):
            raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setitem(sys.modules, "weasyprint", Missing("weasyprint"))
    monkeypatch.delitem(sys.modules, FORMAT, raising=False)
    with pytest.raises(AssessError, match=re.escape("apt install libpangoft2-1.0-0")):
        import_module(FORMAT)


# ------------------------------------------------------------------------------- with Pango


def small(**more):
    case = {"questionnaire": {"dimensions": {"d": {"a": 1, "b": 1}}, "target": 4}}
    return evaluate(assessment(case | {"answers": {"a": 2, "b": 4}} | more))


def pdf(card, comparison=None, look=LOOK):
    return made(report_on(card, comparison, program_version="1.2.3"), look, "pdf")


def read(content):
    return PdfReader(io.BytesIO(content))


def found(said):
    return set(re.findall("[A-Za-z]{3,}", said))


def words(reader):
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.fixture(scope="module")
def example():
    (_name, before), (_other, after), *_later = example_years("en")
    return report_on(evaluate(after), compare(before, after), program_version="1.2.3")


@pytest.mark.pango
def test_it_says_what_the_report_says(example):
    text = words(read(made(example, LOOK, "pdf")))
    told = [example.verdict, example.hero.score, *(s.headline for s in example.sections)]
    told += [f"{step.action}" for step in example.decisions]
    assert [said for said in told if said not in text] == []


@pytest.mark.pango
def test_it_is_tagged_and_says_whose_it_is(example):
    reader = read(made(example, LOOK, "pdf"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root
    assert 'pdfuaid:part="1"' in reader.xmp_metadata.stream.get_data().decode().replace("'", '"')
    assert reader.metadata.author == example.card.assessor
    assert example.card.organisation in reader.metadata.title
    assert len(reader.outline) > 1


def elements(node, inside=""):
    """Every element of the structure with that in which it stands."""
    node = node.get_object()
    kind = node.get("/S", "") if isinstance(node, dict) else ""
    yield inside, kind, node
    children = node.get("/K", []) if kind else []
    for child in children if isinstance(children, list) else [children]:
        yield from elements(child, kind)


@pytest.mark.pango
def test_its_structure_is_well_formed_and_every_picture_is_told(example):
    root = read(made(example, LOOK, "pdf")).trailer["/Root"]["/StructTreeRoot"]
    found = [e for top in root["/K"] for e in elements(top) if e[1]]
    pictures = [node.get("/Alt") for _inside, kind, node in found if kind == "/Figure"]
    assert pictures
    assert all(pictures)
    places = {(inside, kind) for inside, kind, _node in found}
    assert {kind for inside, kind in places if inside == "/L"} <= {"/L", "/LI", "/Caption"}
    assert {kind for inside, kind in places if inside == "/LI"} <= {"/Lbl", "/LBody"}
    assert {inside for inside, kind in places if kind == "/LI"} == {"/L"}
    assert {kind for inside, kind in places if inside == "/TR"} == {"/TH", "/TD"}
    assert {"/H1", "/H2", "/H3"} <= {kind for _inside, kind in places}


@pytest.mark.pango
def test_the_same_report_gives_the_same_bytes():
    assert pdf(small()) == pdf(small())


@pytest.mark.pango
def test_the_same_command_gives_the_same_bytes_and_says_one_line(tmp_path):
    (one, told), (other, told_again) = (written(tmp_path / f"{seed}.pdf", seed) for seed in "12")
    assert one == other
    assert [len(text.splitlines()) for text in (told, told_again)] == [1, 1]


def written(target, seed):
    file = ROOT / "examples" / "orvella-water-2025.assess.json"
    ran = subprocess.run(
        [sys.executable, "-m", "assess", "report", file, "--short", "-o", target],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return target.read_bytes(), ran.stdout + ran.stderr


@pytest.mark.pango
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("alone", [True, False])
def test_page_one_is_one_page(language, alone, speaking):
    speaking(language)
    (_name, before), (_other, after), *_later = example_years(language)
    comparison = None if alone else compare(before, after)
    page_one_is_one_page(report_on(evaluate(after), comparison, program_version="1.2.3"))


@pytest.mark.pango
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_of_the_hospital_is_one_page(language, speaking):
    speaking(language)
    card = evaluate(load(ROOT / "examples/hospital/nosokomeio-2026.assess.json"))
    page_one_is_one_page(report_on(card, program_version="1.2.3"))


def page_one_is_one_page(report):
    """Its last row stands on the first sheet, the next section on the second."""
    two = tuple(report.sections[:2])
    pages = read(made(dataclasses.replace(report, sections=two), LOOK, "pdf")).pages
    first, second, *_others = (page.extract_text() for page in pages)
    assert report.rows_by_gap[-1].title[:10] in first
    assert f"2 · {two[1].name}" in second


@pytest.mark.pango
def test_page_one_alone_is_a_single_page(example):
    chosen = tuple(section for section in example.sections if section.id == PAGE_ONE)
    assert len(read(made(dataclasses.replace(example, sections=chosen), LOOK, "pdf")).pages) == 1


@pytest.mark.pango
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_out_as_text(text):
    reader = read(pdf(evaluate(with_texts(text))))
    said = words(reader)  # from right to left where a letter turned the line
    assert [w for w in re.findall("[A-Za-z]{3,}", text) if not {w, w[::-1]} & found(said)] == []
    assert "/JavaScript" not in str(reader.trailer["/Root"])


@pytest.mark.pango
def test_a_megabyte_of_notes_is_kept_whole():
    times = 1_000_000 // len("Every word of it. ")
    note = "Every word of it. " * times
    reader = read(pdf(small(answers={"a": {"level": 3, "note": note}, "b": 3})))
    assert words(reader).count("Every") == times


@pytest.mark.pango
def test_letters_without_an_end_are_kept_whole():
    reader = read(pdf(small(answers={"a": {"level": 3, "note": "Ж" * 20_000}, "b": 3})))
    assert words(reader).count("Ж") == 20_000


@pytest.mark.pango
def test_the_logo_is_in_and_nothing_is_fetched():
    svg = b'<svg viewBox="0 0 40 10" xmlns="http://www.w3.org/2000/svg"><path d="M1 1h9v9z"/></svg>'
    look = Look(report_templates(), Branding(consultancy="Pine"), Logo("image/svg+xml", svg, 4.0))
    plain, branded = pdf(small()), pdf(small(), look=look)
    assert len(branded) > len(plain)
    assert base64.b64encode(svg) not in branded


@pytest.mark.pango
def test_a_style_sheet_of_ones_own_reads_no_file_and_no_address(tmp_path, monkeypatch):
    secret = tmp_path / "secret.svg"
    secret.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><text y="9">SECRET</text></svg>', encoding="utf-8"
    )
    opened = []
    monkeypatch.setattr(OpenerDirector, "open", lambda _self, url, *_more: opened.append(url))
    addresses = (secret.as_uri(), "http://127.0.0.1:9/a.png", "https://example.org/b.png")
    own = "".join(f".k{n}{{background:url({one})}}" for n, one in enumerate(addresses))
    paper = f"@media print{{body{{background:url({addresses[0]}),url({addresses[1]})}}}}"
    sheet = f'@import "{addresses[2]}";{own}{paper}'
    (tmp_path / "extra.css").write_text(sheet, encoding="utf-8")
    assert "SECRET" not in words(read(pdf(small(), look=Look(report_templates(tmp_path)))))
    assert opened == []

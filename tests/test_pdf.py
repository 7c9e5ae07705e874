"""The report as a PDF: tagged, complete, the same every time, and fetching nothing.

What needs the library Pango has a mark of its own; `pytest -m pango` runs it.
"""

from __future__ import annotations

import base64
import dataclasses
import io
import re
import sys
from importlib import import_module
from types import ModuleType

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
from assess.store.examples import example_years
from assess.store.shipped import report_templates
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


def words(reader):
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.fixture(scope="module")
def example():
    (_name, before), (_other, after) = example_years("en")
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


@pytest.mark.pango
def test_the_same_report_gives_the_same_bytes():
    assert pdf(small()) == pdf(small())


@pytest.mark.pango
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_is_one_page(language, speaking):
    speaking(language)
    (_name, before), (_other, after) = example_years(language)
    report = report_on(evaluate(after), compare(before, after), program_version="1.2.3")
    pages = read(made(report, LOOK, "pdf")).pages
    first, second, *_others = (page.extract_text() for page in pages)
    assert report.rows_by_gap[-1].title[:10] in first
    assert report.sections[1].name in second


@pytest.mark.pango
def test_page_one_alone_is_a_single_page(example):
    chosen = tuple(section for section in example.sections if section.id == PAGE_ONE)
    assert len(read(made(dataclasses.replace(example, sections=chosen), LOOK, "pdf")).pages) == 1


@pytest.mark.pango
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_out_as_text(text):
    reader = read(pdf(evaluate(with_texts(text))))
    assert len(reader.pages) >= 1
    assert "/JavaScript" not in str(reader.trailer["/Root"])


@pytest.mark.pango
def test_a_long_note_is_kept_whole():
    note = "Every word of it. " * 3000
    reader = read(pdf(small(answers={"a": {"level": 3, "note": note}, "b": 3})))
    assert words(reader).count("Every") == 3000


@pytest.mark.pango
def test_the_logo_is_in_and_nothing_is_fetched():
    svg = b'<svg viewBox="0 0 40 10" xmlns="http://www.w3.org/2000/svg"><path d="M1 1h9v9z"/></svg>'
    look = Look(report_templates(), Branding(consultancy="Pine"), Logo("image/svg+xml", svg, 4.0))
    plain, branded = pdf(small()), pdf(small(), look=look)
    assert len(branded) > len(plain)
    assert base64.b64encode(svg) not in branded

"""The report as a file: self-contained, safe with any text, the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from assess.report.formats.html import page
from assess.report.look import Look
from assess.report.report import report_on
from assess.report.templates import css_string
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.store.assessments import load
from assess.store.shipped import report_templates
from tests import report_samples
from tests.conftest import ROOT
from tests.report_samples import indexes
from tests.scoring_cases import assessment

NASTY = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    '"; } body { display: none } /*',
    "\u202egnp.exe",
    'it\'s & "so" <b>',
)
VOID = {"meta", "link", "br", "img"}
ENDS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
}
"""What ends where such a tag begins, since HTML lets its end tag be left out."""


class Page(HTMLParser):
    """What a browser would make of the page: its ids, links, tags, and whether they nest."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags, self.attributes, self.open = [], [], [], [], []
        self.mistakes = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self._note(tag, dict(attrs))
        self._end(ENDS.get(tag, set()))
        self.open += [] if tag in VOID else [tag]

    def handle_startendtag(self, tag, attrs):
        self._note(tag, dict(attrs))

    def handle_endtag(self, tag):
        self._end(ENDS.keys() - {tag})
        self.mistakes += [] if self.open.pop() == tag else [tag]

    def _end(self, tags):
        while self.open and self.open[-1] in tags:
            self.open.pop()

    def _note(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [attrs.get("id")] * ("id" in attrs)
        self.links += [attrs.get("href")] * (tag == "a")


def html(card, comparison=None):
    return page(report_on(card, comparison, program_version="1.2.3"), Look(report_templates()))


@pytest.fixture(scope="module")
def years():
    return [load(ROOT / f"examples/orvella-water-{year}.assess.json") for year in (2025, 2026)]


@pytest.fixture(scope="module")
def example(years):
    return html(evaluate(years[1]), compare(*years))


def test_the_example_with_its_change(example, golden):
    golden("report/orvella-water-2026-against-2025.html", example)


def test_the_example_alone(years):
    page = html(evaluate(years[1]))
    assert "Since 2025" not in page
    assert "holds the result at level 3, Defined" in page


def test_the_same_input_gives_the_same_bytes(years, example):
    assert html(evaluate(years[1]), compare(*years)) == example


def test_nothing_runs_and_nothing_is_loaded(example):
    page = Page(example)
    assert not {"script", "iframe", "img", "object", "form"} & set(page.tags)
    assert not [name for name in page.attributes if name == "style" or name.startswith("on")]
    assert all(link.startswith("#") for link in page.links)
    assert not re.findall(r"(?:src|href)=\"(?:https?:|//)", example)


def test_every_chart_is_told_or_is_decoration(example):
    heads = re.findall(
        r"<svg [^>]*>(?:<title [^>]*>[^<]+</title><desc [^>]*>[^<]+</desc>)?", example
    )
    told = [head for head in heads if "<desc" in head]
    assert len(told) == 3
    assert all(('aria-hidden="true"' in head) != ("<desc" in head) for head in heads)


def test_the_policy_allows_exactly_this_style_sheet(example):
    css = re.search(r"<style>(.*?)</style>", example, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', example)[1])
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in policy


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(indexes())
def test_every_scorecard_makes_a_sound_page(index):
    text = html(index.card, index.comparison)
    page = Page(text)
    assert page.mistakes == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert not re.findall(r"<script|>None<|Fraction\(|\bnan\b", text)


def with_texts(text):
    """The page of a small assessment in which every text that users and authors write is *text*."""
    asked = report_samples.with_texts(text)
    return html(evaluate(asked), compare(asked, asked))


@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_texts_come_out_as_text(nasty):
    text = with_texts(nasty)
    assert nasty in unescape(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))
    assert Page(text).tags == Page(with_texts("calm")).tags
    assert text.count("</style>") == 1


def test_a_very_long_note_is_kept_whole():
    note = "Every word of it. " * 6000
    case = {
        "questionnaire": {"dimensions": {"d": {"q": 1}}},
        "answers": {"q": {"level": 3, "note": note}},
    }
    assert note.strip() in html(evaluate(assessment(case)))


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("Acme 2026", '"Acme 2026"'),
        ('a"b', '"a\\22 b"'),
        ("</style>", '"\\3c \\2f style\\3e "'),
        ("\\\n", '"\\5c \\a "'),
        ("Νερό", '"\\39d \\3b5 \\3c1 \\3cc "'),
    ],
)
def test_text_for_a_style_sheet_is_only_letters_and_escapes(text, css):
    assert css_string(text) == css


def test_weights_and_their_reason_stand_beside_the_dimension():
    case = {
        "questionnaire": {"dimensions": {"d": {"q": 1}}},
        "answers": {"q": 3},
        "weights": {"d": {"weight": 2, "because": "The board asked for it"}},
    }
    assert "Counts with weight 2:</b> The board asked for it" in html(evaluate(assessment(case)))


def test_a_companion_is_shown_and_said_not_to_count():
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}}, "answers": {"q": 3}}
    card = evaluate(assessment(case))
    companion = card.dimensions[0].model_copy(
        update={"id": "beside", "title": "Beside it", "questions": ()}
    )
    page = html(card.model_copy(update={"companions": (companion,)}))
    assert "Beside it" in page
    assert "companion, does not enter the overall score" in page


def test_no_target_is_explained_where_none_is_set():
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}}, "answers": {"q": 3}}
    aimed = case["questionnaire"] | {"target": 3}
    assert "<bdi>Target</bdi>" not in html(evaluate(assessment(case)))
    assert "<bdi>Target</bdi>" in html(evaluate(assessment(case | {"questionnaire": aimed})))


def test_only_a_score_below_the_level_of_its_target_has_a_bar_to_it():
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}, "target": 3}}
    pages = [html(evaluate(assessment(case | {"answers": {"q": level}}))) for level in (2, 3, 4)]
    assert ['<line class="gapbar"' in page for page in pages] == [True, False, False]


def test_an_interview_is_named_only_where_there_was_one():
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}}}
    assert "one interview" not in html(evaluate(assessment(case)))
    assert "one interview" in html(evaluate(assessment(case | {"answers": {"q": 3}})))


def test_page_one_gives_the_like_for_like_change_beside_the_official_one():
    case = {
        "questionnaire": {
            "dimensions": {"d": {"a": 1, "b": 1, "c": 1, "e": 1}},
            "thresholds": {"dimension_rated": 0.5},
        },
        "answers": {"a": 1, "b": 1, "c": 5, "e": 5},
    }
    earlier = case | {"cycle": "2025", "answers": {"a": 2, "b": 2}}
    before, after = assessment(earlier), assessment(case)
    page = html(evaluate(after), compare(before, after)).partition('id="s-since"')[0]
    assert page.count("like for like 1.0 less") == 2

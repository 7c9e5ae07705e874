"""The interview guide: everything a person needs to interview with a pen."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest

from tests.scoring_cases import shipped


@pytest.mark.parametrize("name", ["service-culture", "service-recovery", "pulse"])
def test_the_booklet_holds_every_question_with_a_box_for_each_answer(name, run):
    page = html.unescape(run("questionnaire", "show", name, "--html").out)
    articles = re.findall(r"<article.*?</article>", page, re.DOTALL)
    questions = list(shipped(name).questions.values())

    assert len(articles) == len(questions)
    for article, question in zip(articles, questions, strict=True):
        assert plain(question.question) in article
        assert [text for text in question.levels if plain(text) not in article] == []
        assert article.count("<b>") == len(question.levels)
        assert article.count('class="box"') == (
            len(question.levels) + 1 + question.not_applicable + len(question.evidence)
        )


def test_sections_stand_above_their_first_question(run):
    page = run("questionnaire", "show", "service-recovery", "--html").out
    recovery = shipped("service-recovery").dimensions[0]
    assert re.findall(r'class="part">(.*?)<', page) == [s.title for s in recovery.sections]


def test_a_questionnaire_without_a_short_version_does_not_speak_of_one(run):
    assert "◆" in run("questionnaire", "show", "service-culture", "--html").out
    assert "◆" not in run("questionnaire", "show", "pulse", "--html").out


def test_nothing_is_loaded_and_only_its_own_style_is_allowed(run):
    page = run("questionnaire", "show", "pulse", "--html").out
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.unescape(page)
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!#|data:)', page) == []


def test_what_an_author_wrote_stays_text(run, folder):
    run("questionnaire", "new", "mine")
    file = folder / "questionnaires" / "mine.yaml"
    text = re.sub(
        r"^title: .*", "title: <b>&amp; so on", file.read_text("utf-8"), flags=re.MULTILINE
    )
    file.write_text(text, encoding="utf-8")
    assert "<h1>&lt;b&gt;&amp;amp; so on</h1>" in run("questionnaire", "show", "mine", "--html").out


def plain(text):
    """Return *text* without the braces of places."""
    return re.sub(r"\{([^}]*)\}", r"\1", text)

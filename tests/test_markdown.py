"""The report as Markdown: what people wrote comes out as they wrote it, whatever it looks like."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from assess.report.characters import clean, on_one_line
from assess.report.formats import made
from assess.report.look import Look
from assess.report.markdown import escaped
from assess.report.report import report_on
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.store.assessments import load
from assess.store.shipped import report_templates
from tests.conftest import ROOT
from tests.report_readers import MARKDOWN, plain, tables_of
from tests.report_samples import HOSTILE, indexes, with_texts

MEANING = (
    "# no heading",
    "## ##",
    "- no entry",
    "+ no entry",
    "* no entry",
    "1. no entry",
    "12) no entry",
    "3.",
    "> no quotation",
    "---",
    "===",
    "| a | b |",
    "a | b \\| c",
    "| --- |",
    "*not strong* __nor this__ ~~nor this~~",
    "`code` ``code``",
    "[a](http://example.org) ![b](c.png) [d]: /e [^1]",
    "<https://example.org> <b>bold</b> <!-- gone --> <a href='x'>",
    "&amp; &#60; &copy;",
    "line\nbreak  \nand\\\nanother\r\nand\ttab",
    "ends with a backslash \\",
    "\\* \\\\ \\",
    "    no code",
    "```",
    "~~~",
    "{{ 7 * 7 }} {% raw %}",
    "$a$ a^2^ :-- @name",
    "%a",
    "3.6",
    "",
)
ANY = st.text(
    st.sampled_from("ab1 .)(\\`*_[]{}#+-=!<>|&~$^@:/;\t\n\r\"'") | st.characters(), max_size=30
)


def markdown(card, comparison=None):
    report = report_on(card, comparison, program_version="1.2.3")
    return made(report, Look(report_templates()), "md").decode()


def shown(template, text):
    """Return the text that a reader sees where *text* stands in *template*, part by part."""
    tokens = MARKDOWN.parse(template.format(escaped(text)))
    return [same(plain(token)) for token in tokens if token.type == "inline"] or [""]


def same(text):
    """Return *text* with single blanks only: how many there were is not seen."""
    return " ".join(text.split())


@pytest.mark.parametrize("template", ["{}", "- {}", "1. {}", "## {}", "> {}"])
@given(text=ANY)
def test_any_text_stays_text(template, text):
    assert shown(template, text) == [same(on_one_line(text))]


@pytest.mark.parametrize("text", MEANING)
@pytest.mark.parametrize("template", ["{}", "- {}", "1. {}", "## {}"])
def test_text_that_looks_like_markdown_stays_text(template, text):
    assert shown(template, text) == [same(text)]


@given(first=ANY, second=ANY)
@example(first="a\\", second="|")
@example(first="\\|", second="\\")
def test_any_text_stays_in_its_cell(first, second):
    table = f"| {escaped(first)} | {escaped(second)} |\n| --- | --- |\n| x | y |\n"
    rows = tables_of(MARKDOWN.parse(table))
    assert [same(cell) for cell in rows[0][0]] == [
        same(on_one_line(first)),
        same(on_one_line(second)),
    ]


def test_what_is_markup_already_stays():
    assert escaped(Markup("**strong**")) == "**strong**"


def test_links_are_not_made_of_what_looks_like_one():
    text = "https://example.org www.example.org ftp://example.org someone@example.org"
    assert escaped(text) == (
        r"https\://example.org www\.example.org ftp\://example.org someone\@example.org"
    )


def test_the_example_with_its_change(golden):
    years = [load(ROOT / f"examples/orvella-water-{year}.assess.json") for year in (2025, 2026)]
    text = markdown(evaluate(years[1]), compare(*years))
    golden("report/orvella-water-2026-against-2025.md", text)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_text_is_only_text_in_the_whole_report(text):
    found, calm = (
        MARKDOWN.parse(markdown(*results(asked)))
        for asked in (with_texts(text), with_texts("calm"))
    )
    assert [token.type for token in found] == [token.type for token in calm]
    assert not [t for t in found if t.type in {"html_block", "fence", "code_block"}]
    inline = [token for token in found if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    assert same(on_one_line(text)) in same(" ".join(plain(token) for token in inline))


def results(asked):
    return evaluate(asked), compare(asked, asked)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(indexes())
def test_every_scorecard_makes_tables_with_as_many_cells_as_heads(index):
    text = markdown(index.card, index.comparison)
    lines = [line for line in text.splitlines() if line.startswith("|")]
    tables = tables_of(MARKDOWN.parse(text))
    assert sum(len(table) + 1 for table in tables) == len(lines)
    assert not re.findall(r"[|·] \**None\b|\bNone$|Fraction\(", text, re.MULTILINE)
    assert "\n\n\n" not in text


def test_a_chosen_section_stands_alone(run):
    ran = run(
        "report",
        ROOT / "examples/orvella-water-2026.assess.json",
        "--format",
        "md",
        "--sections",
        "gaps",
        "-o",
        "-",
    )
    assert [line for line in ran.out.splitlines() if line.startswith("#")] == [
        "# Orvella Water",
        "## 1 · Gaps to target",
    ]


def test_a_consultancy_replaces_a_template(run, folder):
    (folder / "gaps.md.j2").write_text(
        "{{ rows|length }} < {{ confidentiality }}", encoding="utf-8"
    )
    ran = run(
        "report",
        ROOT / "examples/orvella-water-2026.assess.json",
        "--format=md",
        "--sections=gaps",
        f"--templates={folder}",
        "-o-",
    )
    assert "\n7 < Confidential\n" in ran.out


def test_a_template_that_names_nothing_is_at_fault(run, folder):
    (folder / "gaps.md.j2").write_text("{{ rows }}\n{{ wrong }}", encoding="utf-8")
    ran = run(
        "report",
        ROOT / "examples/orvella-water-2026.assess.json",
        "--format=md",
        f"--templates={folder}",
        "-o-",
    )
    assert ran.status == 2
    assert "gaps.md.j2:2: the template cannot be used: 'wrong' is undefined" in ran.err


def test_cleaning_leaves_what_has_a_place():
    assert (
        clean("a\r\nb\rc\x0bd\u2028e\x00f\u202eg\tü–")
        == "a\nb\nc\nd\ne\N{REPLACEMENT CHARACTER}f\N{REPLACEMENT CHARACTER}g\tü–"
    )

"""What can be chosen about a report: its format, its sections, its templates."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

EXAMPLE = ROOT / "examples/orvella-water-2026.assess.json"
BEFORE = ROOT / "examples/orvella-water-2025.assess.json"


@pytest.fixture
def page(run, folder):
    """Return the page that `assess report` writes with some options."""

    def written(*options):
        ran = run("report", EXAMPLE, "--against", BEFORE, "-o", "out.html", "--force", *options)
        assert ran.status == 0, ran.err
        return folder.joinpath("out.html").read_text(encoding="utf-8")

    return written


def sections(text):
    return re.findall(r'<section id="s-([a-z]+)"', text)


def dead_links(text):
    return set(re.findall(r'href="#([^"]+)"', text)) - set(re.findall(r' id="([^"]+)"', text))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--short"], ["summary"]),
        (["--sections", "summary"], ["summary"]),
        (["--sections", "gaps, summary,details"], ["summary", "gaps", "details"]),
        (["--sections", "patterns"], ["patterns"]),
        (["--sections", "since,method"], ["since", "method"]),
    ],
)
def test_only_the_chosen_sections_are_there_and_no_link_leads_nowhere(options, found, page):
    text = page(*options)
    assert sections(text) == found
    assert dead_links(text) == set()
    assert text.count("<h1") == 1


def test_page_one_alone_has_no_contents(page):
    assert 'id="contents"' not in page("--short")
    assert 'id="contents"' in page()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--sections", "gap"], "There is no section gap. Did you mean"),
        (["--sections", "nonsense"], "Sections: summary, since, agreed, profile"),
        (["--short", "--sections", "gaps"], "--short and --sections exclude each other."),
        (["--sections", "findings,since"], "nothing to show in: findings, since"),
    ],
)
def test_sections_that_cannot_be_shown(options, said, run, folder):
    plain = folder / "plain.assess.json"
    run("new", "plain", "--organisation", "Plain", "--cycle", "2026", "--date", "2026-01-31")
    ran = run("report", plain, *options)
    assert ran.status == 2
    assert said in ran.err


def test_a_template_of_ones_own_stands_in_for_the_shipped_one(page, folder):
    own = folder / "ours"
    own.mkdir()
    own.joinpath("findings.html.j2").write_text("<p>{{ findings|length }} things</p>\n", "utf-8")
    own.joinpath("extra.css").write_text("h1{color:#123}\n", "utf-8")
    text = page("--templates", "ours")
    assert "<p>2 things</p>" in text
    assert "h1{color:#123}" in text
    assert sections(text) == sections(page())


def test_the_configuration_may_name_the_templates(page, folder):
    folder.joinpath("ours").mkdir()
    folder.joinpath("ours/findings.html.j2").write_text("<p>Ours</p>", "utf-8")
    folder.joinpath("assess.toml").write_text('templates = "ours"\n', "utf-8")
    assert "<p>Ours</p>" in page()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("gaps.html.j2", "\n{% if %}", "gaps.html.j2:2: the template cannot be used"),
        ("gaps.html.j2", "\n\n{{ nothing }}", "gaps.html.j2:3: the template cannot be used"),
        ("gaps.html.j2", "{% include 'no.html.j2' %}", "no.html.j2"),
        ("extra.css", "</style><b>", "may not hold"),
    ],
)
def test_a_template_at_fault_is_named_with_its_line(name, text, said, run, folder):
    folder.joinpath("ours").mkdir()
    folder.joinpath("ours", name).write_text(text, "utf-8")
    ran = run("report", EXAMPLE, "--templates", "ours", "-o", "out.html")
    assert ran.status == 2
    assert said in ran.err
    assert not folder.joinpath("out.html").exists()


def test_a_folder_of_templates_that_is_none(run, folder):
    ran = run("report", EXAMPLE, "--templates", "nowhere", "-o", "out.html")
    assert (ran.status, "nowhere is not a folder" in ran.err) == (2, True)


def test_the_shipped_templates_can_be_copied_and_used_as_they_are(run, page, folder):
    ran = run("report", "--copy-templates", "ours")
    assert ran.status == 0
    assert str(folder.joinpath("ours/style.css").relative_to(folder)) in ran.out.split()
    assert page("--templates", "ours") == page()


def test_copied_templates_never_overwrite(run, folder):
    folder.joinpath("ours").mkdir()
    folder.joinpath("ours/style.css").write_text("mine", "utf-8")
    assert run("report", "--copy-templates", "ours").status == 2
    assert folder.joinpath("ours/style.css").read_text("utf-8") == "mine"

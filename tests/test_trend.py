"""Several cycles: in the terminal, as JSON, as a page and as a workbook."""

from __future__ import annotations

import datetime as dt
import json
import re
from fractions import Fraction
from itertools import pairwise

import lxml.html
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.scoring.trend import trend
from assess.store.characters import FORBIDDEN
from tests.compared_samples import HISTORY, NEW, belonging, of_cycle, written
from tests.conftest import ROOT
from tests.report_samples import HOSTILE
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW, small_cases

DAYS = [dt.date(year, 11, 21) for year in range(2020, 2030)]
LATER = [dt.date(year, 11, 21) for year in range(2030, 2036)]

WRITABLE = [text for text in HOSTILE if not FORBIDDEN.search(text)]
"""Without those that no file may hold."""

EVERY = [of_cycle(*cycle) for cycle in HISTORY]


@pytest.fixture
def files(folder):
    return written(folder / "cycles", EVERY)


def page_of(file):
    return lxml.html.document_fromstring(file.read_bytes())


def lines_of(page):
    """Return the text of the page, a block a line."""
    words = [" ".join(text.split()) for text in page.find("body").itertext()]
    return "\n".join(filter(None, words)) + "\n"


def rows_of(file):
    """Return the values of every sheet by its name."""
    book = openpyxl.load_workbook(file)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_a_trend_in_the_terminal(run, files, golden):
    golden("trend/trend.txt", run("compare", *files, columns=100).out)


def test_a_trend_as_json(run, files, golden):
    golden("trend/trend.json", run("compare", *files, "--json").out)


def test_a_trend_as_a_page(run, files, folder, golden):
    assert run("compare", *files, "-o", "trend.html").err == "Wrote trend.html\n"
    golden("trend/trend.html.txt", lines_of(page_of(folder / "trend.html")))


def test_a_trend_as_a_workbook(run, files, folder, golden):
    run("compare", *files, "-o", "trend.xlsx")
    sheets = rows_of(folder / "trend.xlsx")
    golden("trend/trend.xlsx.json", json.dumps(sheets, default=str, indent=1) + "\n")


def test_files_may_be_named_in_any_order(run, files):
    told = run("compare", *files, "--json").out
    assert run("compare", *reversed(files), "--json").out == told


def test_a_file_named_twice_counts_once(run, files):
    assert run("compare", *files, files[0]).out == run("compare", *files).out
    alone = run("compare", files[0], files[0])
    assert (alone.status, "Name two assessments or more" in alone.err) == (2, True)


def test_the_same_files_give_the_same_bytes(run, files, folder):
    run("compare", *files, "-o", "one.html")
    run("compare", *files, "-o", "two.html")
    run("compare", *files, "-o", "one.xlsx")
    run("compare", *files, "-o", "two.xlsx")
    assert (folder / "one.html").read_bytes() == (folder / "two.html").read_bytes()
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


def test_the_line_has_a_gap_where_there_is_no_score_and_a_mark_at_the_upgrade(run, files, folder):
    run("compare", *files, "-o", "trend.html")
    chart = page_of(folder / "trend.html").xpath("//section[@class='cycles']//svg")[0]
    assert [d.count("L") for d in chart.xpath(".//path[@class='course']/@d")] == [2]
    assert len(chart.xpath(".//circle")) == 4
    assert len(chart.xpath(".//line[@class='s-target']")) == 1


def test_what_rose_and_fell_again_comes_before_what_fell(run, files, folder):
    run("compare", *files, "-o", "trend.html")
    heads = page_of(folder / "trend.html").xpath("//section[@class='since']//*[@class='moves bad']")
    assert heads[0].findtext("h3").strip() == "Rose and fell again"
    assert heads[0].findtext(".//small").replace("\N{NO-BREAK SPACE}", " ") == "1"


def test_every_relapse_of_all_cycles_is_named_beside_the_scores(run, folder):
    years = sorted((ROOT / "examples" / "ten-years").glob("*.assess.json"))
    run("compare", *years, "-o", "trend.html")
    told = page_of(folder / "trend.html").xpath("//section[@class='cycles']//ul/li")
    assert [" ".join(one.text_content().split()) for one in told if "→" in one.text_content()] == [
        "Opening hours 2 → 3 → 2, fell after 2019",
        "People for the work 2 → 3 → 2, fell after 2024",
    ]


def test_two_cycles_as_a_page_are_the_chapter_of_the_report(run, files, folder):
    run("compare", *files[3:], "-o", "pair.html")
    run("compare", *files[3:], "-o", "pair.xlsx")
    run("report", files[4], "--against", files[3], "-o", "report.html")
    pair, report = (page_of(folder / name) for name in ("pair.html", "report.html"))
    table = "//section[@class='since']//table"
    assert [t.text_content() for t in pair.xpath(table)] == [
        t.text_content() for t in report.xpath(table)
    ]
    assert list(rows_of(folder / "pair.xlsx")) == ["Dimensions", "Changes", "Method"]


def test_a_format_without_a_path_is_written_here(run, files, folder):
    assert run("compare", *files, "--format", "xlsx").err == "Wrote comparison.xlsx\n"
    assert run("compare", *files, "--format", "xlsx").status == 2
    assert run("compare", *files, "--format", "xlsx", "--force").status == 0
    assert next(iter(rows_of(folder / "comparison.xlsx"))) == "Trend"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["-o", "trend.docx"], "ends in .html or .xlsx"),
        (["-o", "trend.html", "--json"], "exclude each other"),
        (["-o", "other.assess.json", "--format", "html"], "would destroy it"),
        (["--anonymous"], "goes with --by"),
    ],
)
def test_what_cannot_be_written(run, files, folder, options, reason):
    ran = run("compare", *files, *options)
    assert (ran.status, ran.out) == (2, "")
    assert reason in " ".join(ran.err.split())
    assert [path.name for path in folder.iterdir() if path.is_file()] == []


def test_a_page_never_takes_the_place_of_an_assessment(run, files):
    before = files[0].read_bytes()
    ran = run("compare", *files, "-o", files[0], "--format", "html", "--force")
    assert (ran.status, files[0].read_bytes()) == (2, before)


def test_other_questionnaires_are_refused_with_the_reason(run, folder):
    other = belonging(assessment({"questionnaire": NEW | {"id": "other"}, "everything": 3}))
    ran = run("compare", *written(folder / "mixed", [*EVERY, other]))
    assert (ran.status, ran.out) == (2, "")
    assert "answer different questionnaires, small and other" in ran.err


def test_cycles_of_others_are_noted_once(run, folder):
    others = [belonging(one, organisation="Other") for one in EVERY[1:]]
    ran = run("compare", *written(folder / "mixed", [EVERY[0], *others]))
    assert ran.err == "Note: these are not the same: Harbour Bakery and Other.\n"


@pytest.fixture(scope="module")
def in_languages():
    """Three cycles of the built-in questionnaire, each answered in another language."""
    made = assessment({"questionnaire": "service-culture", "everything": 3})
    return [
        belonging(made, cycle=str(day.year), date=day, language=language)
        for day, language in zip(DAYS, ("es", "ru", "el"), strict=False)
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_cycles_in_many_languages_are_shown_in_that_of_the_latest(run, folder, in_languages, order):
    files = written(folder / "spoken", in_languages)
    told = run("compare", *(files[place] for place in order), "--json").out
    alike = written(folder / "greek", [belonging(one, language="el") for one in in_languages])
    greek, mixed = json.loads(run("compare", *alike, "--json").out), json.loads(told)
    assert mixed["titles"] == greek["titles"]
    assert [len(step["questions"]) for step in mixed["steps"]] == [53, 53]
    assert {q["movement"] for step in mixed["steps"] for q in step["questions"]} == {"stayed"}
    assert {q["title"] for q in mixed["steps"][0]["questions"]} == {
        q["title"] for q in greek["steps"][0]["questions"]
    }


@pytest.mark.parametrize("text", WRITABLE)
def test_hostile_names_stay_text(run, folder, text):
    every = [belonging(one, organisation=text, unit=text, cycle=text) for one in EVERY]
    files = written(folder / "hostile", every)
    run("compare", *files, "-o", "trend.html")
    run("compare", *files, "-o", "trend.xlsx")
    page, book = page_of(folder / "trend.html"), openpyxl.load_workbook(folder / "trend.xlsx")
    assert page.xpath("//script | //img") == []
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= set("snd")


@LAW
@given(several=st.lists(small_cases(), min_size=2, max_size=5))
def test_the_whole_way_is_the_sum_of_its_steps(several):
    made = [belonging(assessment(case), date=DAYS[place]) for place, case in enumerate(several)]
    found = trend(made)
    scores = [cycle.score for cycle in found.cycles if cycle.score is not None]
    stages = [stage.bridge for stage in found.stages]
    assert [(stage.before, stage.after) for stage in stages] == list(pairwise(scores))
    assert (found.bridge is None) == (not stages)
    parts = found.bridge.parts if stages else ()
    assert sum(part.change for part in parts) == (scores[-1] - scores[0] if stages else 0)
    assert [part.change for part in parts] == [
        sum((stage.parts[place].change or 0 for stage in stages), Fraction(0))
        for place in range(len(parts))
    ]
    assert [part.score for part in parts[-1:]] == scores[-1:] * bool(stages)


def test_cycles_without_any_score_are_said_to_have_none(run, folder):
    none = {"listen": "dont-know"}
    empty = [of_cycle(str(2020 + number), NEW, none) for number in range(3)]
    ran = run("compare", *written(folder / "empty", empty), "-o", "trend.html")
    assert ran.err == "Wrote trend.html\n"
    assert page_of(folder / "trend.html").findtext(".//h1") == "No dimension has a score yet"


def test_standard_output_takes_a_page(run, files):
    told = run("compare", *files, "-o", "-", "--format", "html")
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("<!DOCTYPE html>")


def test_cycles_of_one_name_are_told_apart_by_their_days(run, folder):
    same = [belonging(one, cycle="Pilot") for one in EVERY]
    files = written(folder / "same", same)
    told = run("compare", *files, columns=200).out
    run("compare", *files, "-o", "trend.html")
    heads = page_of(folder / "trend.html").xpath("//section[@class='cycles']//thead//bdi/text()")
    assert heads[0] == "Pilot (21 November 2023)"
    assert len(set(heads)) == len(EVERY)
    assert told.count("Pilot (21") == len(EVERY)


@pytest.mark.parametrize("count", [2, len(EVERY)])
def test_scores_are_not_broken_below_short_names_of_cycles(count, run, folder):
    def scores(name):
        cycles = [belonging(one, cycle=f"{name}{n}") for n, one in enumerate(EVERY[:count], 1)]
        told = run("compare", *written(folder / name, cycles), columns=120).out
        return re.findall(r"\d\.\d", told)

    assert scores("Q") == scores("Quarter")


def test_two_cycles_of_a_unit_are_named_by_it(run, folder):
    files = written(folder / "unit", [belonging(one, unit="North") for one in EVERY[:2]])
    assert ", North: " in run("compare", *files).out


def test_many_cycles_stand_below_each_other(run, folder):
    waves = [belonging(EVERY[0], cycle=f"Wave {day.year}", date=day) for day in (*DAYS, *LATER)]
    run("compare", *written(folder / "waves", waves), "-o", "trend.html")
    rows = page_of(folder / "trend.html").xpath(
        "//section[@class='cycles']//tbody/tr/th/bdi/text()"
    )
    assert rows == [wave.cycle for wave in waves]

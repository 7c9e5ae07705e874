"""CSV, JSON and Excel: numbers stay numbers, texts stay texts, and every program opens the file."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.language.messages import LANGUAGES
from assess.model.branding import Branding
from assess.report.characters import clean
from assess.report.formats import made
from assess.report.formats.csv import COLUMNS
from assess.report.look import Look
from assess.report.report import report_on
from assess.report.workbook import cells
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.stability import stability
from assess.store.assessments import load
from assess.store.shipped import report_templates
from tests.conftest import ROOT
from tests.report_readers import table_of
from tests.report_samples import HOSTILE, indexes, with_plan, with_texts
from tests.scoring_cases import as_json, assessment

LAST_YEAR, THIS_YEAR = (
    ROOT / f"examples/orvella-water-{year}.assess.json" for year in (2025, 2026)
)
LONG = "A megabyte of notes. " * 50_000
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]")
NUMBERS = {"level", "value", "counted_value", "weight", "level_before"}
SHEETS = ["Summary", "Dimensions", "Answers", "Patterns", "Plan", "Changes", "Findings", "Method"]


def file_of(name, card, comparison=None, branding=None):
    report = report_on(card, comparison, program_version="1.2.3")
    return made(report, Look(report_templates(), branding or Branding()), name)


def of_texts(name, text):
    """Return the file of an assessment that says *text* wherever people write."""
    asked = with_texts(text)
    return file_of(name, evaluate(asked), compare(asked, asked))


def book_of(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def texts_of(book):
    return [
        c.value for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "s"
    ]


@pytest.fixture(scope="module")
def years():
    return [load(file) for file in (LAST_YEAR, THIS_YEAR)]


@pytest.fixture(scope="module")
def results(years):
    return evaluate(years[1]), compare(*years)


# -------------------------------------------------------------------------------------------- CSV


def test_the_csv_of_the_example(results, golden):
    content = file_of("csv", *results)
    golden("report/orvella-water-2026-against-2025.csv", content.decode().replace("\r\n", "\n"))


def test_the_csv_is_what_programs_expect(results):
    content = file_of("csv", *results)
    assert content.startswith("\ufeff".encode())
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + 53
    assert tuple(table_of(content)[0]) == COLUMNS


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_cell_of_the_csv_begins_a_formula(text):
    (row,) = table_of(of_texts("csv", text))
    texts = {name: cell for name, cell in row.items() if name not in NUMBERS}
    assert not [cell for cell in texts.values() if FORMULA.match(cell)]
    assert row["note"] in {clean(text), f"'{clean(text)}"}
    assert clean(text.strip()) in row["evidence"]


def test_negative_numbers_stay_numbers_in_csv():
    case = {"questionnaire": {"scale": [-2.5, 0, 0.5], "dimensions": {"d": {"q": 1}}}}
    (row,) = table_of(file_of("csv", evaluate(assessment(case | {"answers": {"q": 1}}))))
    assert (row["value"], row["level"], row["level_name"]) == ("-2.5", "1", "Level 1")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(indexes())
def test_any_scorecard_has_a_row_for_each_question(index):
    rows = table_of(file_of("csv", index.card, index.comparison))
    asked = [q for d in index.card.every_dimension for q in d.questions]
    assert [row["question_id"] for row in rows] == [question.id for question in asked]
    assert [row["state"] for row in rows] == [question.state for question in asked]


def test_companions_say_so(run):
    case = {"questionnaire": "service-culture", "with": ["service-recovery"], "everything": 3}
    rows = table_of(file_of("csv", evaluate(assessment(case))))
    found = {row["dimension_id"]: row["companion"] for row in rows}
    assert found["processes"] == "false"
    assert list(found.values())[-1] == "true"
    assert next(row["section"] for row in rows if row["companion"] == "true")


def test_the_csv_speaks_greek_but_for_its_head(run):
    out = run("report", THIS_YEAR, "--format", "csv", "-o", "-", "--lang", "el").out
    head, first, *_rest = csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert tuple(head) == COLUMNS
    assert first[1] == "Διαδικασίες"
    assert first[11] == "4"


# ------------------------------------------------------------------------------------------- JSON


def test_the_json_of_the_example(results, golden):
    report = json.loads(file_of("json", *results))
    assert report.pop("scorecard") == as_json(results[0])
    assert report.pop("comparison") == as_json(results[1])
    text = json.dumps(report, ensure_ascii=False, indent=2)
    golden("report/orvella-water-2026-against-2025.json", f"{text}\n")


def test_the_json_without_a_comparison_says_so(results):
    report = json.loads(file_of("json", results[0]))
    assert report["comparison"] is None
    assert report["since"] is None


def test_the_json_holds_what_the_other_commands_print(run):
    report = json.loads(
        run("report", THIS_YEAR, "--against", LAST_YEAR, "--format", "json", "-o", "-").out
    )
    assert report["scorecard"] == json.loads(run("score", "--json", THIS_YEAR).out)
    assert report["comparison"] == json.loads(run("compare", "--json", LAST_YEAR, THIS_YEAR).out)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_the_json_gives_every_text_as_it_was_written(text):
    report = json.loads(of_texts("json", text))
    question = report["scorecard"]["dimensions"][0]["questions"][0]
    assert question["note"] == text
    assert report["actions"][0]["action"] == text.strip()


# ------------------------------------------------------------------------------------------ Excel


def test_the_sheets_of_the_example(results):
    book = book_of(file_of("xlsx", *results))
    assert book.sheetnames == SHEETS
    assert book["Answers"].freeze_panes == "B2"
    assert book["Answers"].auto_filter.ref == "A1:N54"
    assert book["Answers"].print_title_rows == "$1:$1"
    assert {sheet.page_setup.orientation for sheet in book} == {"landscape"}
    assert {sheet.oddFooter.left.text for sheet in book} == {"Confidential"}
    assert book.properties.title == "Service culture checklist"
    assert book.properties.created.isoformat() == book.properties.modified.isoformat()
    assert book.properties.created.isoformat() == "2026-11-06T00:00:00"


def test_numbers_dates_and_shares_are_what_they_are(results):
    book = book_of(file_of("xlsx", *results))
    score, share, gap = (book["Dimensions"].cell(4, column) for column in (3, 5, 9))
    assert (score.value, share.value) == (pytest.approx(2.3077, abs=1e-3), 1)
    assert (score.number_format, share.number_format) == ("0.0", "0%")
    assert gap.value == pytest.approx(1.692, abs=1e-3)
    due = book["Plan"]["D2"]
    assert (due.value.date(), due.is_date) == (dt.date(2026, 12, 6), True)
    assert book["Summary"]["B9"].value == pytest.approx(3.578, abs=1e-3)


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(1899, 12, 31)])
def test_a_day_that_excel_does_not_know_is_text(day):
    case = {"questionnaire": "service-culture", "everything": 2}
    asked = assessment(case).model_copy(update={"date": day})
    book = book_of(file_of("xlsx", evaluate(asked)))
    assert book["Plan"]["D2"].value == evaluate(asked).actions[0].due.isoformat()
    assert book.properties.created.isoformat() == "1900-03-01T00:00:00"


def test_the_plan_is_a_table_with_states_to_choose(results):
    plan = book_of(file_of("xlsx", *results))["Plan"]
    assert plan.tables["Plan"].ref == "A1:L46"
    (choice,) = plan.data_validations.dataValidation
    states = '"to do,agreed,in progress,done,partly done,dropped"'
    assert (str(choice.sqref), choice.formula1) == ("K2:K46", states)


def test_the_plan_has_owners_days_and_states_as_agreed():
    _last, after = with_plan()
    card = evaluate(after)
    report = report_on(card, stability=stability(after, card), program_version="1.2.3")
    book = book_of(made(report, Look(report_templates()), "xlsx"))
    first = [cell.value for cell in book["Plan"][2]]
    assert (first[2], first[3].date()) == ("Ana Ruiz", dt.date(2026, 12, 31))
    assert (first[7], first[11]) == (pytest.approx(0.968), "agreed")
    agreed = [cell.value for cell in book["What was agreed"][4]]
    assert agreed[4:] == [
        "agreed, overdue",
        "Minutes of May 2026; Every team takes part",
        "How managers speak of {customers}",
        3,
        2,
        "▼ was level 3",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_has_no_comma_and_a_head_is_there_once(language, results, speaking):
    speaking(language)
    plan = book_of(file_of("xlsx", *results)).worksheets[4]
    assert plan.data_validations.dataValidation[0].formula1.count(",") == 5
    heads = [cell.value for cell in plan[1]]
    assert len({head.casefold() for head in heads}) == len(heads)


def test_the_chart_shows_scores_and_targets(results):
    content = file_of("xlsx", *results)
    chart = zipfile.ZipFile(io.BytesIO(content)).read("xl/charts/chart1.xml").decode()
    assert re.findall("<c:f>(.*?)</c:f>", chart) == [
        "Dimensions!$C$1",
        "Dimensions!$B$2:$B$8",
        "Dimensions!$C$2:$C$8",
        "Dimensions!$H$1",
        "Dimensions!$B$2:$B$8",
        "Dimensions!$H$2:$H$8",
    ]


def test_on_another_scale_the_chart_shows_the_values_of_the_targets():
    case = {
        "questionnaire": {"scale": [0, 10, 50, 100], "dimensions": {"d": {"q": 1}}, "target": 3},
        "answers": {"q": 2},
    }
    content = file_of("xlsx", evaluate(assessment(case)))
    sheet = book_of(content)["Dimensions"]
    assert [cell.value for cell in sheet[2]][5:] == [2, "Level 2", 3, 40, None, 50]
    chart = zipfile.ZipFile(io.BytesIO(content)).read("xl/charts/chart1.xml").decode()
    assert "<c:f>Dimensions!$K$2</c:f>" in chart


@pytest.mark.parametrize(
    ("sections", "sheets"),
    [
        ("summary", ["Summary"]),
        ("profile", ["Dimensions"]),
        ("gaps", ["Dimensions"]),
        ("details,summary", ["Summary", "Answers"]),
        ("roadmap", ["Plan"]),
        ("priorities,patterns", ["Patterns", "Plan"]),
        ("since", ["Changes"]),
        ("findings,method", ["Findings", "Method"]),
    ],
)
def test_sections_choose_the_sheets(sections, sheets, run, folder):
    ran = run("report", THIS_YEAR, "--against", LAST_YEAR, "--sections", sections, "-o", "a.xlsx")
    assert ran.status == 0
    assert book_of((folder / "a.xlsx").read_bytes()).sheetnames == sheets


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_text_is_only_text_in_a_workbook(text):
    content = of_texts("xlsx", text)
    book, calm = book_of(content), book_of(of_texts("xlsx", "calm"))
    assert book["Answers"]["I2"].value == clean(text)
    assert book.sheetnames == calm.sheetnames
    cells_of = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [cell for cell in cells_of if cell.data_type in {"f", "e"} or cell.hyperlink]
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert not [name for name in parts.namelist() if "vml" in name or "external" in name]
    assert "<f>" not in "".join(
        parts.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3)
    )


def test_a_text_that_no_cell_holds_is_cut_and_says_so():
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}}}
    said = {"level": 3, "note": LONG, "evidence": ["\U0001f469" * 20_000]}
    sheet = book_of(file_of("xlsx", evaluate(assessment(case | {"answers": {"q": said}}))))[
        "Answers"
    ]
    note, evidence = sheet["I2"].value, sheet["J2"].value
    assert len(note) == 32_767
    assert note.endswith("… (cut here: a cell holds no more)")
    assert 32_765 <= len(evidence.encode("utf-16-le")) // 2 <= 32_767
    assert sheet.row_dimensions[2].height == cells.MOST_HIGH


@pytest.mark.parametrize("name", ["csv", "json", "md"])
def test_a_megabyte_of_notes_is_kept_whole(name):
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}}}
    card = evaluate(assessment(case | {"answers": {"q": {"level": 3, "note": LONG}}}))
    assert LONG.strip() in file_of(name, card).decode()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(indexes())
def test_any_scorecard_makes_a_sound_workbook(index):
    book = book_of(file_of("xlsx", index.card, index.comparison))
    assert len(book["Answers"]["A"]) == 1 + sum(len(d.questions) for d in index.card.dimensions)
    assert not [text for text in texts_of(book) if re.search(r"^None$|Fraction\(|\bnan\b", text)]


@pytest.mark.parametrize(
    ("wished", "taken", "name"),
    [
        ("Plan", [], "Plan"),
        ("Plan", ["plan"], "Plan 2"),
        ("Plan", ["plan", "PLAN 2"], "Plan 3"),
        ("a/b\\c[d]:e*f?", [], "a b c d  e f"),
        ("'quoted'", [], "quoted"),
        ("", [], "-"),
        ("Πρότυπα και δείκτες της εξυπηρέτησης", [], "Πρότυπα και δείκτες της εξυπηρέ"),
        (
            "Πρότυπα και δείκτες της εξυπηρέτησης",
            ["Πρότυπα και δείκτες της εξυπηρέ"],
            "Πρότυπα και δείκτες της εξυπη 2",
        ),
    ],
)
def test_names_of_sheets_are_what_excel_allows(wished, taken, name):
    assert cells.sheet_name(wished, taken) == name


@given(st.text(st.sampled_from("&G[Picture] 1") | st.characters(), max_size=400))
def test_any_text_fits_a_footer_and_a_property(text):
    assert len(cells.property_of_file(text).encode("utf-16-le")) // 2 <= 255
    footer = cells.footer(text)
    assert len(footer.encode("utf-16-le")) // 2 <= 200
    assert footer.count("&") == 2 * footer.count("&&")
    assert not re.search(r"&(G|\[Picture\])", footer)


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=lambda text: ascii(text[:20]))
def test_a_hostile_branding_is_only_text(text):
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}}}
    branding = Branding(confidentiality=text, consultancy=text, consultant=text)
    book = book_of(file_of("xlsx", evaluate(assessment(case)), branding=branding))
    assert book["Summary"]["A3"].value == cells.text(text)
    assert book["Summary"].oddFooter.right.text == "&P / &N"


def test_the_same_report_gives_the_same_bytes(results):
    names = ["csv", "json", "md", "xlsx"]
    assert [file_of(n, *results) for n in names] == [file_of(n, *results) for n in names]
    parts = zipfile.ZipFile(io.BytesIO(file_of("xlsx", *results)))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}

"""Files of every form, read for ever: frozen ones, their scores, and the program of later years.

tests/golden/schema/N holds files as the program wrote them under schema N, and what form N is.
"""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import given

from assess.cli.files import make_sure_as_asked
from assess.errors import AssessError, DocumentError
from assess.model.assessment import SCHEMA, Assessment, Change
from assess.model.checkup import Checkup
from assess.model.comparison import Comparison
from assess.model.difference import Difference
from assess.model.explanation import Explanation
from assess.model.planned import PlannedAction
from assess.model.portfolio import Portfolio
from assess.model.questionnaire import Catalogue
from assess.model.scorecard import Scorecard
from assess.model.trend import Trend
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.fingerprint import verify
from assess.store import assessments, durable
from assess.store.assessments import dumps, load, opened_for_writing
from assess.store.glances import Glances
from assess.store.upgrades import TODAY, Form, upgraded
from tests.conftest import HERE, ROOT
from tests.later_program import NUMBER, STEPS, Later
from tests.outlines import form, keys, lines_differing, lines_lost, numbers, paths
from tests.scoring_cases import as_json, assessment, differences
from tests.scoring_samples import LAW, checklist_cases, small_cases
from tests.test_scoring_json import parts_of
from tests.test_store_assessments import AT, answers, readable, some
from tests.test_store_assessments import assessment as answered

KEPT = HERE / "golden" / "schema"
FILES = sorted(KEPT.glob("*/*.assess.json"))
SCORED = [file for file in FILES if file.name != "two-interviews.assess.json"]
LAST = KEPT / str(SCHEMA)
FULL = LAST / "full.assess.json"
FIRST = KEPT / "1" / "full.assess.json"
YEARS = sorted((ROOT / "examples").rglob("*.assess.json"))
LATER = Form(NUMBER, Later, {**TODAY.steps, **STEPS})
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1z"/></svg>'

CHANGED_FORM = """
The form of the assessment file is not what it was when schema {number} was frozen, see below. Files
under that number exist, and programs that know no other form of it. So:

1. raise SCHEMA in assess/model/assessment.py by one;
2. write the step that leads there from the form before, in assess/store/upgrades.py;
3. put files as the program now writes them into tests/golden/schema/<the new number>: at least
   full.assess.json, which uses every key, and year-before.assess.json to compare it with;
4. UPDATE_GOLDEN=1 pytest tests/test_schema.py, and read what it wrote.

Only a number that no release has written may be frozen anew: remove its form.txt, then step 4.
"""


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_kept_file_is_read_and_saving_it_loses_nothing(file):
    read = load(file)
    verify(read)
    said = upgraded(json.loads(file.read_text(encoding="utf-8")), file.name, TODAY)
    assert differences(said, json.loads(dumps(read))) == []
    assert assessments._read(dumps(read), "f") == read  # noqa: SLF001  a file takes much longer


@pytest.mark.parametrize("file", SCORED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_kept_file_gives_the_scores_it_always_gave(file):
    name = f"schema/{file.parent.name}/{file.name.partition('.')[0]}.scorecard.txt"
    assert lines_lost(name, numbers(as_json(evaluate(load(file))))) == []


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_two_kept_years_compare_as_they_always_did(number):
    before, after = (
        load(KEPT / str(number) / f"{name}.assess.json") for name in ("year-before", "full")
    )
    found = numbers(as_json(compare(before, after)))
    assert lines_lost(f"schema/{number}/comparison.txt", found) == []


def test_the_form_of_the_file_is_frozen():
    differing = lines_differing(f"schema/{SCHEMA}/form.txt", form(Assessment, Catalogue))
    assert differing == [], CHANGED_FORM.format(number=SCHEMA)


def test_the_full_file_uses_every_key():
    used = {key for part in parts_of(load(FULL)) for key in said_by(part)}
    every = {line.partition(":")[0] for line in form(Assessment, Catalogue)}
    assert {line.replace(" needs ", " ").replace(" has ", " ") for line in every} - used == set()


@pytest.mark.parametrize(
    "model",
    [Scorecard, Comparison, Trend, Portfolio, PlannedAction, Difference, Explanation, Checkup],
    ids=lambda model: model.__name__.lower(),
)
def test_what_scripts_read_only_grows(model):
    name = f"schema/json/{model.__name__.lower()}.txt"
    assert lines_differing(name, keys(model), grows=True) == []


def test_the_report_that_scripts_read_only_grows(run, tmp_path):
    file, before = (
        shutil.copy(LAST / f"{name}.assess.json", tmp_path) for name in ("full", "year-before")
    )
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    ran = run("report", file, "--against", before, "--format", "json", "-o", "-")
    assert ran.status == 0, ran.err
    own = {k: v for k, v in json.loads(ran.out).items() if k not in {"scorecard", "comparison"}}
    assert lines_differing("schema/json/report.txt", paths(own), grows=True) == []


def test_the_table_of_steps_has_one_for_every_earlier_form():
    assert list(TODAY.steps) == list(range(1, SCHEMA))
    assert {int(folder.name) for folder in KEPT.glob("[0-9]*")} == {*TODAY.steps, SCHEMA}


@pytest.mark.parametrize("file", [*SCORED, *YEARS], ids=lambda file: file.stem)
def test_ten_forms_later_a_file_says_the_same(file):
    then = load(file, LATER)
    verify(then)
    assert (then.schema_number, then.confidential) == (NUMBER, False)
    assert evaluate(then) == evaluate(load(file))


@LAW
@given(case=small_cases() | checklist_cases())
def test_ten_forms_later_any_assessment_says_the_same(case):
    today = assessment(case)
    then = assessments._read(dumps(today), "f", LATER)  # noqa: SLF001  a file takes much longer
    assert evaluate(then) == evaluate(today)
    assert assessments._read(dumps(then), "f", LATER) == then  # noqa: SLF001  same


@given(answers(readable), answers(readable), some(readable))
def test_ten_forms_later_no_word_of_an_answer_is_lost(before, after, organisation):
    step = Change(at=AT, question="test", old=before, new=after)
    today = answered({"test": after}, (step,), organisation=organisation)
    then = assessments._read(dumps(today), "f", LATER)  # noqa: SLF001  a file takes much longer
    assert (then.organisation, then.interviews) == (today.organisation, today.interviews)
    assert assessments._read(dumps(then), "f", LATER) == then  # noqa: SLF001  same


@pytest.fixture
def old(tmp_path):
    """Return a file of the first form."""
    return tmp_path / shutil.copy(FIRST, tmp_path / "a.assess.json")


@pytest.fixture
def new(tmp_path):
    """Return a file as the later program writes it."""
    durable.create(tmp_path / "new.assess.json", dumps(load(FIRST, LATER)))
    return tmp_path / "new.assess.json"


def test_an_older_file_stays_as_it_is_until_something_is_saved(old):
    before = (old.read_bytes(), old.stat().st_mtime_ns)
    with opened_for_writing(old, LATER) as session:
        assert (old.read_bytes(), old.stat().st_mtime_ns) == before
        session.save(session.assessment.model_copy(update={"unit": "South pier"}))

    assert json.loads(old.read_text(encoding="utf-8"))["schema"] == NUMBER
    assert load(old, LATER).unit == "South pier"
    assert differences(as_json(evaluate(load(FIRST))) | {"unit": "South pier"}, card(old)) == []


def card(file):
    return as_json(evaluate(load(file, LATER)))


def test_a_file_of_the_later_program_is_refused(new):
    wanted = f"{new} was written by a newer assess (schema {NUMBER}; this one reads up to {SCHEMA})"
    with pytest.raises(AssessError) as caught:
        load(new)
    assert str(caught.value) == f"{wanted}; install a newer assess."
    with pytest.raises(AssessError) as caught:
        Glances(make_sure_as_asked).read(new)
    assert str(caught.value).startswith(wanted)


def test_many_files_of_several_forms_are_read_together(old, new, tmp_path):
    other = shutil.copy(new, tmp_path / "another.assess.json")
    glances = Glances(make_sure_as_asked, LATER)
    found = [glances.read(file) for file in (old, new, other, old)]
    assert [evaluate(one).overall for one in found] == [evaluate(load(FIRST)).overall] * 4


@pytest.mark.parametrize(
    ("said", "instead", "message"),
    [
        ('"crew-rested": {"level": 3}', '"crew-rested": {"level": 9}', "32:34: interviews"),
        ('"people": 3', '"people": 3.5', "13:15: targets.people: expected"),
        ('"language": "en"', '"language": 7', "8:15: language: expected text"),
        ('"language"', '"langauge"', "8:3: langauge: unknown key"),
        ('"unit": "North pier"', '"unit": 7', "1:1: client.unit: expected text"),
        ('"cycle": "2026"', '"cycle": "2026", "cycle": "2026"', "5:20: cycle: said twice"),
    ],
    ids=["answer", "target", "text", "unknown", "moved", "twice"],
)
def test_a_mistake_in_an_older_file_is_shown_where_it_stands(old, said, instead, message):
    change(old, said, instead)
    with pytest.raises(DocumentError) as caught:
        load(old, LATER)
    assert str(caught.value.problems[0]).startswith(f"{old}:{message}")


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('"organisation"', '"organization"'),
        ('"date": "2026-05-04"', '"date": "in May"'),
        ('"date": "2026-05-04"', '"date": null'),
        ('"interviews": [', '"interviews": [7, '),
    ],
    ids=["key", "value", "nothing", "kind"],
)
def test_an_older_file_that_was_changed_by_hand_is_one_sentence(old, said, instead):
    change(old, said, instead)
    with pytest.raises(AssessError) as caught:
        load(old, LATER)
    assert str(caught.value) == (
        f"{old} does not hold what a file of schema 1 holds; take it from a backup."
    )


def test_a_file_without_a_number_is_of_the_first_form(old):
    change(old, '  "schema": 1,\n', "")
    assert evaluate(load(old)) == evaluate(load(old, LATER)) == evaluate(load(FIRST))


@pytest.mark.parametrize("number", ["0", "-1", "true", '"1"', "1.5", "null", "[]"])
def test_what_is_no_number_of_a_form_is_refused(old, number):
    change(old, '"schema": 1', f'"schema": {number}')
    with pytest.raises(DocumentError, match="schema: "):
        load(old)


def change(file, said, instead):
    """Write *instead* where *file* first says *said*."""
    text = file.read_text(encoding="utf-8")
    assert said in text
    file.write_text(text.replace(said, instead, 1), encoding="utf-8")


def said_by(part):
    """Yield the keys of *part* that say something, after the name of its model."""
    fields = type(part).model_fields
    given = (name for name in fields if getattr(part, name) not in (None, "", ()))
    yield from (f"{type(part).__name__} {fields[name].alias or name}" for name in given)

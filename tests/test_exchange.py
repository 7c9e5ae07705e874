"""Answers from files: each file of `cases/answers` has its complaints beside it, in `.expected`."""

from __future__ import annotations

import json

import pytest

from assess.errors import DocumentError, NotFoundError
from assess.exchange.answer_table import MOST_ROWS
from assess.exchange.answers import read_answers
from assess.model.assessment import Answer
from assess.model.questionnaire import Questionnaire
from tests.conftest import cases

LEVELS = {"1": "No.", "2": "Partly.", "3": "Yes."}
QUESTIONS = [
    {"id": name, "title": name, "question": "?", "levels": LEVELS, "not_applicable": allowed}
    for name, allowed in [("profile", False), ("test", True), ("far", True), ("near", True)]
]
YAML = """\
profile: 3
test: dont-know
far: {level: 2, note: "step count seen", evidence: ["list of 3 March", picture]}
near: {not-applicable: "volunteers only", evidence: a letter}
"""
CSV = """\
question,level,note,evidence,reason
profile,3,,,
test,dont-know,,,

far,2,step count seen,list of 3 March | picture,
near,not-applicable,,a letter,volunteers only
"""
READ = {
    "profile": Answer(level=3),
    "test": Answer(dont_know=True),
    "far": Answer(level=2, note="step count seen", evidence=("list of 3 March", "picture")),
    "near": Answer(not_applicable="volunteers only", evidence=("a letter",)),
}


@pytest.fixture(scope="module")
def questionnaire():
    return make_questionnaire()


def make_questionnaire():
    """Return a questionnaire of four questions with three levels."""
    scale = [{"name": f"Step {value}", "value": value} for value in (1, 2, 3)]
    return Questionnaire.model_validate_json(
        json.dumps(
            {
                "id": "tiny",
                "version": "1.0.0",
                "title": "Tiny",
                "scale": scale,
                "dimensions": [{"id": "d", "title": "D", "questions": QUESTIONS}],
            }
        )
    )


def complaints(path):
    """Return what is wrong with the answers at *path*, without its folder."""
    with pytest.raises(DocumentError) as caught:
        read_answers(path, [make_questionnaire()])
    return [str(problem).removeprefix(f"{path.parent}/") for problem in caught.value.problems]


@pytest.mark.parametrize("expected", cases("answers", "expected"))
def test_unsound_answers(expected):
    assert complaints(expected.with_suffix("")) == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("answers.yaml", YAML),
        ("answers.csv", CSV),
        ("ANSWERS.CSV", CSV.replace(",", ";").replace("\n", "\r\n")),
        ("column-order.csv", "Level,Question\n3,profile\n"),
    ],
)
def test_answers_are_read(tmp_path, questionnaire, name, text):
    (tmp_path / name).write_bytes(text.encode())
    found = read_answers(tmp_path / name, [questionnaire])
    assert found == {name: READ[name] for name in found}
    assert len(found) in {1, 4}


def test_only_a_note_is_an_answer_too(tmp_path, questionnaire):
    (tmp_path / "a.yaml").write_text("far: {note: later}\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("question,level,note\nfar,,later\n", encoding="utf-8")

    assert read_answers(tmp_path / "a.yaml", [questionnaire]) == {"far": Answer(note="later")}
    assert read_answers(tmp_path / "a.csv", [questionnaire]) == {"far": Answer(note="later")}


def test_too_many_rows_are_not_read(tmp_path):
    (tmp_path / "a.csv").write_text("question,level\n" + "far,1\n" * (MOST_ROWS + 1), "utf-8")
    assert complaints(tmp_path / "a.csv")[-1] == (
        f"a.csv:{MOST_ROWS + 2}:1: more than {MOST_ROWS} rows; at most that many are read"
    )


def test_a_row_of_one_cell_is_counted_as_one(tmp_path):
    (tmp_path / "a.csv").write_text("question,level\nfar\n", "utf-8")
    assert complaints(tmp_path / "a.csv") == ["a.csv:2:1: this row has 1 cell, the head has 2"]


def test_a_missing_file_is_a_sentence(tmp_path, questionnaire):
    with pytest.raises(NotFoundError, match="No such file"):
        read_answers(tmp_path / "a.csv", [questionnaire])

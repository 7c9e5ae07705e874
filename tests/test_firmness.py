"""How firm the results are, in sentences: under other weights, and with one other answer."""

from __future__ import annotations

import json

import pytest

from assess.report.firmness import firmness
from assess.report.index import Index
from assess.scoring.evaluate import evaluate
from assess.scoring.stability import stability
from tests.conftest import ROOT
from tests.scoring_cases import assessment

THIS_YEAR = ROOT / "examples/orvella-water-2026.assess.json"


def firm(questions, answers):
    asked = assessment({"questionnaire": {"dimensions": {"d": questions}}, "answers": answers})
    card = evaluate(asked)
    return firmness(Index(card, None, stability(asked, card)))


def acting(*impacts):
    return {
        f"q{n}": {"actions": [{"effort": "S", "impact": impact}]}
        for n, impact in enumerate(impacts)
    }


@pytest.mark.parametrize(
    ("impacts", "said"),
    [
        ((5, 4), ""),
        ((5, 4, 3), ""),
        ((5, 5, 5, 1), "The top 3 hold: each stays among them in at least 100% of 1000"),
        ((3, 3, 3, 3), "The top 3 are not settled: action "),
    ],
)
def test_whether_the_first_actions_stay_the_first(impacts, said):
    told = firm(acting(*impacts), {f"q{n}": 2 for n in range(len(impacts))}).top
    assert told.startswith(said)
    assert bool(told) == bool(said)


@pytest.mark.parametrize(
    ("questions", "answers", "said"),
    [
        (
            {"a": 3, "b": 1},
            {"a": 3, "b": 3},
            [
                "One level better at A alone would lift the overall result to level 4, Level 4.",
                "One level worse at A alone would lower the overall result to level 2, Level 2.",
            ],
        ),
        (
            {"a": 1, "b": 1},
            {"a": 3, "b": 4},
            [
                (
                    "One level worse at any one of 2 questions alone would lower the overall "
                    "result to level 3, Level 3: A and B."
                )
            ],
        ),
        (
            {"a": 1, "b": 1, "c": 1},
            {"a": 3, "b": 3, "c": 3},
            ["No single answer, one level better or worse, moves the overall level."],
        ),
        ({"a": 1}, {}, []),
    ],
)
def test_which_answers_move_the_level(questions, answers, said):
    assert firm(questions, answers).movers == " ".join(said)


def test_a_report_says_how_firmness_was_tried(run):
    page = run("report", THIS_YEAR, "--format", "md", "-o", "-").out
    assert "tried with 1000 weightings, drawn at random with the fixed seed 1" in page
    assert "by a number of its own between 0.5 and 1.5" in page


def test_programs_get_the_numbers(run):
    found = json.loads(run("report", THIS_YEAR, "--format", "json", "-o", "-").out)["stability"]
    assert (found["draws"], found["seed"], found["least"], found["most"]) == (1000, 1, 0.5, 1.5)
    assert sum(found["shares"].values()) == pytest.approx(found["top"])
    assert found["movers"] == []

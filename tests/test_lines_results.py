"""Results on the screen: what is said of few answers, and how it fits a narrow window."""

from __future__ import annotations

import pytest

from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.terminal.comparison import print_comparison
from assess.terminal.questionnaire import print_questionnaire
from assess.terminal.scorecard import print_scorecard
from tests.scoring_cases import assessment, questionnaire

ONE_DAY = {"effort": "S", "impact": 4, "horizon_days": 1, "from_levels": [1, 2]}
SHORT = {
    "scale": [1, 2, 3],
    "dimensions": {
        "care": {"title": "Care for people", "questions": {"calm": {"actions": [ONE_DAY]}}},
        "speed": {"title": "Processes", "questions": {"wait": 1, "visit": 1}},
        "words": {"title": "Words", "required_for_overall": True, "questions": {"thank": 1}},
    },
    "thresholds": {"overall_rated": 2},
    "rules": ["R10", "R11"],
}


@pytest.fixture
def printed(capsys):
    """Return what is printed of answers to the short questionnaire."""

    def show(answers):
        print_scorecard(evaluate(assessment({"questionnaire": SHORT, "answers": answers})))
        return capsys.readouterr().out

    return show


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Provisional: Dimensions rated: 0 of 3; needed: 2.\n"),
        ({"calm": 3}, "Provisional: Dimensions rated: 1 of 3; needed: 2.\n"),
        ({"calm": 3, "wait": 2, "visit": 2}, "Provisional: The whole needs a level for: Words.\n"),
    ],
)
def test_a_provisional_result_says_what_it_needs(printed, answers, said):
    assert said in printed(answers)


def test_one_sentence_stands_once_above_all_that_it_is_about(printed):
    screen = printed({"calm": "dont-know", "wait": "dont-know", "thank": 2})
    assert screen.count("R10 ") == 1
    assert "    Care for people, don't know: Calm\n    Processes, don't know: Wait\n" in screen


def test_one_day_is_not_several(printed):
    assert ", 1 day · effort S" in printed({"calm": 1})


def test_a_narrow_comparison_is_one_line_for_each_dimension(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    before = {"questionnaire": SHORT, "everything": 1, "cycle": "2025"}
    after = before | {"cycle": "2026", "answers": {"calm": 3}}
    print_comparison(compare(assessment(before), assessment(after)))

    screen = capsys.readouterr().out
    assert "- Care for people: 2025 1.0, 2026 3.0,\n  change +2.0, like for like +2.0,\n" in screen
    assert "  rose/fell/stayed 1/0/0\n- Processes: 2025 1.0," in screen
    assert max(map(len, screen.splitlines())) <= 40


def test_a_questionnaire_without_purpose_leaves_no_gap(capsys):
    print_questionnaire(questionnaire(SHORT | {"purpose": ""}))
    screen = capsys.readouterr().out
    assert "(care, 1 question)\n" in screen
    assert ", 1 day, effort S" in screen
    assert "\n\n\n" not in screen

"""What scripts read: the keys of the scorecard, frozen. Keys may be added, never changed."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from assess.scoring.evaluate import evaluate
from tests.scoring_cases import as_json, assessment, checklist

CASE = {
    "questionnaire": "service-culture",
    "everything": 5,
    "answers": {
        "process-customer-review": {"level": 5, "evidence": ["list of 3 March"], "note": "seen"},
        "process-early-warning": {"level": 4, "evidence": ["the morning mail"]},
        "policy-exceptions": 2,
        "attitude-speaking": 1,
        "attitude-problem-reaction": 1,
        "attitude-staff-care": 2,
        "attitude-decisions": 2,
        "attitude-review": {"level": 1},
        "attitude-customer-contact": 1,
        "standards-exist": 2,
        "standards-balance": 2,
        "hiring-turnover": "dont-know",
        "rewards-pay": {"not-applicable": "volunteers only"},
        "rewards-fairness": {"not-applicable": "volunteers only"},
        "rewards-career": {"note": "ask again"},
        "training-products": 1,
    },
    "targets": {"processes": 5},
    "weights": {"hiring": {"weight": 0.5, "because": "hardly anyone is hired"}},
}
CARD = evaluate(assessment(CASE))

OVERALL = {
    "score": float,
    "level": int,
    "level_name": str,
    "coverage": float,
    "provisional": bool,
    "evidenced_score": float,
    "limits": list,
}
LIMIT = {"rule": str, "level": int, "because": str}
DIMENSION = OVERALL | {
    "id": str,
    "title": str,
    "target": int,
    "gap": float,
    "sections": list,
    "questions": list,
}
SECTION = {"id": str, "title": str, "score": float, "level": int}
QUESTION = {"id": str, "state": str, "level": int, "value": int}
PATTERN = {"id": str, "state": str, "severity": str, "missing": list}
STRENGTH = {"id": str, "state": str, "missing": list}
FINDING = {"rule": str, "questions": list, "say": str}
ACTION = {"id": str, "question": str, "priority": float, "quick_win": bool, "waits_for": list}
WHOLE = {
    "schema": int,
    "organisation": str,
    "cycle": str,
    "date": str,
    "questionnaires": list,
    "overall": dict,
    "dimensions": list,
    "patterns": list,
    "strengths": list,
    "companions": list,
    "findings": list,
    "actions": list,
}


def test_a_whole_scorecard(golden):
    golden("scorecard.json", CARD.model_dump_json(by_alias=True, indent=2) + "\n")


def test_the_keys_that_scripts_rely_on():
    whole = as_json(CARD)
    training = whole["dimensions"][-1]
    assert kinds(whole, WHOLE) == WHOLE
    assert kinds(whole["overall"], OVERALL) == OVERALL
    assert [kinds(limit, LIMIT) for limit in whole["overall"]["limits"]] == [LIMIT] * 2
    assert [kinds(each, DIMENSION) for each in whole["dimensions"]] == [DIMENSION] * 7
    assert [kinds(section, SECTION) for section in training["sections"]] == [SECTION] * 3
    assert [kinds(each, QUESTION) for each in training["questions"]] == [QUESTION] * 8
    assert [kinds(each, PATTERN) for each in whole["patterns"]] == [PATTERN] * 40
    assert [kinds(each, STRENGTH) for each in whole["strengths"]] == [STRENGTH] * 4
    assert [kinds(each, FINDING) for each in whole["findings"]] == [FINDING] * len(CARD.findings)
    assert [kinds(each, ACTION) for each in whole["actions"]] == [ACTION] * len(CARD.actions)


def test_a_section_begins_with_these_keys():
    section = as_json(CARD)["dimensions"][-1]["sections"][0]
    assert list(section) == [*SECTION, "limits", "unlimited_level"]


def test_the_four_states_and_what_goes_with_them():
    questions = {q["id"]: q for d in as_json(CARD)["dimensions"] for q in d["questions"]}
    said = {
        name: (questions[name]["state"], questions[name]["level"], questions[name]["value"])
        for name in ("policy-exceptions", "hiring-turnover", "rewards-pay", "rewards-career")
    }
    assert said == {
        "policy-exceptions": ("level", 2, 2),
        "hiring-turnover": ("dont-know", None, None),
        "rewards-pay": ("not-applicable", None, None),
        "rewards-career": ("unanswered", None, None),
    }


def test_who_was_asked_what_stands_in_it():
    assert as_json(CARD)["questionnaires"][0]["id"] == "service-culture"
    assert as_json(CARD)["questionnaires"][0]["version"] == checklist().version
    assert as_json(CARD)["date"] == "2026-11-21"


def kinds(found, names):
    """Return the type of each of *names* in *found*."""
    return {name: type(found[name]) for name in names}


def test_every_part_of_the_scorecard_holds_what_its_model_says():
    parts = list(parts_of(CARD))

    assert {"Scorecard", "DimensionResult", "QuestionResult"} < {type(p).__name__ for p in parts}
    for part in parts:
        assert type(part).model_validate(dict(part)) == part


def parts_of(value):
    """Return every part of *value*, itself first, that has a model."""
    if isinstance(value, BaseModel):
        yield value
        value = dict(value)
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for one in value:
            yield from parts_of(one)

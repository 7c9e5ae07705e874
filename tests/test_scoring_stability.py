"""Stability: shares that are the same every time, and movers that are all there are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from assess.scoring.evaluate import evaluate
from assess.scoring.movers import movers
from assess.scoring.stability import DRAWS, TOP, places, shares, stability
from assess.store.assessments import load
from tests.conftest import ROOT
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW, small_cases


def by_hand(asked):
    """Every single answer a level better or worse, judged by the rules themselves."""
    now = evaluate(asked)
    answers = {n: a for one in asked.interviews for n, a in one.answers.items()}
    tries = [
        (name, level)
        for name, answer in answers.items()
        if answer.level
        for level in (answer.level - 1, answer.level + 1)
        if 1 <= level <= len(now.scale)
    ]
    found = {
        (name, level): evaluate(with_level(asked, name, level)).overall.level
        for name, level in tries
    }
    return {
        key: level
        for key, level in found.items()
        if level is not None and now.overall.level is not None and level != now.overall.level
    }


def with_level(asked, name, level):
    interview = asked.interviews[0]
    changed = interview.answers[name].model_copy(update={"level": level})
    answers = {**interview.answers, name: changed}
    return asked.model_copy(
        update={"interviews": (interview.model_copy(update={"answers": answers}),)}
    )


def quick(asked):
    return {(m.question, m.other): m.overall for m in movers(asked, evaluate(asked))}


def test_the_movers_of_the_example_are_all_there_are():
    asked = load(ROOT / "examples/orvella-water-2026.assess.json")
    assert quick(asked) == by_hand(asked)


@LAW
@given(small_cases())
def test_the_movers_are_all_there_are(case):
    asked = assessment(case)
    assert quick(asked) == by_hand(asked)


WATCHED = {
    "a dimension between two borders": {"when": {"dim": "e", "below": 3.2}},
    "a section": {"when": {"section": "e/part", "below": 3.2}},
    "a dimension that is not rated": {"when": {"q": "far", "max": 3}},
    "a pattern": {"when": {"pattern": "seen"}},
    "several": {"when": {"not": {"all": [{"q": "far", "min": 4}, {"dim": "d", "min": 1}]}}},
}


@pytest.mark.parametrize("limit", WATCHED.values(), ids=WATCHED)
def test_what_a_limit_looks_at_moves_the_level(limit):
    part = {"sections": [{"id": "part", "title": "Part"}]}
    dimensions = {
        "d": {"a": 9},
        "e": part | {"questions": {"b": {"section": "part"}, "c": {"section": "part"}}},
        "f": {"far": 1, "open": 1, "wide": 1},
    }
    case = {
        "questionnaire": {
            "dimensions": dimensions,
            "limits": [{"id": "gate", "rule": "R3", "caps": "overall", "at": {"level": 2}} | limit],
            "patterns": [{"id": "seen", "when": {"q": "far", "max": 3}}],
        },
        "answers": {"a": 4, "b": 3, "c": 3, "far": 3},
    }
    found = quick(assessment(case))
    assert found == by_hand(assessment(case))
    assert 4 in found.values()


def test_one_answer_from_the_border():
    small = {"questionnaire": {"dimensions": {"d": {"a": 1, "b": 1}}}, "answers": {"a": 3, "b": 4}}
    assert quick(assessment(small)) == {("a", 2): 3, ("b", 3): 3} == by_hand(assessment(small))


def test_without_a_level_nothing_moves_it():
    small = {"questionnaire": {"dimensions": {"d": {"a": 1}}}, "answers": {}}
    assert list(movers(assessment(small), evaluate(assessment(small)))) == []


def test_shares_are_the_same_every_time_and_add_up():
    asked = load(ROOT / "examples/orvella-water-2026.assess.json")
    card = evaluate(asked)
    found = stability(asked, card)
    assert found.shares == shares(card)
    assert sum(found.shares.values()) == TOP
    assert all(0 <= share <= 1 for share in found.shares.values())
    assert [sum(column) for column in zip(*places(card).values(), strict=True)] == [DRAWS] * TOP
    assert found.draws == DRAWS


def test_what_towers_over_the_rest_always_stays_first():
    actions = {"a": {"actions": [{"effort": "S", "impact": 5}]}}
    small = {f"q{n}": {"actions": [{"effort": "L", "impact": 1}]} for n in range(5)}
    case = {
        "questionnaire": {"dimensions": {"d": {**actions, **small}}},
        "answers": {"a": 1, **dict.fromkeys(small, 2)},
    }
    card = evaluate(assessment(case))
    found = shares(card)
    assert found[card.actions[0].id] == Fraction(1)

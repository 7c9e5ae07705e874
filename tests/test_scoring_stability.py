"""Stability: shares that are the same every time, and movers that are all there are."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given

from assess.scoring.evaluate import evaluate
from assess.scoring.stability import DRAWS, TOP, movers, shares, stability
from assess.store.assessments import load
from tests.conftest import ROOT
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW, checklist_cases


def by_hand(asked):
    """Every single answer a level better or worse, judged by the rules themselves."""
    now = evaluate(asked)
    answers = dict(asked.interviews[0].answers)
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
    return {(m.question, m.other): m.overall for m in movers(asked)}


def test_the_movers_of_the_example_are_all_there_are():
    asked = load(ROOT / "examples/orvella-water-2026.assess.json")
    assert quick(asked) == by_hand(asked)


@LAW
@given(checklist_cases())
def test_a_mover_moves_the_level(case):
    asked = assessment(case)
    card = evaluate(asked)
    moved = {
        (m.question, m.other): evaluate(with_level(asked, m.question, m.other)).overall.level
        for m in movers(asked)
    }
    assert moved == quick(asked)
    assert card.overall.level not in moved.values()


def test_one_answer_from_the_border():
    small = {"questionnaire": {"dimensions": {"d": {"a": 1, "b": 1}}}, "answers": {"a": 3, "b": 4}}
    assert quick(assessment(small)) == {("a", 2): 3, ("b", 3): 3} == by_hand(assessment(small))


def test_without_a_level_nothing_moves_it():
    small = {"questionnaire": {"dimensions": {"d": {"a": 1}}}, "answers": {}}
    assert list(movers(assessment(small))) == []


def test_shares_are_the_same_every_time_and_add_up():
    asked = load(ROOT / "examples/orvella-water-2026.assess.json")
    card = evaluate(asked)
    found = stability(asked, card)
    assert found.shares == shares(card)
    assert sum(found.shares.values()) == TOP
    assert all(0 <= share <= 1 for share in found.shares.values())
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

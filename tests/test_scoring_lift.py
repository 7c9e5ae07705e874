"""What would lift the level: a way that holds, and that says what stands in it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from assess.report.index import Index
from assess.report.lifting import what_lifts
from assess.scoring.evaluate import evaluate
from assess.scoring.lift import lift_of
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW, checklist_cases

TWO = {"hiring": {"a": 1, "b": 1}, "rewards": {"c": 1, "d": 1}}
GATE = {"id": "gate", "rule": "R4", "caps": "overall", "say": "The top decides."}
FOLLOWS = GATE | {"at": {"level_of": "hiring"}, "names_below": 5}


def lifted(answers, limits=(), dimensions=TWO, **questionnaire):
    case = {
        "questionnaire": {"dimensions": dimensions, "limits": list(limits), **questionnaire},
        "answers": answers,
    }
    asked = assessment(case)
    found = lift_of(asked)
    return found, what_lifts(Index(evaluate(asked), None), found)


def test_a_score_that_lacks_a_little():
    lift, told = lifted({"a": 3, "b": 3, "c": 3, "d": 3})
    assert (lift.level, lift.steps, lift.score) == (4, 2, Fraction(1, 2))
    assert told == (
        "The result is 0.5 in score away from level 4, Level 4; 2 answers, each one level better, "
        "would lift it."
    )


def test_a_score_that_lacks_one_answer():
    assert lifted({"a": 3, "b": 3, "c": 4, "d": 3})[1] == (
        "The result is 0.3 in score away from level 4, Level 4; 1 answer, one level better, would "
        "lift it."
    )


def test_a_limit_that_holds_the_score_down():
    lift, told = lifted({"a": 3, "b": 3, "c": 5, "d": 5}, [FOLLOWS])
    assert (lift.steps, lift.score, lift.among) == (1, 0, 1)
    assert told == (
        "What keeps the result from level 4, Level 4 is Hiring; 1 answer there, one level better, "
        "would lift it."
    )


def test_a_limit_behind_a_score_that_lacks():
    lift, told = lifted({"a": 2, "b": 2, "c": 3, "d": 2}, [FOLLOWS])
    assert (lift.level, lift.steps, lift.among) == (3, 1, 1)
    lift, told = lifted({"a": 2, "b": 2, "c": 2, "d": 2}, [FOLLOWS])
    assert (lift.steps, lift.among) == (2, 2)
    assert told == (
        "The result is 0.5 in score away from level 3, Level 3, and Hiring would hold it back; 2 "
        "answers, each one level better, 2 of them there, would lift it."
    )


@pytest.mark.parametrize("answers", [{}, {"a": 5, "b": 5, "c": 5, "d": 5}])
def test_without_a_level_above_there_is_nothing_to_lift(answers):
    assert lifted(answers) == (None, "")


def test_a_fixed_limit_that_no_answer_lifts():
    fixed = GATE | {"at": {"level": 3}}
    assert lifted({"a": 5, "b": 5, "c": 5, "d": 5}, [fixed]) == (None, "")


def test_a_reversed_question_gets_better_downwards():
    dimensions = {"hiring": {"a": {"reversed": True}}}
    lift, _told = lifted({"a": 4}, dimensions=dimensions)
    assert (lift.level, lift.steps) == (3, 1)


@LAW
@given(case=checklist_cases())
def test_the_way_is_never_longer_than_every_answer_at_its_best(case):
    asked = assessment(case)
    card, lift = evaluate(asked), lift_of(asked)
    answers = [q.level for d in card.dimensions for q in d.questions if q.level]
    most = sum(len(card.scale) - level for level in answers)
    assert lift is None or (lift.level, True) == (card.overall.level + 1, 0 < lift.steps <= most)
    assert lift is None or 0 <= lift.among <= lift.steps

"""The bridge between two scores: a fixed order, and parts that add up exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from assess.scoring.compare import compare
from tests.change_samples import changes
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW

KINDS = ["gone", "new", "changed", "weights", "applicability", "coverage", "real"]


def bridged(before, after):
    return compare(assessment(before | {"cycle": "2025"}), assessment(after)).bridge


def parts(found):
    return {part.kind: part.change for part in found.parts if part.change}


@LAW
@given(changes())
def test_the_parts_add_up_to_the_whole_exactly(change):
    comparison = change[1]
    found = comparison.bridge
    assert [part.kind for part in found.parts] == KINDS
    assert (found.before, found.after) == (comparison.overall.before, comparison.overall.after)
    total = sum((part.change or Fraction(0) for part in found.parts), Fraction(0))
    assert found.change is None or total == found.change == comparison.overall.change


TWO = {"d": {"questions": {"a": {}, "b": {}}}}


def one(answers, dimensions=TWO, **more):
    return {"questionnaire": {"dimensions": dimensions, **more}, "answers": answers}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (one({"a": 2, "b": 2}), one({"a": 4, "b": 2}), {"real": 1}),
        (one({"a": 2, "b": 4}), one({"a": 2}, {"d": {"questions": {"a": {}}}}), {"gone": -1}),
        (
            one({"a": 2}, {"d": {"questions": {"a": {}}}}),
            one({"a": 2, "b": 4}),
            {"new": 1},
        ),
        (
            one({"a": 2, "b": 2}),
            one({"a": 4, "b": 2}, {"d": {"questions": {"a": {"question": "Why?"}, "b": {}}}}),
            {"changed": 1},
        ),
        (
            one({"a": 1, "b": 3}),
            one({"a": 1, "b": 3}, {"d": {"questions": {"a": {}, "b": {"weight": 3}}}}),
            {"weights": Fraction(1, 2)},
        ),
        (
            one({"a": 1, "b": 3}),
            one({"a": {"not-applicable": "None"}, "b": 3}),
            {"applicability": 1},
        ),
        (
            one({"a": 1}, thresholds={"dimension_rated": 0.5}),
            one({"a": 1, "b": 3}, thresholds={"dimension_rated": 0.5}),
            {"coverage": 1},
        ),
        (
            one({"a": 2, "b": 2}),
            one({"c": 2, "b": 4}, {"d": {"questions": {"c": {"replaces": "a"}, "b": {}}}}),
            {"changed": 0, "real": 1},
        ),
        (one({}), one({"a": 1, "b": 1}), {}),
    ],
)
def test_each_difference_has_its_part(before, after, found):
    assert parts(bridged(before, after)) == {kind: part for kind, part in found.items() if part}


def test_a_renamed_question_is_compared_under_its_old_id():
    new = {"d": {"questions": {"c": {"replaces": "a", "question": "How is a?"}, "b": {}}}}
    old = {"d": {"questions": {"a": {"question": "How is a?"}, "b": {}}}}
    found = compare(
        assessment(one({"a": 2, "b": 2}, old) | {"cycle": "2025"}),
        assessment(one({"c": 3, "b": 2}, new)),
    )
    moved = {change.id: (change.replaces, change.movement) for change in found.questions}
    assert moved == {"c": ("a", "rose"), "b": (None, "stayed")}
    assert found.like_for_like.questions == 2


def test_a_step_without_a_score_is_told_with_the_next():
    found = bridged(one({"a": 2, "b": 4}), one({"c": 5}, {"e": {"questions": {"c": {}}}}))
    assert [(part.kind, part.change) for part in found.parts][:2] == [("gone", None), ("new", 2)]


def test_a_question_that_was_renamed_twice_is_compared_with_both_of_its_names():
    names = (("a", []), ("b", "a"), ("c", ["b", "a"]))
    first, second, third = (
        assessment(
            one(
                {name: level},
                {"d": {"questions": {name: {"replaces": replaces, "question": "How is a?"}}}},
            )
            | {"cycle": str(2023 + level)}
        )
        for level, (name, replaces) in enumerate(names, 1)
    )
    found = [
        compare(*pair).questions[0] for pair in ((first, second), (second, third), (first, third))
    ]
    assert [(q.replaces, q.movement, q.before, q.after) for q in found] == [
        ("a", "rose", 1, 2),
        ("b", "rose", 2, 3),
        ("a", "rose", 1, 3),
    ]

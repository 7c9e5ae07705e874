"""Two assessments: what changed, and what only looks changed. Cases are computed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given

from assess.errors import AssessError
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.movements import COMPARABLE, REASONS
from tests.conftest import cases
from tests.scoring_cases import as_json, assessment, differences, read_case
from tests.scoring_samples import LAW, of_equal_weights, of_one_questionnaire

ONE = {"questionnaire": {"dimensions": {"care": {"listen": 1}}}, "answers": {"listen": 3}}
OTHER = {"questionnaire": {"id": "other", "dimensions": {"care": {"listen": 1}}}}


@pytest.mark.parametrize("file", cases("compare"))
def test_comparison(file):
    case = read_case(file)
    common = {"questionnaire": case.get("questionnaire")}
    before, after = (assessment(common | case[side]) for side in ("before", "after"))
    assert differences(case["expect"], as_json(compare(before, after))) == []


def test_different_questionnaires_are_refused():
    with pytest.raises(AssessError, match="different questionnaires, small and other"):
        compare(assessment(ONE), assessment(OTHER))


@LAW
@given(pair=of_one_questionnaire())
def test_nothing_changes_between_an_assessment_and_itself(pair):
    result = compare(pair[0], pair[0])
    assert {change.movement for change in result.questions} <= {"stayed", "open"}
    assert {d.like_for_like.change for d in result.dimensions} <= {0, None}
    assert result.overall.change in {0, None}
    assert result.like_for_like.change in {0, None}
    assert result.before == result.after


@LAW
@given(pair=of_one_questionnaire())
def test_changes_add_up(pair):
    result = compare(*pair)
    counted = [d.rose + d.fell + d.stayed + d.other for d in result.dimensions]
    assert sum(counted) == len(result.questions) == result.like_for_like.of
    assert counted == [d.like_for_like.of for d in result.dimensions]
    comparable = [change for change in result.questions if change.movement in COMPARABLE]
    assert len(comparable) == result.like_for_like.questions
    assert all(bool(c.reason) != (c.movement in COMPARABLE) for c in result.questions)
    assert set(REASONS).isdisjoint(COMPARABLE)


@LAW
@given(pair=of_equal_weights())
def test_backwards_every_change_has_the_other_sign(pair):
    forth, back = compare(*pair), compare(*reversed(pair))
    assert back.overall.change == negative(forth.overall.change)
    assert back.like_for_like.change == negative(forth.like_for_like.change)
    assert [d.score.change for d in back.dimensions] == [
        negative(d.score.change) for d in forth.dimensions
    ]
    assert [d.like_for_like.change for d in back.dimensions] == [
        negative(d.like_for_like.change) for d in forth.dimensions
    ]
    assert [d.rose for d in back.dimensions] == [d.fell for d in forth.dimensions]


@LAW
@given(pair=of_one_questionnaire())
def test_both_sides_are_their_own_scorecards(pair):
    result = compare(*pair)
    assert result.overall.before == evaluate(pair[0]).overall.score
    assert result.overall.after == evaluate(pair[1]).overall.score


def negative(change):
    return None if change is None else -change

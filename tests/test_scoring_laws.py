"""What holds for every assessment, whatever was answered."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.errors import AssessError
from assess.model.assessment import Interview
from assess.scoring.evaluate import evaluate
from assess.scoring.means import nearest_level, rounded, share, weighted_mean
from tests.scoring_cases import assessment, checklist
from tests.scoring_samples import (
    LAW,
    LEVELS,
    NAMES,
    SMALL,
    WEIGHTS,
    checklist_cases,
    small_case,
    small_cases,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.rules import Condition
    from assess.model.scorecard import Result, Scorecard

ONE_TO_FIVE = [Fraction(value) for value in range(1, 6)]
EVERYTHING = st.fixed_dictionaries(dict.fromkeys(NAMES, LEVELS))
OPEN = {"dont-know": "dont-know", "not answered": {"note": "later"}}


@LAW
@given(before=EVERYTHING, better=EVERYTHING, weights=WEIGHTS)
def test_better_answers_lower_no_score_and_no_level(before, better, weights):
    after = {name: max(level, better[name]) for name, level in before.items()}
    old = results(evaluate(assessment(small_case(before, weights))))
    new = results(evaluate(assessment(small_case(after, weights))))
    assert all(map(not_worse, old, new))


@LAW
@given(case=small_cases(), name=st.sampled_from(NAMES), level=LEVELS)
def test_one_better_answer_lowers_no_score_of_what_is_rated(case, name, level):
    before = {**case["answers"], name: level}
    after = {**case["answers"], name: min(5, level + 1)}
    old = results(evaluate(assessment({**case, "answers": before})))
    new = results(evaluate(assessment({**case, "answers": after})))
    assert all(map(not_worse, old, new))


@LAW
@given(case=small_cases())
def test_every_number_lies_within_its_bounds(case):
    card = evaluate(assessment(case))
    assert all(result.level in {None, 1, 2, 3, 4, 5} for result in results(card))
    assert all(0 <= (result.coverage or 0) <= 1 for result in results(card))
    assert all(1 <= (result.score or 1) <= 5 for result in results(card))
    assert all((r.evidenced_score or 0) <= (r.score or 0) for r in results(card))
    assert all((r.evidenced_score is None) == (r.score is None) for r in results(card))
    assert all((r.level is None) == r.provisional == (r.level_name is None) for r in results(card))
    assert all(0 <= (dimension.gap or 0) <= 4 for dimension in card.dimensions)


@LAW
@given(case=small_cases())
def test_limits_are_sorted_and_explain_the_level(case):
    every = results(evaluate(assessment(case)))
    ceilings = [[limit.level for limit in result.limits] for result in every]
    assert ceilings == [sorted(levels) for levels in ceilings]
    assert [r.level for r in every] == [
        min([r.unlimited_level, *levels], key=lambda level: level or 0)
        for r, levels in zip(every, ceilings, strict=True)
    ]
    assert all(r.unlimited_level > limit.level for r in every for limit in r.limits)


@LAW
@given(case=small_cases(), order=st.permutations(list(SMALL["dimensions"])), chance=st.randoms())
def test_no_order_changes_a_number(case, order, chance):
    dimensions = {name: shuffled(SMALL["dimensions"][name], chance) for name in order}
    answers = dict(chance.sample(sorted(case["answers"].items(), key=str), len(case["answers"])))
    mixed = {**case, "questionnaire": SMALL | {"dimensions": dimensions}, "answers": answers}
    assert numbers(evaluate(assessment(mixed))) == numbers(evaluate(assessment(case)))


@LAW
@given(case=small_cases(), weight=st.sampled_from([0.1, 1, 3, 7.5]))
def test_weighting_all_dimensions_alike_changes_nothing(case, weight):
    alike = {name: {"weight": weight, "because": "all alike"} for name in SMALL["dimensions"]}
    weighted, plain = ({**case, "weights": own} for own in (alike, {}))
    assert numbers(evaluate(assessment(weighted))) == numbers(evaluate(assessment(plain)))


@settings(deadline=None, max_examples=30)
@given(case=checklist_cases())
def test_the_checklist_computes_within_its_bounds(case):
    card = evaluate(assessment(case))
    assert all(result.level in {None, 1, 2, 3, 4, 5} for result in results(card))
    assert all(bool(p.missing) <= (p.state == "unknown") for p in card.patterns)
    assert all(action.priority > 0 for action in card.actions)
    assert sum(action.quick_win for action in card.actions) <= 5
    assert not any(action.quick_win and action.waits_for for action in card.actions)
    blocked = [bool(action.waits_for) for action in card.actions]
    assert blocked == sorted(blocked)


@settings(deadline=None, max_examples=30)
@given(case=checklist_cases(), name=st.sampled_from(list(checklist().questions)), level=LEVELS)
def test_a_better_answer_switches_on_only_what_asks_for_a_high_one(case, name, level):
    before = {**case["answers"], name: level}
    after = {**case["answers"], name: min(5, level + 1)}
    old = seen(evaluate(assessment({**case, "answers": before})))
    new = seen(evaluate(assessment({**case, "answers": after})))
    assert new - old <= ASKING_FOR_A_HIGH_ANSWER


@pytest.mark.parametrize("said", OPEN.values(), ids=OPEN)
def test_without_a_level_every_pattern_and_strength_is_unknown(said):
    answers = dict.fromkeys(checklist().questions, said)
    card = evaluate(assessment({"questionnaire": "service-culture", "answers": answers}))
    assert {result.state for result in (*card.patterns, *card.strengths)} == {"unknown"}


def test_several_interviews_are_refused():
    one = assessment(small_case({"words": 3}, {}))
    two = one.model_copy(update={"interviews": (Interview(id="anna"), Interview(id="ben"))})
    with pytest.raises(AssessError, match=r"holds 2 interviews \(anna, ben\)"):
        evaluate(two)


@settings(deadline=None)
@given(value=st.fractions(), digits=st.integers(0, 3))
def test_rounds_half_up_by_magnitude(value, digits):
    result = rounded(value, digits)
    assert abs(Fraction(result) - value) <= Fraction(1, 2 * 10**digits)
    assert rounded(-value, digits) == result.copy_negate()


@settings(deadline=None)
@given(value=st.decimals(-1000, 1000, places=4), digits=st.integers(0, 3))
def test_rounds_like_decimal_does(value, digits):
    wanted = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert str(rounded(Fraction(value), digits)) == str(wanted or abs(wanted))


@settings(deadline=None)
@given(score=st.fractions(1, 5))
def test_on_one_to_five_the_level_is_the_nearest_whole_number_halves_up(score):
    assert nearest_level(score, ONE_TO_FIVE) == int(score + Fraction(1, 2))


@settings(deadline=None)
@given(half=st.integers(1, 4))
def test_a_tie_goes_up(half):
    assert nearest_level(Fraction(2 * half + 1, 2), ONE_TO_FIVE) == half + 1


PAIRS = st.lists(
    st.tuples(st.none() | st.fractions(1, 5), st.fractions(Fraction(1, 10), 10)), max_size=6
)


@settings(deadline=None)
@given(pairs=PAIRS)
def test_a_mean_lies_between_its_values_and_a_share_between_none_and_all(pairs):
    values = [value for value, _ in pairs if value is not None]
    mean = weighted_mean(pairs)
    assert (mean is None) == (not values)
    assert min(values, default=0) <= (mean or 0) <= max(values, default=0)
    assert 0 <= (share(pairs) or 0) <= 1
    assert (share(pairs) is None) == (not pairs)


def results(card: Scorecard) -> tuple[Result, ...]:
    return (card.overall, *card.dimensions)


def not_worse(old: Result, new: Result) -> bool:
    """Return whether neither score nor level of *new* lies below those of *old*."""
    return (
        (old.score or 0) <= (new.score or 0)
        and (old.evidenced_score or 0) <= (new.evidenced_score or 0)
        and (old.level or 0) <= (new.level or 0)
        and (old.unlimited_level or 0) <= (new.unlimited_level or 0)
    )


def numbers(card: Scorecard) -> dict[str, Any]:
    """Return everything that is computed, free of any order."""
    by_id = {dimension.id: dimension for dimension in card.dimensions}
    return {
        name: (r.score, r.level, r.coverage, r.evidenced_score, {x.rule: x.level for x in r.limits})
        for name, r in {"overall": card.overall, **by_id}.items()
    }


def shuffled(dimension: dict[str, Any], chance: Any) -> dict[str, Any]:
    """Return *dimension* with its questions in another order."""
    own = dimension if "questions" in dimension else {"questions": dimension}
    questions = list(own["questions"].items())
    return own | {"questions": dict(chance.sample(questions, len(questions)))}


def seen(card: Scorecard) -> set[str]:
    return {pattern.id for pattern in card.patterns if pattern.state == "seen"}


def leaves(condition: Condition) -> Iterator[Condition]:
    """Yield what *condition* asks of questions and scores, through groups and other patterns."""
    patterns = {pattern.id: pattern.when for pattern in checklist().patterns}
    parts: Iterable[Condition] = (
        *(condition.all or condition.any or condition.of or ()),
        *(patterns[name] for name in [condition.pattern] if name),
    )
    yield condition
    for part in parts:
        yield from leaves(part)


ASKING_FOR_A_HIGH_ANSWER = {
    pattern.id
    for pattern in checklist().patterns
    if any(part.min is not None for part in leaves(pattern.when))
}

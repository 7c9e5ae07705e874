"""Laws of many years: whatever happens to a questionnaire, the parts of each change add up."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import get_args

from hypothesis import given

from assess.model.comparison import PartKind
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.trend import relapses_between, trend
from tests.revised_samples import histories
from tests.scoring_samples import LAW

KINDS = get_args(PartKind)
RISES_AND_FALLS = ["real", "real", "real", "renamed", "replaced", "changed", "gone", "new"]


def steps(history):
    return [compare(*pair) for pair in pairwise(history.years)]


def sums(comparison):
    """Return what the parts add up to beside the change of the overall score."""
    total = sum((part.change or Fraction(0) for part in comparison.bridge.parts), Fraction(0))
    return (total, comparison.bridge.change, comparison.overall.change)


def moved(comparison):
    return {part.kind for part in comparison.bridge.parts if part.change}


def about(relapsed):
    return sorted((one.question, tuple(one.levels)) for one in relapsed)


@LAW
@given(histories())
def test_the_parts_add_up_exactly_in_every_year_and_over_all(history):
    every = [*steps(history), compare(history.years[0], history.years[-1])]
    whole = [found for found in map(sums, every) if found[1] is not None]
    assert whole == [(total, total, total) for total, *_ in whole]
    assert {tuple(part.kind for part in c.bridge.parts) for c in every} == {KINDS}
    scores = [(c.bridge.before, c.bridge.after) for c in every]
    assert scores == [(c.overall.before, c.overall.after) for c in every]


@LAW
@given(histories())
def test_what_did_not_happen_moves_nothing(history):
    found = [moved(comparison) for comparison in steps(history)]
    pairs = zip(found, history.kinds, strict=True)
    assert [parts - kinds for parts, kinds in pairs] == [set()] * len(found)


@LAW
@given(histories())
def test_the_same_year_twice_needs_no_step(history):
    found = [compare(year, year).bridge for year in history.years]
    assert {(part.change or 0, part.questions) for one in found for part in one.parts} == {(0, ())}


@LAW
@given(histories())
def test_nothing_is_like_for_like_but_real_change(history):
    pairs = zip(steps(history), history.kinds, strict=True)
    unreal = [c.like_for_like.change for c, kinds in pairs if "real" not in kinds]
    assert [change for change in unreal if change] == []


@LAW
@given(histories())
def test_years_are_joined_by_ids_in_every_language(history):
    elsewhere = [
        year.model_copy(update={"language": "el", "organisation": "Λιμάνι", "unit": "Α"})
        for year in history.years
    ]
    here, there = steps(history), [compare(*pair) for pair in pairwise(elsewhere)]
    assert [c.bridge for c in here] == [c.bridge for c in there]
    assert [c.questions for c in here] == [c.questions for c in there]


@LAW
@given(histories(fewest=3, events=RISES_AND_FALLS))
def test_the_last_file_alone_knows_the_relapses(history):
    last_two = trend(history.years).steps[-2:]
    assert about(relapses_between(*last_two)) == about(evaluate(history.years[-1]).relapses)

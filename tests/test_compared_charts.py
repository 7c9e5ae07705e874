"""Laws of the charts of cycles and of spreads: all inside, in order, nothing upon another."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assess.report.charts.boxes import MOST_DOTS, box
from assess.report.charts.course import MOST_NUMBERS, course, small
from assess.report.charts.labels import width
from assess.scoring.portfolio import spread

FIVE = tuple(map(Fraction, range(1, 6)))
SCORES = st.none() | st.fractions(0, 6, max_denominator=50)
CYCLES = st.lists(SCORES, min_size=2, max_size=40)
NAMES = st.text("0123456789abcdefghijklmnop W", min_size=1, max_size=40).filter(str.strip)


def drawn(scores, names=None, breaks=()):
    shown = ["–" if score is None else "2.5" for score in scores]
    return course(FIVE, scores, shown, names or ["2026"] * len(scores), breaks)


def points(chart):
    """Return every point of the lines."""
    pairs = [point for path in chart.paths for point in path.removeprefix("M").split("L")]
    return [tuple(map(float, pair.split())) for pair in pairs]


@given(CYCLES)
def test_every_score_is_a_dot_inside_the_box(scores):
    chart = drawn(scores)
    assert len(chart.dots) == sum(score is not None for score in scores)
    assert all(0 < float(dot.x) < chart.width for dot in chart.dots)
    assert all(float(chart.top) <= float(dot.y) <= float(chart.base) for dot in chart.dots)


@given(CYCLES)
def test_lines_join_only_neighbours_that_both_have_scores(scores):
    joined = sum(one is not None and other is not None for one, other in pairwise(scores))
    for_every = [drawn(scores), small(FIVE, scores)]
    assert [len(points(chart)) - len(chart.paths) for chart in for_every] == [joined, joined]


@given(CYCLES)
def test_a_score_without_neighbours_is_a_dot_in_a_small_chart_too(scores):
    chart = small(FIVE, scores)
    at = {(float(dot.x), float(dot.y)) for dot in chart.dots} | set(points(chart))
    assert len(at) == sum(score is not None for score in scores)


@given(CYCLES)
def test_a_better_score_stands_higher(scores):
    chart = drawn(scores)
    known = [score for score in scores if score is not None]
    heights = [-float(dot.y) for dot in chart.dots]
    assert [h for _s, h in sorted(zip(known, heights, strict=True))] == sorted(heights)


@given(st.lists(NAMES, min_size=2, max_size=40))
def test_names_lie_inside_and_upon_no_other(names):
    chart = drawn([Fraction(3)] * len(names), names)
    spans = [span(name) for name in chart.names]
    assert all(start >= -1 and end <= chart.width + 1 for start, end in spans)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert chart.names[-1].x == chart.dots[-1].x or chart.names[-1].anchor == "end"


def span(name):
    """Return from where to where a name reaches at most."""
    wide = width(name.text)
    start = float(name.x) - {"start": 0, "middle": 0.5, "end": 1}[name.anchor] * wide
    return start, start + wide


@given(CYCLES)
def test_digits_stand_where_there_is_room(scores):
    told = [dot.digits for dot in drawn(scores).dots if dot.digits]
    assert len(told) <= MOST_NUMBERS


def test_a_break_lies_between_its_cycles():
    chart = drawn([Fraction(2), Fraction(3), Fraction(4)], breaks=[2])
    second, third = (float(dot.x) for dot in chart.dots[1:])
    assert [second < float(x) < third for x in chart.breaks] == [True]


@given(st.lists(st.fractions(1, 5, max_denominator=50), min_size=1, max_size=100))
def test_a_box_lies_inside_its_whiskers_inside_the_scale(scores):
    found = box(FIVE, spread(scores), scores)
    five = [found.lowest, found.lower, found.median, found.upper, found.highest]
    assert list(map(float, five)) == sorted(map(float, five))
    assert float(found.ticks[0]) <= float(found.lowest)
    assert float(found.highest) <= float(found.ticks[-1])
    assert abs(float(found.lower) + float(found.width) - float(found.upper)) < 0.11
    assert bool(found.dots) == (len(scores) <= MOST_DOTS)

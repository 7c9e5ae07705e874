"""Laws of the charts: everything inside its box, nothing on top of anything else."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.language.messages import LANGUAGES, speak
from assess.model.texts import texts_of
from assess.report.charts import labels, matrix, radar
from assess.report.charts.answers import shade, stacked
from assess.report.charts.bridge import waterfall
from assess.report.charts.scale import dumbbell, ladder, place
from assess.store.translations import side_files, together
from tests.conftest import ROOT
from tests.scoring_cases import shipped

FILES = {
    name: ROOT / "questionnaires" / name / "questionnaire.yaml"
    for name in (
        "service-culture",
        "management-obstacles",
        "service-recovery",
        "customer-centric-leadership",
        "whole-company-service",
    )
}
FIVE = tuple(map(Fraction, range(1, 6)))
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9])?")

scales = st.lists(st.integers(-1000, 9999), min_size=2, max_size=20, unique=True).map(
    lambda values: tuple(Fraction(value, 10) for value in sorted(values))
)
texts = st.text(min_size=1, max_size=120)
LONGEST = "Unternehmenskundenbetreuungsdienstleistungsqualität und was daraus folgt"


@st.composite
def scale_and_value(draw):
    values = draw(scales)
    share = Fraction(draw(st.integers(0, 1000)), 1000)
    return values, values[0] + share * (values[-1] - values[0])


@given(scale_and_value())
def test_a_place_lies_on_the_scale(drawn):
    values, value = drawn
    assert 1 <= place(values, value) <= len(values)


@given(scales)
def test_the_value_of_a_level_stands_at_its_place(values):
    assert [place(values, value) for value in values] == list(range(1, len(values) + 1))


@given(scales, st.integers(-2000, 20000), st.integers(-2000, 20000))
def test_a_higher_score_never_stands_further_left(values, one, other):
    low, high = sorted((Fraction(one, 7), Fraction(other, 7)))
    assert place(values, low) <= place(values, high)


@given(scale_and_value(), st.none() | st.integers().map(Fraction))
def test_every_mark_lies_inside_the_row(drawn, before):
    values, value = drawn
    marks = dumbbell(values, now=value, before=before, target=values[-1])
    found = [float(x) for x in (*marks.ticks, marks.now, marks.before or "0", marks.target)]
    assert all(0 <= x <= 100 for x in found)


def test_where_there_is_nothing_there_is_no_mark():
    marks = dumbbell(FIVE, now=None)
    assert (marks.now, marks.before, marks.target) == (None, None, None)


def test_a_score_half_way_stands_on_the_border_of_the_next_level():
    rungs = ladder("abcde", dumbbell(FIVE, now=Fraction(5, 2)), level=3, unlimited=3).rungs
    assert rungs[2].x == dumbbell(FIVE, now=Fraction(5, 2)).now


@pytest.mark.parametrize(
    ("level", "unlimited", "reached", "lost"),
    [(3, 4, [1, 2, 3], [4]), (3, 3, [1, 2, 3], []), (None, None, [], []), (1, 4, [1], [2, 3, 4])],
)
def test_a_limit_takes_rungs_away(level, unlimited, reached, lost):
    rungs = ladder("abcde", dumbbell(FIVE, now=None), level=level, unlimited=unlimited).rungs
    assert [r.level for r in rungs if r.reached] == reached
    assert [r.level for r in rungs if r.lost] == lost
    assert [r.level for r in rungs if r.current] == reached[-1:]


# ---------------------------------------------------------------------------------------- radar


def boxes(drawn):
    """The rectangle that each line of each label takes, by the estimate of its width."""
    for label in drawn.labels:
        for row, line in enumerate(label.lines):
            wide = labels.width(line)
            left = float(label.x) - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
            base = float(label.y) + labels.LINE * row
            yield label, (left, base - 9, left + wide, base + 3)


def overlap(one, other):
    return (
        one[0] < other[2]
        and other[0] < one[2]
        and one[1] < other[3] - 0.2
        and other[1] < one[3] - 0.2
    )


@pytest.mark.parametrize("count", range(1, 21))
@pytest.mark.parametrize("name", ["Training", LONGEST, "Recruitment and selection", "ΔΔ " * 30])
def test_labels_never_touch_each_other_or_the_edge(count, name):
    drawn = radar.radar([name] * count, FIVE, {"now": [Fraction(3)] * count})
    found = list(boxes(drawn))
    assert all(b[0] >= -1 and b[2] <= drawn.width + 1 for _, b in found)
    assert all(b[1] >= 0 and b[3] <= float(drawn.height) for _, b in found)
    pairs = itertools.combinations(found, 2)
    assert not [(a[1], b[1]) for a, b in pairs if a[0] is not b[0] and overlap(a[1], b[1])]


def titles(language):
    """The titles of all dimensions that come with the program, longest first."""
    named = [
        dimension["title"]
        for name, file in FILES.items()
        for dimension in said(name, file, language)["dimensions"].values()
    ]
    return sorted(named, key=len, reverse=True)


def said(name, file, language):
    translated = [together(side).value for side in [side_files(file, language)] if side]
    return (translated or [texts_of(shipped(name))])[0]


@pytest.mark.parametrize("count", [3, 7, 10, 12])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_titles_of_every_language_keep_apart(language, count):
    names = titles(language)[:count]
    drawn = radar.radar(names, FIVE, {"now": [Fraction(3)] * len(names)})
    found = list(boxes(drawn))
    assert all(b[0] >= -1 and b[2] <= drawn.width + 1 for _, b in found)
    pairs = itertools.combinations(found, 2)
    assert not [(a[1], b[1]) for a, b in pairs if a[0] is not b[0] and overlap(a[1], b[1])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_efforts_fit_their_column_in_every_language(language):
    speak(language)
    grid = matrix.matrix([("S", 5)])
    speak(LANGUAGES[0])
    assert all(labels.width(name) <= matrix.COLUMN for name, _x in grid.columns)


@pytest.mark.parametrize("count", [1, 2, 12])
def test_there_is_no_chart_without_a_number_for_every_coordinate(count):
    names, score = [f"Dimension {place}" for place in range(count)], Fraction(7, 2)
    drawn = [
        radar.radar(names, FIVE, {"now": [score] * count}),
        dumbbell(FIVE, now=score, before=None, target=Fraction(4)),
        ladder("abcde", dumbbell(FIVE, now=score), level=4, unlimited=4),
        matrix.matrix([("S", 5)] * count),
        stacked([("h1", count), ("none", 0)]),
    ]
    assert not re.search(r"nan|inf", str(drawn), re.IGNORECASE)


@given(
    st.lists(st.tuples(texts, st.none() | st.fractions(1, 5)), min_size=1, max_size=14),
)
def test_every_point_lies_inside_the_box(dimensions):
    names, scores = zip(*dimensions, strict=True)
    drawn = radar.radar(names, FIVE, {"now": scores})
    paths = [*drawn.rings, drawn.series["now"].path]
    numbers = [float(n) for path in paths for n in NUMBER.findall(path)]
    limit = max(drawn.width, float(drawn.height))
    assert all(0 <= number <= limit for number in numbers)
    assert len(drawn.series["now"].dots) == sum(score is not None for score in scores)
    assert "nan" not in str(drawn)


def test_a_missing_score_leaves_a_gap():
    scores = [Fraction(3), None, Fraction(3), Fraction(3)]
    series = radar.radar("abcd", FIVE, {"now": scores}).series["now"]
    assert not series.closed
    assert series.path.count("M") == 2
    assert series.path.count("L") == 2


@given(texts, st.integers(5, 20), st.integers(1, 3))
def test_label_lines_keep_to_their_bounds(text, longest, most):
    found = labels.lines(text, longest=longest, most=most)
    assert len(found) <= most
    assert all(labels.width(line) <= labels.GLYPH * longest for line in found)


def test_a_label_that_fits_is_not_cut():
    assert labels.lines("Recruitment and selection", longest=13, most=3) == (
        "Recruitment",
        "and selection",
    )


def test_wide_letters_count_double():
    assert labels.lines("服務文化服務文化", longest=8, most=1) == ("服務文…",)


# ------------------------------------------------------------------------- matrix and answers

actions = st.lists(st.tuples(st.sampled_from("SML"), st.integers(1, 5)), max_size=40)


@given(actions)
def test_discs_lie_in_their_field_and_never_touch(drawn):
    grid = matrix.matrix(drawn)
    spots = [(float(s.x), float(s.y)) for s in grid.spots]
    assert sorted(s.number for s in grid.spots) == list(range(1, len(drawn) + 1))
    assert all(matrix.LEFT + 10 <= x <= grid.width - 10 for x, _ in spots)
    assert all(matrix.TOP + 10 <= y <= float(grid.base) - 10 for _, y in spots)
    near = 2 * matrix.RADIUS
    pairs = itertools.combinations(spots, 2)
    assert not [p for p in pairs if abs(p[0][0] - p[1][0]) < near and abs(p[0][1] - p[1][1]) < near]


def test_a_field_of_little_effort_and_much_impact_comes_first():
    assert [cell.first for cell in matrix.matrix([]).cells].count(True) == 2


@given(st.lists(st.tuples(st.text(max_size=3), st.integers(0, 60)), max_size=8))
def test_the_parts_of_a_bar_fill_it_without_gaps(counts):
    parts = stacked(counts)
    assert [part.answers for part in parts] == [count for _, count in counts if count]
    assert abs(sum(float(part.width) for part in parts) - 100 * bool(parts)) < 0.5
    ends = [float(part.x) + float(part.width) for part in parts[:-1]]
    assert all(abs(a - float(b.x)) < 0.2 for a, b in zip(ends, parts[1:], strict=True))


@given(st.integers(2, 20), st.data())
def test_shades_go_from_light_to_dark(levels, data):
    level = data.draw(st.integers(1, levels))
    assert 1 <= shade(level, levels) <= 5
    assert (shade(1, levels), shade(levels, levels)) == (1, 5)


# ----------------------------------------------------------------------------------------- bridge


@st.composite
def ways(draw):
    """A scale, the score before, and those after each step, of which some may be missing."""
    values = draw(scales)
    shares = st.fractions(0, 1, max_denominator=1000)
    scores = shares.map(lambda share: values[0] + share * (values[-1] - values[0]))
    return values, draw(scores), draw(st.lists(st.none() | scores, max_size=7))


@given(ways())
def test_a_way_lies_between_the_levels_around_it(drawn):
    values, before, scores = drawn
    found = waterfall(values, before, scores)
    every = [place(values, score) for score in (before, *scores) if score is not None]
    assert 1 <= found.first < found.last <= len(values)
    assert found.first <= min(every) <= max(every) <= found.last
    assert len(found.ticks) == found.last - found.first + 1
    shown = [float(x) for step in found.steps if step for x in (step.start, step.end)]
    assert all(3 <= x <= 97 for x in (*map(float, (found.before, found.after)), *shown))


@given(ways())
def test_each_step_begins_where_the_last_one_ended(drawn):
    found = waterfall(*drawn)
    steps = [step for step in found.steps if step]
    assert [step is None for step in found.steps] == [score is None for score in drawn[2]]
    assert [step.start for step in steps] == [found.before, *(s.end for s in steps)][: len(steps)]
    assert [*(s.end for s in steps), found.after][-1] == found.after
    assert all(
        step.rises == (step.start != step.end and step.left == step.start)
        for step in steps
        if step.width != "0"
    )


def test_a_step_rises_or_falls_from_where_it_begins():
    found = waterfall(FIVE, Fraction(5, 2), [Fraction(3), None, Fraction(2)])
    assert found == (
        2,
        3,
        ("3", "97"),
        "50",
        "3",
        (("50", "97", "50", "47", True), None, ("97", "3", "3", "94", False)),
    )

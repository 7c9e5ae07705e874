"""A comparison down to its answers: an auditor can compute every step again."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given

from assess.errors import NotFoundError
from assess.scoring.compare import compare
from assess.scoring.explain_change import explain_change
from assess.scoring.means import rounded
from assess.scoring.wording import parts_as_shown
from assess.store.assessments import create
from tests.conftest import ROOT
from tests.scoring_cases import assessment, read_case
from tests.scoring_samples import LAW, of_one_questionnaire
from tests.test_explain import tree

CASE = read_case(ROOT / "tests/cases/compare/every-part-of-the-bridge.yaml")
BEFORE, AFTER = assessment(CASE["before"]), assessment(CASE["after"])
UNRATED = assessment({"questionnaire": CASE["before"]["questionnaire"], "answers": {"listen": 2}})


@pytest.fixture
def two(folder):
    """Both sides of the case as files of the folder."""
    create("2025.assess.json", BEFORE)
    create("2026.assess.json", AFTER)
    return folder


@pytest.mark.parametrize(
    "what", ["bridge", "like-for-like", "care", "answer", "line", "farewell", "greet", "thank"]
)
def test_a_whole_explanation(golden, what):
    golden(f"explain/change-{what}.txt", tree(explain_change(BEFORE, AFTER, what)))


def test_an_auditor_adds_up_what_the_explanation_of_the_bridge_says():
    told = tree(explain_change(BEFORE, AFTER))
    # coverage: wait 5 x 1 beside answer 4 x 1 and queue 1 x 1, so (5 + 4 + 1) / 3 in speed;
    # care stays (2 + 5 + 2 + 5) / 4; the mean of 7/2 and 10/3 is 41/12, 5/12 above 3.
    assert "answers gained or lost: +0.42 (exactly 5/12) → 3.4 (exactly 41/12)" in told
    assert "wait: don't know x 1 → 5 x 1, had no level before" in told
    assert "Speed: 2.5 x 1 → 3.3 (exactly 10/3) x 1" in told
    parts = explain_change(BEFORE, AFTER).parts[1:-1]
    assert sum(part.value for part in parts) == Fraction(85, 24) - Fraction(8, 3)


def test_without_a_score_on_one_side_the_steps_are_told_all_the_same(golden):
    golden("explain/change-provisional.txt", tree(explain_change(UNRATED, AFTER)))
    golden("explain/change-provisional-care.txt", tree(explain_change(UNRATED, AFTER, "speed")))


@LAW
@given(pair=of_one_questionnaire())
def test_everything_of_a_comparison_can_be_explained(pair):
    found = compare(*pair)
    names = [d.id for d in found.dimensions] + [q.id for q in found.questions]
    told = {name: explain_change(*pair, name) for name in ("bridge", "like-for-like", *names)}
    assert told["bridge"].value == found.bridge.change
    assert told["like-for-like"].value == found.like_for_like.change
    assert [told[d.id].value for d in found.dimensions] == [
        d.score.change for d in found.dimensions
    ]


@LAW
@given(pair=of_one_questionnaire())
def test_the_parts_as_shown_add_up_to_the_scores_as_shown(pair):
    found = compare(*pair).bridge
    shown = [Fraction(part) for part in parts_as_shown(found) if part is not None]
    exact = [part.change for part in found.parts if part.change is not None]
    both = list(zip(shown, exact, strict=True))
    assert all(abs(one - other) < Fraction(1, 100) for one, other in both)
    assert all(one * other >= 0 for one, other in both)
    ends = [Fraction(rounded(score or Fraction(0), 2)) for score in (found.before, found.after)]
    assert found.change is None or sum(shown) == ends[1] - ends[0]


@pytest.mark.parametrize(
    ("said", "meant"), [("brige", "bridge"), ("like4like", "like-for-like"), ("lisen", "listen")]
)
def test_a_misspelt_name_is_guessed(said, meant):
    with pytest.raises(NotFoundError, match=rf"{said}\. Did you mean `{meant}`\? Besides ids"):
        explain_change(BEFORE, AFTER, said)


def test_the_bridge_is_what_changed_since_the_earlier_file(run, two, golden):
    ran = run("explain", "2026.assess.json", "--against", "2025.assess.json")
    golden("cli/explain-bridge.txt", ran.out)
    again = run("explain", "2026.assess.json", "overall", "--against", "2025.assess.json")
    assert again.out == ran.out


def test_programs_read_it(run, two):
    ran = run("explain", "2026.assess.json", "bridge", "--against", "2025.assess.json", "--json")
    found = json.loads(ran.out)
    assert found["value"] == 0.875
    assert [part["value"] for part in found["parts"]][1:-1] == [
        pytest.approx(value) for value in (1 / 3, 1 / 3, 1 / 6, -1 / 4, -1 / 4, 5 / 12, 1 / 8)
    ]


@pytest.mark.parametrize("what", ["bridge", "like-for-like"])
def test_a_change_needs_an_earlier_file(what, run, two):
    ran = run("explain", "2026.assess.json", what)
    assert (ran.status, f"{what} needs --against EARLIER." in ran.err) == (2, True)


@pytest.mark.parametrize("what", ["stability", "relapses"])
def test_what_needs_no_earlier_file_says_so(what, run, two):
    ran = run("explain", "2026.assess.json", what, "--against", "2025.assess.json")
    assert (ran.status, f"{what} goes without --against." in ran.err) == (2, True)


def test_a_change_backwards_is_said(run, two):
    last, this = (ROOT / f"examples/orvella-water-{year}.assess.json" for year in (2025, 2026))
    assert "is the later one" in run("explain", last, "--against", this).err


def test_the_screen_shows_relapses_before_falls_and_what_was_renamed(run, two, golden):
    golden("cli/compare-changed.txt", run("compare", "2025.assess.json", "2026.assess.json").out)
    golden(
        "cli/compare-changed-40.txt",
        run("compare", "2025.assess.json", "2026.assess.json", columns=40).out,
    )


def test_the_screen_says_where_there_is_no_score(run, folder):
    create("2025.assess.json", UNRATED)
    create("2026.assess.json", AFTER)
    assert "no overall score" in run("compare", "2025.assess.json", "2026.assess.json").out

"""Any number down to its answers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assess.errors import NotFoundError
from assess.scoring.explain import explain
from tests.scoring_cases import assessment

ASKED = assessment(
    {
        "questionnaire": {
            "target": 4,
            "evidence": {"from": 4, "counts_as": 3},
            "dimensions": {
                "top": {
                    "words": {"actions": [{"id": "words.low.1", "impact": 4, "horizon_days": 30}]},
                    "deeds": 1,
                },
                "care": {
                    "sections": [
                        {"id": "ears", "title": "Ears"},
                        {"id": "feet", "title": "Feet"},
                    ],
                    "questions": {
                        "listen": {"weight": 2, "section": "ears"},
                        "thank": {"actions": [{"id": "thank.low.1", "depends_on": ["top"]}]},
                        "visit": {"section": "feet"},
                        "call-back": 1,
                    },
                },
                "speed": {"answer": 1, "wait": 1, "queue": 1},
                "calm": {"breathe": 1},
                "pace": {"walk": 1},
            },
            "limits": [
                {"id": "top-gate", "rule": "R4", "caps": "overall", "names_below": 3}
                | {"at": {"level_of": "top", "plus": 1}, "say": "The top leads."},
                {"id": "cap", "rule": "R9", "caps": "care", "at": {"level": 2}},
            ],
            "patterns": [
                {"id": "cold", "name": "Cold", "severity": "critical", "remedy": "words.low.1"}
                | {"when": {"q": "words", "max": 1}}
            ],
            "strengths": [{"id": "warm", "name": "Warm", "when": {"q": "listen", "min": 4}}],
        },
        "answers": {
            "words": 1,
            "deeds": 1,
            "listen": {"level": 5, "evidence": ["list of 3 March"]},
            "thank": 4,
            "visit": {"not-applicable": "too far"},
            "call-back": "dont-know",
            "answer": 3,
            "breathe": {"not-applicable": "no air"},
            "walk": 5,
        },
        "weights": {"care": {"weight": 0.5, "because": "Few customers come"}},
    }
)
PROVISIONAL = assessment(
    {
        "questionnaire": {"dimensions": {"care": {"listen": 1}, "speed": {"answer": 1}}},
        "answers": {"listen": "dont-know"},
    }
)


@pytest.mark.parametrize(
    "what",
    ["overall", "top", "care", "speed", "calm", "listen", "thank", "words", "visit", "words.low.1"],
)
def test_a_whole_explanation(golden, what):
    golden(f"explain/{what}.txt", tree(explain(ASKED, what)))


@pytest.mark.parametrize("what", ["overall", "care", "listen", "answer"])
def test_without_a_level_it_says_what_is_missing(golden, what):
    golden(f"explain/provisional-{what}.txt", tree(explain(PROVISIONAL, what)))


def test_an_action_says_how_stable_its_place_is():
    # Cold and held down, 36 stays before thank's 0.5 in every weighting.
    told = tree(explain(ASKED, "words.low.1"))
    assert "Stability: among the first 3 in 100% of the weightings  = 1\n" in told
    assert "priority between 18 and 54  = 36" in told
    assert "place 1: 100%  = 1\n" in told


def test_an_action_that_waits_says_for_what():
    assert "waits for" in tree(explain(ASKED, "thank.low.1"))


def test_every_value_is_exact():
    # listen 5 x 2, thank 4 x 1: 14 / 3
    assert explain(ASKED, "care").value == Fraction(14, 3)
    # top 1 x 1, care 14/3 x 0.5, pace 5 x 1: (1 + 7/3 + 5) / 2.5 = 10/3
    assert explain(ASKED).value == Fraction(10, 3)
    # impact 4 x distance 3 x weight 1 / effort S x 2 (top gate) x 1.5 (critical pattern)
    assert explain(ASKED, "words.low.1").value == 36


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("lisen", "listen"),
        ("over-all", "overall"),
        ("words.low.2", "words.low.1"),
        ("Care", "care"),
    ],
)
def test_a_misspelt_name_is_guessed(said, meant):
    with pytest.raises(NotFoundError, match=rf"{said}\. Did you mean `{meant}`\?"):
        explain(ASKED, said)


def test_an_unknown_name_is_refused():
    with pytest.raises(
        NotFoundError, match=r"No such dimension, question, pattern or proposed action: xyz"
    ):
        explain(ASKED, "xyz")


@pytest.mark.parametrize(
    ("case", "name"),
    [(ASKED, "stability"), (PROVISIONAL, "provisional-stability"), (PROVISIONAL, "relapses")],
)
def test_what_is_no_id(golden, case, name):
    golden(f"explain/{name}.txt", tree(explain(case, name.removeprefix("provisional-"))))


SMALL = {"dimensions": {"care": {"listen": 1, "thank": 1, "visit": 1}, "speed": {"answer": 1}}}


def test_single_answers_that_move_the_level():
    # care (3 + 3 + 4) / 3 = 10/3, speed 4: 11/3 is level 4; with speed at 3 it is 19/6, level 3.
    answers = {"listen": 3, "thank": 3, "visit": 4, "answer": 4}
    case = assessment({"questionnaire": SMALL, "answers": answers})
    assert "answer: 4 → 3: the overall level becomes 3" in tree(explain(case, "stability"))


def test_a_relapse_shows_its_three_cycles(golden):
    case = {
        "questionnaire": SMALL | {"rules": ["R13"]},
        "earlier": [{"listen": 2, "thank": 2, "answer": 1}, {"listen": 4, "thank": 3, "visit": 5}],
        "answers": {"listen": 3, "thank": 4, "visit": 2, "answer": 5},
    }
    golden("explain/relapsed.txt", tree(explain(assessment(case), "relapses")))
    assert "rose and fell again (R13): 2 → 4 → 3" in tree(explain(assessment(case), "listen"))


def tree(explanation, depth=0):
    """Return *explanation* with its parts, one a line, two blanks further in each."""
    value = "" if explanation.value is None else f"  = {explanation.value}"
    line = f"{'  ' * depth}{explanation.label}: {explanation.text}{value}\n"
    return line + "".join(tree(part, depth + 1) for part in explanation.parts)

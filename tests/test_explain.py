"""Any number down to its answers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assess.errors import NotFoundError
from assess.scoring.evaluate import evaluate
from assess.scoring.explain import explain
from tests.scoring_cases import assessment

CARD = evaluate(
    assessment(
        {
            "questionnaire": {
                "target": 4,
                "evidence": {"from": 4, "counts_as": 3},
                "dimensions": {
                    "top": {
                        "words": {
                            "actions": [{"id": "words.low.1", "impact": 4, "horizon_days": 30}]
                        },
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
)
PROVISIONAL = evaluate(
    assessment(
        {
            "questionnaire": {"dimensions": {"care": {"listen": 1}, "speed": {"answer": 1}}},
            "answers": {"listen": "dont-know"},
        }
    )
)


@pytest.mark.parametrize(
    "what",
    ["overall", "top", "care", "speed", "calm", "listen", "thank", "words", "visit", "words.low.1"],
)
def test_a_whole_explanation(golden, what):
    golden(f"explain/{what}.txt", tree(explain(CARD, what)))


@pytest.mark.parametrize("what", ["overall", "care", "listen", "answer"])
def test_without_a_level_it_says_what_is_missing(golden, what):
    golden(f"explain/provisional-{what}.txt", tree(explain(PROVISIONAL, what)))


def test_an_action_that_waits_says_for_what():
    assert "waits for" in tree(explain(CARD, "thank.low.1"))


def test_every_value_is_exact():
    # listen 5 x 2, thank 4 x 1: 14 / 3
    assert explain(CARD, "care").value == Fraction(14, 3)
    # top 1 x 1, care 14/3 x 0.5, pace 5 x 1: (1 + 7/3 + 5) / 2.5 = 10/3
    assert explain(CARD).value == Fraction(10, 3)
    # impact 4 x distance 3 x weight 1 / effort S x 2 (top gate) x 1.5 (critical pattern)
    assert explain(CARD, "words.low.1").value == 36


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
        explain(CARD, said)


def test_an_unknown_name_is_refused():
    with pytest.raises(
        NotFoundError, match=r"No such dimension, question, pattern or proposed action: xyz"
    ):
        explain(CARD, "xyz")


def tree(explanation, depth=0):
    """Return *explanation* with its parts, one a line, two blanks further in each."""
    value = "" if explanation.value is None else f"  = {explanation.value}"
    line = f"{'  ' * depth}{explanation.label}: {explanation.text}{value}\n"
    return line + "".join(tree(part, depth + 1) for part in explanation.parts)

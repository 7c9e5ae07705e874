"""Two years whose questionnaires differ: changed, renamed, new and gone questions."""

from __future__ import annotations

from hypothesis import strategies as st

from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from tests.scoring_cases import assessment

NAMES = [f"q{number}" for number in range(7)]
KINDS = ["same", "changed", "renamed", "new", "gone", "heavier"]
LEVELS = st.integers(1, 3)
ANSWERS = LEVELS | LEVELS | st.sampled_from(["dont-know", {"not-applicable": "None of it here"}])
NOTHING = {"x": ("d3", {})}
"""A questionnaire asks something, and be it another thing."""

SCALES = st.sampled_from([[1, 2, 3, 4, 5], [-2.5, 0, 0.5]])


@st.composite
def changes(draw, scale=None):
    """The scorecard of the later year, and its comparison with the earlier one."""
    kinds = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(KINDS), min_size=1))
    values = scale or draw(SCALES)
    homes = {name: draw(st.sampled_from(["d0", "d1", "d2"])) for name in kinds}
    named = {name: f"old-{name}" for name, kind in kinds.items() if kind == "renamed"}
    early = {named.get(n, n): (homes[n], _early(n, k)) for n, k in kinds.items() if k != "new"}
    late = {n: (homes[n], _late(n, k)) for n, k in kinds.items() if k != "gone"}
    before, after = (_year(draw, values, asked or NOTHING) for asked in (early, late))
    later = assessment(after)
    return evaluate(later), compare(assessment(before | {"cycle": "2025"}), later)


def _year(draw, values, asked):
    return {
        "questionnaire": {"scale": values, "dimensions": _dimensions(asked)},
        "answers": {name: draw(ANSWERS) for name in asked},
    }


def _early(name, kind):
    return {"question": "Was it so?" if kind == "changed" else name}


def _late(name, kind):
    replaced = {"replaces": f"old-{name}"} if kind == "renamed" else {}
    return {"question": name, "weight": 3 if kind == "heavier" else 1, **replaced}


def _dimensions(asked):
    homes = dict.fromkeys(home for home, _question in asked.values())
    return {
        home: {"questions": {n: q for n, (own, q) in asked.items() if own == home}}
        for home in homes
    }

"""Scorecards of every kind: dimensions, scales, limits, patterns and answers as they come."""

from __future__ import annotations

from hypothesis import strategies as st

from assess.report.index import Index
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from tests.scoring_cases import assessment

SCALES = ([1, 2, 3, 4, 5], [0, 10, 50, 100], [0, 1], [-2.5, 0, 0.5])
TITLES = ("Hiring", "Recruitment and selection", "<script>alert(1)</script>", "Обучение персонала")


@st.composite
def cases(draw, scale=None, shape=None):
    """A case in the notation of `scoring_cases`, on a scale and with a shape drawn or given."""
    values = scale or draw(st.sampled_from(SCALES))
    counts = shape or draw(st.lists(st.integers(1, 3), min_size=1, max_size=12))
    names = [[f"q{d}-{q}" for q in range(count)] for d, count in enumerate(counts)]
    every = [name for group in names for name in group]
    levels = st.integers(1, len(values))
    return {
        "questionnaire": {
            "scale": values,
            "dimensions": _dimensions(draw, names),
            "thresholds": {"overall_rated": draw(st.integers(1, len(counts)))},
            "evidence": draw(st.sampled_from([None, {"from": 2, "counts_as": 1}])),
            "target": draw(st.none() | levels),
            "limits": _limits(draw, every, levels),
            "patterns": _patterns(draw, every),
            "strengths": draw(
                st.sampled_from([[], [{"id": "s", "when": {"q": every[0], "min": 2}}]])
            ),
            "rules": draw(st.sampled_from([[], ["R7", "R10", "R11", "R12"]])),
        },
        "answers": draw(st.dictionaries(st.sampled_from(every), _answers(levels))),
    }


def _dimensions(draw, names):
    actions = st.lists(
        st.fixed_dictionaries(
            {
                "effort": st.sampled_from("SML"),
                "impact": st.integers(1, 5),
                "horizon_days": st.sampled_from([1, 30, 90, 400]),
                "from_levels": st.just([1, 2]),
            }
        ),
        max_size=1,
    )
    return {
        f"d{place}": {
            "title": f"{draw(st.sampled_from(TITLES))} {place}",
            "questions": {
                name: {"weight": draw(st.integers(1, 3)), "actions": draw(actions)}
                for name in group
            },
        }
        for place, group in enumerate(names)
    }


def _limits(draw, every, levels):
    limit = {"id": "gate", "rule": "R3", "caps": "overall", "at": {"level": draw(levels)}}
    condition = {"when": {"q": draw(st.sampled_from(every)), "max": 2}}
    return draw(st.sampled_from([[], [limit], [limit | condition]]))


def _patterns(draw, every):
    severities = st.lists(st.sampled_from(["critical", "high", "medium", "low"]), max_size=3)
    return [
        {
            "id": f"p{place}",
            "severity": severity,
            "when": {"q": draw(st.sampled_from(every)), "max": 1},
            "discredits": draw(st.sampled_from([[], ["d0"]])),
        }
        for place, severity in enumerate(draw(severities))
    ]


def _answers(levels):
    return st.one_of(
        levels,
        st.just("dont-know"),
        st.just({"not-applicable": "None of it here"}),
        st.builds(lambda level: {"level": level, "evidence": ["A list"], "note": "Seen"}, levels),
    )


@st.composite
def indexes(draw):
    """A scorecard, alone or with the comparison to an earlier year of the same questionnaire."""
    case = draw(cases())
    after = assessment(case)
    if draw(st.booleans()):
        return Index(evaluate(after), None)
    again = draw(st.permutations(list(case["answers"])))
    earlier = {
        name: case["answers"][other] for name, other in zip(case["answers"], again, strict=True)
    }
    before = assessment(case | {"answers": earlier, "cycle": "2025"})
    return Index(evaluate(after), compare(before, after))

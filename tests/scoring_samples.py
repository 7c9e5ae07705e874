"""Assessments of every kind, for laws: each is of the built-in or of a small questionnaire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.scoring_cases import assessment, checklist

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import Assessment

LAW = settings(deadline=None, max_examples=50)
"""A law of whole assessments: each example is scored, so that half the usual number will do."""

SMALL = {
    "evidence": {"from": 4, "counts_as": 3},
    "thresholds": {"overall_rated": 2},
    "dimensions": {
        "top": {"required_for_overall": True, "questions": {"words": 2, "deeds": 1, "visits": 1}},
        "standards": {
            "exist": {"weight": 2, "required_for_overall": True},
            "known": 1,
            "used": 0.3,
        },
        "training": {
            "sections": [{"id": "product", "title": "Product"}, {"id": "self", "title": "Self"}],
            "questions": {
                "knows": {"section": "product"},
                "rests": {"section": "self", "weight": 0.7},
                "grows": {"section": "self"},
                "plan": 1,
            },
        },
    },
    "limits": [
        {"id": "gate", "rule": "R3", "caps": "standards", "when": {"q": "exist", "max": 2}}
        | {"at": {"level_of": "exist"}},
        {"id": "gate-overall", "rule": "R3", "caps": "overall", "when": {"q": "exist", "max": 2}}
        | {"at": {"level": 3}},
        {"id": "top-gate", "rule": "R4", "caps": "overall", "at": {"level_of": "top", "plus": 1}},
        {"id": "tracks", "rule": "R5", "caps": "training"}
        | {"at": {"level_of": "weakest-section", "plus": 1}},
    ],
}
"""A questionnaire with every kind of limit, small enough for limits to bind often."""

NAMES = ("words", "deeds", "visits", "exist", "known", "used", "knows", "rests", "grows", "plan")

LEVELS = st.integers(1, 5)
ANSWERS: st.SearchStrategy[Any] = st.one_of(
    LEVELS,
    LEVELS,
    LEVELS.map(lambda level: {"level": level, "evidence": ["a letter"]}),
    st.just("dont-know"),
    st.just({"not-applicable": "no customers there"}),
)
WEIGHTS = st.dictionaries(
    st.sampled_from(list(SMALL["dimensions"])),
    st.sampled_from([0.1, 0.5, 2, 3]).map(lambda weight: {"weight": weight, "because": "so"}),
)


def small_cases() -> st.SearchStrategy[dict[str, Any]]:
    """Draw a case of the small questionnaire: answers, some left out, and weights."""
    answers = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, ANSWERS))
    return st.builds(small_case, answers, WEIGHTS)


def small_case(answers: Mapping[str, Any], weights: Mapping[str, Any]) -> dict[str, Any]:
    """Return the case of the small questionnaire with *answers* and *weights*."""
    return {"questionnaire": SMALL, "answers": dict(answers), "weights": dict(weights)}


def checklist_cases() -> st.SearchStrategy[dict[str, Any]]:
    """Draw a case of the built-in questionnaire: one level for all, and some other answers."""
    names = st.sampled_from([name for name in checklist().questions if name != "standards-exist"])
    return st.builds(
        lambda everything, answers: {
            "questionnaire": "service-culture",
            "everything": everything,
            "answers": answers,
        },
        LEVELS,
        st.dictionaries(names, ANSWERS, max_size=25),
    )


def of_one_questionnaire() -> st.SearchStrategy[tuple[Assessment, Assessment]]:
    """Draw two assessments of the small questionnaire, each with its own weights."""
    one = small_cases().map(assessment)
    return st.tuples(one, one)


def of_equal_weights() -> st.SearchStrategy[tuple[Assessment, Assessment]]:
    """Draw two assessments of the small questionnaire that weigh its dimensions alike."""
    return of_one_questionnaire().map(
        lambda pair: (pair[0], pair[1].model_copy(update={"weights": pair[0].weights}))
    )

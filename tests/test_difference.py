"""`assess questionnaire diff`: what changed in a questionnaire, and what that means for years."""

from __future__ import annotations

import json

from assess.scoring.compare import compare
from assess.scoring.differences import difference
from assess.scoring.fingerprint import as_asked
from assess.store.library import load_questionnaire
from tests.conftest import HERE
from tests.scoring_cases import assessment

BEFORE, AFTER = (HERE / f"cases/difference/{side}.yaml" for side in ("before", "after"))


def test_every_kind_of_change(run, golden):
    golden("cli/difference.txt", run("questionnaire", "diff", BEFORE, AFTER).out)
    golden("cli/difference.json", run("questionnaire", "diff", BEFORE, AFTER, "--json").out)


def test_what_is_renamed_is_comparable_and_no_longer_new_or_gone(run):
    found = json.loads(run("questionnaire", "diff", BEFORE, AFTER, "--json").out)
    told = {part["id"]: (part["replaces"], part["kind"], part["breaks"]) for part in found["parts"]}
    assert told["answered"] == ("called", "renamed", False)
    assert told["shown"] == ("moved", "meaning", True)
    assert told["heir"] == (None, "new", False)
    assert not told.keys() & {"called", "moved", "same"}
    assert found["comparable"] == len(["same", "typed", "heavier", "answered"])


def test_a_difference_counts_what_a_comparison_compares():
    questionnaires = load_questionnaire(str(BEFORE)), load_questionnaire(str(AFTER))
    years = [everywhere_two(one) for one in questionnaires]
    found = compare(*years)
    told = difference(*questionnaires)
    assert found.like_for_like.questions == told.comparable
    assert {q.id for q in found.questions if q.movement == "question-changed"} == {
        part.id for part in told.parts if part.kind == "meaning"
    }


def test_turning_a_question_round_is_no_real_change():
    before, after = (
        assessment({"questionnaire": {"dimensions": {"d": {"a": said, "b": 1}}}, "answers": LEVELS})
        for said in ({}, {"reversed": True})
    )
    found = compare(before, after)
    assert {part.kind: part.change for part in found.bridge.parts if part.change} == {"changed": -2}
    assert [(q.id, q.movement) for q in found.questions] == [
        ("a", "question-changed"),
        ("b", "stayed"),
    ]


LEVELS = {"a": 5, "b": 3}


def everywhere_two(questionnaire):
    """Return an assessment in which every question of *questionnaire* has level 2."""
    made = assessment({"questionnaire": {"dimensions": {"d": {"a": 1}}}, "answers": {"a": 2}})
    (interview,) = made.interviews
    answers = dict.fromkeys(questionnaire.questions, interview.answers["a"])
    return made.model_copy(
        update={
            "interviews": (interview.model_copy(update={"answers": answers}),),
            "as_asked": (as_asked(questionnaire),),
        }
    )

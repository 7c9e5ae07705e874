"""What the shipped questionnaire promises its readers, question by question."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from assess.store.library import load_questionnaire
from tests.conftest import ROOT

FOLDER = ROOT / "questionnaires" / "service-culture"
CHECKLIST = load_questionnaire(str(FOLDER))
QUESTIONS = tuple(CHECKLIST.questions.values())
LEVELS = [
    pytest.param(text, id=f"{question.id}-{place}")
    for question in QUESTIONS
    for place, text in enumerate(question.levels, 1)
]
ACTIONS = tuple(action for question in QUESTIONS for action in question.actions)
FILES = sorted(FOLDER.glob("*.yaml"))
CLOSED = r"^(is|are|do|does|did|has|have|can|could|will|would|should)\b"
LOADED = r"\b(of course|even|only|(?<!how )often|regularly|sometimes|and/or)\b"
JARGON = r"\b(KPI|SLA|NPS|CX|CRM|stakeholder|touchpoint)s?\b"

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
every_level = pytest.mark.parametrize("text", LEVELS)
every_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def words(text: str) -> list[str]:
    return text.split()


def test_covers_the_checklist():
    assert [dimension.id for dimension in CHECKLIST.dimensions] == [
        "processes",
        "policy",
        "management-attitude",
        "standards",
        "hiring",
        "rewards",
        "training",
    ]
    assert len(QUESTIONS) == 53
    assert len(ACTIONS) == 159
    assert sum(question.express for question in QUESTIONS) == 15
    assert [option.name for option in CHECKLIST.scale] == [
        "Ad hoc",
        "Emerging",
        "Defined",
        "Managed",
        "Leading",
    ]


def test_every_dimension_has_express_questions():
    express = Counter(CHECKLIST.dimension_of[q.id].id for q in QUESTIONS if q.express)
    assert set(express) == {dimension.id for dimension in CHECKLIST.dimensions}


def test_training_has_three_tracks():
    training = CHECKLIST.find_dimension("training")
    assert training is not None
    assert Counter(question.section for question in training.questions) == {
        "product": 1,
        "service": 2,
        "self": 3,
        None: 2,
    }


def test_only_the_existence_of_standards_must_be_answered():
    assert [question.id for question in QUESTIONS if question.required_for_overall] == [
        "standards-exist"
    ]
    assert [question.id for question in QUESTIONS if not question.not_applicable] == [
        "standards-exist"
    ]


def test_states_limits_patterns_and_strengths():
    assert [(limit.id, limit.rule, limit.caps) for limit in CHECKLIST.limits] == [
        ("standards-gate", "R3", "standards"),
        ("standards-gate-overall", "R3", "overall"),
        ("top-gate", "R4", "overall"),
        ("training-tracks", "R5", "training"),
    ]
    assert len(CHECKLIST.patterns) == 40
    assert len(CHECKLIST.strengths) == 4


def test_a_limit_says_what_its_rule_says():
    rules = {rule.id: rule.say for rule in CHECKLIST.rules}
    assert [limit.say for limit in CHECKLIST.limits] == [
        rules[limit.rule] for limit in CHECKLIST.limits
    ]


@every_question
def test_a_question_gives_an_interviewer_everything(question):
    assert len(question.levels) == 5
    assert len(question.evidence) >= 2
    assert set(question.ask) <= set(CHECKLIST.roles)
    assert question.ask
    assert question.why
    assert question.facts
    assert question.weight in {1, 2}


@every_question
def test_a_question_has_an_action_for_each_level_below_the_top(question):
    assert [action.id for action in question.actions] == [
        f"{question.id}.{band}.1" for band in ("low", "mid", "high")
    ]
    assert [action.from_levels for action in question.actions] == [(1, 2), (3,), (4,)]


@every_question
def test_a_question_is_short_open_and_asked_once(question):
    assert len(words(question.question)) <= 22
    assert question.question.count("?") == 1
    assert question.question.endswith("?")
    assert not re.search(CLOSED, question.question, re.IGNORECASE)
    assert not re.search(LOADED, question.question, re.IGNORECASE)
    assert not re.search(JARGON, question.question)


@every_question
def test_no_two_levels_of_a_question_are_equal(question):
    assert len({text.casefold() for text in question.levels}) == len(question.levels)


@every_level
def test_a_level_is_short_and_free_of_jargon(text):
    assert len(words(text)) <= 24
    assert not re.search(JARGON, text)


@every_action
def test_an_action_waits_for_other_dimensions_only(action):
    own = CHECKLIST.dimension_of[action.id.split(".")[0]].id
    assert own not in action.depends_on


@every_file
def test_a_person_can_edit_the_file(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) < 400
    assert max(map(len, lines)) <= 110

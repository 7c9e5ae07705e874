"""What the shipped questionnaire promises its readers, question by question."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from assess.scoring.evaluate import evaluate
from assess.scoring.fingerprint import as_asked
from tests.conftest import ROOT
from tests.scoring_cases import assessment, shipped

LONG = {"wording", "sources"}
FOLDER = ROOT / "questionnaires" / "service-culture"
CHECKLIST = shipped("service-culture")
QUESTIONS = tuple(CHECKLIST.questions.values())
LEVELS = [
    pytest.param(text, id=f"{question.id}-{place}")
    for question in QUESTIONS
    for place, text in enumerate(question.levels, 1)
]
ACTIONS = tuple(action for question in QUESTIONS for action in question.actions)
FILES = sorted(file for file in FOLDER.parent.rglob("*.yaml") if not LONG.intersection(file.parts))
CLOSED = r"^(is|are|do|does|did|has|have|can|could|will|would|should)\b"
LOADED = r"\b(of course|even|only|(?<!how )often|regularly|sometimes|and/or)\b"
JARGON = r"\b(KPI|SLA|NPS|CX|CRM|stakeholder|touchpoint)s?\b"

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
every_level = pytest.mark.parametrize("text", LEVELS)
every_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
every_file = pytest.mark.parametrize(
    "file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}"
)


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


# ------------------------------------------------------------------- all questionnaires together

COMPANIONS = (
    "management-obstacles",
    "service-recovery",
    "customer-centric-leadership",
    "whole-company-service",
)
EVERYTHING = tuple(shipped(name) for name in ("service-culture", *COMPANIONS, "pulse"))


@pytest.mark.parametrize(
    ("name", "questions"), [*zip((*COMPANIONS, "pulse"), (12, 16, 10, 16, 10), strict=True)]
)
def test_a_companion_has_its_questions_in_one_dimension_of_its_name(name, questions):
    companion = shipped(name)
    assert [dimension.id for dimension in companion.dimensions] == [name]
    assert len(companion.questions) == questions


def test_the_chain_of_recovery_is_a_limit_on_its_section():
    limits = shipped("service-recovery").limits
    assert [(limit.rule, limit.caps) for limit in limits] == [("R6", "service-recovery/steps")]


def test_two_items_of_the_pulse_are_reversed():
    items = shipped("pulse").questions.values()
    assert [item.id for item in items if item.reversed] == ["pulse-hurry", "pulse-alone"]


def test_no_question_is_asked_twice():
    names = [name for questionnaire in EVERYTHING for name in questionnaire.questions]
    assert len(names) == len(set(names)) == 117


def answered_with(level):
    return evaluate(
        assessment(
            {
                "questionnaire": "service-culture",
                "with": [*COMPANIONS],
                "everything": level,
            }
        )
    )


@pytest.mark.parametrize(("level", "seen"), [(1, 31), (2, 31), (3, 0)])
def test_how_many_patterns_all_the_same_answers_show(level, seen):
    assert sum(pattern.state == "seen" for pattern in answered_with(level).patterns) == seen


def test_nothing_answered_leaves_everything_unjudged():
    card = answered_with(None)
    states = [result.state for result in (*card.patterns, *card.strengths)]
    assert states == ["unknown"] * 44


@pytest.mark.parametrize("pattern", CHECKLIST.patterns, ids=lambda pattern: pattern.id)
def test_a_better_answer_switches_a_pattern_on_only_where_it_asks_for_a_high_one(pattern):
    """A pattern with no lower bound is never seen on all fours when it was not seen on all ones."""
    asks_for_high = "'min'" in str(pattern.when.model_dump(exclude_none=True)) or pattern.when.all
    by_level = {n: {p.id: p.state for p in answered_with(n).patterns} for n in (1, 4)}
    switched_on = by_level[1][pattern.id] != "seen" and by_level[4][pattern.id] == "seen"
    assert asks_for_high or not switched_on


def test_every_fact_of_the_articles_is_used():
    used = set()
    for questionnaire in EVERYTHING:
        used |= set(as_asked(questionnaire).questionnaire.sources.facts)
    assert len(used) == 186
    assert used == set(CHECKLIST.sources.facts)


def test_what_patterns_name_of_companions_is_there():
    elsewhere = {q for companion in CHECKLIST.companions.values() for q in companion.questions}
    assert elsewhere <= {name for questionnaire in EVERYTHING for name in questionnaire.questions}
    remedies = {p.remedy for p in CHECKLIST.patterns}
    actions = {
        action.id
        for questionnaire in EVERYTHING
        for question in questionnaire.questions.values()
        for action in question.actions
    }
    assert remedies <= actions

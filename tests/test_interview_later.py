"""Putting off, reviewing, looking back a cycle, the time that is left, and reading only."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from assess.interview.commands import Review
from assess.interview.conversation import Conversation, in_words
from assess.interview.earlier import Earlier
from assess.interview.pace import minutes_left
from assess.interview.steps import step
from assess.model.assessment import Answer, Change, Interview
from assess.model.questionnaire import Minutes
from tests.interview_samples import EMPTY, IDS, NOON, SMALL, after, assessed, fresh

DOOR, NAME, PHONE, SPEED, LETTER = IDS
BEFORE = Interview(
    id="assessor",
    answers={
        DOOR: Answer(level=2, note="by chance"),
        NAME: Answer(level=1),
        PHONE: Answer(dont_know=True),
        SPEED: Answer(note="not asked"),
    },
)
EARLIER = Earlier.of(assessed(BEFORE, cycle="2025"), assessed())


def reviewed(which, conversation):
    """Return the ids that a review shows."""
    return [place.id for place in step(conversation, Review(which), NOON).matches]


def paced(*seconds, minutes=None):
    """Return a conversation whose first answers were given after so many seconds each."""
    at, history = NOON, []
    for question, pause in zip(IDS, seconds, strict=False):
        at += dt.timedelta(seconds=pause)
        history.append(Change(at=at, question=question, new=Answer(level=1)))
    answers = {change.question: change.new for change in history}
    timed = SMALL.model_copy(update={"minutes": minutes})
    told = EMPTY.model_copy(update={"answers": answers, "history": tuple(history)})
    return Conversation.start([timed], told)


def test_a_parked_question_is_asked_after_all_others():
    turn = after("l ask Maria", "1", "1", "1", "1")
    assert turn.conversation.cursor == DOOR
    assert turn.conversation.answer(DOOR) == Answer(parked=True, note="ask Maria")


def test_a_parked_question_comes_last_after_a_restart_too():
    assert fresh(after("l").conversation.interview).cursor == NAME


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["l", "b", "2"], Answer(level=2)),
        (["l", "b", "dk"], Answer(dont_know=True)),
        (["2", "b", "l"], Answer(level=2, parked=True)),
        (["l", "b", "n why"], Answer(parked=True, note="why")),
        (["2", "b", "l", "b", "l-"], Answer(level=2)),
        (["2", "b", "l", "u"], Answer(level=2)),
    ],
)
def test_the_mark_stays_until_an_answer_is_given(lines, answer):
    assert after(*lines).conversation.answer(DOOR) == answer


def test_only_parked_questions_are_left_and_still_one_can_skip_among_them():
    turn = after("l", "l", "1", "1", "1")
    assert turn.conversation.cursor == DOOR
    assert after("s", start=turn.conversation).conversation.cursor == NAME


def test_being_parked_is_said_in_words():
    assert in_words(Answer(parked=True)) == "parked for later"


@pytest.mark.parametrize(
    ("lines", "cursor"),
    [(["+"], NAME), (["+", "+", "-"], NAME), (["-"], DOOR), (["g 2.2", "+"], LETTER)],
)
def test_the_neighbours_of_a_question(lines, cursor):
    assert after(*lines).conversation.cursor == cursor


def test_neighbours_that_are_not_asked_are_left_out():
    assert after("+", start=fresh(express=True)).conversation.cursor == SPEED


@pytest.mark.parametrize(
    ("which", "shown"),
    [
        ("all", list(IDS)),
        ("open", [SPEED, LETTER]),
        ("parked", [LETTER]),
        ("dont-know", [PHONE]),
        ("unproven", [NAME]),
        ("changed", [NAME]),
    ],
)
def test_a_review_shows_one_kind_of_answers(which, shown):
    start = fresh(earlier=EARLIER)
    turn = after("2 // list", "3", "dk", "g repair-letter", "l", start=start)
    assert reviewed(which, turn.conversation) == shown


def test_a_scale_without_a_rule_on_evidence_wants_none():
    plain = SMALL.model_copy(update={"evidence": None})
    assert (
        reviewed("unproven", after("3", start=Conversation.start([plain], EMPTY)).conversation)
        == []
    )


def test_the_cycle_before_has_only_what_was_answered_and_is_asked_again():
    assert list(EARLIER.answers) == [DOOR, NAME, PHONE]
    assert EARLIER.reworded == frozenset()


def test_a_question_with_another_meaning_is_known():
    reworded = SMALL.dimensions[0].questions[0].model_copy(update={"question": "Who waves?"})
    rest = SMALL.dimensions[0].questions[1:]
    dimension = SMALL.dimensions[0].model_copy(update={"questions": (reworded, *rest)})
    other = SMALL.model_copy(update={"dimensions": (dimension, *SMALL.dimensions[1:])})
    assert Earlier.of(assessed(BEFORE, of=other), assessed()).reworded == {DOOR}


@pytest.mark.parametrize(
    ("conversation", "minutes"),
    [
        (paced(0, 60, 60, 60), 1),
        (paced(0, 90, 90, 90), 2),
        (paced(0, 500, 500, 500), 9),
        (paced(0, 60, 60), None),
        (paced(0, 1, 1, 1), None),
        (paced(0, 4000, 60, 60), None),
        (paced(0, 60, minutes=Minutes(full=50)), 30),
        (paced(minutes=Minutes(full=50)), 50),
        (paced(0, 60, 60, 60, 60), None),
    ],
)
def test_the_time_left_follows_the_own_pace(conversation, minutes):
    assert minutes_left(conversation) == minutes


@pytest.mark.parametrize("line", ["2", "n x", "u", "x", "l"])
def test_what_another_session_holds_can_be_read_only(line):
    held = replace(fresh(after("1").conversation.interview), held="Somebody else writes.")
    turn = after(line, start=held)
    assert turn.message == "Somebody else writes."
    assert turn.conversation is held
    assert after("+", start=held).conversation.cursor == PHONE

"""Where the conversation goes, and what a command changes."""

from __future__ import annotations

import pytest

from assess.interview.commands import Choose, NotApplicable
from assess.interview.conversation import Conversation
from assess.interview.paper import with_answers
from assess.interview.progress import Progress
from assess.interview.refusals import LONGEST, refusal
from assess.interview.steps import step
from assess.model.assessment import Answer, Change, Interview
from tests.interview_samples import EMPTY, IDS, NOON, OTHER, SMALL, after, fresh, turns

DOOR, NAME, PHONE, SPEED, LETTER = IDS
ALL = ("1", "2", "3", "dk", "na no letters")


def test_an_interview_begins_at_the_first_question():
    assert fresh().cursor == DOOR


def test_it_goes_on_at_the_first_open_question():
    interview = after("2", "s", "3", start=fresh()).conversation.interview
    assert fresh(interview).cursor == NAME


@pytest.mark.parametrize(
    ("lines", "cursor"),
    [
        (["2"], NAME),
        (["s"], NAME),
        (["s", "2"], PHONE),
        (["n seen"], DOOR),
        (["e list"], DOOR),
        (["g 2.2", "2"], DOOR),
        (["2", "b"], DOOR),
        (["2", "b", "3"], NAME),
        (["g repair-letter", "b"], DOOR),
        (["g 2", "g 1.3", "b", "b"], DOOR),
        (["b"], DOOR),
        (ALL, None),
        ([*ALL, "s"], None),
        ([*ALL, "b"], LETTER),
        ([*ALL, "g 2.1", "s"], None),
        ([*ALL, "u"], LETTER),
        ([*ALL, "4"], None),
        (["2", "x"], NAME),
        (["2", "b", "x"], DOOR),
        (["2", "3", "u"], NAME),
    ],
)
def test_where_the_conversation_goes(lines, cursor):
    assert after(*lines).conversation.cursor == cursor


def test_going_back_without_having_come_from_anywhere_goes_up_the_list():
    start = fresh(after("1", "2").conversation.interview)
    assert after("b", start=start).conversation.cursor == NAME


def test_going_back_from_the_end_without_a_trail_goes_to_the_last_question():
    start = fresh(after(*ALL).conversation.interview)
    assert after("b", start=start).conversation.cursor == LETTER


@pytest.mark.parametrize(
    ("where", "cursor"),
    [
        ("repair-speed", SPEED),
        ("2.1", SPEED),
        ("2", SPEED),
        ("repair", SPEED),
        ("REP", SPEED),
        ("repair-l", LETTER),
        ("greeting", DOOR),
        ("phone", PHONE),
        ("elan", LETTER),
        ("ΠΕΛΑΤΗΣ speed", SPEED),
        ("ρεπαιρ", SPEED),
        ("кузфшк", SPEED),
        ("nowhere", DOOR),
        ("9", DOOR),
        ("0", DOOR),
        ("9.9", DOOR),
        ("everybody", DOOR),
    ],
)
def test_a_place_can_be_named_in_many_ways(where, cursor):
    assert after(f"g {where}").conversation.cursor == cursor


def test_a_dimension_means_its_first_open_question():
    assert after("2", "g greeting").conversation.cursor == NAME
    assert after("2", "2", "2", "g greeting").conversation.cursor == DOOR


def test_what_names_several_questions_lists_them():
    turn = after("g who does")
    assert [place.id for place in turn.matches] == list(IDS)
    assert turn.message == "5 questions fit; which one?"


def test_a_wrong_name_is_answered_with_a_guess():
    assert after("g greting-dor").message.endswith("Did you mean `greeting-door`?")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("PHONE", [PHONE]),
        ("élan", [LETTER]),
        ("elan letter", [LETTER]),
        ("πελατησ", [SPEED, LETTER]),
        ("call list", [PHONE]),
        ("ζζζ", []),
    ],
)
def test_search_minds_neither_case_nor_accents(words, found):
    assert [place.id for place in after(f"/{words}").matches] == found


def test_questions_have_different_numbers_in_every_questionnaire():
    conversation = Conversation.start([SMALL, OTHER], EMPTY)
    assert after("g 3.1", start=conversation).conversation.cursor == "other-one"
    assert after("g other-one", "2", start=conversation).conversation.cursor == DOOR


def test_the_short_set_is_asked_alone_and_everything_can_be_reached():
    conversation = fresh(express=True)
    assert conversation.progress.asked == 2
    assert after("2", start=conversation).conversation.cursor == SPEED
    assert after("g 1.2", "2", start=conversation).conversation.cursor == SPEED
    assert after("2", "2", start=conversation).conversation.cursor is None
    assert [one.asked for one in conversation.chapters] == [1, 1]


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["2 seen // list"], Answer(level=2, note="seen", evidence=("list",))),
        (["2 seen // list", "b", "3"], Answer(level=3, note="seen", evidence=("list",))),
        (["2 seen", "b", "3 again"], Answer(level=3, note="again")),
        (["2 // a", "b", "3 // b // a"], Answer(level=3, evidence=("a", "b"))),
        (["2 seen // a", "b", "dk"], Answer(dont_know=True, note="seen", evidence=("a",))),
        (["dk asked twice"], Answer(dont_know=True, note="asked twice")),
        (["na why", "b", "2"], Answer(level=2)),
        (["2 seen", "b", "na closed"], Answer(not_applicable="closed", note="seen")),
        (["n one", "n two"], Answer(note="two")),
        (["n one", "2"], Answer(level=2, note="one")),
        (["e one", "e two // one"], Answer(evidence=("one", "two"))),
        (["e one\ntwo"], Answer(evidence=("one", "two"))),
        (["e one // two", "e- 1"], Answer(evidence=("two",))),
        (["e one // two", "n seen", "e-"], Answer(note="seen")),
        (["n e\u0301 \x1b[2J\x07\r\nfine"], Answer(note="é [2J\nfine")),
        (["n \udce9t\udce9"], Answer(note="\ufffdt\ufffd")),
        (["n \u202eright\u200b to left"], Answer(note="right to left")),
    ],
)
def test_what_an_answer_becomes(lines, answer):
    assert after(*lines).conversation.interview.answers == {DOOR: answer}


@pytest.mark.parametrize("lines", [["n one", "n-"], ["2", "b", "x"], ["e a", "e-"], ["2", "u"]])
def test_an_answer_that_says_nothing_is_none(lines):
    assert after(*lines).conversation.interview.answers == {}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["s", "na never"], "always applies"),
        (["x", "na \x00"], "needs a reason"),
        ([*ALL, "n late"], "none is being asked"),
        ([*ALL, "h"], "none is being asked"),
        (["u"], "nothing to undo"),
        (["2", "u", "u"], "nothing to undo"),
        (["b"], "the first question"),
        (["2", "b", "2"], "Nothing changed: greeting-door has level 2."),
        (["x"], "has no answer"),
        ([*ALL[:4], "s"], "the last open question"),
        (["n " + "a" * (LONGEST + 1)], "at most 200,000"),
        (["2 // " + "a" * (LONGEST + 1)], "at most 200,000"),
        (["e " + "a" * (LONGEST + 1)], "at most 200,000"),
        (["/qqqq " + "q" * 99], "…`"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_changes_nothing_is_said(lines, said):
    turn = after(*lines)
    assert said in turn.message
    assert turn.changed is None


@pytest.mark.parametrize("level", [0, 4])
def test_no_front_end_can_choose_a_level_that_is_not_there(level):
    assert (
        refusal(fresh().place, Choose(level))
        == f"There is no level {level} here: the levels are 1 to 3."
    )


def test_a_reason_may_be_missing_only_where_it_is_asked_for():
    assert refusal(fresh().place, NotApplicable("")) == "Not applicable needs a reason."


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("2 seen", "level 2"),
        ("dk", "don't know"),
        ("na none", "not applicable"),
        ("n seen", "note"),
        ("e list", "evidence"),
    ],
)
def test_a_turn_says_what_changed(line, outcome):
    turn = after(line)
    assert (turn.changed, turn.outcome) == (DOOR, outcome)


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["2", "u"], "no answer"),
        (["dk", "b", "2", "u"], "don't know"),
        (["na none", "b", "2", "u"], "not applicable"),
        (["2", "b", "3", "u"], "level 2"),
        (["n seen", "n-"], "note removed"),
        (["e seen", "e-"], "evidence removed"),
        (["2", "b", "x"], "no answer"),
    ],
)
def test_taking_back_says_what_is_left(lines, outcome):
    turn = after(*lines)
    assert (turn.changed, turn.outcome) == (DOOR, outcome)


def test_the_history_keeps_every_step():
    turn = after("2", "b", "3", "u")
    old, new = Answer(level=2), Answer(level=3)
    steps = [(c.question, c.old, c.new, c.undoes) for c in turn.conversation.interview.history]
    assert steps == [(DOOR, None, old, None), (DOOR, old, new, None), (DOOR, new, old, 1)]


def test_undo_works_in_a_later_session():
    interview = after("2", "3").conversation.interview
    assert after("u", "u", start=fresh(interview)).conversation.interview.answers == {}


def test_undo_takes_back_even_what_is_no_longer_asked():
    gone = Interview(
        id="assessor",
        answers={"gone": Answer(level=2)},
        history=(Change(at=NOON, question="gone", new=Answer(level=2)),),
    )
    turn = after("u", start=fresh(gone))
    assert turn.conversation.interview.answers == {}
    assert turn.conversation.cursor == DOOR


def test_answers_stand_in_the_order_of_the_questions():
    assert list(after("g 2", "1", "g 1", "2").conversation.interview.answers) == [DOOR, SPEED]


def test_progress_counts_every_kind_of_answer():
    conversation = after("1", "2", "g 2", "dk", "na none").conversation
    assert conversation.progress == Progress("", 5, 2, 1, 1, 1)
    assert conversation.progress.answered == 4
    assert [one.title for one in conversation.chapters] == [d.title for d in SMALL.dimensions]


def test_answers_from_a_file_replace_those_they_name_and_keep_the_history():
    interview = after("1", "2").conversation.interview
    given = {NAME: Answer(level=3), SPEED: Answer(dont_know=True)}
    changed = with_answers(interview, given, order=IDS, at=NOON)
    assert {key: answer.level for key, answer in changed.answers.items()} == {
        DOOR: 1,
        NAME: 3,
        SPEED: None,
    }
    assert len(changed.history) == 4


@pytest.mark.parametrize("lines", [["2 a // b", "b", "dk", "u", "n c"], [*ALL, "u", "u", "2"]])
def test_the_same_commands_give_the_same_interview(lines):
    assert [*turns(fresh(), lines)][-1] == [*turns(fresh(), lines)][-1]


def test_showing_changes_nothing():
    before = fresh()
    assert [turn.conversation for turn in turns(before, "awhrpq?")] == [before] * 7
    assert step(before, Choose(1), NOON).conversation != before

"""The interview on the full screen, key by key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assess.errors import DiskError, InUseError
from assess.interview.layouts import same_key
from assess.model.assessment import Answer, Interview
from assess.terminal.fullscreen.keys import ACTIONS, action_for
from tests.full_screen import played, typed
from tests.interview_samples import IDS, after, desk, fresh

DOOR, NAME, PHONE, SPEED, LETTER = IDS
ALL = fresh(after("1", "2", "3", "dk", "na no letters").conversation.interview)


def answers(*keys, **options):
    """Return the answers after *keys*."""
    return played(*keys, **options).conversation.interview.answers


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["2"], Answer(level=2)),
        (["2", "3"], Answer(level=3)),
        (["9"], Answer()),
        (["down", "down", "down", "2", "enter"], Answer(level=2)),
        (["d"], Answer(dont_know=True)),
        (["0"], Answer(dont_know=True)),
        (["down", "down", "space"], Answer(level=2)),
        (["up", "up", "enter"], Answer(dont_know=True)),
        (["up", "enter", *typed("no door"), "enter"], Answer(not_applicable="no door")),
        (["a", *typed("no door"), "ctrl+s"], Answer(not_applicable="no door")),
        (["a", "enter"], Answer()),
        (["n", *typed("two\nlines"), "enter"], Answer(note="two\nlines")),
        (["2", "n", *typed("ok"), "f2"], Answer(level=2, note="ok")),
        (["n", *typed("ok"), "enter", "n", *typed("!"), "enter"], Answer(note="ok!")),
        (["n", *typed("ok"), "escape", "escape"], Answer()),
        (["n", *typed("ok"), "escape", "enter"], Answer(note="ok")),
        (["e", *typed("a\nb"), "enter"], Answer(evidence=("a", "b"))),
        (["e", "a", "enter", "e", "backspace", "enter"], Answer()),
        (["l", "b"], Answer(parked=True)),
        (["l", "b", "l"], Answer()),
        (["2", "u"], Answer()),
        (["2", "x"], Answer()),
    ],
    ids=repr,
)
def test_what_keys_make_of_an_answer(keys, answer):
    assert answers(*keys).get(DOOR, Answer()) == answer


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["2"], DOOR),
        (["2", "enter"], NAME),
        (["enter", "enter"], PHONE),
        (["s", "b"], DOOR),
        (["right", "right", "left"], NAME),
        (["g", *typed("phone"), "enter"], PHONE),
        (["slash", *typed("2.2"), "enter"], LETTER),
        (["g", *typed("elan"), "enter"], LETTER),
        (["g", "down", "down", "enter"], PHONE),
        (["g", *typed("zzzz"), "enter", "escape"], DOOR),
        (["g", *typed("κνοςινγ"), "enter"], NAME),
        (["ctrl+p", *typed("speed"), "enter"], SPEED),
        (["ctrl+p", *typed("question below"), "enter"], NAME),
        (["r", "down", "down", "enter"], PHONE),
        (["r", "1", "down", "enter"], NAME),
        (["r", "r", "r", "escape"], DOOR),
    ],
    ids=repr,
)
def test_where_keys_lead(keys, cursor):
    assert played(*keys).conversation.cursor == cursor


@pytest.mark.parametrize("key", [*"nνтNΝТ"])
def test_a_letter_is_a_place_on_the_keyboard(key):
    assert answers(key, *typed("ok"), "enter")[DOOR] == Answer(note="ok")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_action_has_a_key_under_every_layout(action):
    letters = [key for key in action.keys if len(key) == 1 and key.isalpha()]
    typed_so = [key for letter in letters for key in same_key(letter) if key.isalpha()]
    assert {action_for(key, key) for key in typed_so} <= {action}
    assert {action_for(key, None) for key in action.keys} == {action}


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (["9"], "There is no level 9 here: the levels are 1 to 3."),
        (["s", "a"], "This question always applies."),
        (["2"], "✓ saved greeting-door: level 2"),
        (["2", "u"], "Undone: the last change of greeting-door."),
        (["left"], "This is the first question."),
        (["u"], "There is nothing to undo."),
        (["h"], "Leads people"),
        (["w"], "Choose the highest level"),
        (["p"], "Altogether: 0 of 5 answered, 5 open"),
        (["v"], "Altogether: score –, provisional, coverage 0%"),
        (["question_mark"], "choose a level; it is saved at once"),
        (["f1"], "choose a level; it is saved at once"),
        (["comma"], "choose a level; it is saved at once"),
        (["n", "f1"], "keeps it"),
        (["g", "f1"], "chooses"),
        (["r", "f1"], "other reviews"),
        (["n", "x", "escape"], "Esc again drops the change"),
        (["g", *typed("zzzz")], "Nothing fits."),
        (["r", "2"], "There is none."),
        (["h", "escape"], "Welcome at the door: nobody."),
        (["h", "q"], "Welcome at the door: nobody."),
        (["r", "5"], "● 0 all answers (5)"),
    ],
    ids=repr,
)
def test_what_is_said(keys, seen):
    assert seen in played(*keys).text


def test_the_end_of_the_interview_says_what_can_be_done():
    seen = played("2", "h", "n", "right", start=ALL)
    assert "All 5 questions are answered: 3 levels, 1 don't know, 1 not" in seen.text
    assert "so none is being asked" in played("2", start=ALL).text
    assert played("left", start=ALL).conversation.cursor == LETTER


@pytest.mark.parametrize("key", ["q", "f10", "ctrl+q", "й"])
def test_quitting_ends_the_interview(key):
    seen = played("2", key, "enter")
    assert seen.app.return_value is None
    assert seen.conversation.cursor == DOOR


def test_the_theme_changes():
    assert played("t").app.theme == "light"
    assert played("t", "t").app.theme == "dark"


def test_an_answer_is_shown_as_saved_only_after_it_was():
    saved = []
    seen = played("2", "n", "enter", at=desk(saved.append))
    assert [interview.answers[DOOR] for interview in saved] == [Answer(level=2)]
    assert seen.conversation.interview is saved[-1]


def failing(errors):
    """Return a way to save that raises the errors one after the other."""
    left = iter(errors)

    def save(_interview):
        error = next(left, None)
        if error is not None:
            raise error

    return save


def test_a_full_disk_can_be_mended_and_nothing_typed_is_lost():
    full = DiskError("The disk is full.")
    seen = played("2", at=desk(failing([full])))
    assert "Not kept: level 2 for greeting-door. Everything before is." in seen.text
    assert "The disk is full." in seen.text
    assert seen.conversation.interview == Interview(id="assessor")
    assert answers("2", "enter", at=desk(failing([full])))[DOOR] == Answer(level=2)
    assert answers("2", "enter", "enter", at=desk(failing([full, full])))[DOOR] == Answer(level=2)


def test_who_gives_up_on_a_full_disk_ends_with_the_error():
    error = DiskError("The disk is full.")
    assert played("2", "q", at=desk(failing([error]))).app.return_value is error


def test_a_file_that_somebody_else_changed_ends_the_interview():
    error = InUseError("Changed by somebody else.")
    assert played("2", at=desk(failing([error]))).app.return_value is error


@pytest.mark.parametrize("key", ["2", "n", "e", "a", "l", "u", "x"])
def test_what_another_session_holds_can_be_read_only(key):
    held = replace(after("2").conversation, held="Somebody else writes.")
    seen = played(key, start=held)
    assert "Somebody else writes." in seen.text
    assert seen.conversation is held

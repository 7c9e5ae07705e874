"""Any keys in any order: nothing crashes, and nothing that was acknowledged is lost.

`KEY_SEQUENCES` says how many sequences are tried in each window; the gate tries a thousand in all.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.interview.layouts import same_key
from assess.model.assessment import Answer
from assess.terminal.fullscreen.keys import ACTIONS
from tests.full_screen import played, typed
from tests.interview_samples import EMPTY, IDS, desk, fresh
from tests.test_interview_laws import replayed

SEQUENCES = int(os.environ.get("KEY_SEQUENCES", "8"))
NAMED = [key for action in ACTIONS for key in action.keys if action.name != "quit"]
LETTERS = [key for name in NAMED if len(name) == 1 and name.isalpha() for key in same_key(name)]
OTHERS = [
    *("up", "down", "space", "enter", "escape", "tab", "shift+tab", "pageup", "pagedown", "home"),
    *(
        "end",
        "delete",
        "ctrl+j",
        "ctrl+s",
        "ctrl+a",
        "f4",
        "f5",
        "ctrl+x",
        "insert",
        "ä",
        "ω",
        "漢",
    ),
]
LEVELS = [*"0123456789"]
PRESSED = st.lists(
    st.one_of(*(st.sampled_from(keys) for keys in (LEVELS, NAMED, LETTERS, OTHERS))), max_size=30
)


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (20, 5), (200, 50)])
@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(keys=PRESSED)
def test_no_keys_crash_it_and_nothing_acknowledged_is_lost(size, keys):
    saved = [EMPTY]
    seen = played(*keys, at=desk(saved.append), size=size, at_once=True)
    assert seen.app.return_code in {None, 0}
    assert seen.conversation.interview == saved[-1]
    assert replayed(saved[-1]) == saved[-1].answers
    assert [len(interview.history) for interview in saved] == list(range(len(saved)))


def test_what_is_typed_before_the_field_has_opened_is_text_and_no_command():
    keys = ["n", *typed("hello dxl world"), "enter", "2", "enter", "e", *typed("list"), "enter"]
    seen = played(*keys, at_once=True)
    door, name, *_ = IDS
    assert seen.conversation.interview.answers == {
        door: Answer(level=2, note="hello dxl world"),
        name: Answer(evidence=("list",)),
    }


def test_quitting_at_once_keeps_what_was_chosen_before():
    saved = []
    played("2", "enter", "3", "q", "1", start=fresh(), at=desk(saved.append), at_once=True)
    assert [answer.level for answer in saved[-1].answers.values()] == [2, 3]

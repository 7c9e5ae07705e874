"""One interview, held line by line and on the full screen: the same file, byte for byte."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from assess.interview.conversation import Conversation
from assess.interview.earlier import NOTHING_EARLIER
from assess.model.assessment import Interview
from assess.store import assessments
from assess.terminal.lines import run_lines
from tests.full_screen import played, typed
from tests.interview_samples import assessed, desk

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS = {
    "level 2": (["2"], ["2", "enter"]),
    "level 3": (["3"], ["3", "enter"]),
    "level that is not there": (["9"], ["9"]),
    "don't know": (["dk"], ["d", "enter"]),
    "not applicable": (["na only by phone"], ["a", *typed("only by phone"), "enter", "enter"]),
    "note": (["n γραμμή"], ["n", *typed("γραμμή"), "enter"]),
    "long note": (["n", "one", "two", ""], ["n", *typed("one\ntwo"), "enter"]),
    "evidence": (["e list // plan"], ["e", *typed("list\nplan"), "enter"]),
    "park": (["l"], ["l"]),
    "clear": (["x"], ["x"]),
    "undo": (["u"], ["u"]),
    "back": (["b"], ["b"]),
    "skip": ([""], ["s"]),
    "below": (["+"], ["right"]),
    "above": (["-"], ["left"]),
    "jump": (["g repair-letter"], ["g", *typed("repair-letter"), "enter"]),
    "jump by words": (["g knowing"], ["slash", *typed("knowing"), "enter"]),
    "hints": (["h"], ["h", "escape"]),
    "review": (["r 4"], ["r", "4", "escape"]),
    "scores": (["v"], ["v", "escape"]),
    "help": (["?"], ["f1", "enter"]),
}
WHOLE = [
    *("note", "evidence", "level 2", "don't know", "not applicable", "back", "level 3", "park"),
    *("long note", "level that is not there", "level 2", "undo", "jump", "not applicable"),
    *("jump by words", "note", "clear", "review", "scores", "help", "level 3", "hints", "level 2"),
    *("above", "evidence", "below", "skip", "level 2", "undo", "undo"),
]
ANYWHERE = [
    *("level 2", "level 3", "level that is not there", "don't know", "clear", "undo", "back"),
    *("skip", "below", "above", "hints", "review", "scores", "help"),
]


def held(folder: Path, hold) -> bytes:
    """Return the file after an interview was held in *folder*, as *hold* does."""
    file = folder / "acme.assess.json"
    file.unlink(missing_ok=True)
    assessments.create(file, assessed())
    with assessments.opened_for_writing(file) as session:
        start = Conversation.start(
            session.assessment.questionnaires, Interview(id="assessor"), earlier=NOTHING_EARLIER
        )
        hold(start, desk(session.save_interview))
    return file.read_bytes()


def by_lines(script):
    """Return how to hold an interview by typing lines."""
    lines = "".join(f"{line}\n" for name in script for line in ACTIONS[name][0])
    return lambda start, at: run_lines(start, at, stdin=io.StringIO(lines), stdout=io.StringIO())


def by_keys(script):
    """Return how to hold an interview by pressing keys."""
    keys = [key for name in script for key in ACTIONS[name][1]]
    return lambda start, at: played(*keys, start=start, at=at)


def test_a_whole_interview_gives_the_same_file_in_both_modes(tmp_path):
    lines = held(tmp_path, by_lines(WHOLE))
    assert lines == held(tmp_path, by_keys(WHOLE))
    assert b"only by phone" in lines


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(ANYWHERE), max_size=12))
def test_any_interview_gives_the_same_file_in_both_modes(tmp_path_factory, script):
    folder = tmp_path_factory.mktemp("both")
    assert held(folder, by_lines(script)) == held(folder, by_keys(script))

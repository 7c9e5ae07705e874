"""Laws of the conversation, against the plainest model there is: a dict and a stack."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from assess.interview.commands import (
    AddEvidence,
    Back,
    Choose,
    Clear,
    DontKnow,
    Go,
    Neighbour,
    NotApplicable,
    Park,
    RemoveEvidence,
    SetEvidence,
    SetNote,
    Skip,
    Undo,
    Unpark,
)
from assess.interview.steps import step
from assess.interview.text import clean, fold
from assess.model.assessment import Answer, Interview
from assess.store.characters import FORBIDDEN
from tests.interview_samples import IDS, NOON, fresh

TEXT = st.text(max_size=20)
CHANGES = st.one_of(
    st.builds(Choose, st.integers(0, 4), st.none() | TEXT, st.tuples(TEXT)),
    st.builds(DontKnow, st.none() | TEXT),
    st.builds(NotApplicable, TEXT),
    st.builds(SetNote, TEXT),
    st.builds(AddEvidence, st.tuples(TEXT, TEXT)),
    st.builds(RemoveEvidence, st.none() | st.integers(1, 3)),
    st.builds(SetEvidence, st.tuples(TEXT, TEXT)),
    st.builds(Park, st.none() | TEXT),
    st.sampled_from([Clear(), Unpark()]),
)
MOVES = st.sampled_from(
    [Back(), Skip(), Neighbour(1), Neighbour(-1), *map(Go, (*IDS, "2", "greeting", "none"))]
)


def replayed(interview: Interview) -> dict[str, Answer]:
    """Return the answers that the history alone gives."""
    answers = {change.question: change.new for change in interview.history}
    return {question: answer for question, answer in answers.items() if answer is not None}


class Interviewed(RuleBasedStateMachine):
    """Anything typed in any order, with the program ended in between."""

    def __init__(self):
        super().__init__()
        self.conversation = fresh()
        self.earlier = []

    @rule(command=CHANGES)
    def change(self, command):
        turn = step(self.conversation, command, NOON)
        before = dict(self.conversation.interview.answers)
        grown = len(turn.conversation.interview.history) - len(self.conversation.interview.history)
        assert grown == (turn.changed is not None)
        self.earlier += [before] * grown
        self.conversation = turn.conversation

    @rule(command=MOVES)
    def move(self, command):
        turn = step(self.conversation, command, NOON)
        assert turn.conversation.interview is self.conversation.interview
        self.conversation = turn.conversation

    @precondition(lambda self: self.earlier)
    @rule()
    def undo(self):
        self.conversation = step(self.conversation, Undo(), NOON).conversation
        assert self.conversation.interview.answers == self.earlier.pop()

    @precondition(lambda self: not self.earlier)
    @rule()
    def undo_nothing(self):
        assert step(self.conversation, Undo(), NOON).changed is None

    @rule()
    def restart(self):
        text = self.conversation.interview.model_dump_json()
        self.conversation = fresh(Interview.model_validate_json(text))

    @invariant()
    def the_history_gives_the_answers(self):
        assert replayed(self.conversation.interview) == self.conversation.interview.answers

    @invariant()
    def the_cursor_is_at_a_question_or_everything_is_answered(self):
        assert self.conversation.cursor in IDS or self.conversation.progress.open == 0

    @invariant()
    def the_numbers_add_up(self):
        assert sum(one.answered for one in self.conversation.chapters) == (
            self.conversation.progress.answered
        )

    @invariant()
    def the_answers_stand_in_order(self):
        answers = list(self.conversation.interview.answers)
        assert answers == sorted(answers, key=IDS.index)


Interviewed.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestInterviewed = Interviewed.TestCase


@given(st.text(st.characters()))
def test_clean_text_can_be_written_and_read_again(text):
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned == clean(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_what_was_typed_in_one_piece_stays_as_it_is():
    note = "Žluťoučký kůň — 3,5 % „ωδή“\n\tdone \U0001f469\u200d\U0001f680"
    assert clean(note) == note

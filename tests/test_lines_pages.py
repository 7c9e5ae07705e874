"""What line mode shows, and that it harms no terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.errors import AssessError, DiskError
from assess.interview.conversation import Conversation
from assess.model.questionnaire import Minutes
from assess.terminal import pages
from assess.terminal.layout import clipped, rows, wrapped
from assess.terminal.lines import run_lines
from assess.terminal.safe import safe, safe_text
from assess.terminal.teletype import Teletype
from tests.interview_samples import EMPTY, OTHER, SMALL, after, desk, fresh, question

ALONE = SMALL.dimensions[0].model_copy(update={"questions": (question("alone", "Alone"),)})


def shown(lines, start=None, save=None):
    """Return what line mode writes while *lines* are read from a pipe."""
    screen = io.StringIO()
    run_lines(
        start or fresh(),
        desk(save or (lambda _interview: None)),
        stdin=io.StringIO("".join(f"{line}\n" for line in lines)),
        stdout=screen,
    )
    return screen.getvalue()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b31m", r"\x9b31m"),
        ("a\rb", r"a\x0db"),
        ("\u202eabc", r"\u202eabc"),
        ("a\u200bb", r"a\u200bb"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("line\n\ttab", "line\n\ttab"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
        ("[red]x[/red] :warning:", "[red]x[/red] :warning:"),
    ],
    ids=ascii,
)
def test_harmful_characters_are_seen_and_not_obeyed(text, seen):
    assert safe(text) == safe_text(text).plain == seen


def test_a_single_line_is_a_single_line():
    assert safe(" a\n\tb ", lines=False) == "a b"


@given(st.text(st.characters()), st.integers(20, 100))
def test_nothing_is_wider_than_the_terminal(text, width):
    text = wrapped(text, width, first="  4  ")
    assert max(map(len, text.split("\n"))) <= width
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "seen"), [("a" * 9, "a" * 9), ("a" * 9 + " b", "aaaaaaaaa … (11 characters)")]
)
def test_long_texts_are_cut_and_say_so(text, seen):
    assert clipped(text, 10) == seen


def test_a_list_of_terms_is_aligned_where_there_is_room():
    assert rows([("n TEXT", "a note"), ("b", "back")], 40) == "  n TEXT  a note\n  b       back"


@pytest.mark.parametrize(
    ("express", "length"),
    [(False, "5 questions, about 75 minutes"), (True, "2 questions, about 20")],
)
def test_the_start_says_how_long_it_takes(express, length):
    timed = SMALL.model_copy(update={"minutes": Minutes(full=75, express=20)})
    conversation = Conversation.start([timed], EMPTY, express=express)
    assert f"Small checklist: {length}" in pages.start(conversation, 80)


def test_several_questionnaires_are_named_at_the_start():
    conversation = Conversation.start([SMALL, OTHER], EMPTY)
    assert pages.start(conversation, 80).startswith("Small checklist, Other checklist: 6 questions")


def test_a_finished_interview_says_so_at_the_start():
    finished = fresh(after("1", "2", "3", "1", "2").conversation.interview)
    assert "All 5 questions have an answer." in shown(["h", "a", "n", "q"], start=finished)


@pytest.mark.parametrize(
    ("lines", "seen"),
    [
        (["1", "2", "3", "1", "2", "x"], "so none is being asked. g WHERE goes to one.\n"),
        (["s", "na never"], "always applies. Type a level, or dk for don't know.\n"),
        (["na \x00"], "needs a reason. Type na REASON.\n"),
    ],
)
def test_a_refusal_says_what_can_be_typed_instead(lines, seen):
    assert seen in shown(lines)


@pytest.mark.parametrize("command", ["n", "e", "na"])
def test_an_empty_line_at_once_changes_nothing(command):
    saved = []
    screen = shown([command, ""], save=saved.append)
    assert "one at once changes nothing." in screen
    assert "Nothing was typed, so nothing changed." in screen
    assert saved == []


def test_one_question_is_not_several():
    alone = OTHER.model_copy(update={"dimensions": (ALONE,)})
    screen = shown(["/alone", "2"], start=Conversation.start([alone], EMPTY))
    assert "Other checklist: 1 question\n" in screen
    assert "g 1.1 goes there." in screen
    assert "The question is answered: 1 level." in screen


def test_a_question_without_reasons_and_hints_has_something_to_say():
    plain = ALONE.model_copy(update={"purpose": ""})
    alone = OTHER.model_copy(update={"dimensions": (plain,)})
    screen = shown(["w", "h"], start=Conversation.start([alone], EMPTY))
    assert "No reason is given." in screen
    assert "  - anybody who knows" in screen


def test_an_unknown_role_is_shown_as_it_is():
    asked = question("alone", "Alone", ask=("stranger",))
    alone = OTHER.model_copy(
        update={"dimensions": (ALONE.model_copy(update={"questions": (asked,)}),)}
    )
    assert "  - stranger\n" in shown(["h"], start=Conversation.start([alone], EMPTY))


def test_a_long_list_of_matches_ends_somewhere():
    many = tuple(question(f"many-{number}", "Many") for number in range(20))
    dimension = ALONE.model_copy(update={"questions": many})
    conversation = Conversation.start(
        [SMALL.model_copy(update={"dimensions": (dimension,)})], EMPTY
    )
    assert "  and 5 more\n" in shown(["/many"], start=conversation)


def test_a_reason_is_shown_with_the_answer():
    assert "Answered: not applicable: closed on Sundays" in shown(["na closed on Sundays", "b"])


def test_an_answer_is_acknowledged_only_after_it_was_saved():
    saved = []
    screen = shown(["2", "n seen", "n seen"], save=saved.append)
    assert [len(interview.history) for interview in saved] == [1, 2]
    assert screen.count("\nsaved ") == 2


def test_what_could_not_be_saved_ends_the_interview():
    def refuse(_interview):
        raise DiskError("The disk is full.")

    screen = io.StringIO()
    with pytest.raises(DiskError, match="full"):
        run_lines(fresh(), desk(refuse), stdin=io.StringIO("2\n3\n"), stdout=screen)
    assert screen.getvalue().endswith(
        "Not kept: level 2 for greeting-door. Everything before is.\n"
    )


class Keyboard(io.StringIO):
    """What a person types."""

    def isatty(self):
        return True


def failing(errors, saved):
    """Return a way to save that raises the errors one after the other before it saves."""
    left = iter(errors)

    def save(interview):
        error = next(left, None)
        if error is not None:
            raise error
        saved.append(interview)

    return save


@pytest.mark.parametrize(("typed", "failures"), [("2\n\nq\n", 1), ("2\n\n\nq\n", 2)])
def test_a_person_can_make_room_on_a_full_disk_and_try_again(typed, failures):
    saved, screen = [], io.StringIO()
    save = failing([DiskError("The disk is full.")] * failures, saved)
    run_lines(fresh(), desk(save), stdin=Keyboard(typed), stdout=screen)
    assert screen.getvalue().count("The disk is full.") == failures
    assert [interview.answers["greeting-door"].level for interview in saved] == [2]


@pytest.mark.parametrize("typed", ["2\nq\n", "2\n"])
def test_a_person_can_give_up_on_a_full_disk(typed):
    save = failing([DiskError("The disk is full.")], [])
    with pytest.raises(DiskError):
        run_lines(fresh(), desk(save), stdin=Keyboard(typed), stdout=io.StringIO())


class Full(io.StringIO):
    """A screen that takes nothing."""

    def write(self, _text):
        raise OSError(28, "No space left on device")


def test_a_screen_that_takes_nothing_ends_it_with_a_sentence():
    with pytest.raises(AssessError, match="No space left on device") as raised:
        Teletype(None, Full()).say("hello")
    assert raised.value.status == 74


def test_without_input_there_is_nothing_to_read():
    screen = io.StringIO()
    assert Teletype(None, screen).ask("? ") is None
    assert screen.getvalue() == "? "


def test_without_a_screen_nothing_is_written():
    assert Teletype(io.StringIO("2\n"), None).ask("? ") == "2"

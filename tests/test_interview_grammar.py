"""What a typed line means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Review,
    Search,
    SetNote,
    Show,
    Skip,
    Undo,
    Unpark,
)
from assess.interview.grammar import Misunderstood, Unfinished, forms, parse
from assess.interview.layouts import by_position

LEVELS = [
    ("4", Choose(4)),
    (" 4 ", Choose(4)),
    ("4 step count seen", Choose(4, "step count seen")),
    ("4 2 lists seen", Choose(4, "2 lists seen")),
    (
        "4 step count seen // list of 3 March // second piece",
        Choose(4, "step count seen", ("list of 3 March", "second piece")),
    ),
    ("4 // list", Choose(4, None, ("list",))),
    ("4 //list", Choose(4, None, ("list",))),
    ("4 see https://intranet/list", Choose(4, "see https://intranet/list")),
    ("4 one\ntwo // list", Choose(4, "one\ntwo", ("list",))),
    ("4 note //", Choose(4, "note")),
]
TEXTS = [
    ("dk", DontKnow()),
    ("DK nobody was there", DontKnow("nobody was there")),
    ("don't know", DontKnow()),
    ("I don\u2019t know yet", DontKnow("yet")),
    ("na volunteers only", NotApplicable("volunteers only")),
    ("n/a volunteers only", NotApplicable("volunteers only")),
    ("not applicable: volunteers", NotApplicable("volunteers")),
    ("n seen twice", SetNote("seen twice")),
    ("note seen twice", SetNote("seen twice")),
    ("n-", SetNote("")),
    ("e list // plan", AddEvidence(("list", "plan"))),
    ("// list", AddEvidence(("list",))),
    ("//list // plan", AddEvidence(("list", "plan"))),
    ("//", Unfinished("evidence")),
    ("e-", RemoveEvidence()),
    ("e- 2", RemoveEvidence(2)),
    ("n", Unfinished("note")),
    ("l", Park()),
    ("l ask Maria", Park("ask Maria")),
    ("park", Park()),
    ("l-", Unpark()),
    ("e", Unfinished("evidence")),
    ("na", Unfinished("reason")),
]
MOVES = [
    ("", Skip()),
    ("s", Skip()),
    ("b", Back()),
    ("BACK", Back()),
    ("u", Undo()),
    ("x", Clear()),
    ("clear", Clear()),
    ("g hiring", Go("hiring")),
    ("go 3.2", Go("3.2")),
    ("/complaint list", Search("complaint list")),
    ("+", Neighbour(1)),
    ("-", Neighbour(-1)),
    ("find complaint", Search("complaint")),
]
PAGES = [
    ("a", Show("question")),
    ("h", Show("hints")),
    ("w", Show("why")),
    ("r", Review()),
    ("r 2", Review("parked")),
    ("r unproven", Review("unproven")),
    ("v", Show("score")),
    ("p", Show("progress")),
    ("?", Show("help")),
    ("help", Show("help")),
    ("q", Show("farewell")),
    ("exit", Show("farewell")),
]
GREEK = [
    ("ν δύο λίστες", SetNote("δύο λίστες")),
    ("Ν δύο", SetNote("δύο")),
    ("ν", Unfinished("note")),
    ("δκ", DontKnow()),
    ("να μόνο εθελοντές", NotApplicable("μόνο εθελοντές")),
    ("σ", Skip()),
    ("ς", Show("why")),
    ("ψλεαρ", Clear()),
    ("ε-", RemoveEvidence()),
    (";θιτ", Show("farewell")),
    (";", Show("help")),
    ("\u037e", Show("help")),
]
RUSSIAN = [
    ("т две таблицы", SetNote("две таблицы")),
    ("вл", DontKnow()),
    ("тф только добровольцы", NotApplicable("только добровольцы")),
    ("и", Back()),
    ("ифсл", Back()),
    ("й", Show("farewell")),
    ("г", Undo()),
    ("т-", SetNote("")),
    (",", Show("help")),
    (".жалоба", Search("жалоба")),
]


@pytest.mark.parametrize(
    ("line", "meant"), [*LEVELS, *TEXTS, *MOVES, *PAGES, *GREEK, *RUSSIAN], ids=repr
)
def test_a_line_means_a_command(line, meant):
    assert parse(line, 5) == meant


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("r 6", "r 1 to r 5"),
        ("r x", "r 1 to r 5"),
        ("0", "the levels are 1 to 5"),
        ("6", "the levels are 1 to 5"),
        ("45", "no level 45"),
        ("2026 was bad", "one number from 1 to 5"),
        ("4.5", "one number from 1 to 5"),
        ("3-4", "one number from 1 to 5"),
        ("4step", "with a space"),
        ("\uff14", "one number from 1 to 5"),
        ("\u0664 note", "one number from 1 to 5"),
        ("back to processes", "stands alone"),
        ("bakc", "Did you mean `back`?"),
        ("πελάτης", "is no command"),
        ("w" * 500, f"`{'w' * 20}…` is no command"),
        ("/", "what to look for"),
        ("g", "Go where?"),
        ("e- second", "e- 2 removes"),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_no_command_is_answered_with_what_is_possible(line, said):
    answer = parse(line, 5)
    assert isinstance(answer, Misunderstood)
    assert said in answer.message


@pytest.mark.parametrize(
    ("wants", "command"),
    [
        ("note", SetNote("one\ntwo // three")),
        ("evidence", AddEvidence(("one\ntwo", "three"))),
        ("reason", NotApplicable("one\ntwo // three")),
    ],
)
def test_a_command_without_its_text_is_completed_later(wants, command):
    assert Unfinished(wants).completed("one\ntwo // three") == command


@pytest.mark.parametrize(
    "form", [form for form, _ in forms(5) if not form.startswith(("Enter", "n,"))]
)
def test_every_form_of_the_help_is_understood(form):
    assert not isinstance(parse(form, 5), Misunderstood)


@given(st.text(), st.integers(2, 20))
def test_any_line_is_answered(line, levels):
    assert parse(line, levels) is not None


@given(st.integers(1, 20), st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_whatever_follows_a_level_is_its_note(level, note):
    command = parse(f"{level} {note}", 20)
    assert isinstance(command, Choose)
    assert command.level == level


def test_the_two_greek_sigmas_are_two_keys():
    assert by_position("σς") == "sw"

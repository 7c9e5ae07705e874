"""Whether the interview takes the full screen, and the sentence that says why."""

from __future__ import annotations

import pty
import sys
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.errors import AssessError
from assess.terminal.mode import Terminal, chosen, here

WINDOW = Terminal(stdin=True, stdout=True, columns=120, rows=40)
SMALL = WINDOW._replace(columns=50, rows=20)
TYPED = WINDOW._replace(stdin=False)
PIPED = WINDOW._replace(stdout=False)
XTERM = {"TERM": "xterm"}


@pytest.mark.parametrize(
    ("option", "configured", "environment", "terminal", "reason"),
    [
        (None, "auto", XTERM, WINDOW, "Full screen, because this is a terminal of 120 by 40."),
        (None, "auto", XTERM, TYPED, "Line mode, because standard input is no terminal."),
        (None, "auto", XTERM, PIPED, "Line mode, because standard output is no terminal."),
        (None, "auto", {}, WINDOW, "Line mode, because TERM is not set."),
        (None, "auto", {"TERM": "dumb"}, WINDOW, "Line mode, because TERM is dumb."),
        (
            *(None, "auto", XTERM, SMALL),
            "Line mode, because the window is 50 by 20; full screen needs 60 by 16.",
        ),
        (None, "auto", XTERM, WINDOW._replace(rows=15), "Line mode, because the window is 120 by"),
        (
            None,
            "auto",
            XTERM,
            WINDOW._replace(columns=60, rows=16),
            "Full screen, because this is a",
        ),
        # the option comes first, whatever else is said
        (
            "plain",
            "full-screen",
            XTERM | {"ASSESS_UI": "full"},
            WINDOW,
            "Line mode, because --plain",
        ),
        (
            *("full-screen", "plain", XTERM | {"ASSESS_UI": "plain", "ACCESSIBLE": "1"}, SMALL),
            "Full screen, because --full-screen asks for it.",
        ),
        ("plain", "auto", {"ASSESS_UI": "nonsense"}, TYPED, "Line mode, because --plain asks"),
        # then the environment
        (
            None,
            "full-screen",
            XTERM | {"ASSESS_UI": "plain"},
            WINDOW,
            "Line mode, because ASSESS_UI",
        ),
        (None, "plain", XTERM | {"ASSESS_UI": "full"}, SMALL, "Full screen, because ASSESS_UI"),
        (None, "plain", {"ASSESS_UI": "Full-Screen"}, SMALL, "Full screen, because ASSESS_UI"),
        (
            *(None, "auto", XTERM | {"ASSESS_UI": "full", "ACCESSIBLE": "1"}, WINDOW),
            "Full screen, because ASSESS_UI asks for it.",
        ),
        (None, "plain", XTERM | {"ASSESS_UI": "auto"}, WINDOW, "Full screen, because this is a"),
        (None, "plain", XTERM | {"ASSESS_UI": " "}, WINDOW, "Line mode, because the configuration"),
        (
            *(None, "auto", XTERM | {"ASSESS_UI": "auto", "ACCESSIBLE": "1"}, WINDOW),
            "Line mode, because ACCESSIBLE is set.",
        ),
        (
            None,
            "full-screen",
            XTERM | {"ACCESSIBLE": "yes"},
            WINDOW,
            "Line mode, because ACCESSIBLE",
        ),
        # then the configuration
        (None, "plain", XTERM, WINDOW, "Line mode, because the configuration asks for it."),
        (None, "full-screen", XTERM, SMALL, "Full screen, because the configuration asks for it."),
        # where there can be none
        (
            *(None, "auto", XTERM | {"ASSESS_UI": "full"}, TYPED),
            "Line mode, although ASSESS_UI asks for full screen, because standard input is no term",
        ),
        (
            *(None, "auto", {"TERM": "dumb", "ASSESS_UI": "full"}, WINDOW),
            "Line mode, although ASSESS_UI asks for full screen, because TERM is dumb.",
        ),
        (
            *(None, "full-screen", XTERM, PIPED),
            "Line mode, although the configuration asks for full screen, because standard output",
        ),
    ],
)
def test_the_first_that_decides_is_named(option, configured, environment, terminal, reason):
    mode = chosen(option, configured, environment, terminal)
    assert mode.reason.startswith(reason)
    assert mode.full_screen == reason.startswith("Full screen")


@pytest.mark.parametrize("word", ["", "0", "false", "No", " "])
def test_accessible_can_be_said_off(word):
    assert chosen(None, "auto", XTERM | {"ACCESSIBLE": word}, WINDOW).full_screen


@pytest.mark.parametrize(
    ("environment", "terminal", "said"),
    [
        (XTERM, TYPED, "because standard input is no terminal. Leave it out"),
        (XTERM, PIPED, "because standard output is no terminal. Leave it out"),
        ({"TERM": "dumb"}, WINDOW, "because TERM is dumb. Leave it out"),
    ],
)
def test_the_option_never_gets_what_would_hang(environment, terminal, said):
    with pytest.raises(AssessError, match=said):
        chosen("full-screen", "auto", environment, terminal)


def test_the_variable_says_what_it_may_be():
    with pytest.raises(AssessError) as error:
        chosen(None, "auto", {"ASSESS_UI": "plian"}, WINDOW)
    assert str(error.value) == (
        "ASSESS_UI is `plian`; it may be plain, full-screen or auto. Did you mean `plain`?"
    )


CHOICES = st.sampled_from(["auto", "plain", "full-screen"])
ENVIRONMENTS = st.fixed_dictionaries(
    {},
    optional={
        "TERM": st.sampled_from(["", "dumb", "xterm", "unknown"]),
        "ASSESS_UI": st.sampled_from(["", "plain", "full", "full-screen", "auto"]),
        "ACCESSIBLE": st.sampled_from(["", "0", "1", "no"]),
    },
)
SIZES = st.integers(min_value=0, max_value=300)
TERMINALS = st.builds(Terminal, st.booleans(), st.booleans(), SIZES, SIZES)


@given(
    st.sampled_from([None, "plain"]),
    CHOICES,
    ENVIRONMENTS,
    TERMINALS.filter(lambda terminal: not (terminal.stdin and terminal.stdout)),
)
def test_without_two_terminals_there_is_never_a_full_screen(
    option, configured, environment, terminal
):
    assert not chosen(option, configured, environment, terminal).full_screen


@given(CHOICES, ENVIRONMENTS, TERMINALS)
def test_the_reason_names_the_mode(configured, environment, terminal):
    mode = chosen(None, configured, environment, terminal)
    assert mode.reason.startswith("Full screen, " if mode.full_screen else "Line mode, ")
    assert mode.reason.endswith(".")


def test_the_size_is_that_of_the_window_not_of_the_environment(monkeypatch):
    _person, terminal = pty.openpty()
    monkeypatch.setenv("COLUMNS", "33")
    monkeypatch.setenv("LINES", "11")
    with open(terminal, "w", encoding="utf-8") as shown:  # noqa: PTH123  a descriptor
        monkeypatch.setattr(sys, "stdout", shown)
        monkeypatch.setattr(sys, "stderr", shown)
        assert here()[1:] == (True, 33, 11)  # it tells no size yet
        termios.tcsetwinsize(terminal, (40, 120))
        assert here()[1:] == (True, 120, 40)


@pytest.fixture
def closed(tmp_path):
    """A stream that somebody has closed."""
    with (tmp_path / "closed").open("w", encoding="utf-8") as stream:
        pass
    return stream


def test_a_closed_stream_is_no_terminal(monkeypatch, closed):
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stdout", closed)
    assert here()[:2] == (False, False)

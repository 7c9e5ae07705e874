"""How the full screen looks: at every size, in two languages, in every colour there is."""

from __future__ import annotations

import datetime as dt

import pytest

from assess.cli.speaking import shown_in
from assess.interview.conversation import Conversation
from assess.interview.earlier import Earlier
from assess.language.messages import LANGUAGES, speak
from assess.model.assessment import Interview
from assess.scoring.evaluate import evaluate
from assess.store import assessments
from assess.terminal.desk import Desk
from tests.conftest import ROOT
from tests.full_screen import played, typed

SIZES = [(60, 16), (80, 24), (120, 40), (200, 50)]
NOTE = typed("two sites\nsecond line")
SCENES = {
    "the first question": [],
    "a level is chosen": ["4"],
    "the caret is moved": ["down", "down"],
    "a note is written": ["3", "n", *NOTE],
    "a reason is asked for": ["a"],
    "the next question": ["4", "enter"],
    "the details": ["end"],
    "hints": ["h"],
    "why": ["w"],
    "help": ["question_mark"],
    "review": ["3", "enter", "d", "enter", "l", "r"],
    "what changed": ["3", "enter", "d", "enter", "r", "5"],
    "a question is found": ["g", *typed("10")],
    "everything that can be done": ["ctrl+p"],
    "progress": ["p"],
    "scores": ["4", "v"],
    "a refusal": ["9"],
}

COLOURED = ["a level is chosen", "a note is written", "help", "what changed", "a question is found"]
"""Scenes that hold every style there is."""


@pytest.fixture(params=["en", "el"])
def language(request):
    """Speak the language for a while."""
    speak(request.param)
    yield request.param
    speak(LANGUAGES[0])


@pytest.fixture
def scene(language):
    """Return a way to play a scene of the example's second year."""
    year = {
        y: assessments.load(ROOT / f"examples/orvella-water-{y}.assess.json") for y in (2025, 2026)
    }
    asked = shown_in(year[2026].core, language, year[2026].customer).questionnaire
    now = year[2026].model_copy(
        update={"as_asked": (year[2026].as_asked[0].model_copy(update={"questionnaire": asked}),)}
    )
    conversation = Conversation.start(
        [asked], Interview(id="assessor"), earlier=Earlier.of(year[2025], year[2026])
    )
    desk = Desk(
        save=lambda _interview: None,
        evaluate=lambda told: evaluate(now.model_copy(update={"interviews": (told,)})),
        now=lambda: dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC),
        opening="(mode)",
    )

    def play(name, **options):
        return played(*SCENES[name], start=conversation, at=desk, **options)

    return play


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screens(scene, golden, language, size):
    shown = [f"== {name}\n{scene(name, size=size).text}\n" for name in SCENES]
    golden(f"screens/{language}-{size[0]}x{size[1]}.txt", "\n".join(shown))


@pytest.mark.parametrize("name", ["a level is chosen", "help", "review"])
@pytest.mark.parametrize("language", ["el"], indirect=True)
def test_a_window_that_changes_its_size_shows_what_one_of_that_size_shows(scene, name):
    several = scene(name, size=(120, 40), resized=[(61, 20), (200, 50), (80, 24)]).text
    assert several == scene(name, size=(80, 24)).text


def luminance(colour):
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text, behind):
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(text), luminance(behind)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("no_color", ["", "1"], ids=["colour", "NO_COLOR"])
@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_every_text_stands_out_from_what_is_behind_it(scene, monkeypatch, name, theme, no_color):
    monkeypatch.setenv("NO_COLOR", no_color)
    cells = scene(name, theme=theme).cells
    told = {(text, behind) for shown, text, behind in cells if any(c.isalnum() for c in shown)}
    assert {(text, behind): contrast(text, behind) for text, behind in told} == {
        pair: pytest.approx(13, abs=8.5) for pair in told
    }

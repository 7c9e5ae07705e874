"""Which key does what, under a Latin, Greek or Russian keyboard layout.

A letter means its place on the keyboard, so that an interview in Greek needs no switching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.interview.commands import Back, Clear, Command, Neighbour, Review, Show, Skip, Undo
from assess.interview.layouts import by_position
from assess.language.messages import N_, _
from assess.terminal.fullscreen.text import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.interview.conversation import Conversation


class Action(NamedTuple):
    """Something that can be done at a question.

    `name` is the method of the screen that does it, unless a `command` of the conversation does.
    `keys` are names of keys, letters first. `short` stands in the line of keys, where there is
    room.
    """

    name: str
    keys: tuple[str, ...]
    says: str
    short: str = ""
    command: Command | None = None


ACTIONS: Final = (
    Action("go_on", ("enter",), N_("on to the next open question"), N_("next")),
    Action("note", ("n",), N_("write or change the note"), N_("note")),
    Action(
        "evidence", ("e",), N_("write or change what was shown, one piece a line"), N_("evidence")
    ),
    Action("dont_know", ("d", "0"), N_("don't know"), N_("don't know")),
    Action("not_applicable", ("a",), N_("not applicable, and why"), N_("not applicable")),
    Action("park", ("l",), N_("park it for later, or take the mark away"), N_("later")),
    Action("back", ("b", "backspace"), N_("back to the question before"), "", Back()),
    Action("skip", ("s",), N_("skip to the next open question"), "", Skip()),
    Action("below", ("right", "plus"), N_("the question below"), "", Neighbour(1)),
    Action("above", ("left", "minus"), N_("the question above"), "", Neighbour(-1)),
    Action("jump", ("g", "slash"), N_("find a question by its words and go there"), N_("find")),
    Action("review", ("r", "f3"), N_("review the answers"), N_("review"), Review()),
    Action("undo", ("u",), N_("undo the last change, also of an earlier day"), "", Undo()),
    Action("clear", ("x",), N_("clear this answer with its note and evidence"), "", Clear()),
    Action("hints", ("h",), N_("whom to ask, and what evidence to look for"), "", Show("hints")),
    Action(
        "why", ("w",), N_("why this question matters, and how to choose a level"), "", Show("why")
    ),
    Action("progress", ("p",), N_("progress by dimension"), "", Show("progress")),
    Action(
        "score",
        ("v",),
        N_("the scores so far; seeing them invites scoring to them"),
        "",
        Show("score"),
    ),
    Action(
        "palette", ("ctrl+p", "f2"), N_("everything that can be done, to search and choose"), ""
    ),
    Action("theme", ("t",), N_("light or dark colours"), ""),
    Action("help", ("question_mark", "f1"), N_("help"), N_("help"), Show("help")),
    Action(
        "quit",
        ("q", "f10", "ctrl+q"),
        N_("quit; everything is saved already"),
        N_("quit"),
        Show("farewell"),
    ),
)
"""What can be done at a question, besides choosing a level by its digit."""

_AT_THE_END: Final = {"jump", "review", "help", "quit"}
"""What is useful once every question has its answer."""

_ALIASES: Final = {
    "full_stop": "slash",  # on a Russian keyboard
    "comma": "question_mark",  # on a Russian keyboard
    "semicolon": "question_mark",  # the question mark of Greek
    "ctrl+j": "enter",  # what was pressed before the screen was there
}
"""Names under which a key may come besides its own."""

_BY_KEY: Final[Mapping[str, Action]] = {key: action for action in ACTIONS for key in action.keys}


def action_for(key: str, character: str | None) -> Action | None:
    """Return what a key does that is called *key* and types *character*, None for nothing."""
    name = _ALIASES.get(key, key)
    if name not in _BY_KEY and character and character.isalpha():
        name = by_position(character.lower())
    return _BY_KEY.get(name)


def digit(character: str | None) -> int | None:
    """Return the level that a key chooses, 1 to 9, None for any other key."""
    return int(character) if character and character in "123456789" else None


def line(conversation: Conversation) -> Lines:
    """Return the line of keys: as many of them as the width has room for, help at the end."""
    place = conversation.place
    most = len(place.questionnaire.scale) if place else 0
    level = [_("1-{most} level", most=min(most, 9))] if most else []
    useful = [a for a in ACTIONS if a.short and (place or a.name in _AT_THE_END)]
    told = [f"{shown(action.keys[0])} {_(action.short)}" for action in useful]
    return Lines(lambda width: _fitting([*level, *told], width))


def table(levels: int) -> list[tuple[str, str]]:
    """Return every key with what it does, on a scale of 1 to *levels*."""
    digits = (f"1-{min(levels, 9)}", _("choose a level; it is saved at once"))
    arrows = (_("↑ ↓, Space"), _("move to a row, and choose it"))
    each = [(", ".join(map(shown, action.keys)), _(action.says)) for action in ACTIONS]
    return [digits, arrows, *each]


def shown(key: str) -> str:
    """Return a key as it is written for people."""
    if key in _SIGNS:
        return _SIGNS[key]
    return key.capitalize() if len(key) > 1 else key


def _fitting(told: list[str], width: int) -> str:
    """Return what fits a line; the last two, help and quit, always stay."""
    *more, helps, ends = told
    while more and len("  ".join([*more, helps, ends])) > width:
        more.pop()
    return "  ".join([*more, helps, ends])[:width]


_SIGNS: Final = {
    "right": "→",
    "left": "←",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
}

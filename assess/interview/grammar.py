"""A typed line -> a command, or a sentence that says what is possible."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from assess.interview.commands import (
    AddEvidence,
    Back,
    Changing,
    Choose,
    Clear,
    Command,
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
from assess.interview.layouts import by_position
from assess.interview.review import WHICH
from assess.language.messages import N_, _
from assess.model.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """The line is no command; `message` says what is possible."""

    message: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The command wants a text that the next lines give (an empty line ends it)."""

    wants: Literal["note", "evidence", "reason"]

    def completed(self, text: str) -> Changing:
        """Return the command with its text."""
        match self.wants:
            case "note":
                return SetNote(text)
            case "evidence":
                return AddEvidence(_pieces(text))
            case _:
                return NotApplicable(text)


_FORMS: Final = (
    ("dk", N_("don't know")),
    (N_("na REASON"), N_("not applicable, and why")),
    (N_("n TEXT"), N_("a note; it replaces the old one (n- removes it)")),
    (N_("e TEXT"), N_("evidence; it is added (e- removes all of it, e- 2 the second)")),
    (N_("// TEXT"), N_("the same")),
    (N_("n, e, na alone"), N_("ask for the text: several lines, for pasting")),
    (N_("Enter or s"), N_("skip to the next open question")),
    ("b", N_("back to the question before")),
    (N_("g WHERE"), N_("go to 3.2, to dimension 3, to an id, or to words")),
    (N_("/WORDS"), N_("search the questions")),
    ("+", N_("to the question below")),
    ("-", N_("to the question above")),
    ("l", N_("park it for later; l TEXT with a note (l- takes the mark away)")),
    ("u", N_("undo the last change, also of an earlier day; again and again")),
    ("x", N_("clear this answer with its note and evidence")),
    ("h", N_("whom to ask, and what evidence to look for")),
    ("w", N_("why this question matters, and how to choose a level")),
    ("a", N_("show the question again")),
    ("r", N_("review all answers; it says how to see the open or doubtful ones only")),
    ("p", N_("progress by dimension")),
    (
        "v",
        N_("the scores so far; seeing them invites scoring to them"),
    ),
    ("q", N_("quit; everything is saved already")),
)

_ALONE: Final[Mapping[str, Command]] = {
    "back": Back(),
    "skip": Skip(),
    "undo": Undo(),
    "clear": Clear(),
    "note-": SetNote(""),
    "again": Show("question"),
    "hints": Show("hints"),
    "why": Show("why"),
    "progress": Show("progress"),
    "score": Show("score"),
    "later-": Unpark(),
    "+": Neighbour(1),
    "-": Neighbour(-1),
    "help": Show("help"),
    "quit": Show("farewell"),
}
_SHORT: Final[Mapping[str, str]] = {
    "b": "back",
    "s": "skip",
    "u": "undo",
    "x": "clear",
    "n": "note",
    "n-": "note-",
    "e": "evidence",
    "e-": "evidence-",
    "a": "again",
    "h": "hints",
    "hint": "hints",
    "w": "why",
    "r": "review",
    "p": "progress",
    "v": "score",
    "l": "later",
    "l-": "later-",
    "park": "later",
    "q": "quit",
    "exit": "quit",
    "g": "go",
    "goto": "go",
    "find": "search",
    "n/a": "na",
    "?": "help",
    ",": "help",  # the key of `?` on a Russian keyboard
    ";": "help",  # the question mark in Greek
}
_PHRASES: Final = (
    (re.compile(r"(?:i )?(?:don['\u2019]?t|do not)[ -]know\b", re.IGNORECASE), "dk"),
    (re.compile(r"not[ -]applicable\b:?", re.IGNORECASE), "na"),
)
_LEVEL: Final = re.compile(r"([0-9]{1,3})(?:\s+(.*))?", re.DOTALL)
_SEPARATOR: Final = re.compile(r"(?:^|(?<=\s))//")

Understood = Command | Unfinished | Misunderstood


def forms(levels: int) -> tuple[tuple[str, str], ...]:
    """Return how to type each command and what it does, on a scale of 1 to *levels*."""
    high, text = levels - 1, _("TEXT")
    return (
        (f"{high}", _("level {level}, and on to the next open question", level=high)),
        (f"{high} {text}", _("level {level} with a note", level=high)),
        (
            f"{high} {text} // {text}",
            _("level {level} with a note and what was shown for it", level=high),
        ),
        *((_(typed), _(meaning)) for typed, meaning in _FORMS),
    )


def parse(line: str, levels: int) -> Understood:
    """Return what a line means on a scale of 1 to *levels*.

    An empty line skips. A first word that is no command is read again as the same keys of a Latin
    keyboard, so that Greek and Russian layouts work.
    """
    line = unicodedata.normalize("NFC", line).strip()
    for phrase, word in _PHRASES:
        line = phrase.sub(word, line, count=1) if phrase.match(line) else line
    if not line:
        return Skip()
    if line.startswith("//"):
        return _evidence(line[2:].strip())
    if line[0] in "/.":  # the key of `/` gives a full stop on a Russian keyboard
        return _search(line[1:])
    if line[0].isdigit():
        return _level(line, levels)
    word, text = (*line.split(maxsplit=1), "")[:2]
    name = _name(word)
    return _unknown(word, levels) if name is None else _command(name, word, text)


def _search(words: str) -> Understood:
    if words.strip():
        return Search(words.strip())
    return Misunderstood(_("Type what to look for: /WORDS."))


def _level(line: str, levels: int) -> Understood:
    found = _LEVEL.fullmatch(line)
    if found is None:
        return Misunderstood(
            _(
                "A level is one number from 1 to {levels}, with a space before a note.",
                levels=levels,
            )
        )
    level = int(found[1])
    if not 1 <= level <= levels:
        return Misunderstood(
            _(
                "There is no level {level} here: the levels are 1 to {levels}.",
                level=level,
                levels=levels,
            )
        )
    note, *evidence = _SEPARATOR.split(found[2] or "")
    return Choose(level, note.strip() or None, _stripped(evidence))


def _name(word: str) -> str | None:
    for wording in (word.lower(), by_position(word.lower())):
        name = _SHORT.get(wording, wording)
        if name in _ALONE or name in _WITH_TEXT:
            return name
    return None


def _command(name: str, word: str, text: str) -> Understood:
    if name in _WITH_TEXT:
        return _WITH_TEXT[name](text)
    if text:
        return Misunderstood(
            _("`{word}` stands alone; to keep the text as a note: n TEXT.", word=word)
        )
    return _ALONE[name]


def _unknown(word: str, levels: int) -> Misunderstood:
    names = [*_ALONE, *_WITH_TEXT]
    guess = did_you_mean(by_position(word.lower()), names)
    shown = word if len(word) <= 20 else f"{word[:20]}…"  # noqa: PLR2004 - as much as helps
    return Misunderstood(
        _(
            "`{word}` is no command.{guess} Type a level from 1 to {levels}, dk, na REASON, "
            "n and a note, or ? for help.",
            word=shown,
            guess=guess,
            levels=levels,
        )
    )


def _dont_know(text: str) -> Understood:
    return DontKnow(text or None)


def _not_applicable(text: str) -> Understood:
    return NotApplicable(text) if text else Unfinished("reason")


def _note(text: str) -> Understood:
    return SetNote(text) if text else Unfinished("note")


def _evidence(text: str) -> Understood:
    return AddEvidence(_pieces(text)) if text else Unfinished("evidence")


def _later(text: str) -> Understood:
    return Park(text or None)


def _review(text: str) -> Understood:
    names = dict(enumerate(WHICH))
    if not text:
        return Review()
    if re.fullmatch(r"[0-9]", text) and int(text) in names:
        return Review(names[int(text)])
    begun = [which for which in WHICH if which.startswith(text.lower())]
    if len(begun) == 1:
        return Review(begun[0])
    return Misunderstood(
        _("r alone shows all answers, r 1 to r {most} a part of them.", most=len(WHICH) - 1)
    )


def _less_evidence(text: str) -> Understood:
    if not text:
        return RemoveEvidence()
    if re.fullmatch(r"[0-9]{1,3}", text):
        return RemoveEvidence(int(text))
    return Misunderstood(_("e- empties the list of evidence; e- 2 removes the second piece."))


def _go(text: str) -> Understood:
    if text:
        return Go(text)
    return Misunderstood(_("Go where? g 3.2, g 3, g and an id, or g and words of the question."))


_WITH_TEXT: Final[Mapping[str, Callable[[str], Understood]]] = {
    "dk": _dont_know,
    "na": _not_applicable,
    "note": _note,
    "evidence": _evidence,
    "evidence-": _less_evidence,
    "later": _later,
    "review": _review,
    "go": _go,
    "search": _search,
}


def _pieces(text: str) -> tuple[str, ...]:
    return _stripped(_SEPARATOR.split(text))


def _stripped(texts: list[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())

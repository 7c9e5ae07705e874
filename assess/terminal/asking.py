"""Questions outside the interview: each comes again until it is answered by something allowed."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, TypeVar

from assess.language.messages import _
from assess.terminal.layout import columns, wrapped
from assess.terminal.teletype import CUT, CutLineError, Teletype

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Meant = TypeVar("Meant")


class WrongEntryError(Exception):
    """What was typed is no answer; the sentence says what is allowed."""


class InputEndedError(Exception):
    """There is nobody left who could answer."""


def somebody_can_answer() -> bool:
    """Tell whether standard input is a terminal."""
    return bool(sys.stdin and sys.stdin.isatty())


def at_the_terminal() -> Teletype:
    """Return the person's screen and keyboard, also where standard output leads elsewhere."""
    shown = sys.stdout and sys.stdout.isatty()
    return Teletype(sys.stdin, sys.stdout if shown else sys.stderr)


def ask(line: Teletype, question: str, understand: Callable[[str], Meant]) -> Meant:
    """Return what *understand* makes of the line that is typed, without spare white space.

    It gets "" for Enter alone, and raises WrongEntryError for what it does not understand.

    Raises:
        InputEndedError: The input ended.

    """
    *above, last = wrapped(f"{question}:", columns()).split("\n")
    while True:
        for text in above:
            line.say(text)
        try:
            typed = line.ask(f"{last} ")
            if typed is not None:
                return understand(" ".join(typed.split()))
        except CutLineError:
            line.say(wrapped(_(CUT), columns()))
        except WrongEntryError as error:
            line.say(wrapped(str(error), columns()))
        else:
            line.say("")
            raise InputEndedError


def choose(
    line: Teletype, question: str, options: Sequence[str], default: int, *, named: str = ""
) -> int:
    """Return the place of one of the *options*, from 1 on; Enter takes the one at *default*.

    It is *named* behind the question, by default as it stands in the list.
    """
    line.say(listed_options(question, options, columns()))
    answer = f"{default} {named or options[default - 1]}"
    wanted = _("Number (Enter: {answer})", answer=answer)
    return ask(line, wanted, lambda typed: place_in(options, typed) or default)


def choose_some(
    line: Teletype,
    question: str,
    options: Sequence[str],
    check: Callable[[tuple[int, ...]], object],
) -> tuple[int, ...]:
    """Return the places of any number of *options*, from 1 on; *check* may refuse them."""

    def understood(typed: str) -> tuple[int, ...]:
        chosen = places_in(options, typed)
        check(chosen)
        return chosen

    line.say(listed_options(question, options, columns()))
    return ask(line, _("Numbers (Enter: none)"), understood)


def listed_options(
    question: str, options: Sequence[str], width: int, *, others: Iterable[tuple[str, str]] = ()
) -> str:
    """Return *question* behind a blank line, and what can be typed: numbers, and *others*."""
    marked = [*((str(place), said) for place, said in enumerate(options, 1)), *others]
    room = max(len(mark) for mark, _ in marked)
    entries = [wrapped(said, width, first=f"  {mark:>{room}}  ") for mark, said in marked]
    return "\n".join(["", wrapped(question, width), *entries])


def place_in(options: Sequence[str], typed: str) -> int | None:
    """Return the place that is *typed*, from 1 on; None where nothing is.

    Raises:
        WrongEntryError: There is no such place.

    """
    if not typed:
        return None
    most = len(options)
    if typed not in map(str, range(1, most + 1)):
        raise WrongEntryError(_("Type a number from 1 to {most}, or only Enter.", most=most))
    return int(typed)


def places_in(options: Sequence[str], typed: str) -> tuple[int, ...]:
    """Return the places that are *typed* with blanks or commas between them, each once.

    Raises:
        WrongEntryError: One of them does not exist.

    """
    most = len(options)
    words = dict.fromkeys(filter(None, re.split(r"[\s,]+", typed)))
    if any(word not in map(str, range(1, most + 1)) for word in words):
        raise WrongEntryError(
            _(
                "Type numbers from 1 to {most} with blanks or commas between them, or only Enter.",
                most=most,
            )
        )
    return tuple(map(int, words))

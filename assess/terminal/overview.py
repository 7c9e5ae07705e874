"""The assessments of a folder in the terminal: how far each is, and the next step."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.forms import date
from assess.language.messages import _
from assess.terminal.layout import accessible
from assess.terminal.safe import safe_text
from assess.terminal.screen import console, heading, paragraph

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from assess.interview.progress import Progress

_BAR: Final = 12
"""How many characters draw the progress."""


class Standing(NamedTuple):
    """How far one assessment is; `problem` says why it cannot be read, `next` is a command.

    `plan` says how many actions are agreed, settled and overdue.
    """

    title: str
    file: str
    next: str
    date: dt.date | None = None
    done: Progress | None = None
    level: int | None = None
    problem: str = ""
    plan: str = ""


def print_overview(standings: Iterable[Standing]) -> None:
    """Print each assessment with its progress and the command that comes next."""
    here = console()
    for standing in standings:
        heading(here, standing.title)
        for text in (standing.problem, _progress(standing), standing.plan, standing.file):
            if text:
                paragraph(here, text, indent=2)
        here.print(safe_text("  " + _("Next: {command}", command=standing.next)), soft_wrap=True)


def _progress(standing: Standing) -> str:
    done = standing.done
    if done is None:
        return ""
    told = (
        _("{n} of {total} answered", n=done.answered, total=done.asked),
        "" if standing.level is None else _("level {level}", level=standing.level),
        date(standing.date) if standing.date else "",
    )
    return _bar(done) + " · ".join(filter(None, told))


def _bar(done: Progress) -> str:
    """Draw the progress; nothing where it would be read aloud."""
    if accessible(os.environ):
        return ""
    filled = done.answered * _BAR // done.asked
    return "█" * filled + "·" * (_BAR - filled) + "  "

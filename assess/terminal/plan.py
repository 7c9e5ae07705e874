"""The plan on the screen: what is due, what was done, and the questions that follow it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import date
from assess.language.messages import _, n_
from assess.model.planned import STATUS_WORDS
from assess.terminal.asking import ask, choose
from assess.terminal.layout import columns, wrapped
from assess.terminal.screen import console, entry, heading, paragraph

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from assess.model.planned import PlannedAction, Status
    from assess.terminal.teletype import Teletype

ANSWERS: Final[tuple[Status, ...]] = ("done", "partly", "dropped", "in-progress")
"""What can be said of an agreed action when it is followed up."""


def print_plan(plan: Sequence[PlannedAction], today: dt.date) -> None:
    """Print *plan* by its numbers: each action with owner, day, status and evidence."""
    here = console()
    if not plan:
        paragraph(here, _("Nothing is agreed yet. assess plan FILE --accept 1 takes the first."))
        return
    late = sum(one.is_overdue(today) for one in plan)
    settled = sum(one.is_settled for one in plan)
    told = n_("{n} agreed action", "{n} agreed actions", len(plan))
    done = n_("{n} settled", "{n} settled", settled)
    overdue = n_("{n} overdue", "{n} overdue", late)
    heading(here, f"{told} · {done} · {overdue}")
    for number, one in enumerate(plan, 1):
        entry(here, f"{number}.", one.action)
        entry(here, "  ", _told(one, today))


def _told(one: PlannedAction, today: dt.date) -> str:
    state = _(STATUS_WORDS[one.status])
    if one.is_overdue(today):
        state = _("{state}, overdue", state=state)
    parts = [state, one.owner, date(one.due) if one.due else "", one.id, one.agreed]
    shown = " · ".join(part for part in parts if part)
    evidence = "; ".join((*one.evidence, *filter(None, [one.note])))
    return f"{shown} // {evidence}" if evidence else shown


def follow_up(
    line: Teletype,
    actions: Sequence[PlannedAction],
    settle: Callable[[PlannedAction, Status, str], None],
) -> None:
    """Ask what became of each of the *actions*; *settle* keeps each answer at once.

    Enter leaves an action as it stands.

    Raises:
        InputEndedError: The input ended.

    """
    told = n_(
        "{n} action was agreed before. What became of it?",
        "{n} actions were agreed before. What became of them?",
        len(actions),
    )
    line.say(wrapped(told, columns()))
    words = [_(STATUS_WORDS[status]) for status in ANSWERS]
    open_words = [*words, _("still to do")]
    for one in actions:
        chosen = choose(line, _asked(one), open_words, len(open_words))
        if chosen <= len(ANSWERS):
            shown = ask(line, _("What shows it? (Enter: nothing)"), str)
            settle(one, ANSWERS[chosen - 1], shown)


def _asked(one: PlannedAction) -> str:
    who = ", ".join(filter(None, (one.owner, date(one.due) if one.due else "")))
    return f"{one.action} ({who})" if who else one.action

"""The plan on the screen: what is due, what was done, and what can be agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import clauses, date
from assess.language.messages import _, n_
from assess.scoring.planning import in_order
from assess.scoring.wording import status_in_words
from assess.terminal.screen import console, entry, heading, paragraph

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from assess.model.planned import PlannedAction
    from assess.model.scorecard import ProposedAction

FIRST: Final = 7
"""How many proposed actions are shown; the report has all of them."""


def print_plan(plan: Sequence[PlannedAction], today: dt.date, cycle: str) -> None:
    """Print the *plan* in *cycle* by its numbers, what is overdue or due next first."""
    here = console()
    heading(here, counted(plan, today))
    for number, one in in_order(plan, today):
        entry(here, f"{number}.", one.action)
        for line in _told(one, today, cycle):
            paragraph(here, line, indent=3)


def print_proposals(proposed: Sequence[ProposedAction]) -> None:
    """Print what can be agreed to, by its numbers, where nothing is agreed yet."""
    here = console()
    paragraph(here, _("Nothing is agreed yet."))
    if not proposed:
        return
    first = proposed[:FIRST]
    heading(here, _("First actions ({n} of {total})", n=len(first), total=len(proposed)))
    for number, action in enumerate(first, 1):
        entry(here, f"{number}.", action.action)
        paragraph(here, " · ".join((action.owner, date(action.due), action.id)), indent=3)
    here.print()
    paragraph(here, _("assess plan FILE --accept 1,2 agrees to the first two."))


def counted(plan: Sequence[PlannedAction], today: dt.date) -> str:
    """Return how many actions are agreed, settled and overdue."""
    late = sum(one.is_overdue(today) for one in plan)
    settled = sum(one.is_settled for one in plan)
    told = n_("{n} agreed action", "{n} agreed actions", len(plan))
    done = n_("{n} settled", "{n} settled", settled)
    overdue = n_("{n} overdue", "{n} overdue", late)
    return f"{told} · {done} · {overdue}"


def _told(one: PlannedAction, today: dt.date, cycle: str) -> Iterator[str]:
    """Yield a line on where an action stands, and what was shown and noted."""
    state = status_in_words(one.status, overdue=one.is_overdue(today))
    agreed = "" if one.agreed == cycle else _("agreed in {cycle}", cycle=one.agreed)
    name = one.id if one.question is None else _about(one.id, one.question)
    parts = (state, one.owner, date(one.due) if one.due else "", agreed, name)
    yield " · ".join(filter(None, parts))
    if one.evidence:
        yield _("evidence: {text}", text=clauses(one.evidence))
    if one.note:
        yield _("note: {text}", text=one.note)


def _about(name: str, question: str) -> str:
    return name if name.startswith(f"{question}.") else f"{name} → {question}"

"""The proposed actions: the most urgent ones by impact and effort, and all of them by horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import date
from assess.language.messages import N_, _
from assess.report import numbers
from assess.report.agreed import in_words
from assess.report.charts.matrix import EFFORTS, Matrix, matrix
from assess.report.sums import TIMES
from assess.report.wording import listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from assess.model.planned import FollowedUp
    from assess.model.scorecard import ProposedAction
    from assess.report.index import Index

URGENT = 12
"""How many actions the chart and its table show."""
HORIZONS = (30, 90, 180, 365)
IN_LANE = 6
"""How many actions a lane of the roadmap shows; the others stand beside their questions."""


NAMES = {
    "impact": N_("impact"),
    "distance": N_("distance"),
    "weight": N_("weight"),
    "effort": N_("effort"),
    "limit": N_("limit"),
    "pattern": N_("pattern"),
}
"""What the factors of a priority are called."""


class Step(NamedTuple):
    """One action as the report shows it; `number` is its place in the order of urgency.

    `who` says its owner and term, and whether it is agreed; `asked` its owner and the day until
    which it is asked for, `day` that as ISO 8601. `agreed` is its status where it was agreed, and
    `taken` tells that it is still to be done: owner and day are then the agreed ones. `share` says
    in how many weightings it is among the first, where that was tried.
    """

    number: int
    action: str
    owner: str
    days: int
    due: str
    who: str
    asked: str
    effort: str
    impact: int
    priority: str
    why: str
    quick_win: bool
    waits: str
    dimension: str
    question: str
    day: str
    agreed: str
    taken: bool
    share: str


class Lane(NamedTuple):
    """The actions up to one horizon, most urgent first; `more` are not shown."""

    title: str
    steps: tuple[Step, ...]
    more: int


def chart(index: Index) -> Matrix:
    """Return the most urgent actions in their impact and effort."""
    return matrix([(a.effort, a.impact) for a in index.card.actions[:URGENT]])


def lanes(every: Sequence[Step]) -> tuple[Lane, ...]:
    """Return the roadmap; a lane without actions is left out."""
    bounds = [(0, *HORIZONS)[place : place + 2] for place in range(len(HORIZONS))]
    found = [
        _lane(_("Within {n} days", n=high), _between(every, low, high)) for low, high in bounds
    ]
    found.append(_lane(_("Later"), _between(every, HORIZONS[-1], None)))
    return tuple(lane for lane in found if lane.steps)


def steps(index: Index) -> tuple[Step, ...]:
    """Return every proposed action, most urgent first."""
    return tuple(_step(index, action, place) for place, action in enumerate(index.card.actions, 1))


def _lane(title: str, found: Sequence[Step]) -> Lane:
    return Lane(title, tuple(found[:IN_LANE]), max(0, len(found) - IN_LANE))


def _between(every: Sequence[Step], low: int, high: int | None) -> list[Step]:
    return [step for step in every if low < step.days and (high is None or step.days <= high)]


def _step(index: Index, proposed: ProposedAction, place: int) -> Step:
    plan = index.planned.get(proposed.id)
    taken = plan is not None and not plan.is_settled
    action = _as_agreed(proposed, plan, index.card.date) if plan and taken else proposed
    waits = [title for _id, title in index.named(action.waits_for)]
    asked = _("{owner}, by {date}", owner=action.owner, date=date(action.due))
    agreed = in_words(plan).words if plan else ""
    tried = index.stability
    return Step(
        number=place,
        action=action.action,
        owner=action.owner,
        days=action.horizon_days,
        due=date(action.due),
        who=_joined(asked if taken else _term(action), _quick(action), agreed),
        asked=asked,
        effort=_(EFFORTS[action.effort]),
        impact=action.impact,
        priority=numbers.factor(action.priority),
        why=TIMES.join(
            f"{_(NAMES[name])} {numbers.factor(f)}" for name, f in action.factors if f != 1
        ),
        quick_win=action.quick_win,
        waits=_("Waits for {titles}", titles=listed(waits, most=5)) if waits else "",
        dimension=index.titles.get(action.dimension, action.dimension),
        question=action.question,
        day=action.due.isoformat(),
        agreed=agreed,
        taken=taken,
        share=numbers.percent(tried.shares[action.id]) if tried else "",
    )


def _as_agreed(action: ProposedAction, plan: FollowedUp, today: dt.date) -> ProposedAction:
    """Return *action* with owner and day as agreed; what was due before *today* is due at once."""
    due = plan.due or action.due
    days = max(1, (due - today).days)
    fields = {"owner": plan.owner or action.owner, "due": due, "horizon_days": days}
    return action.model_copy(update=fields)


def _term(action: ProposedAction) -> str:
    return f"{action.owner}, {numbers.within(action.horizon_days)}"


def _quick(action: ProposedAction) -> str:
    return _("quick win") if action.quick_win else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)

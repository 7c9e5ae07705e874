"""What is agreed: the plan of an assessment as a value, and how it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.planned import PlannedAction
from assess.model.spelling import did_you_mean

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from assess.model.assessment import Assessment
    from assess.model.scorecard import ProposedAction, Scorecard

OWN: Final = "own-"
"""How the ids of actions begin that the questionnaire does not propose."""


def accepted(
    plan: Sequence[PlannedAction], proposed: Iterable[ProposedAction], cycle: str
) -> tuple[PlannedAction, ...]:
    """Return *plan* with the *proposed* actions after it, as agreed in *cycle*.

    One that is in the plan already and not settled stays as it is. A settled one is agreed anew;
    what came of it in an earlier cycle stays in the plan.
    """
    proposed = list(proposed)
    renewed = {(action.id, cycle) for action in proposed}
    kept = [one for one in plan if not (one.is_settled and (one.id, one.agreed) in renewed)]
    known = {one.id for one in kept if not one.is_settled}
    new = [_agreed(action, cycle) for action in proposed if action.id not in known]
    return (*kept, *new)


def added(
    plan: Sequence[PlannedAction], action: str, cycle: str, **fields: object
) -> tuple[PlannedAction, ...]:
    """Return *plan* with an *action* of one's own after it, and its *fields*."""
    ends = [one.id.removeprefix(OWN) for one in plan if one.id.startswith(OWN)]
    last = max((int(end) for end in ends if end.isdecimal()), default=0)
    own = PlannedAction(id=f"{OWN}{last + 1}", action=action, agreed=cycle)
    return (*plan, own.model_copy(update=_said(fields)))


def updated(
    plan: Sequence[PlannedAction], name: str, **fields: object
) -> tuple[PlannedAction, ...]:
    """Return *plan* with the *fields* of the action called *name* changed; None changes nothing.

    New `evidence` is added to what was noted.

    Raises:
        AssessError: There is no such action; names the one that may be meant.

    """
    place = place_of(plan, name)
    old, changes = plan[place], _said(fields)
    if "evidence" in changes:
        changes["evidence"] = (*old.evidence, *changes["evidence"])
    return (*plan[:place], old.model_copy(update=changes), *plan[place + 1 :])


def removed(plan: Sequence[PlannedAction], name: str) -> tuple[PlannedAction, ...]:
    """Return *plan* without the action called *name*.

    Raises:
        AssessError: There is no such action; names the one that may be meant.

    """
    place = place_of(plan, name)
    return (*plan[:place], *plan[place + 1 :])


def proposals(card: Scorecard, names: Iterable[str]) -> tuple[ProposedAction, ...]:
    """Return the proposed actions called *names*: by id, or by their number in order of urgency.

    One that is named twice is returned once.

    Raises:
        AssessError: One is not proposed; names the one that may be meant.

    """
    known = {action.id: action for action in card.actions}
    numbered = {str(number): action for number, action in enumerate(card.actions, 1)}
    found = {}
    for name in names:
        if name not in known and name not in numbered:
            guess = did_you_mean(name, known) or _numbers(len(known))
            raise AssessError(
                _("No action {name} is proposed here.{guess}", name=name, guess=guess)
            )
        action = known.get(name) or numbered[name]
        found[action.id] = action
    return tuple(found.values())


def open_from_before(assessment: Assessment) -> tuple[PlannedAction, ...]:
    """Return what was agreed in earlier cycles and is not settled yet."""
    return tuple(
        one for one in assessment.plan if one.agreed != assessment.cycle and not one.is_settled
    )


def in_order(
    plan: Sequence[PlannedAction], today: dt.date
) -> tuple[tuple[int, PlannedAction], ...]:
    """Return the actions with their numbers from 1 on: overdue, then by day, then settled.

    Of what is not settled, what has no day comes last.
    """
    return tuple(
        sorted(
            enumerate(plan, 1),
            key=lambda numbered: (
                numbered[1].is_settled,
                numbered[1].due is None,
                numbered[1].due or today,
                numbered[0],
            ),
        )
    )


def _agreed(action: ProposedAction, cycle: str) -> PlannedAction:
    return PlannedAction(
        id=action.id,
        action=action.action,
        agreed=cycle,
        question=action.question,
        owner=action.owner,
        due=action.due,
    )


def place_of(plan: Sequence[PlannedAction], name: str) -> int:
    """Return the place (from 0) of the action called *name*, or whose number from 1 on it is.

    Of several agreements to the same action the last is meant.

    Raises:
        AssessError: There is no such action; names the one that may be meant.

    """
    ids = [one.id for one in plan]
    if name in ids:
        return len(ids) - 1 - ids[::-1].index(name)
    if name.isascii() and name.isdigit() and 0 < int(name) <= len(plan):
        return int(name) - 1
    guess = did_you_mean(name, ids) or _numbers(len(plan))
    raise AssessError(_("There is no action {name} in the plan.{guess}", name=name, guess=guess))


def _said(fields: Mapping[str, object]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in {None, ()}}


def _numbers(count: int) -> str:
    """Return which numbers there are, to be put after a sentence."""
    return _(" The numbers go from 1 to {n}.", n=count) if count else ""

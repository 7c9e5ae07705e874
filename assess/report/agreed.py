"""What was agreed and what became of it, with how the questions moved that it aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.forms import clauses, date
from assess.language.messages import _, n_
from assess.report.details import Moved
from assess.scoring.movements import REASONS
from assess.scoring.wording import status_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.comparison import Movement
    from assess.model.planned import Course, FollowedUp, Status
    from assess.report.index import Index

TONES: Final[dict[Status, str]] = {"done": "up"}
"""How a status is coloured, besides what is overdue."""

APART: Final[dict[Course, Movement]] = {
    "no-level-then": "gained-answer",
    "no-level-now": "lost-answer",
    "question-changed": "question-changed",
    "question-gone": "question-gone",
}
"""Why a question cannot be compared, in the words of a comparison."""


class Agreed(NamedTuple):
    """One agreed action; `cycle` is when it was agreed, `asked` its owner and day.

    `shown` is the evidence for its `status` with the remark on it. `level` is that of its
    `question` now, `moved` how it went since; both are empty where there is nothing to tell, as is
    the `anchor` of a question that is not asked any more.
    """

    action: str
    cycle: str
    owner: str
    due: str
    asked: str
    status: Moved
    shown: str
    question: str
    anchor: str
    level: str
    moved: Moved


def agreed(index: Index) -> tuple[Agreed, ...]:
    """Return the agreed actions, those of earlier cycles first."""
    return tuple(_agreed(index, action) for action in index.card.plan)


def headline(index: Index) -> str:
    """Return how much of what was agreed is done, and how its questions moved."""
    earlier = _of_earlier_cycles(index.card.plan)
    told = [*_standing(index), *_risen([one for one in earlier if one.status == "done"])]
    now = len(index.card.plan) - len(earlier)
    if earlier and now:
        told.append(n_("{n} more is agreed now", "{n} more are agreed now", now))
    return clauses(told)


def standing(index: Index) -> str:
    """Return how much of what was agreed is done or overdue; empty where nothing is."""
    plan = index.card.plan
    if not any(one.overdue or one.status == "done" for one in plan):
        return ""
    return f"{clauses(_standing(index))}."


def in_words(action: FollowedUp) -> Moved:
    """Return the status of *action*, and that it is overdue."""
    tone = "down" if action.overdue else TONES.get(action.status, "same")
    return Moved(tone, status_in_words(action.status, overdue=action.overdue))


def _of_earlier_cycles(plan: Sequence[FollowedUp]) -> list[FollowedUp]:
    return [one for one in plan if one.course != "agreed-now"]


def _standing(index: Index) -> list[str]:
    """Return what is done and what is overdue of what was agreed earlier, or else of everything."""
    plan = _of_earlier_cycles(index.card.plan) or index.card.plan
    done, late = (sum(found) for found in zip(*map(_done_and_late, plan), strict=True))
    told = [_done(done, len(plan))]
    if not done and not late and not _of_earlier_cycles(plan):
        told = [n_("{n} action is agreed", "{n} actions are agreed", len(plan))]
    return [*told, n_("{n} is overdue", "{n} are overdue", late)] if late else told


def _done_and_late(action: FollowedUp) -> tuple[bool, bool]:
    return action.status == "done", action.overdue


def _done(done: int, total: int) -> str:
    if not done:
        return n_(
            "The agreed action is not done", "Not one of the {n} agreed actions is done", total
        )
    if done == total:
        return n_("The agreed action is done", "All {n} agreed actions are done", total)
    return n_(
        "{n} of {total} agreed actions is done",
        "{n} of {total} agreed actions are done",
        done,
        total=total,
    )


def _risen(done: Sequence[FollowedUp]) -> list[str]:
    """Return of how many of the *done* actions the question rose, if any can be compared."""
    rose = sum(one.course == "rose" for one in done)
    if rose:
        return [
            n_(
                "the question behind {n} of the done ones rose",
                "the questions behind {n} of the done ones rose",
                rose,
            )
        ]
    compared = any(one.course in {"fell", "stayed"} for one in done)
    return [_("no question behind the done ones rose")] if compared else []


def _agreed(index: Index, action: FollowedUp) -> Agreed:
    due = date(action.due) if action.due else ""
    name = action.question or ""
    return Agreed(
        action=action.action,
        cycle=action.agreed,
        owner=action.owner,
        due=due,
        asked=_asked(action.owner, due),
        status=in_words(action),
        shown=clauses(filter(None, (*action.evidence, action.note))),
        question=_title(index, name),
        anchor=f"q-{name}" if name in index.titles else "",
        level="" if action.after is None else _("level {level}", level=action.after),
        moved=_moved(action),
    )


def _title(index: Index, question: str) -> str:
    """Return the title of *question*, of one that is not asked any more the earlier one."""
    gone = index.question_changes.get(question)
    return index.titles.get(question) or (gone.title if gone else question)


def _asked(owner: str, due: str) -> str:
    return _("{owner}, by {date}", owner=owner, date=due) if owner and due else owner or due


def _moved(action: FollowedUp) -> Moved:
    if action.course in APART:
        return Moved("same", _(REASONS[APART[action.course]]))
    told = {
        "rose": Moved("up", _("▲ was level {level}", level=action.before)),
        "fell": Moved("down", _("▼ was level {level}", level=action.before)),
        "stayed": Moved("same", _("unchanged")),
    }
    return told.get(action.course, Moved("same", ""))

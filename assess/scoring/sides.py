"""The two sides of a comparison: their questions joined, and the core as each side counts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.base import exact
from assess.model.comparison import Relapsed
from assess.scoring.bridge import state_of
from assess.scoring.joining import renamed, year
from assess.scoring.movements import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.assessment import Assessment
    from assess.model.comparison import QuestionChange
    from assess.scoring.bridge import State
    from assess.scoring.joining import Year


@dataclass(frozen=True)
class Both:
    """Both sides, what happened to each question, and what the later file tells of relapses.

    `before` and `after` are the core of each side, as the bridge walks from one to the other.
    """

    old: Year
    new: Year
    changes: tuple[QuestionChange, ...]
    relapses: tuple[Relapsed, ...]
    before: State
    after: State


def joined(before: Assessment, after: Assessment) -> Both:
    """Return *before* and *after* as two sides whose questions are joined.

    Raises:
        AssessError: They answer different questionnaires.

    """
    if before.core.id != after.core.id:
        raise AssessError(
            _(
                "These assessments answer different questionnaires, {one} and {other}; only "
                "answers to the same questions can be compared.",
                one=before.core.id,
                other=after.core.id,
            )
        )
    names = renamed(before.as_asked, after.as_asked)
    old, new = year(before), year(after, names)
    return Both(
        old=old,
        new=new,
        changes=tuple(changes(old, new)),
        relapses=tuple(_relapsed(after, new)),
        before=_state(before, old),
        after=_state(after, new),
    )


def _relapsed(after: Assessment, new: Year) -> Iterator[Relapsed]:
    """Yield what rose and fell again by the earlier cycles inside *after* (R13)."""
    homes = {q.id: (q.title, d.id) for d in new.card.every_dimension for q in d.questions}
    for relapse in new.card.relapses:
        title, dimension = homes[relapse.question]
        yield Relapsed(
            question=relapse.question,
            title=title,
            dimension=dimension,
            cycle=after.earlier[-1].cycle,
            levels=relapse.levels,
        )


def _state(assessment: Assessment, year: Year) -> State:
    rated_from = exact(assessment.core.thresholds.dimension_rated)
    return state_of(year.card, rated_from, year.names)

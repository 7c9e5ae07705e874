"""What keeps the result from the next level, and what would lift it, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, n_
from assess.report import numbers
from assess.report.argument import holders
from assess.report.wording import listed

if TYPE_CHECKING:
    from assess.model.lift import Lift
    from assess.report.index import Index


def what_lifts(index: Index, lift: Lift | None) -> str:
    """Return the sentence; empty where there is no next level, or no way to it is known."""
    if lift is None:
        return ""
    level, missing = index.level_named(lift.level), numbers.gap(lift.score)
    found = [holder for limit in lift.held_by for holder in holders(index, limit)]
    holder = listed(list(dict.fromkeys(found)), most=2) or _("a limit")
    if not lift.held_by:
        return n_(
            "The result is {missing} in score away from {level}; {n} answer, one level better, "
            "would lift it.",
            "The result is {missing} in score away from {level}; {n} answers, each one level "
            "better, would lift it.",
            lift.steps,
            missing=missing,
            level=level,
        )
    if not lift.score:
        return n_(
            "What keeps the result from {level} is {holder}; {n} answer there, one level better, "
            "would lift it.",
            "What keeps the result from {level} is {holder}; {n} answers there, each one level "
            "better, would lift it.",
            lift.steps,
            level=level,
            holder=holder,
        )
    return n_(
        "The result is {missing} in score away from {level}, and {holder} would hold it back; {n} "
        "answer there, one level better, would lift it.",
        "The result is {missing} in score away from {level}, and {holder} would hold it back; {n} "
        "answers, each one level better, {among} of them there, would lift it.",
        lift.steps,
        missing=missing,
        level=level,
        holder=holder,
        among=lift.among,
    )

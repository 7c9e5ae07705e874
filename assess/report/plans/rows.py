"""The plan as rows of plain values, which every format shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.messages import _
from assess.model.planned import STATUS_WORDS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from assess.model.planned import PlannedAction


class Row(NamedTuple):
    """One agreed action; `status` is in words, `evidence` in one text."""

    number: int
    action: str
    owner: str
    due: dt.date | None
    status: str
    evidence: str
    note: str
    question: str
    agreed: str
    id: str


def heads() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        "#",
        _("Action"),
        _("Owner"),
        _("Due"),
        _("Status"),
        _("Evidence"),
        _("Note"),
        _("Question"),
        _("Agreed"),
        "id",
    )


def rows(plan: Iterable[PlannedAction]) -> Iterator[Row]:
    """Yield the actions in their order."""
    for number, one in enumerate(plan, 1):
        yield Row(
            number=number,
            action=one.action,
            owner=one.owner,
            due=one.due,
            status=_(STATUS_WORDS[one.status]),
            evidence=" | ".join(one.evidence),
            note=one.note,
            question=one.question or "",
            agreed=one.agreed,
            id=one.id,
        )

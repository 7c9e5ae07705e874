"""Questions by what happened to them: relapses first, then falls, then rises, then the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import clauses
from assess.language.messages import N_, _
from assess.report import numbers
from assess.scoring import years

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from assess.model.comparison import Comparison, QuestionChange
    from assess.model.scorecard import Scorecard
    from assess.report.index import Index

GROUPS = (
    ("fell", N_("Fell"), "bad"),
    ("rose", N_("Rose"), "good"),
)
"""Movements of comparable questions, with title and tone."""

BESIDE = (
    ("fell", N_("Lower"), "bad"),
    ("rose", N_("Higher"), "good"),
)
"""The same between two organisations or units, where nothing rose or fell."""

RELAPSED = (N_("Rose and fell again"), "bad")
"""Title and tone of relapses (R13), with their last three levels; they come before all others."""

RENAMED = (N_("Asked under another id"), "calm")
"""Title and tone of the questions that are compared with one of another id."""

ARROW = "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}"

STAYED = N_("The same")
"""What is said of questions with the same level on both sides, which are only counted."""

APART = (N_("Cannot be compared"), "calm")
"""Title and tone of the questions that are not comparable, for the reason that each one gives."""


class Move(NamedTuple):
    """One question that can be compared, or the reason why not."""

    anchor: str
    title: str
    levels: str
    reason: str


class Moves(NamedTuple):
    """Questions that moved the same way; `tone` is good, bad or calm."""

    title: str
    tone: str
    questions: tuple[Move, ...]


def relapsed(card: Scorecard, comparison: Comparison) -> Mapping[str, tuple[int, ...]]:
    """Return the last three levels of what rose and fell again, by id, the deepest fall first.

    There are none against another organisation or unit, whose answers have another past.
    """
    if years.another(comparison):
        return {}
    found = sorted(card.relapses, key=lambda one: one.levels[2] - one.levels[1])
    return {one.question: one.levels for one in found}


def moves(index: Index, comparison: Comparison) -> Iterator[Moves]:
    """Yield the groups that are not empty: relapses, falls, rises, then what is no movement."""
    again = relapsed(index.card, comparison)
    if again:
        told = tuple(relapse(name, index.titles[name], went) for name, went in again.items())
        yield Moves(_(RELAPSED[0]), RELAPSED[1], told)
    for title, tone, found in _groups(comparison, again):
        if found:
            yield Moves(_(title), tone, tuple(_move(index, q) for q in widest_first(found)))


def _groups(
    comparison: Comparison, again: Container[str]
) -> Iterator[tuple[str, str, list[QuestionChange]]]:
    """Yield title, tone and questions of each group but that of relapses."""
    changes = comparison.questions
    for movement, title, tone in BESIDE if years.another(comparison) else GROUPS:
        moved = [q for q in changes if q.movement == movement]
        yield title, tone, [q for q in moved if _told_once(q, again)]
    yield *RENAMED, [q for q in changes if q.replaces]
    yield *APART, [q for q in changes if q.reason]


def _told_once(change: QuestionChange, again: Container[str]) -> bool:
    """Tell whether *change* is no fall that is told as a relapse."""
    return change.movement != "fell" or change.id not in again


def relapse(question: str, title: str, levels: Iterable[int], *, reason: str = "") -> Move:
    """Return a question that rose and fell again, with its last three *levels*."""
    return Move(
        anchor=f"q-{question}",
        title=title,
        levels=ARROW.join(map(str, levels)),
        reason=f", {reason}" if reason else "",
    )


def widest_first(changes: Iterable[QuestionChange]) -> Sequence[QuestionChange]:
    """Return *changes* with those over most levels first."""
    return sorted(changes, key=lambda change: -change.distance)


def _move(index: Index, change: QuestionChange) -> Move:
    return Move(
        anchor=f"q-{change.id}" if change.id in index.titles else "s-since",
        title=change.title,
        levels=levels_of(change.before, change.after),
        reason=f", {reason}" if (reason := reason_of(change)) else "",
    )


def reason_of(change: QuestionChange) -> str:
    """Return under which id a question was asked before, and why it cannot be compared."""
    was = _("was asked as {id}", id=change.replaces) if change.replaces else ""
    return clauses(filter(None, (was, change.reason)))


def levels_of(before: int | None, after: int | None) -> str:
    """Return both levels, or the one that both sides have."""
    sides = [numbers.NONE if level is None else str(level) for level in (before, after)]
    return sides[0] if sides[0] == sides[1] else ARROW.join(sides)

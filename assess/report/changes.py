"""Since the earlier cycle: what rose, fell and stayed, and what cannot be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import decimal
from assess.language.messages import N_, _, n_
from assess.report import numbers, years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.comparison import (
        Comparison,
        Delta,
        DimensionChange,
        LikeForLike,
        QuestionChange,
    )
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

ARROW = "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}"

STAYED = N_("The same")
"""What is said of questions with the same level on both sides, which are only counted."""

APART = (N_("Cannot be compared"), "calm")
"""Title and tone of the questions that are not comparable, for the reason that each one gives."""


class Pair(NamedTuple):
    """A score on both sides, as it was given and over the common questions only."""

    title: str
    anchor: str
    before: str
    after: str
    change: numbers.Change | None
    like_before: str
    like_after: str
    like_change: numbers.Change | None
    basis: str
    levels: str


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


class Since(NamedTuple):
    """Everything about the change between two cycles."""

    before: str
    after: str
    pairs: tuple[Pair, ...]
    moves: tuple[Moves, ...]
    stayed: str
    version: str
    rounding: str


def since(index: Index, comparison: Comparison) -> Since:
    """Return what changed from the earlier side of *comparison* to the later one."""
    return Since(
        before=years.before(comparison),
        after=years.after(comparison),
        pairs=(*(_pair(d) for d in comparison.dimensions), _overall(comparison)),
        moves=tuple(_moves(index, comparison)),
        stayed=_stayed(comparison),
        version=_version(comparison),
        rounding=_(
            "Changes are computed from unrounded scores and may differ by {step} from the rounded "
            "ones. A change marked ≈ is no larger than what one answer, one level better or worse, "
            "makes, and is called neither a rise nor a fall.",
            step=decimal("0.1"),
        ),
    )


def _stayed(comparison: Comparison) -> str:
    count = sum(change.movement == "stayed" for change in comparison.questions)
    if not count:
        return ""
    return n_(
        "{n} question has the same level on both sides.",
        "{n} questions have the same level on both sides.",
        count,
    )


def _moves(index: Index, comparison: Comparison) -> Iterator[Moves]:
    """Yield the groups that are not empty: falls first, and the widest moves first in each."""
    apart = [q for q in comparison.questions if q.reason]
    grouped = [
        ([q for q in comparison.questions if q.movement == movement], title, tone)
        for movement, title, tone in (BESIDE if years.another(comparison) else GROUPS)
    ]
    for found, title, tone in (*grouped, (apart, *APART)):
        if found:
            yield Moves(_(title), tone, tuple(_move(index, q) for q in _widest_first(found)))


def _widest_first(changes: Iterable[QuestionChange]) -> list[QuestionChange]:
    return sorted(changes, key=lambda q: -abs((q.after or 0) - (q.before or 0)))


def _move(index: Index, change: QuestionChange) -> Move:
    return Move(
        anchor=f"q-{change.id}" if change.id in index.titles else "s-since",
        title=change.title,
        levels=_levels(change.before, change.after),
        reason=f", {change.reason}" if change.reason else "",
    )


def _pair(change: DimensionChange) -> Pair:
    levels = _levels(change.before_level, change.after_level)
    return _sides(change.title, f"d-{change.id}", change.score, change.like_for_like, levels)


def _overall(comparison: Comparison) -> Pair:
    levels = _levels(comparison.before_level, comparison.after_level)
    return _sides(_("Overall"), "s-summary", comparison.overall, comparison.like_for_like, levels)


def _sides(title: str, anchor: str, score: Delta, like: LikeForLike, levels: str) -> Pair:
    return Pair(
        title=title,
        anchor=anchor,
        before=numbers.score(score.before),
        after=numbers.score(score.after),
        change=numbers.change(score),
        like_before=numbers.score(like.before),
        like_after=numbers.score(like.after),
        like_change=numbers.change(like),
        basis=_("{n} of {total}", n=like.questions, total=like.of),
        levels=levels,
    )


def _levels(before: int | None, after: int | None) -> str:
    sides = [numbers.NONE if level is None else str(level) for level in (before, after)]
    return sides[0] if sides[0] == sides[1] else ARROW.join(sides)


def _version(comparison: Comparison) -> str:
    before, after = comparison.before.questionnaire, comparison.after.questionnaire
    told = [
        _("Both sides answered the same questionnaire, version {version}.", version=after.version)
        if before.version == after.version and before.fingerprint == after.fingerprint
        else _(
            "The questionnaire went from version {before} to {after}.",
            before=before.version,
            after=after.version,
        ),
        _comparable(comparison),
    ]
    if years.another(comparison):
        name = years.before(comparison)
        told.append(_("The other side is {name}, not an earlier cycle.", name=name))
    return " ".join(told)


def _comparable(comparison: Comparison) -> str:
    other = sum(bool(q.reason) for q in comparison.questions)
    if not other:
        return _("All questions can be compared.")
    if other == len(comparison.questions):
        return _("No question can be compared.")
    return n_("{n} question cannot be compared.", "{n} questions cannot be compared.", other)

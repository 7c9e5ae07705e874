"""The headlines on change: how the score moved like for like, and which dimensions did."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from assess.language.forms import clauses
from assess.language.messages import _, n_
from assess.report import numbers
from assess.report.wording import listed
from assess.scoring import years

if TYPE_CHECKING:
    from assess.model.comparison import Comparison
    from assess.report.index import Index

FEW: Final = 2
"""As many dimensions are named in a headline."""


def since(comparison: Comparison) -> str:
    """Return what changed where both years can be compared."""
    like = comparison.like_for_like
    change = numbers.change(like)
    name = years.before(comparison)
    if change is None:
        return _("Nothing can be compared with {name}", name=name)
    if years.another(comparison):
        moved = {
            "up": _(
                "Like for like, the score is {amount} higher than that of {name}",
                amount=change.amount,
                name=name,
            ),
            "down": _(
                "Like for like, the score is {amount} lower than that of {name}",
                amount=change.amount,
                name=name,
            ),
            "same": _("Like for like, the score is that of {name}", name=name),
            "within": _(
                "Like for like, the score differs from that of {name} by {amount}, "
                "no more than one answer makes",
                amount=change.amount,
                name=name,
            ),
        }
    else:
        moved = {
            "up": _("Like for like, the score rose by {amount}", amount=change.amount),
            "down": _("Like for like, the score fell by {amount}", amount=change.amount),
            "same": _("Like for like, the score did not move"),
            "within": _(
                "Like for like, the score moved by {amount}, no more than one answer makes",
                amount=change.amount,
            ),
        }
    basis = n_(
        "on {n} of {total} questions", "on {n} of {total} questions", like.questions, total=like.of
    )
    return f"{moved[change.direction]}, {basis}"


def moved(index: Index, comparison: Comparison) -> str:
    """Return how many dimensions rose and fell; empty where none can be compared."""
    moves = [
        (change.title, move.direction)
        for change in index.changes.values()
        if (move := numbers.change(change.score))
    ]
    if not moves:
        return ""
    ways = Counter(way for _title, way in moves)
    told = [f"{_counts(comparison, ways)} {years.against(comparison)}"]
    last = [title for title, way in moves if way == ("down" if ways["down"] else "up")]
    if 0 < len(last) <= FEW:
        told = [_("{told}: {names}", told=told[0], names=listed(last))]
    within = ways["within"]
    if within and (ways["up"] or ways["down"]):
        told.append(
            n_(
                "{n} differs by no more than one answer makes",
                "{n} differ by no more than one answer makes",
                within,
            )
        )
    if apart := len(index.card.dimensions) - len(moves):
        told.append(n_("{n} more cannot be compared", "{n} more cannot be compared", apart))
    return clauses(told)


def _counts(comparison: Comparison, ways: Counter[numbers.Direction]) -> str:
    """Return the counts of what rose and fell; of two organisations one is higher or lower."""
    rose, fell = ways["up"], ways["down"]
    if not rose and not fell:
        return _unmoved(comparison, hardly=ways["within"] > 0)
    return _beside(rose, fell) if years.another(comparison) else _over_time(rose, fell)


def _over_time(rose: int, fell: int) -> str:
    if rose and fell:
        return n_(
            "{n} dimension rose, {fell} fell", "{n} dimensions rose, {fell} fell", rose, fell=fell
        )
    if rose:
        return n_("{n} dimension rose", "{n} dimensions rose", rose)
    return n_("{n} dimension fell", "{n} dimensions fell", fell)


def _beside(higher: int, lower: int) -> str:
    if higher and lower:
        return n_(
            "{n} dimension is higher, {fell} lower",
            "{n} dimensions are higher, {fell} lower",
            higher,
            fell=lower,
        )
    if higher:
        return n_("{n} dimension is higher", "{n} dimensions are higher", higher)
    return n_("{n} dimension is lower", "{n} dimensions are lower", lower)


def _unmoved(comparison: Comparison, *, hardly: bool) -> str:
    """Return that nothing moved, or *hardly*: no further than one answer could move it."""
    if years.another(comparison):
        return _("No dimension differs clearly") if hardly else _("No dimension differs")
    return _("No dimension has clearly moved") if hardly else _("No dimension has moved")

"""The headlines of the sections: each is a conclusion, computed from the numbers of its table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from assess.language.forms import clauses
from assess.language.messages import N_, _, n_
from assess.report import numbers, years
from assess.report.argument import equally_far, furthest
from assess.report.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.comparison import Comparison
    from assess.model.scorecard import DimensionResult, ProposedAction
    from assess.report.index import Index

FEW: Final = 2
"""As many dimensions are named in a headline."""

METHOD: Final = N_("How the scores were made, and how far to trust them")


def profile(index: Index) -> str:
    """Return what the profile shows."""
    if index.comparison and (moved := _moved(index, index.comparison)):
        return moved
    if not index.scored:
        return _("No dimension has a score yet")
    highest, lowest = index.scored[0], index.scored[-1]
    top, bottom = numbers.score(highest.score), numbers.score(lowest.score)
    if highest is lowest:
        return _("{title} stands at {score}", title=highest.title, score=top)
    if top == bottom:
        return n_(
            "{n} dimension with a score of {score}",
            "{n} dimensions, each with a score of {score}",
            len(index.scored),
            score=top,
        )
    return _(
        "From {low} ({lowest}) to {high} ({highest})",
        low=bottom,
        lowest=lowest.title,
        high=top,
        highest=highest.title,
    )


def gaps(index: Index) -> str:
    """Return how far the dimensions are from their targets."""
    below = [d for d in index.by_gap if d.gap]
    compared = sum(d.gap is not None for d in index.card.dimensions)
    if not compared:
        return _("No dimension can be compared with a target yet")
    told = _below(below, compared)
    apart = len(index.card.dimensions) - compared
    if not apart:
        return told
    other = n_("{n} more cannot be compared yet", "{n} more cannot be compared yet", apart)
    return clauses((told, other))


def _below(below: Sequence[DimensionResult], compared: int) -> str:
    if not below:
        return n_(
            "In score, {n} of {total} dimensions has come up to target",
            "In score, {n} of {total} dimensions have come up to target",
            compared,
            total=compared,
        )
    told = n_(
        "{n} of {total} dimensions is below target",
        "{n} of {total} dimensions are below target",
        len(below),
        total=compared,
    )
    gap = numbers.gap(below[0].gap)
    if len(below) == 1:
        return _("{told}: {title}, by {gap}", told=told, title=below[0].title, gap=gap)
    if equally_far(below):
        return _("{told}, each by {gap}", told=told, gap=gap)
    return _("{told}, furthest {names}, by {gap}", told=told, names=furthest(below), gap=gap)


def patterns(index: Index) -> str:
    """Return how many failure patterns are seen, and how many cannot be judged."""
    unknown = sum(p.state == "unknown" for p in index.card.patterns)
    told = [_seen(index)]
    if unknown:
        told.append(n_("{n} cannot be judged yet", "{n} cannot be judged yet", unknown))
    return clauses(told)


def _seen(index: Index) -> str:
    seen, critical = len(index.seen), sum(p.severity == "critical" for p in index.seen)
    if not seen:
        return _("No failure pattern is seen")
    if not critical:
        return n_("{n} pattern is seen", "{n} patterns are seen", seen)
    if critical == seen:
        return n_(
            "{n} pattern is seen, and it is critical", "{n} patterns are seen, all critical", seen
        )
    return n_(
        "{n} pattern is seen, {critical} of them critical",
        "{n} patterns are seen, {critical} of them critical",
        seen,
        critical=critical,
    )


def priorities(index: Index, shown: Sequence[ProposedAction]) -> str:
    """Return where the most urgent actions lie; *shown* are those in the table."""
    name, most = Counter(action.dimension for action in shown).most_common(1)[0]
    title = index.titles.get(name, name)
    if len(shown) == 1:
        return _("The first step: {title}", title=title)
    if most == 1:
        return n_(
            "{n} action comes first",
            "{n} actions come first, each in another dimension",
            len(shown),
        )
    return n_(
        "{title}: {n} of the {total} most urgent actions",
        "{title}: {n} of the {total} most urgent actions",
        most,
        total=len(shown),
        title=title,
    )


def roadmap(index: Index) -> str:
    """Return how long the plan is and how it begins."""
    total = len(index.card.actions)
    quick = sum(action.quick_win for action in index.card.actions)
    if not quick:
        return n_(
            "{n} action, with an owner and a term",
            "{n} actions, each with an owner and a term",
            total,
        )
    actions = n_("a plan of {n} action", "a plan of {n} actions", total)
    return n_("{n} quick win opens {plan}", "{n} quick wins open {plan}", quick, plan=actions)


def details(index: Index) -> str:
    """Return how many answers something was shown for."""
    answers = [q for d in index.card.dimensions for q in d.questions if q.state == "level"]
    if not answers:
        return _("The questions, still without a rated answer")
    shown = sum(bool(q.evidence) for q in answers)
    if not shown:
        return _("What was answered; no evidence was noted for it")
    return n_(
        "What was answered: {n} of {total} answers with evidence",
        "What was answered: {n} of {total} answers with evidence",
        shown,
        total=len(answers),
    )


def findings(index: Index) -> str:
    """Return how many things the reader should know beside the scores."""
    return n_(
        "{n} thing to know when reading the scores",
        "{n} things to know when reading the scores",
        len(index.card.findings),
    )


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


def _moved(index: Index, comparison: Comparison) -> str:
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
                "{n} by no more than one answer makes",
                "{n} by no more than one answer makes",
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

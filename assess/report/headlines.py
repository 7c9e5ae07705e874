"""The headlines of the sections: each is a conclusion, computed from the numbers of its table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assess.report import numbers, years
from assess.report.argument import equally_far, furthest
from assess.report.wording import agree, counted, number, part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.comparison import Comparison
    from assess.model.scorecard import DimensionResult, ProposedAction
    from assess.report.index import Index

METHOD = "How the scores were made, and how far to trust them"


def profile(index: Index) -> str:
    """Return what the profile shows."""
    if index.comparison and (moved := _moved(index, index.comparison)):
        return moved
    if not index.scored:
        return "No dimension has a score yet"
    highest, lowest = index.scored[0], index.scored[-1]
    top, bottom = numbers.score(highest.score), numbers.score(lowest.score)
    if highest is lowest:
        return f"{highest.title} stands at {top}"
    if top == bottom:
        return f"{_scored_subject(index)} stand at {top}"
    return f"From {bottom} in {lowest.title} to {top} in {highest.title}"


def gaps(index: Index) -> str:
    """Return how far the dimensions are from their targets."""
    below = [d for d in index.by_gap if d.gap]
    with_target = [d for d in index.card.dimensions if d.gap is not None]
    if not with_target:
        return "No dimension can be compared with a target yet"
    missing = [d for d in index.card.dimensions if d.gap is None]
    if missing and len(with_target) == 1:
        return _one_gap(index, with_target[0])
    whose = f"with {_needed(missing)} " if missing else ""
    if not below:
        subject = part(len(with_target), len(with_target), "dimension", "dimensions")
        return (
            f"In score, {subject} {whose}{agree(len(with_target), 'has', 'have')} come up to target"
        )
    count = part(len(below), len(with_target), "dimension", "dimensions", opening=True)
    told = f"{count} {whose}{agree(len(below), 'is', 'are')} below target"
    if len(below) == 1:
        return f"{told}: {below[0].title}, by {numbers.gap(below[0].gap)}"
    if equally_far(below):
        return f"{told}, each by {numbers.gap(below[0].gap)}"
    return f"{told}, {furthest(below)} furthest, by {numbers.gap(below[0].gap)}"


def patterns(index: Index) -> str:
    """Return how many failure patterns are seen, and how many cannot be judged."""
    seen = len(index.seen)
    unknown = sum(p.state == "unknown" for p in index.card.patterns)
    open_part = f"{number(unknown)} cannot be judged yet"
    if not seen:
        return f"No failure pattern is seen{f'; {open_part}' if unknown else ''}"
    told = f"{counted(seen, 'pattern is', 'patterns are', opening=True)} seen"
    critical = sum(p.severity == "critical" for p in index.seen)
    if critical == seen:
        told += ", and it is critical" if seen == 1 else ", all critical"
    elif critical:
        told += f", {number(critical)} of them critical"
    return f"{told}; {open_part}" if unknown else told


def priorities(index: Index, shown: Sequence[ProposedAction]) -> str:
    """Return where the most urgent actions lie; *shown* are those in the table."""
    if len(shown) == 1:
        return f"The first step lies in {index.titles[shown[0].dimension]}"
    dimension, most = Counter(action.dimension for action in shown).most_common(1)[0]
    title = index.titles[dimension]
    if len(shown) == len(index.card.actions):
        return _all_priorities(most, len(shown), title)
    if most == len(shown):
        return f"The most urgent actions all lie in {title}"
    if most == 1:
        return f"{number(len(shown), opening=True)} actions come first, each in another dimension"
    first = f"{number(most, opening=True)} of the {number(len(shown))} most urgent actions"
    return f"{first} lie in {title}"


def roadmap(index: Index) -> str:
    """Return how long the plan is and how it begins."""
    total = len(index.card.actions)
    quick = sum(action.quick_win for action in index.card.actions)
    if not quick:
        each = "each with an owner and a term" if total > 1 else "with an owner and a term"
        return f"{counted(total, 'action', 'actions', opening=True)}, {each}"
    if quick == total:
        wins = "a quick win" if quick == 1 else "all quick wins"
        return f"{counted(quick, 'action', 'actions', opening=True)}, {wins}"
    wins = counted(quick, "quick win", "quick wins", opening=True)
    plan = counted(total, "action", "actions")
    return f"{wins} {agree(quick, 'opens', 'open')} a plan of {plan}"


def details(index: Index) -> str:
    """Return how many answers something was shown for."""
    answers = [q for d in index.card.dimensions for q in d.questions if q.state == "level"]
    if not answers:
        return "The questions, still without a rated answer"
    shown = sum(bool(q.evidence) for q in answers)
    if not shown:
        return "What was answered; no evidence was noted for it"
    return f"What was answered: {part(shown, len(answers), 'answer', 'answers')} with evidence"


def findings(index: Index) -> str:
    """Return how many things the reader should know beside the scores."""
    count = len(index.card.findings)
    return f"{counted(count, 'thing', 'things', opening=True)} to know when reading the scores"


def since(comparison: Comparison) -> str:
    """Return what changed where both years can be compared."""
    like = comparison.like_for_like
    change = numbers.change(like.change)
    if change is None:
        return f"Nothing can be compared with {years.before(comparison)}"
    basis = part(like.questions, like.of, "question", "questions")
    moved = {
        "up": f"rose by {change.amount}",
        "down": f"fell by {change.amount}",
        "same": "did not move",
    }
    if years.another(comparison):
        moved = {
            "up": f"is {change.amount} higher than that of {years.before(comparison)}",
            "down": f"is {change.amount} lower than that of {years.before(comparison)}",
            "same": f"is that of {years.before(comparison)}",
        }
    return f"Like for like, the score {moved[change.direction]}, on {basis}"


def _one_gap(index: Index, dimension: DimensionResult) -> str:
    """Return the headline where only one dimension can be compared with its target."""
    needed = _needed([d for d in index.card.dimensions if d is not dimension])
    known = f"{part(1, len(index.card.dimensions), 'dimension', 'dimensions', opening=True)} has"
    if dimension.gap:
        gap = numbers.gap(dimension.gap)
        return f"{known} {needed}; {dimension.title} is below target, by {gap}"
    return f"{known} {needed}; in score, {dimension.title} has come up to target"


def _needed(missing: Sequence[DimensionResult]) -> str:
    """Return what the other dimensions lack for a comparison with their target."""
    if all(d.target is not None for d in missing):
        return "a score"
    return "a target" if all(d.score is not None for d in missing) else "a score and a target"


def _all_priorities(most: int, total: int, title: str) -> str:
    """Return where the actions lie when there are no others than those in the table."""
    if most == 1:
        return f"{number(total, opening=True)} actions are proposed, each in another dimension"
    first = part(most, total, "proposed action", "proposed actions", opening=True)
    return f"{first} lie in {title}"


def _moved(index: Index, comparison: Comparison) -> str:
    found = [numbers.change(change.score.change) for change in index.changes.values()]
    moves = [move.direction for move in found if move]
    rose, fell, total = moves.count("up"), moves.count("down"), len(index.card.dimensions)
    if not moves:
        return ""
    if len(moves) < total:
        known = part(len(moves), total, "dimension", "dimensions", opening=True)
        told = f"{known} can be compared with {years.before(comparison)}"
        return f"{told}; {_some_moved(comparison, rose, fell, len(moves))}"
    against = years.against(comparison)
    if not rose and not fell:
        return f"The profile {_has_not_moved(comparison)} {against}"
    first, up, other = (rose, True, fell) if rose else (fell, False, 0)
    subject = part(first, total, "dimension", "dimensions", opening=True)
    told = f"{subject} {years.moved(comparison, first, up=up)} {against}"
    if total == 1:
        return told
    rest = years.moved(comparison, other or 1, up=not up)
    return f"{told}, {number(other) if other else 'none'} {rest}"


def _some_moved(comparison: Comparison, rose: int, fell: int, compared: int) -> str:
    """Return how those dimensions moved that have a score on both sides."""
    who = "it" if compared == 1 else "none"
    if not rose and not fell:
        return f"{who} {_has_not_moved(comparison) if compared == 1 else 'of them differs'}"
    counts = [(rose, True), (fell, False)]
    told = [(n, years.moved(comparison, n, up=up)) for n, up in counts if n]
    return ", ".join(f"{number(n) if compared > 1 else who} {verb}" for n, verb in told)


def _has_not_moved(comparison: Comparison) -> str:
    return "is no different" if years.another(comparison) else "has not moved"


def _scored_subject(index: Index) -> str:
    total = len(index.card.dimensions)
    if len(index.scored) == total:
        return part(total, total, "dimension", "dimensions", opening=True)
    return f"{number(len(index.scored), opening=True)} dimensions with a score"

"""What the results say on page one: scorecard in, sentences out.

The English of the report's sentences stands here, in `headlines` and in `wording`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.report import numbers
from assess.report.wording import agree, listed, number, part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.comparison import Comparison
    from assess.model.scorecard import DimensionResult, OverallResult
    from assess.report.index import Index


def verdict(index: Index) -> str:
    """Return the sentence that an executive reads if only one is read."""
    overall = index.card.overall
    if overall.score is None:
        return _without_score(overall)
    if overall.level is None:
        return f"A first picture, not yet a result: {_missing(index)}."
    if overall.limits and overall.unlimited_level is not None:
        return _limited(index, overall.level, overall.unlimited_level)
    stand = f"Level {overall.level} of {len(index.card.scale)}, {overall.level_name}"
    return f"{stand}{_tendency(index)}."


def lead(index: Index) -> str:
    """Return the score in words, with its change and with what was shown for it."""
    overall = index.card.overall
    if overall.score is None:
        return ""
    low, high = (numbers.plain(index.card.scale[end].value) for end in (0, -1))
    told = f"The score is {numbers.score(overall.score)} on a scale from {low} to {high}"
    told += f"{_since(index.comparison)}."
    if overall.evidenced_score is None or overall.evidenced_score == overall.score:
        return told
    shown = numbers.score(overall.evidenced_score)
    return f"{told} Counting high levels only where evidence was noted, it is {shown}."


def limit_reason(index: Index) -> str:
    """Return what limits the overall level and why; empty where nothing does."""
    return " ".join(dict.fromkeys(limit.because for limit in index.card.overall.limits))


def glance(index: Index) -> str:
    """Return the heading over the dimensions on page one."""
    total = len(index.card.dimensions)
    if total == 1:
        return "The dimension at a glance"
    sorting = "widest gap first" if _have_targets(index) else "lowest score first"
    return f"{number(total, opening=True)} dimensions at a glance, {sorting}"


def _without_score(overall: OverallResult) -> str:
    total = overall.answered + overall.dont_know + overall.not_applicable + overall.unanswered
    if overall.answered:
        answers = part(overall.answered, total, "question", "questions")
        have = agree(overall.answered, "has", "have")
        return f"Too few answers to rate any dimension: {answers} {have} a level."
    if overall.not_applicable == total:
        return "No question applies here, so there is nothing to rate."
    if overall.unanswered == total:
        return "Nothing has been answered yet, so there is nothing to rate."
    return "No question has a level yet, so there is nothing to rate."


def _missing(index: Index) -> str:
    overall = index.card.overall
    rated = part(overall.rated, overall.dimensions, "dimension", "dimensions")
    rated += f" {agree(overall.rated, 'is', 'are')} rated"
    if overall.rated < overall.rated_needed:
        needed = agree(overall.rated_needed, "is", "are")
        return f"{rated}, and {number(overall.rated_needed)} {needed} needed"
    names = [title for _, title in index.named(overall.missing)]
    return f"answers are missing on {listed(names)}" if names else rated


def _limited(index: Index, level: int, unlimited: int) -> str:
    limit = index.card.overall.limits[0]
    holders = index.dimensions_named(limit.questions)
    who = listed(holders) if holders else "a limit"
    hold = agree(max(1, len(holders)), "holds", "hold")
    return (
        f"The score reaches {index.level_named(unlimited)}, "
        f"but {who} {hold} the result at {index.level_named(level)}."
    )


def _tendency(index: Index) -> str:
    """Return what stands out, as the second half of the verdict."""
    below = [d for d in index.by_gap if d.gap]
    if below:
        return f"; furthest from target: {furthest(below)}"
    if all(d.target_reached for d in index.card.dimensions):
        return (
            "; every target is reached"
            if len(index.card.dimensions) > 1
            else "; the target is reached"
        )
    highest, lowest = index.scored[0], index.scored[-1]
    if numbers.score(highest.score) == numbers.score(lowest.score):
        return ""
    return f"; highest in {highest.title}, lowest in {lowest.title}"


def furthest(below: Sequence[DimensionResult]) -> str:
    """Return the titles of those with the widest gap; *below* starts with the widest."""
    widest = numbers.gap(below[0].gap)
    return listed([d.title for d in below if numbers.gap(d.gap) == widest], most=2)


def _since(comparison: Comparison | None) -> str:
    change = numbers.change(comparison.overall.change) if comparison else None
    if comparison is None or change is None:
        return ""
    cycle = comparison.before.cycle
    told = {
        "up": f", {change.amount} more than in {cycle}",
        "down": f", {change.amount} less than in {cycle}",
        "same": f", {'hardly changed since' if comparison.overall.change else 'as in'} {cycle}",
    }
    return told[change.direction]


def _have_targets(index: Index) -> bool:
    return any(d.gap is not None for d in index.card.dimensions)

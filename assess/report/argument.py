"""What the results say on page one: scorecard in, sentences out.

The English of the report's sentences stands here, in `headlines` and in `wording`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.report import numbers, years
from assess.report.wording import agree, listed, number, part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.comparison import Comparison
    from assess.model.scorecard import BindingLimit, DimensionResult, OverallResult
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
    told = f"{number(total, opening=True)} dimensions at a glance"
    if not index.scored:
        return told
    gaps = any(d.gap for d in index.card.dimensions)
    return f"{told}, {'widest gap' if gaps else 'lowest score'} first"


def holders(index: Index, limit: BindingLimit) -> Sequence[str]:
    """Return the titles of what holds the result down: a dimension low as a whole, or questions."""
    found: list[str] = []
    for question in limit.questions:
        dimension = index.dimension_of.get(question)
        whole = dimension is not None and _is_low(dimension, limit)
        found.append(dimension.title if dimension and whole else index.titles.get(question, ""))
    return [title for title in dict.fromkeys(found) if title]


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
    who = holders(index, limit)
    hold = agree(max(1, len(who)), "holds", "hold")
    return (
        f"The score reaches {index.level_named(unlimited)}, "
        f"but {listed(who, most=2) or 'a limit'} {hold} the result at {index.level_named(level)}."
    )


def _tendency(index: Index) -> str:
    """Return what stands out, as the second half of the verdict."""
    below = [d for d in index.by_gap if d.gap]
    if len(below) > 1 and equally_far(below):
        count = part(len(below), len(index.card.dimensions), "dimension", "dimensions")
        return f"; {count} are {numbers.gap(below[0].gap)} below target"
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


def equally_far(below: Sequence[DimensionResult]) -> bool:
    """Tell whether all gaps are shown with the same digits."""
    return len({numbers.gap(d.gap) for d in below}) == 1


def furthest(below: Sequence[DimensionResult]) -> str:
    """Return the titles of those with the widest gap; *below* starts with the widest."""
    widest = numbers.gap(below[0].gap)
    return listed([d.title for d in below if numbers.gap(d.gap) == widest], most=2)


def _since(comparison: Comparison | None) -> str:
    change = numbers.change(comparison.overall.change) if comparison else None
    if comparison is None or change is None:
        return ""
    name, exact = years.before(comparison), comparison.overall.change
    told = {
        "up": f", {change.amount} more than in {name}",
        "down": f", {change.amount} less than in {name}",
        "same": f", {'hardly changed since' if exact else 'as in'} {name}",
    }
    if years.another(comparison):
        told = {
            "up": f", {change.amount} more compared with {name}",
            "down": f", {change.amount} less compared with {name}",
            "same": f", {'hardly different' if exact else 'the same'} compared with {name}",
        }
    like = years.like_for_like(comparison)
    return f"{told[change.direction]}; {like}" if like else told[change.direction]


def _is_low(dimension: DimensionResult, limit: BindingLimit) -> bool:
    """Tell whether the whole dimension holds the result down, not single questions of it."""
    if dimension.level is None or dimension.level > limit.level or dimension.target_reached:
        return False
    named = [q.level for q in dimension.questions if q.id in limit.questions and q.level]
    low = [q for q in dimension.questions if q.level and q.level <= max(named, default=0)]
    return len(named) >= len(low)

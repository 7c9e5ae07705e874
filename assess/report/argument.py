"""What the results say on page one: scorecard in, sentences out.

Every sentence is said whole, so that each language can order it as it needs. Titles stand in it as
they are written, never inflected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import clauses
from assess.language.messages import _, n_
from assess.report import agreed, numbers
from assess.report.wording import listed
from assess.scoring import years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.comparison import Comparison
    from assess.model.scorecard import BindingLimit, DimensionResult, OverallResult
    from assess.report.index import Index


def verdict(index: Index) -> str:
    """Return the sentence that an executive reads if only one is read."""
    overall = index.card.overall
    if overall.score is None:
        return _without_score(overall)
    if overall.level is None:
        return _("A first picture, not yet a result: {missing}.", missing=_missing(index))
    if overall.limits and overall.unlimited_level is not None:
        return _limited(index, overall.level, overall.unlimited_level)
    stand = _(
        "Level {level} of {most}, {name}",
        level=overall.level,
        most=len(index.card.scale),
        name=overall.level_name,
    )
    return f"{clauses(filter(None, (stand, _tendency(index))))}."


def lead(index: Index) -> str:
    """Return the score in words, with its change and with what was shown for it."""
    overall = index.card.overall
    if overall.score is None:
        return agreed.standing(index)
    low, high = (numbers.plain(index.card.scale[end].value) for end in (0, -1))
    told = _(
        "The score is {score} on a scale from {low} to {high}",
        score=numbers.score(overall.score),
        low=low,
        high=high,
    )
    told = f"{', '.join([told, *_since(index.comparison)])}."
    if overall.evidenced_score is not None and overall.evidenced_score != overall.score:
        shown = numbers.score(overall.evidenced_score)
        told += " " + _(
            "Counting high levels only where evidence was noted, it is {score}.", score=shown
        )
    return " ".join(filter(None, (told, agreed.standing(index))))


def limit_reason(index: Index) -> str:
    """Return what limits the overall level and why; empty where nothing does."""
    return " ".join(dict.fromkeys(limit.because for limit in index.card.overall.limits))


def glance(index: Index) -> str:
    """Return the heading over the dimensions on page one."""
    total = len(index.card.dimensions)
    if total == 1:
        return _("The dimension at a glance")
    if not index.scored:
        return n_("{n} dimension at a glance", "{n} dimensions at a glance", total)
    if any(d.gap for d in index.card.dimensions):
        return n_(
            "{n} dimension at a glance, widest gap first",
            "{n} dimensions at a glance, widest gap first",
            total,
        )
    return n_(
        "{n} dimension at a glance, lowest score first",
        "{n} dimensions at a glance, lowest score first",
        total,
    )


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
        return n_(
            "Too few answers to rate any dimension: {n} of {total} questions has a level.",
            "Too few answers to rate any dimension: {n} of {total} questions have a level.",
            overall.answered,
            total=total,
        )
    if overall.not_applicable == total:
        return _("No question applies here, so there is nothing to rate.")
    if overall.unanswered == total:
        return _("Nothing has been answered yet, so there is nothing to rate.")
    return _("No question has a level yet, so there is nothing to rate.")


def _missing(index: Index) -> str:
    overall = index.card.overall
    if overall.rated < overall.rated_needed:
        return n_(
            "{n} of {total} dimensions is rated, and {needed} must be",
            "{n} of {total} dimensions are rated, and {needed} must be",
            overall.rated,
            total=overall.dimensions,
            needed=overall.rated_needed,
        )
    names = [title for _id, title in index.named(overall.missing)]
    return _("answers are missing on {names}", names=listed(names))


def _limited(index: Index, level: int, unlimited: int) -> str:
    limit = index.card.overall.limits[0]
    who = holders(index, limit)
    return n_(
        "The score reaches {reached}, but {holder} holds the result at {level}.",
        "The score reaches {reached}, but {holder} hold the result at {level}.",
        max(1, len(who)),
        reached=index.level_named(unlimited),
        holder=listed(who, most=2) or _("a limit"),
        level=index.level_named(level),
    )


def _tendency(index: Index) -> str:
    """Return what stands out, as the second half of the verdict; empty where nothing does."""
    below = [d for d in index.by_gap if d.gap]
    if len(below) > 1 and equally_far(below):
        return n_(
            "{n} of {total} dimensions is {gap} below target",
            "{n} of {total} dimensions are {gap} below target",
            len(below),
            total=len(index.card.dimensions),
            gap=numbers.gap(below[0].gap),
        )
    if below:
        return _("furthest from target: {names}", names=furthest(below))
    if all(d.target_reached for d in index.card.dimensions):
        return n_("the target is reached", "every target is reached", len(index.card.dimensions))
    highest, lowest = index.scored[0], index.scored[-1]
    if numbers.score(highest.score) == numbers.score(lowest.score):
        return ""
    return _("highest: {highest}, lowest: {lowest}", highest=highest.title, lowest=lowest.title)


def equally_far(below: Sequence[DimensionResult]) -> bool:
    """Tell whether all gaps are shown with the same digits."""
    return len({numbers.gap(d.gap) for d in below}) == 1


def furthest(below: Sequence[DimensionResult]) -> str:
    """Return the titles of those with the widest gap; *below* starts with the widest."""
    widest = numbers.gap(below[0].gap)
    return listed([d.title for d in below if numbers.gap(d.gap) == widest], most=2)


def _since(comparison: Comparison | None) -> Iterator[str]:
    """Yield what stands after the score: how it changed, and how like for like."""
    change = numbers.change(comparison.overall) if comparison else None
    if comparison is None or change is None:
        return
    name, exact = years.before(comparison), comparison.overall.change
    if years.another(comparison):
        same = (
            _("hardly different compared with {name}", name=name)
            if exact
            else _("the same compared with {name}", name=name)
        )
        told = {
            "up": _("{amount} more compared with {name}", amount=change.amount, name=name),
            "down": _("{amount} less compared with {name}", amount=change.amount, name=name),
            "same": same,
            "within": _(
                "{amount} compared with {name}, no more than one answer makes",
                amount=change.amount,
                name=name,
            ),
        }
    else:
        same = (
            _("hardly changed since {name}", name=name) if exact else _("as in {name}", name=name)
        )
        told = {
            "up": _("{amount} more than in {name}", amount=change.amount, name=name),
            "down": _("{amount} less than in {name}", amount=change.amount, name=name),
            "same": same,
            "within": _(
                "{amount} since {name}, no more than one answer makes",
                amount=change.amount,
                name=name,
            ),
        }
    like = numbers.like_for_like(comparison)
    yield clauses(filter(None, (told[change.direction], like)))


def _is_low(dimension: DimensionResult, limit: BindingLimit) -> bool:
    """Tell whether the whole dimension holds the result down, not single questions of it."""
    if dimension.level is None or dimension.level > limit.level or dimension.target_reached:
        return False
    named = [q.level for q in dimension.questions if q.id in limit.questions and q.level]
    low = [q for q in dimension.questions if q.level and q.level <= max(named, default=0)]
    return len(named) >= len(low)

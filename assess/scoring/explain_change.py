"""A comparison down to its answers: the bridge, the like-for-like scores, and each question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assess.language.forms import clauses
from assess.language.messages import _, n_
from assess.model.base import exact
from assess.model.comparison import PART_NAMES
from assess.model.explanation import Explanation
from assess.scoring.compare import compared
from assess.scoring.explain import BRIDGE, LIKE_FOR_LIKE, OF_A_CHANGE, OVERALL, chosen
from assess.scoring.explain_bridge import ABSENT, explain_bridge
from assess.scoring.movements import COMPARABLE
from assess.scoring.sides import joined
from assess.scoring.wording import (
    answer_in_words,
    basis_in_words,
    exact_or_none,
    plain,
    score_in_words,
    way_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from assess.model.assessment import Assessment
    from assess.model.comparison import (
        Comparison,
        Delta,
        DimensionChange,
        LikeForLike,
        QuestionChange,
    )
    from assess.scoring.joining import Year
    from assess.scoring.sides import Both


def explain_change(before: Assessment, after: Assessment, what: str = BRIDGE) -> Explanation:
    """Return how *what* changed from *before* to *after*: `bridge`, `like-for-like`, or an id.

    Ids are those of dimensions and questions; `overall` is the bridge.

    Raises:
        AssessError: They answer different questionnaires.
        NotFoundError: There is nothing of that name.

    """
    both = joined(before, after)
    known = _explainable(both, compared(both))
    return chosen(known, what, kind=_("dimension or question"), words=OF_A_CHANGE)


def _explainable(
    both: Both, comparison: Comparison
) -> Iterator[tuple[str, Callable[[], Explanation]]]:
    """Yield everything that can be explained, by its name; ids go before other words."""
    for dimension in (*comparison.dimensions, *comparison.companions):
        yield dimension.id, partial(_dimension, dimension, both)
    for change in comparison.questions:
        yield change.id, partial(_question, change, both, comparison)
    for word in (BRIDGE, OVERALL):
        yield word, partial(explain_bridge, both, comparison)
    yield LIKE_FOR_LIKE, partial(_like_for_like, both, comparison)


def _like_for_like(both: Both, comparison: Comparison) -> Explanation:
    like, weights = comparison.like_for_like, {**both.before.weights, **both.after.weights}
    return Explanation(
        label=_("Like for like"),
        text=_over_the_common(like),
        value=like.change,
        parts=tuple(_common(d, weights[d.id]) for d in comparison.dimensions),
    )


def _common(dimension: DimensionChange, weight: Fraction) -> Explanation:
    like = dimension.like_for_like
    if like.change is None:
        text = _("left out: no question can be compared")
        return Explanation(label=dimension.title, text=text)
    basis = basis_in_words(like)
    text = f"{_moved(like)}, x {plain(weight)} ({basis})"
    return Explanation(label=dimension.title, text=text, value=like.change)


def _dimension(dimension: DimensionChange, both: Both) -> Explanation:
    parts = (_over_its_questions(dimension, both), *_margin(dimension.score))
    return Explanation(
        label=dimension.title,
        text=_moved(dimension.score),
        value=dimension.score.change,
        parts=parts,
    )


def _over_its_questions(dimension: DimensionChange, both: Both) -> Explanation:
    own = [change for change in both.changes if change.dimension == dimension.id]
    common = [change for change in own if change.movement in COMPARABLE]
    left_out = [change for change in own if change.movement not in COMPARABLE]
    return Explanation(
        label=_("like for like"),
        text=_over_the_common(dimension.like_for_like),
        value=dimension.like_for_like.change,
        parts=(
            *(_weighed(change, both) for change in common),
            *(Explanation(label=change.id, text=change.reason) for change in left_out),
        ),
    )


def _moved(delta: Delta) -> str:
    return way_in_words(delta.before, delta.after, delta.change)


def _over_the_common(like: LikeForLike) -> str:
    basis = n_(
        "over {questions} of {n} question, with the later weights",
        "over {questions} of {n} questions, with the later weights",
        like.of,
        questions=like.questions,
    )
    return clauses((_moved(like), basis))


def _weighed(change: QuestionChange, both: Both) -> Explanation:
    name = change.joined_as
    old, new = both.old.questions[name], both.new.questions[name]
    before, after = exact(old.value or 0), exact(new.value or 0)
    text = f"{plain(before)} → {plain(after)}, x {new.weight}  {change.title}"
    return Explanation(label=change.id, text=text, value=after - before)


def _margin(delta: Delta) -> Iterator[Explanation]:
    if delta.margin is not None:
        yield Explanation(
            label=_("one answer, one level better or worse"),
            text=_("moves the score by at most {score}", score=score_in_words(delta.margin)),
            value=delta.margin,
        )


def _question(change: QuestionChange, both: Both, comparison: Comparison) -> Explanation:
    name = change.joined_as
    parts = [_on_side(both.old, name, comparison.before.cycle)]
    parts.append(_on_side(both.new, name, comparison.after.cycle))
    parts.append(Explanation(label=_("fingerprint"), text=_meanings(name, both)))
    if change.replaces:
        parts.append(Explanation(label=_("asked before as"), text=change.replaces))
    parts += [
        Explanation(label=_("part of the bridge"), text=_(PART_NAMES[part.kind]), value=part.change)
        for part in comparison.bridge.parts
        if name in part.questions
    ]
    said = change.reason or f"{change.before} → {change.after}"
    return Explanation(label=change.title, text=said, parts=tuple(parts))


def _on_side(year: Year, name: str, cycle: str) -> Explanation:
    question = year.questions.get(name)
    if question is None:
        return Explanation(label=cycle, text=_("not asked"))
    return Explanation(
        label=cycle,
        text=answer_in_words(question),
        value=exact_or_none(question.value),
        parts=(Explanation(label=_("weight"), text=plain(exact(question.weight))),),
    )


def _meanings(name: str, both: Both) -> str:
    """Return whether the question means the same, by digits of its fingerprints."""
    old, new = (year.meanings.get(name, ABSENT) for year in (both.old, both.new))
    if old == new:
        return f"{old} = {new}"
    return f"{old} → {new}"

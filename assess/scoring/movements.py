"""What happened to each question from one year to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import N_, _
from assess.model.base import exact
from assess.model.comparison import Movement, QuestionChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.assessment import State
    from assess.model.scorecard import QuestionResult
    from assess.scoring.joining import Year

COMPARABLE: Final[frozenset[Movement]] = frozenset({"rose", "fell", "stayed"})
"""The movements of questions that enter the like-for-like score."""

REASONS: Final[dict[Movement, str]] = {
    "became-not-applicable": N_("not applicable any more"),
    "became-applicable": N_("not applicable before"),
    "lost-answer": N_("has no level any more"),
    "gained-answer": N_("had no level before"),
    "open": N_("has no level on either side"),
    "question-changed": N_("the question or its levels mean something else now"),
    "new-question": N_("was not asked before"),
    "question-gone": N_("is not asked any more"),
}
"""Why a question is not comparable."""


def changes(old: Year, new: Year) -> Iterator[QuestionChange]:
    """Yield every question: the later ones in their order, then those that are gone.

    Of companions only those count that both sides have.
    """
    both = old.companions.keys() & new.companions.keys()
    for year in (new, old):
        companions = (d for name, d in year.companions.items() if name in both)
        for dimension in (*year.card.dimensions, *companions):
            for question in dimension.questions:
                if year is new or question.id not in new.questions:
                    yield _change(year.joining(question.id), question, dimension.id, old, new)


def _change(
    name: str, question: QuestionResult, dimension: str, old: Year, new: Year
) -> QuestionChange:
    before, after = old.questions.get(name), new.questions.get(name)
    movement = _movement(name, old, new)
    return QuestionChange(
        id=question.id,
        replaces=name if name != question.id else None,
        title=question.title,
        dimension=dimension,
        movement=movement,
        before_state=before.state if before else None,
        after_state=after.state if after else None,
        before=before.level if before else None,
        after=after.level if after else None,
        reason=_(REASONS[movement]) if movement in REASONS else "",
    )


def _movement(name: str, old: Year, new: Year) -> Movement:
    if name not in old.questions:
        return "new-question"
    if name not in new.questions:
        return "question-gone"
    if old.meanings[name] != new.meanings[name]:
        return "question-changed"
    before, after = old.questions[name], new.questions[name]
    if before.value is not None and after.value is not None:
        return _direction(before, after)
    return _without_level(before.state, after.state)


def _direction(before: QuestionResult, after: QuestionResult) -> Movement:
    """Return how an answer moved; by value, since a reversed question gets better downwards."""
    difference = exact(after.value or 0) - exact(before.value or 0)
    if not difference:
        return "stayed"
    return "rose" if difference > 0 else "fell"


def _without_level(before: State, after: State) -> Movement:
    """Return what happened to a question that lacks a level on at least one side."""
    if before != after:
        if after == "not-applicable":
            return "became-not-applicable"
        if before == "not-applicable":
            return "became-applicable"
    if before == "level":
        return "lost-answer"
    return "gained-answer" if after == "level" else "open"

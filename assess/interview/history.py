"""How answers change: every step is kept, and the last one can always be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.assessment import Answer, Change, Interview

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


def record(  # noqa: PLR0913 - the parts of one step of the history
    interview: Interview,
    question: str,
    answer: Answer | None,
    at: dt.datetime,
    *,
    order: Iterable[str] = (),
    undoes: int | None = None,
) -> Interview:
    """Return the interview with *answer* (None: no answer) and a step in its history.

    An answer that says nothing counts as none; one that changes nothing leaves no step. Answers
    stand in the *order* of these question ids, others behind them. *at* has a time zone.
    """
    new = None if answer == Answer() else answer
    old = interview.answers.get(question)
    if new == old and undoes is None:
        return interview
    answers = {key: given for key, given in interview.answers.items() if key != question}
    if new is not None:
        answers[question] = new
    places = {key: place for place, key in enumerate(order)}
    ordered = sorted(answers, key=lambda key: places.get(key, len(places)))
    step = Change(at=at, question=question, old=old, new=new, undoes=undoes)
    return interview.model_copy(
        update={
            "answers": {key: answers[key] for key in ordered},
            "history": (*interview.history, step),
        }
    )


def last_step(interview: Interview) -> int | None:
    """Return the place (from 0) of the last step that is no undo and was not undone, or None."""
    undone = {step.undoes for step in interview.history}
    steps = reversed(list(enumerate(interview.history)))
    return next((n for n, step in steps if step.undoes is None and n not in undone), None)

"""Answers that were given elsewhere, on paper or by a script, taken over all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.interview.history import record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from assess.model.assessment import Answer, Interview


def with_answers(
    interview: Interview, given: Mapping[str, Answer], *, order: Iterable[str], at: dt.datetime
) -> Interview:
    """Return *interview* with the answers that *given* names replaced, the rest left as it is.

    Each changed answer is a step of the history. Answers stand in the *order* of question ids;
    *at* has a time zone.
    """
    places = tuple(order)
    for question, answer in given.items():
        interview = record(interview, question, answer, at, order=places)
    return interview

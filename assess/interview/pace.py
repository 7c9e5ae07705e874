"""How long the rest of an interview takes, from how long the answers so far took."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.interview.conversation import Conversation
    from assess.model.assessment import Interview

_ANSWERED: Final = 3
"""From so many measured answers on, the own pace says more than the questionnaire's minutes."""

_SHORTEST: Final = dt.timedelta(seconds=5)
_LONGEST: Final = dt.timedelta(minutes=10)
"""What takes less was not talked about; what takes longer was interrupted."""

_COARSE: Final = 10
"""From so many minutes on, only every fifth is named."""


def minutes_left(conversation: Conversation) -> int | None:
    """Return about how many minutes the open questions take; None where nothing says so.

    It is the mean time of the answers so far, times the open questions, rounded up; before that
    the minutes that the questionnaires state, by the share that is open.
    """
    still_open = conversation.progress.open
    each = [*_times(conversation.interview)]
    if not still_open:
        return None
    if len(each) < _ANSWERED:
        stated = minutes_stated(conversation)
        return stated and _rounded(stated * still_open / conversation.progress.asked)
    mean = sum(each, dt.timedelta()) / len(each)
    return _rounded(mean * still_open / dt.timedelta(minutes=1))


def minutes_stated(conversation: Conversation) -> int | None:
    """Return the minutes that the questionnaires state for what is asked; None for none."""
    short = any(not place.asked for place in conversation.agenda.places)
    asked = {place.questionnaire.id: place.questionnaire for place in conversation.agenda.places}
    stated = [questionnaire.minutes for questionnaire in asked.values()]
    each = [minutes and (minutes.express if short else minutes.full) for minutes in stated]
    return sum(minutes for minutes in each if minutes) or None


def _times(interview: Interview) -> Iterator[dt.timedelta]:
    """Yield how long each first answer took after the one before, without leaps and breaks."""
    first: dict[str, dt.datetime] = {}
    for step in interview.history:
        if step.new is not None and step.new.state != "unanswered":
            first.setdefault(step.question, step.at)
    for before, after in pairwise(sorted(first.values())):
        if _SHORTEST <= after - before <= _LONGEST:
            yield after - before


def _rounded(minutes: float) -> int:
    whole = max(1, -int(-minutes // 1))
    return whole if whole < _COARSE else 5 * round(whole / 5)

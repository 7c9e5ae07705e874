"""Which answers a review shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from assess.interview.agenda import Place
    from assess.interview.commands import Which
    from assess.interview.conversation import Conversation


def reviewed(conversation: Conversation, which: Which) -> tuple[Place, ...]:
    """Return the questions whose answers a review shows, in order.

    What a short interview leaves out is among them only where it has an answer.
    """
    known = conversation.interview.answers
    return tuple(
        place
        for place in conversation.agenda.places
        if (place.asked or place.id in known) and _SHOWN[which](conversation, place)
    )


def evidence_from(place: Place) -> int:
    """Return the lowest level that wants evidence; one above the scale where none does."""
    rule = place.questionnaire.evidence
    return rule.from_level if rule else len(place.questionnaire.scale) + 1


def _all(_conversation: Conversation, _place: Place) -> bool:
    return True


def _open(conversation: Conversation, place: Place) -> bool:
    return conversation.answer(place.id).state == "unanswered"


def _parked(conversation: Conversation, place: Place) -> bool:
    return conversation.answer(place.id).parked


def _unknown(conversation: Conversation, place: Place) -> bool:
    return conversation.answer(place.id).dont_know


def _unproven(conversation: Conversation, place: Place) -> bool:
    answer = conversation.answer(place.id)
    return (answer.level or 0) >= evidence_from(place) and not answer.evidence


def _changed(conversation: Conversation, place: Place) -> bool:
    return conversation.earlier.differs(place.id, conversation.answer(place.id))


_SHOWN: Final[Mapping[Which, Callable[[Conversation, Place], bool]]] = {
    "all": _all,
    "open": _open,
    "parked": _parked,
    "dont-know": _unknown,
    "unproven": _unproven,
    "changed": _changed,
}
WHICH: Final[tuple[Which, ...]] = tuple(_SHOWN)
"""Every kind of review, in the order in which they are numbered from 0."""

"""What was answered in the cycle before, to be shown beside each question and never copied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assess.model.assessment import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import Assessment
    from assess.model.earlier import EarlierAnswer


@dataclass(frozen=True, slots=True)
class Earlier:
    """The answers of an earlier cycle by question id.

    `reworded` are the questions that were asked then with another meaning.
    """

    cycle: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reworded: frozenset[str] = frozenset()

    @classmethod
    def of(cls, before: Assessment, now: Assessment) -> Earlier:
        """Return what *before* holds of the questions that *now* asks."""
        then, today = before.meanings, now.meanings
        interviews = before.interviews[:1]
        answers = {name: given for one in interviews for name, given in one.answers.items()}
        return cls(
            cycle=before.cycle,
            answers={
                name: given
                for name, given in answers.items()
                if name in today and given.state != "unanswered"
            },
            reworded=frozenset(name for name in answers if then.get(name) != today.get(name)),
        )

    @classmethod
    def in_short(cls, now: Assessment) -> Earlier:
        """Return what travels along in *now* of the cycle before; nothing in the first cycle."""
        if not now.earlier:
            return NOTHING_EARLIER
        last, today = now.earlier[-1], now.meanings
        answers = {name: given for name, given in last.answers.items() if name in today}
        return cls(
            cycle=last.cycle,
            answers={name: _answer(given) for name, given in answers.items()},
            reworded=frozenset(
                name for name, given in answers.items() if today[name] != given.meaning
            ),
        )

    def differs(self, question: str, now: Answer) -> bool:
        """Tell whether the question has another level or another state than then."""
        then = self.answers.get(question)
        if then is None or now.state == "unanswered":
            return False
        return (then.state, then.level) != (now.state, now.level)


NOTHING_EARLIER = Earlier()
"""The first cycle has none before it."""


def _answer(given: EarlierAnswer) -> Answer:
    return Answer(
        level=given.level,
        dont_know=given.dont_know,
        not_applicable=given.not_applicable,
        note=given.note,
    )

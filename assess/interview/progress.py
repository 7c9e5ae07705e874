"""How far the interview is, as numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.model.assessment import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.interview.agenda import Place


@dataclass(frozen=True, slots=True)
class Progress:
    """Numbers of questions; `asked` is the sum of the other four."""

    title: str
    asked: int
    levels: int
    dont_know: int
    not_applicable: int
    open: int

    @property
    def answered(self) -> int:
        """Questions with any answer, "don't know" and "not applicable" included."""
        return self.asked - self.open


def progress(title: str, places: Iterable[Place], answers: Mapping[str, Answer]) -> Progress:
    """Count the answers to those of *places* that are asked."""
    asked = [place.id for place in places if place.asked]
    states = Counter(answers.get(question, Answer()).state for question in asked)
    return Progress(
        title=title,
        asked=len(asked),
        levels=states["level"],
        dont_know=states["dont-know"],
        not_applicable=states["not-applicable"],
        open=states["unanswered"],
    )

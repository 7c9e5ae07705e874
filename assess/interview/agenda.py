"""The questions of one or several questionnaires in the order they are asked, and finding them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assess.interview.layouts import by_position
from assess.interview.text import fold
from assess.model.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assess.model.questionnaire import Dimension, Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Place:
    """One question where it stands.

    `chapter` counts the dimensions of all questionnaires from 1, `number` the questions of the
    dimension; `asked` is false where a short interview leaves the question out.
    """

    question: Question
    dimension: Dimension
    questionnaire: Questionnaire
    chapter: int
    number: int
    asked: bool = True

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def label(self) -> str:
        """The number by which people can name the question: 3.2 is the second of the third."""
        return f"{self.chapter}.{self.number}"


@dataclass(frozen=True)
class Agenda:
    """All places in order."""

    places: tuple[Place, ...]

    @classmethod
    def of(cls, questionnaires: Sequence[Questionnaire], *, express: bool = False) -> Agenda:
        """Lay out the questionnaires one after the other; `express` asks the short set only."""
        dimensions = [(d, asked) for asked in questionnaires for d in asked.dimensions]
        return cls(
            tuple(
                Place(q, d, asked, chapter, number, asked=q.express or not express)
                for chapter, (d, asked) in enumerate(dimensions, 1)
                for number, q in enumerate(d.questions, 1)
            )
        )

    @cached_property
    def by_id(self) -> dict[str, Place]:
        """Every place by its question's id, in order."""
        return {place.id: place for place in self.places}

    @cached_property
    def chapters(self) -> tuple[tuple[Place, ...], ...]:
        """The places of each dimension."""
        last = self.places[-1].chapter
        return tuple(
            tuple(place for place in self.places if place.chapter == chapter)
            for chapter in range(1, last + 1)
        )

    def question(self, where: str) -> Place | None:
        """Return the question with exactly this id or number (`3.2`), or None."""
        return next((p for p in self.places if where.lower() in {p.id, p.label}), None)

    def dimension(self, where: str) -> tuple[Place, ...]:
        """Return the dimension with this number, id, title or unique start; empty for none."""
        if re.fullmatch(r"[0-9]{1,3}", where):
            return self.chapters[int(where) - 1] if 1 <= int(where) <= len(self.chapters) else ()
        wanted = fold(where)
        named = [(c, (c[0].dimension.id, fold(c[0].dimension.title))) for c in self.chapters]
        exact = [c for c, names in named if wanted in names]
        begun = [c for c, names in named if any(name.startswith(wanted) for name in names)]
        return next((c[0] for c in (exact, begun) if len(c) == 1), ())

    def candidates(self, where: str) -> tuple[Place, ...]:
        """Return the questions whose id begins so, else those that contain the words."""
        begun = tuple(place for place in self.places if place.id.startswith(fold(where)))
        return begun or self.search(where)

    def search(self, words: str) -> tuple[Place, ...]:
        """Return the questions that contain all the words somewhere, in order.

        Neither case nor accents count.
        """
        wanted = fold(words).split()
        found = (place for place in self.places if all(w in _haystack(place) for w in wanted))
        return tuple(found) if wanted else ()

    def nearest(self, where: str) -> str | None:
        """Return the id that looks most like *where*, for "did you mean"."""
        names = (*self.by_id, *(chapter[0].dimension.id for chapter in self.chapters))
        return closest(fold(where), names)

    def asked_after(self, question: str | None) -> Iterable[Place]:
        """Yield what is asked after *question*, then from the start up to and including it."""
        order = list(self.by_id)
        cut = order.index(question) + 1 if question in self.by_id else 0
        return (p for p in (*self.places[cut:], *self.places[:cut]) if p.asked)


def wordings(where: str) -> tuple[str, ...]:
    """Return *where* as typed and, where that differs, as typed by the keys of a Latin layout."""
    return tuple(dict.fromkeys((where, by_position(where.lower()))))


def _haystack(place: Place) -> str:
    q = place.question
    texts = (q.id, q.title, q.question, *q.levels, *q.evidence, place.dimension.title)
    return fold("\n".join(texts))

"""From last year's score to this year's, in steps that add up exactly.

The earlier answers become the later ones in a fixed order: what changed in the questionnaire, what
became applicable or ceased to be, which answers were gained or lost, and at last the answers that
really differ. Each part is the overall score after its step minus the score before it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from assess.model.base import exact
from assess.model.comparison import Bridge, BridgePart, PartKind
from assess.scoring.means import share, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from fractions import Fraction

    from assess.model.comparison import QuestionChange
    from assess.model.scorecard import Scorecard
    from assess.scoring.means import Pair


class Place(NamedTuple):
    """One question as it enters the score: in which dimension, with what weight and value."""

    dimension: str
    weight: Fraction
    value: Fraction | None
    applicable: bool


class Part(NamedTuple):
    """One dimension as it enters the score: its own, its weight, and its coverage (0 to 1)."""

    dimension: str
    score: Fraction | None
    weight: Fraction
    coverage: Fraction | None
    rated: bool


@dataclass(frozen=True)
class State:
    """The questions of a core by id, with what decides how they make the overall score.

    A dimension is rated from a coverage of `rated_from` on (rule R10).
    """

    places: Mapping[str, Place]
    weights: Mapping[str, Fraction]
    rated_from: Fraction

    @property
    def score(self) -> Fraction | None:
        """The overall score (rules R1, R2, R10); None while no dimension is rated."""
        return weighted_mean((part.score, part.weight) for part in self.parts if part.rated)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The dimensions of which something applies."""
        pairs: dict[str, list[Pair]] = defaultdict(list)
        for place in self.places.values():
            if place.applicable:
                pairs[place.dimension].append((place.value, place.weight))
        return tuple(
            Part(
                dimension=name,
                score=weighted_mean(found),
                weight=self.weights[name],
                coverage=(coverage := share(found)),
                rated=(coverage or 0) >= self.rated_from,
            )
            for name, found in pairs.items()
        )


def state_of(card: Scorecard, rated_from: Fraction, names: Mapping[str, str]) -> State:
    """Return the core of *card*; *names* are the earlier ids of questions that were renamed."""
    return State(
        places={
            names.get(question.id, question.id): Place(
                dimension=dimension.id,
                weight=exact(question.weight),
                value=None if question.value is None else exact(question.value),
                applicable=question.state != "not-applicable",
            )
            for dimension in card.dimensions
            for question in dimension.questions
        },
        weights={dimension.id: exact(dimension.weight) for dimension in card.dimensions},
        rated_from=rated_from,
    )


class Step(NamedTuple):
    """One step: what it is about, and the core before and after it."""

    kind: PartKind
    before: State
    after: State

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that the step took, by the ids that join the years."""
        every = {**self.before.places, **self.after.places}
        return tuple(
            name for name in every if self.before.places.get(name) != self.after.places.get(name)
        )


def bridge(before: State, after: State, changes: Iterable[QuestionChange]) -> Bridge:
    """Return the way from *before* to *after*; *changes* tell what happened to each question.

    A step after which no dimension is rated has no part of its own: its effect stands in the next
    one after which there is a score again.
    """
    last, parts = before.score, []
    for step in steps(before, after, changes):
        score = step.after.score
        change = None if score is None or last is None else score - last
        last = last if score is None else score
        part = BridgePart(kind=step.kind, change=change, score=score, questions=step.questions)
        parts.append(part)
    whole = None if before.score is None or after.score is None else after.score - before.score
    return Bridge(before=before.score, after=after.score, change=whole, parts=tuple(parts))


def steps(before: State, after: State, changes: Iterable[QuestionChange]) -> Iterator[Step]:
    """Yield the steps from *before* to *after*, always all of them and in the same order."""
    changed = {c.joined_as for c in changes if c.movement == "question-changed"}
    both = before.places.keys() & after.places.keys() - changed
    moves: tuple[tuple[PartKind, Callable[[State], State]], ...] = (
        ("gone", lambda state: _without(state, before.places.keys() - after.places.keys())),
        ("new", lambda state: _with(state, after, after.places.keys() - before.places.keys())),
        ("changed", lambda state: _with(state, after, changed & after.places.keys())),
        ("weights", lambda state: _weighed(state, after)),
        ("applicability", lambda state: _differing(state, after, both, _applies)),
        ("coverage", lambda state: _differing(state, after, both, _answered)),
        ("real", lambda state: _with(state, after, both)),
    )
    state = before
    for kind, move in moves:
        moved = move(state)
        yield Step(kind, state, moved)
        state = moved


def _without(state: State, names: Iterable[str]) -> State:
    gone = set(names)
    kept = {name: place for name, place in state.places.items() if name not in gone}
    return replace(state, places=kept)


def _with(state: State, after: State, names: Iterable[str]) -> State:
    """Return *state* with the questions called *names* as they are in *after*, in its order."""
    wanted = set(names)
    taken = {name: place for name, place in after.places.items() if name in wanted}
    fresh = {place.dimension: after.weights[place.dimension] for place in taken.values()}
    return replace(state, places={**state.places, **taken}, weights={**fresh, **state.weights})


def _weighed(state: State, after: State) -> State:
    """Return *state* with the weights and the places that questions have in *after*."""
    places = {
        name: place._replace(
            weight=after.places[name].weight, dimension=after.places[name].dimension
        )
        for name, place in state.places.items()
    }
    return State(places, after.weights, after.rated_from)


def _differing(
    state: State, after: State, names: Iterable[str], what: Callable[[Place], bool]
) -> State:
    """Return *state* with those of *names* as they are in *after* of which *what* is another."""
    other = [name for name in names if what(state.places[name]) != what(after.places[name])]
    return _with(state, after, other)


def _applies(place: Place) -> bool:
    return place.applicable


def _answered(place: Place) -> bool:
    return place.value is not None

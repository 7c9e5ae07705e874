"""The results with what every part of the report looks up in them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from assess.language.messages import _
from assess.model.base import exact
from assess.model.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assess.model.comparison import Comparison, DimensionChange, QuestionChange
    from assess.model.planned import FollowedUp
    from assess.model.scorecard import DimensionResult, PatternResult, Scorecard, StrengthResult
    from assess.model.stability import Stability

SEVERITIES = get_args(Severity)


@dataclass(frozen=True)
class Index:
    """A scorecard, the comparison with an earlier cycle, and how stable it is, where known."""

    card: Scorecard
    comparison: Comparison | None
    stability: Stability | None = None

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """The values of the levels, lowest first."""
        return tuple(exact(step.value) for step in self.card.scale)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of questions and dimensions by id, those of companions included."""
        return {**self.card.titles, **{d.id: d.title for d in self.card.every_dimension}}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The number of each question by id: 3.2 is the second of the third dimension."""
        return {
            question.id: f"{chapter}.{number}"
            for chapter, dimension in enumerate(self.card.every_dimension, 1)
            for number, question in enumerate(dimension.questions, 1)
        }

    @cached_property
    def dimension_of(self) -> Mapping[str, DimensionResult]:
        """The dimension of each question, by the question's id."""
        every = self.card.every_dimension
        return {q.id: d for d in every for q in d.questions}

    @cached_property
    def planned(self) -> Mapping[str, FollowedUp]:
        """The agreed actions by their ids."""
        return {action.id: action for action in self.card.plan}

    @cached_property
    def changes(self) -> Mapping[str, DimensionChange]:
        """What happened to each dimension since the earlier cycle; empty without one."""
        return {d.id: d for d in self.comparison.dimensions} if self.comparison else {}

    @cached_property
    def question_changes(self) -> Mapping[str, QuestionChange]:
        """What happened to each question since the earlier cycle; empty without one."""
        return {q.id: q for q in self.comparison.questions} if self.comparison else {}

    @cached_property
    def scored(self) -> tuple[DimensionResult, ...]:
        """The dimensions that have a score, highest first."""
        known = [(d.score, d) for d in self.card.dimensions if d.score is not None]
        return tuple(d for _, d in sorted(known, key=lambda pair: -pair[0]))

    @cached_property
    def rated(self) -> tuple[DimensionResult, ...]:
        """The dimensions with enough answers for a level, highest score first."""
        return tuple(d for d in self.scored if not d.provisional)

    @cached_property
    def by_gap(self) -> tuple[DimensionResult, ...]:
        """Every dimension, widest gap first, then lowest score; those without a score come last."""
        return tuple(sorted(self.card.dimensions, key=_distance))

    @cached_property
    def seen(self) -> tuple[PatternResult, ...]:
        """The failure patterns that are seen, most severe first."""
        found = [p for p in self.card.patterns if p.state == "seen"]
        return tuple(sorted(found, key=lambda p: SEVERITIES.index(p.severity)))

    @cached_property
    def strengths(self) -> tuple[StrengthResult, ...]:
        """The strengths that are seen."""
        return tuple(s for s in self.card.strengths if s.state == "seen")

    def named(self, ids: Iterable[str]) -> Sequence[tuple[str, str]]:
        """Return ids with their titles, in order, once each; an unknown id is its own title."""
        return [(name, self.titles.get(name, name)) for name in dict.fromkeys(ids)]

    def level_named(self, level: int) -> str:
        """Return a level with its name: "level 3, Defined"."""
        return _("level {level}, {name}", level=level, name=self.card.scale[level - 1].name)


def _distance(dimension: DimensionResult) -> tuple[Fraction, bool, Fraction]:
    gap, score = dimension.gap, dimension.score
    return -(gap or Fraction(0)), score is None, score or Fraction(0)

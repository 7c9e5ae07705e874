"""What the limits look at that reach the overall level, directly or through a dimension."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assess.scoring.limits import WEAKEST_SECTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from assess.model.questionnaire import Questionnaire
    from assess.model.rules import Condition, Limit, Pattern


@dataclass(frozen=True)
class Reach:
    """The reach of the limits of the core over what is `asked`, the core first."""

    asked: tuple[Questionnaire, ...]

    @cached_property
    def followed(self) -> set[str]:
        """What ceilings follow: dimensions and questions."""
        return {name for limit in self._limits for name in limit.at.level_of}

    @cached_property
    def watched(self) -> set[str]:
        """The questions that conditions name and ceilings follow, those in sections included."""
        found = self.followed.copy()
        for limit in self._limits:
            if limit.when:
                found.update(self._named(limit.when))
            if WEAKEST_SECTION in limit.at.level_of:
                found.update(self._within(limit.caps))
        return found

    @cached_property
    def _limits(self) -> list[Limit]:
        core = self.asked[0].limits
        whole = [limit for limit in core if limit.caps == "overall"]
        followed = {name for limit in whole for name in limit.at.level_of}
        return [*whole, *(limit for limit in core if limit.caps in followed)]

    @cached_property
    def _patterns(self) -> Mapping[str, Pattern]:
        return {pattern.id: pattern for one in self.asked for pattern in one.patterns}

    def _named(self, condition: Condition) -> Iterator[str]:
        """Yield the questions on which *condition* depends."""
        for part in self._conditions(condition, frozenset()):
            if part.q:
                yield part.q
            if part.fell:
                yield from self._every_question if part.fell.q == "any" else (part.fell.q,)
            yield from self._within(part.dim or part.section or "")

    def _conditions(self, condition: Condition, within: frozenset[str]) -> Iterator[Condition]:
        """Yield *condition*, those inside it, and those of patterns; it is *within* some itself."""
        for part in condition.walk():
            yield part
            pattern = self._patterns.get(part.pattern or "")
            if pattern and pattern.id not in within:
                yield from self._conditions(pattern.when, within | {pattern.id})

    @property
    def _every_question(self) -> Iterable[str]:
        return (name for one in self.asked for name in one.questions)

    def _within(self, place: str) -> Iterator[str]:
        """Yield the questions of the dimension in which *place* lies."""
        name = place.partition("/")[0]
        for questionnaire in self.asked:
            if dimension := questionnaire.find_dimension(name):
                yield from (question.id for question in dimension.questions)

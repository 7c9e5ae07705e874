"""Three-valued judgement of conditions: true, false, or unknown while an answer is missing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from assess.model.base import exact
from assess.scoring.means import weighted_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assess.model.rules import Condition, Pattern
    from assess.model.scorecard import Need
    from assess.scoring.relapses import Relapse
    from assess.scoring.sheet import Sheet


Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition holds (None is unknown).

    `missing` are the questions without a level inside unknown conditions, `needs` what else is
    missing there, `because` the questions whose levels make it true; each once, in order.
    """

    holds: bool | None
    missing: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


UNKNOWN = Verdict(None)
_ROLES = Verdict(None, needs=("roles",))
_CYCLES = Verdict(None, needs=("cycles",))


class Judge:
    """Judges conditions over the sheets of the core and its companions; each pattern once.

    *relapses* are the questions that rose and fell again, None before the third cycle.
    """

    def __init__(
        self, sheets: Sequence[Sheet], relapses: Mapping[str, Relapse] | None = None
    ) -> None:
        self._sheets = sheets
        self._relapses = relapses
        self._patterns = {p.id: p for sheet in sheets for p in sheet.questionnaire.patterns}
        self._judged: dict[str, Verdict] = {}

    def pattern(self, pattern: Pattern) -> Verdict:
        """Return whether *pattern* is seen; one that refers to itself stays unknown."""
        if pattern.id not in self._judged:
            self._judged[pattern.id] = UNKNOWN
            self._judged[pattern.id] = self.condition(pattern.when)
        return self._judged[pattern.id]

    def condition(self, condition: Condition) -> Verdict:
        """Return whether *condition* holds, by Kleene's three-valued logic."""
        match condition.form:
            case "q":
                return self._question(condition)
            case "dim" | "section":
                return self._score(condition)
            case "pattern":
                named = self._patterns.get(condition.pattern or "")
                return UNKNOWN if named is None else self.pattern(named)
            case "gap" | "fell":
                return self._fell(condition) if condition.fell else _ROLES
            case "not":
                return _negated(self.condition(condition.negated)) if condition.negated else UNKNOWN
            case _:
                return self._group(condition)

    def _question(self, condition: Condition) -> Verdict:
        name = condition.q or ""
        level = self._sheets[0].level(name)
        if level is None:
            return Verdict(None, missing=(name,))
        return Verdict(_within(Fraction(level), condition), because=(name,))

    def _fell(self, condition: Condition) -> Verdict:
        """R13: a level that had risen has fallen; one that cannot be compared has not."""
        if self._relapses is None or condition.fell is None:
            return _CYCLES
        wanted = condition.fell.q
        fallen = tuple(
            name
            for name, relapse in self._relapses.items()
            if wanted in {name, "any"} and _within(Fraction(relapse.depth), condition)
        )
        return Verdict(bool(fallen), because=fallen)

    def _score(self, condition: Condition) -> Verdict:
        name, _, section = (condition.dim or condition.section or "").partition("/")
        found = ((sheet, sheet.questionnaire.find_dimension(name)) for sheet in self._sheets)
        sheet, dimension = next(((s, d) for s, d in found if d), (None, None))
        if sheet is None or dimension is None:
            return UNKNOWN
        questions = [q for q in dimension.questions if not section or q.section == section]
        score = weighted_mean(sheet.pairs(questions))
        if score is None:
            return Verdict(None, missing=tuple(q.id for q in questions))
        return Verdict(_within(score, condition))

    def _group(self, condition: Condition) -> Verdict:
        needed = len(condition.parts) if condition.all else condition.at_least or 1
        return _at_least(needed, [self.condition(part) for part in condition.parts])


def _within(number: Fraction, condition: Condition) -> bool:
    return (
        (condition.min is None or number >= exact(condition.min))
        and (condition.max is None or number <= exact(condition.max))
        and (condition.below is None or number < exact(condition.below))
    )


def _negated(verdict: Verdict) -> Verdict:
    return verdict if verdict.holds is None else Verdict(not verdict.holds, because=verdict.because)


def _at_least(needed: int, verdicts: Sequence[Verdict]) -> Verdict:
    true = [v for v in verdicts if v.holds]
    unknown = [v for v in verdicts if v.holds is None]
    if len(true) >= needed:
        return Verdict(holds=True, because=_once(v.because for v in true))
    if len(true) + len(unknown) < needed:
        false = (v.because for v in verdicts if v.holds is False)
        return Verdict(holds=False, because=_once(false))
    return Verdict(
        None,
        missing=_once(v.missing for v in unknown),
        needs=_once(v.needs for v in unknown),
    )


def _once(names: Iterable[tuple[Name, ...]]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(name for group in names for name in group))

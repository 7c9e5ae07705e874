"""What is kept of one assessment among many, and which of them stand side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from assess.scoring.sheet import only_interview
from assess.scoring.standing import standing_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assess.model.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one assessment: its results, and where it belongs.

    `units` is 1, or how many units it is the mean of.
    """

    organisation: str
    unit: str
    version: str
    cycle: str
    date: dt.date
    score: Fraction | None
    level: int | None
    coverage: Fraction | None
    dimensions: Mapping[str, Fraction | None]
    units: int = 1


def entry_of(assessment: Assessment) -> Entry:
    """Return what is kept of *assessment*.

    Raises:
        AssessError: It holds the interviews of several people.

    """
    interview = only_interview(assessment)
    standing = standing_of(assessment, interview.answers if interview else {})
    return Entry(
        organisation=assessment.organisation,
        unit=assessment.unit,
        version=assessment.core.version,
        cycle=assessment.cycle,
        date=assessment.date,
        score=standing.overall.score,
        level=standing.overall.level,
        coverage=standing.overall.coverage,
        dimensions={dimension.id: dimension.score for dimension in standing.dimensions},
    )


def latest(entries: Iterable[Entry]) -> Sequence[Entry]:
    """Return the last entry of each unit, by date and, on one day, by the name of the cycle.

    One in which nothing has a level yet, such as a cycle that was renewed today, stands only where
    its unit has no other.
    """
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = _whose(entry)
        if key not in found or _standing(found[key]) < _standing(entry):
            found[key] = entry
    return list(found.values())


def left_out(every: Iterable[Entry], last: Iterable[Entry]) -> int:
    """Return how many of *every* come before the *last* of their unit."""
    when = {_whose(entry): _when(entry) for entry in last}
    return sum(_when(entry) <= when[_whose(entry)] for entry in every) - len(when)


def organisations(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield one for each organisation: that of its whole, else the plain mean of its units."""
    units: dict[str, list[Entry]] = {}
    for entry in entries:
        units.setdefault(entry.organisation, []).append(entry)
    for own in units.values():
        yield next((entry for entry in own if not entry.unit), None) or _mean_of(own)


def _whose(entry: Entry) -> tuple[str, str]:
    return entry.organisation, entry.unit


def _standing(entry: Entry) -> tuple[bool, tuple[dt.date, str]]:
    return bool(entry.coverage), _when(entry)


def _when(entry: Entry) -> tuple[dt.date, str]:
    return entry.date, entry.cycle


def _mean_of(units: Sequence[Entry]) -> Entry:
    """Return *units* of one organisation as one: plain means of what has a score, and no level."""
    last = max(units, key=_when)
    if len(units) == 1:
        return last
    names = dict.fromkeys(name for unit in units for name in unit.dimensions)
    return replace(
        last,
        unit="",
        score=_mean(unit.score for unit in units),
        level=None,
        coverage=_mean(unit.coverage for unit in units),
        dimensions={n: _mean(unit.dimensions.get(n) for unit in units) for n in names},
        units=len(units),
    )


def _mean(numbers: Iterable[Fraction | None]) -> Fraction | None:
    known = [number for number in numbers if number is not None]
    return sum(known, Fraction(0)) / len(known) if known else None

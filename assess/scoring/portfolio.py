"""Ranks, quarters and spread of many assessments."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from assess.model.portfolio import Member, Portfolio, Spread

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

By: TypeAlias = Literal["unit", "organisation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one assessment: its results, and where it belongs."""

    organisation: str
    unit: str
    cycle: str
    date: dt.date
    score: Fraction | None
    level: int | None
    coverage: Fraction | None
    dimensions: Mapping[str, Fraction | None]


def portfolio(
    entries: Iterable[Entry],
    *,
    by: By,
    questionnaire: str,
    titles: Mapping[str, str],
    anonymous: str = "",
) -> Portfolio:
    """Return *entries* side by side, of each unit or organisation the latest.

    With *anonymous*, such as "No. {n}", nobody is named; the numbers follow the ranks.
    """
    every = list(entries)
    ranked = sorted(_latest(every, by), key=_standing)
    scores = sorted(entry.score for entry in ranked if entry.score is not None)
    cuts = [quantile(scores, Fraction(part, 4)) for part in (1, 2, 3)] if scores else []
    members = tuple(
        _member(entry, scores, cuts, anonymous.format(n=place) or _name(entry, by))
        for place, entry in enumerate(ranked, 1)
    )
    return Portfolio(
        questionnaire=questionnaire,
        by=by,
        titles=titles,
        members=members,
        spread=spread(scores),
        dimensions={
            name: spread([s for e in ranked if (s := e.dimensions.get(name)) is not None])
            for name in titles
        },
        earlier=len(every) - len(ranked),
    )


def spread(scores: Iterable[Fraction]) -> Spread | None:
    """Return the five numbers of *scores*; None where there are none."""
    ordered = sorted(scores)
    if not ordered:
        return None
    lowest, lower, median, upper, highest = (
        quantile(ordered, Fraction(quarter, 4)) for quarter in range(5)
    )
    return Spread(
        count=len(ordered), lowest=lowest, lower=lower, median=median, upper=upper, highest=highest
    )


def quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """Return the value below which a *share* (0 to 1) lies (Hyndman and Fan 1996, type 7)."""
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _latest(entries: Iterable[Entry], by: By) -> Iterable[Entry]:
    """Return the last entry of each unit, or of each organisation as a whole."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.organisation, entry.unit if by == "unit" else "")
        if key not in found or found[key].date < entry.date:
            found[key] = entry
    return found.values()


def _standing(entry: Entry) -> tuple[bool, Fraction, str, str]:
    score = entry.score
    return score is None, -(score or Fraction(0)), entry.organisation, entry.unit


def _member(
    entry: Entry, scores: Sequence[Fraction], cuts: Sequence[Fraction], name: str
) -> Member:
    score = entry.score
    return Member(
        name=name,
        cycle=entry.cycle,
        date=entry.date,
        score=entry.score,
        level=entry.level,
        coverage=entry.coverage,
        rank=None if score is None else 1 + len(scores) - bisect_right(scores, score),
        quarter=None if score is None else 1 + sum(score > cut for cut in cuts),
        dimensions=entry.dimensions,
    )


def _name(entry: Entry, by: By) -> str:
    return ", ".join(filter(None, (entry.organisation, entry.unit if by == "unit" else "")))

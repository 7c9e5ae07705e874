"""Ranks, quarters and spread of many assessments."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from assess.model.portfolio import Member, Portfolio, Spread
from assess.scoring.entries import latest, left_out, organisations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assess.model.scorecard import Step
    from assess.scoring.entries import Entry

By: TypeAlias = Literal["unit", "organisation"]

QUARTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What the questionnaire of all entries says: its id and title, its dimensions and scale."""

    id: str
    title: str
    titles: Mapping[str, str]
    scale: tuple[Step, ...]


def portfolio(entries: Iterable[Entry], *, by: By, asked: Asked, anonymous: str = "") -> Portfolio:
    """Return *entries* side by side, of each unit or organisation the latest with an answer.

    An organisation is the assessment of its whole where there is one, else the plain mean of its
    units. With *anonymous*, such as "No. {n}", nobody is named; the numbers follow the ranks.
    """
    every = list(entries)
    last = latest(every)
    standing = last if by == "unit" else organisations(last)
    ranked = sorted(standing, key=_results if anonymous else _named_results)
    scores = sorted(entry.score for entry in ranked if entry.score is not None)
    whole = spread(scores)
    members = tuple(_member(entry, scores, whole, by) for entry in ranked)
    return Portfolio(
        questionnaire=asked.id,
        title=asked.title,
        by=by,
        organisation=None if anonymous or by == "organisation" else _common(ranked),
        anonymous=bool(anonymous),
        versions=dict(sorted(Counter(entry.version for entry in last).items())),
        scale=asked.scale,
        titles=asked.titles,
        members=_unnamed(members, anonymous) if anonymous else members,
        spread=whole,
        dimensions={name: _spread_in(name, ranked) for name in asked.titles},
        earlier=left_out(every, last),
        parts=len(last) - sum(entry.units for entry in ranked),
    )


def spread(scores: Iterable[Fraction]) -> Spread | None:
    """Return the five numbers of *scores*; None where there are none."""
    ordered = sorted(scores)
    if not ordered:
        return None
    lowest, lower, median, upper, highest = (
        _quantile(ordered, Fraction(quarter, QUARTERS)) for quarter in range(QUARTERS + 1)
    )
    return Spread(
        count=len(ordered), lowest=lowest, lower=lower, median=median, upper=upper, highest=highest
    )


def _spread_in(dimension: str, entries: Iterable[Entry]) -> Spread | None:
    scores = (entry.dimensions.get(dimension) for entry in entries)
    return spread(score for score in scores if score is not None)


def _quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """Return the value below which a *share* (0 to 1) lies (Hyndman and Fan 1996, type 7)."""
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _common(entries: Sequence[Entry]) -> str | None:
    """Return the organisation of all *entries*; None where there are several."""
    names = {entry.organisation for entry in entries}
    return names.pop() if len(names) == 1 else None


def _named_results(entry: Entry) -> tuple[object, ...]:
    score = entry.score
    return score is None, -(score or Fraction(0)), entry.organisation, entry.unit


def _results(entry: Entry) -> tuple[object, ...]:
    """Return what ranks without names: who has the same results may stand in any order."""
    numbers = (entry.score, entry.coverage, *(s for _, s in sorted(entry.dimensions.items())))
    return tuple((number is None, -(number or Fraction(0))) for number in numbers)


def _member(entry: Entry, scores: Sequence[Fraction], whole: Spread | None, by: By) -> Member:
    score = entry.score
    return Member(
        name=", ".join(filter(None, (entry.organisation, entry.unit if by == "unit" else ""))),
        units=entry.units,
        cycle=entry.cycle,
        date=entry.date,
        score=score,
        level=entry.level,
        coverage=entry.coverage,
        rank=None if score is None else 1 + len(scores) - bisect_right(scores, score),
        quarter=_quarter(score, whole),
        dimensions=entry.dimensions,
    )


def _quarter(score: Fraction | None, whole: Spread | None) -> int | None:
    if score is None or whole is None or whole.count < QUARTERS or whole.lowest == whole.highest:
        return None
    return 1 + sum(score > cut for cut in (whole.lower, whole.median, whole.upper))


def _unnamed(members: Iterable[Member], anonymous: str) -> tuple[Member, ...]:
    """Return *members* without what tells who they are."""
    return tuple(
        member.model_copy(
            update={"name": anonymous.format(n=place), "cycle": "", "date": None, "units": None}
        )
        for place, member in enumerate(members, 1)
    )

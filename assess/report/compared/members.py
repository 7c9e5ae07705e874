"""Many assessments side by side in words: spread, ranks, and scores by dimension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.forms import clauses, grouped
from assess.language.messages import _, n_, spoken
from assess.model.base import exact
from assess.report import numbers
from assess.report.charts.answers import shade
from assess.report.charts.boxes import Box, box
from assess.report.sections import Section
from assess.scoring.means import nearest_level
from assess.scoring.naming import five_names, left_out_of, member_name, recognised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from assess.model.portfolio import Member, Portfolio, Spread

ENDS: Final = 40
"""Of more than twice as many members, so many from each end of the ranks are shown."""


class Five(NamedTuple):
    """How the scores of a dimension, or of the whole, are spread."""

    title: str
    scores: str
    numbers: tuple[str, ...]
    drawn: Box | None


class Shaded(NamedTuple):
    """A score with the shade of its level, 1 (light) to 5; 0 where there is none."""

    score: str
    shade: int


class Place(NamedTuple):
    """One member: its rank, and its scores overall and by dimension."""

    rank: str
    name: str
    score: str
    level: str
    coverage: str
    quarter: str
    cycle: str
    overall: Shaded
    dimensions: tuple[Shaded, ...]


@dataclass(frozen=True, kw_only=True)
class Members:
    """Everything that is said of a portfolio, which is there for what a format counts itself.

    `first` are the members that are shown from the top, `last` those from the bottom; `between`
    says how many lie between them, empty where none do.
    """

    portfolio: Portfolio
    language: str
    title: str
    who: str
    unit: str
    span: str
    verdict: str
    sections: tuple[Section, ...]
    heads: tuple[str, ...]
    spreads: tuple[Five, ...]
    titles: tuple[str, ...]
    levels: tuple[str, ...]
    first: tuple[Place, ...]
    last: tuple[Place, ...]
    between: str
    dotted: bool
    notes: tuple[str, ...]


def members_of(portfolio: Portfolio) -> Members:
    """Return *portfolio* in words."""
    values = [exact(step.value) for step in portfolio.scale]
    members = portfolio.members
    count = n_("{n} assessment", "{n} assessments", len(members))
    cut = len(members) > 2 * ENDS
    spreads = tuple(_spreads(portfolio, values))
    return Members(
        portfolio=portfolio,
        language=spoken(),
        title=portfolio.title,
        who=portfolio.organisation or count,
        unit=count if portfolio.organisation else "",
        span=_versions(portfolio),
        verdict=_headline(portfolio),
        sections=tuple(_sections(portfolio)),
        heads=five_names(),
        spreads=spreads,
        titles=tuple(portfolio.titles.values()),
        levels=tuple(str(step.level) for step in portfolio.scale),
        first=tuple(_places(members[:ENDS] if cut else members, portfolio, values)),
        last=tuple(_places(members[-ENDS:] if cut else (), portfolio, values)),
        between=_between(len(members) - 2 * ENDS) if cut else "",
        dotted=any(five.drawn and five.drawn.dots for five in spreads),
        notes=tuple(_notes(portfolio)),
    )


def _versions(portfolio: Portfolio) -> str:
    return _(
        "versions of the questionnaire: {versions}",
        versions=clauses(f"{name} ({count})" for name, count in portfolio.versions.items()),
    )


def _headline(portfolio: Portfolio) -> str:
    """Return between which scores everybody lies, and where the middle half does."""
    spread = portfolio.spread
    if spread is None:
        return _("No dimension has a score yet")
    return n_(
        "{n} score, {lowest}",
        "{n} scores from {lowest} to {highest}, the middle half from {lower} to {upper}",
        spread.count,
        lowest=numbers.score(spread.lowest),
        highest=numbers.score(spread.highest),
        lower=numbers.score(spread.lower),
        upper=numbers.score(spread.upper),
    )


def _sections(portfolio: Portfolio) -> Iterator[Section]:
    yield Section("spread", _("Spread of the scores"), _headline(portfolio))
    yield Section("ranking", _("Ranks"), _ends(portfolio))
    yield Section("heat", _("Dimensions"), _medians(portfolio))


def _ends(portfolio: Portfolio) -> str:
    ranked = [member for member in portfolio.members if member.rank is not None]
    if not ranked:
        return _("No dimension has a score yet")
    highest, lowest = ranked[0], ranked[-1]
    if highest.score == lowest.score:
        return _("{title} stands at {score}", title=_("Overall"), score=numbers.score(lowest.score))
    return _(
        "From {low} ({lowest}) to {high} ({highest})",
        low=numbers.score(lowest.score),
        lowest=member_name(lowest, portfolio),
        high=numbers.score(highest.score),
        highest=member_name(highest, portfolio),
    )


def _medians(portfolio: Portfolio) -> str:
    known = [
        (spread.median, title)
        for name, title in portfolio.titles.items()
        if (spread := portfolio.dimensions[name])
    ]
    if not known:
        return _("No dimension has a score yet")
    (low, lowest), (high, highest) = min(known), max(known)
    return _(
        "Medians from {low} ({lowest}) to {high} ({highest})",
        low=numbers.score(low),
        lowest=lowest,
        high=numbers.score(high),
        highest=highest,
    )


def _spreads(portfolio: Portfolio, values: Sequence[Fraction]) -> Iterator[Five]:
    """Yield the dimensions, and the whole as the last."""
    for name, title in portfolio.titles.items():
        scores = (member.dimensions.get(name) for member in portfolio.members)
        yield _five(title, portfolio.dimensions[name], values, scores)
    scores = (member.score for member in portfolio.members)
    yield _five(_("Overall"), portfolio.spread, values, scores)


def _five(
    title: str,
    spread: Spread | None,
    values: Sequence[Fraction],
    scores: Iterable[Fraction | None],
) -> Five:
    if spread is None:
        return Five(title, "0", (numbers.NONE,) * len(five_names()), None)
    drawn = box(values, spread, [score for score in scores if score is not None])
    return Five(title, grouped(spread.count), tuple(map(numbers.score, spread.five)), drawn)


def _places(
    members: Iterable[Member], portfolio: Portfolio, values: Sequence[Fraction]
) -> Iterator[Place]:
    for member in members:
        yield Place(
            rank=numbers.NONE if member.rank is None else grouped(member.rank),
            name=member_name(member, portfolio),
            score=numbers.score(member.score),
            level=numbers.NONE if member.level is None else str(member.level),
            coverage=numbers.percent(member.coverage),
            quarter=numbers.NONE if member.quarter is None else str(member.quarter),
            cycle=member.cycle,
            overall=_shaded(member.score, values),
            dimensions=tuple(
                _shaded(member.dimensions.get(name), values) for name in portfolio.titles
            ),
        )


def _shaded(score: Fraction | None, values: Sequence[Fraction]) -> Shaded:
    if score is None:
        return Shaded(numbers.NONE, 0)
    return Shaded(numbers.score(score), shade(nearest_level(score, values), len(values)))


def _between(count: int) -> str:
    return n_(
        "{n} more stands between these; Excel and JSON have everybody.",
        "{n} more stand between these; Excel and JSON have everybody.",
        count,
    )


def _notes(portfolio: Portfolio) -> Iterator[str]:
    if told := left_out_of(portfolio):
        yield told
    yield _(
        "Equal scores share a rank. Quarter 1 holds the scores up to the lower quartile, quarter 4 "
        "those above the upper one. Quartiles are linear between neighbours (Hyndman and Fan 1996, "
        "type 7)."
    )
    if told := recognised(portfolio):
        yield told

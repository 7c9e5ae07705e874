"""Several cycles of one organisation in words: the way through them, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.forms import capitalised, clauses
from assess.language.messages import _, n_, spoken
from assess.model.scorecard import RelapseResult
from assess.report import changes, headlines, movements, moves, numbers
from assess.report.charts.course import Course, course, small
from assess.report.compared import bridges
from assess.report.index import Index
from assess.report.sections import Section
from assess.report.wording import listed
from assess.scoring import years
from assess.scoring.naming import cycle_names
from assess.scoring.trend import relapses_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.comparison import Comparison, Relapsed
    from assess.model.scorecard import Scorecard
    from assess.model.trend import Trend


MOST_ACROSS: Final = 12
"""More cycles than these do not stand side by side on paper, but below each other."""


class Cycle(NamedTuple):
    """One cycle: its name, and what was asked; `changed` where it was not asked before."""

    name: str
    version: str
    changed: bool


class Line(NamedTuple):
    """The scores of a dimension, or of the whole, in the order of the cycles."""

    id: str
    title: str
    scores: tuple[str, ...]
    drawn: Course


@dataclass(frozen=True, kw_only=True)
class Cycles:
    """Everything that is said of a trend; `trend` is for what a format counts or draws itself."""

    trend: Trend
    language: str
    title: str
    who: str
    unit: str
    span: str
    verdict: str
    sections: tuple[Section, ...]
    cycles: tuple[Cycle, ...]
    across: bool
    overall: Line
    lines: tuple[Line, ...]
    levels: tuple[str, ...]
    coverage: tuple[str, ...]
    broken: bool
    since: changes.Since
    relapses: moves.Moves | None
    parts: tuple[str, ...]
    ways: tuple[bridges.Way, ...]
    whole: bridges.Way | None


def cycles_of(trend: Trend, card: Scorecard) -> Cycles:
    """Return *trend* in words; *card* is the scorecard of its last cycle."""
    index = Index(_with_relapses(card, trend), trend.steps[-1])
    headline = _headline(trend)
    names = cycle_names(trend)
    return Cycles(
        trend=trend,
        language=spoken(),
        title=card.questionnaires[0].title,
        who=trend.organisation,
        unit=trend.unit,
        span=_("{before} to {after}", before=names[0], after=names[-1]),
        verdict=headline,
        sections=tuple(_sections(trend, index, headline)),
        cycles=tuple(_cycles(trend)),
        across=len(trend.cycles) <= MOST_ACROSS,
        overall=_overall(trend, index),
        lines=tuple(_lines(trend, index)),
        levels=tuple(numbers.NONE if c.level is None else str(c.level) for c in trend.cycles),
        coverage=tuple(numbers.percent(c.coverage) for c in trend.cycles),
        broken=bool(_breaks(trend)),
        since=changes.since(index, trend.steps[-1]),
        relapses=_relapses(trend),
        parts=bridges.part_names(),
        ways=tuple(bridges.ways(trend, [name for name, _score in _scored(trend)])),
        whole=bridges.together(trend),
    )


def _headline(trend: Trend) -> str:
    """Return where the score began and where it is, and how much of the way is real change."""
    scored = _scored(trend)
    if not scored:
        return _("No dimension has a score yet")
    (first, before), (last, after) = scored[0], scored[-1]
    if len(scored) == 1:
        return _("{title} stands at {score}", title=last, score=numbers.score(after))
    told = _(
        "From {before} ({first}) to {after} ({last})",
        before=numbers.score(before),
        first=first,
        after=numbers.score(after),
        last=last,
    )
    parts = trend.bridge.parts if trend.bridge else ()
    real = sum((part.change for part in parts if part.change and part.kind == "real"), Fraction(0))
    return clauses((told, _("real change: {amount}", amount=numbers.signed(real))))


def _scored(trend: Trend) -> list[tuple[str, Fraction]]:
    """Return the names and scores of the cycles that have one."""
    both = zip(cycle_names(trend), trend.cycles, strict=True)
    return [(name, cycle.score) for name, cycle in both if cycle.score is not None]


def _sections(trend: Trend, index: Index, headline: str) -> Iterator[Section]:
    last = trend.steps[-1]
    yield Section("cycles", _("Trend"), headline)
    yield Section("courses", _("Dimensions"), headlines.profile(Index(index.card, None)))
    yield Section("since", capitalised(years.against(last)), _moved(trend, last))
    yield Section("bridges", _("What the change is made of"), _changed(trend))


def _moved(trend: Trend, last: Comparison) -> str:
    told = [movements.since(last)]
    if now := len(_fallen_now(trend)):
        told.append(
            n_("{n} question rose and fell again", "{n} questions rose and fell again", now)
        )
    return clauses(told)


def _changed(trend: Trend) -> str:
    changed = len(_breaks(trend))
    if not changed:
        return _("The questionnaire stayed the same through all cycles")
    return n_(
        "The questionnaire changed once, before {cycles}",
        "The questionnaire changed {n} times, before {cycles}",
        changed,
        cycles=listed([cycle_names(trend)[place] for place in _breaks(trend)]),
    )


def _breaks(trend: Trend) -> list[int]:
    """Return the places of the cycles that asked something else than the one before."""
    return [
        place
        for place, step in enumerate(trend.steps, 1)
        if step.before.questionnaire.fingerprint != step.after.questionnaire.fingerprint
    ]


def _cycles(trend: Trend) -> Iterator[Cycle]:
    breaks = _breaks(trend)
    for place, (name, cycle) in enumerate(zip(cycle_names(trend), trend.cycles, strict=True)):
        yield Cycle(name, cycle.version, place in breaks)


def _overall(trend: Trend, index: Index) -> Line:
    scores = [cycle.score for cycle in trend.cycles]
    shown = tuple(map(numbers.score, scores))
    drawn = course(index.values, scores, shown, cycle_names(trend), _breaks(trend))
    return Line("overall", _("Overall"), shown, drawn)


def _lines(trend: Trend, index: Index) -> Iterator[Line]:
    for name, title in trend.titles.items():
        scores = [cycle.dimensions.get(name) for cycle in trend.cycles]
        yield Line(name, title, tuple(map(numbers.score, scores)), small(index.values, scores))


def _relapses(trend: Trend) -> moves.Moves | None:
    """Return everything that rose and fell again in any three cycles in a row; None for nothing."""
    told = tuple(
        moves.relapse(
            one.question,
            one.title,
            one.levels,
            reason=_("fell after {cycle}", cycle=one.cycle),
        )
        for one in trend.relapses
    )
    return moves.Moves(_(moves.RELAPSED[0]), moves.RELAPSED[1], told) if told else None


def _fallen_now(trend: Trend) -> list[Relapsed]:
    *_earlier, rise, fall = trend.steps
    return list(relapses_between(rise, fall))


def _with_relapses(card: Scorecard, trend: Trend) -> Scorecard:
    """Return *card* with what has fallen again by the cycles that are compared."""
    relapses = tuple(
        RelapseResult(question=relapse.question, levels=relapse.levels)
        for relapse in _fallen_now(trend)
    )
    return card.model_copy(update={"relapses": relapses})

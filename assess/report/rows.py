"""One row a dimension, as the tables and charts show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import capitalised
from assess.language.messages import _
from assess.report import numbers
from assess.report.charts.radar import FEWEST, MOST_NAMED, Radar, radar
from assess.report.charts.scale import Dumbbell, Ladder, dumbbell, ladder
from assess.report.wording import listed
from assess.scoring import years

if TYPE_CHECKING:
    from fractions import Fraction

    from assess.model.comparison import Comparison
    from assess.model.scorecard import DimensionResult, Result
    from assess.report.index import Index


class Row(NamedTuple):
    """A dimension in numbers for people; `held` says which level a limit took away."""

    id: str
    number: int
    title: str
    score: str
    evidenced: str
    coverage: str
    level: str
    target: str
    gap: str
    held: str
    change: numbers.Change | None
    marks: Dumbbell


class Hero(NamedTuple):
    """The overall score in figures and on its ladder."""

    score: str
    of: str
    level: str
    change: numbers.Change | None
    against: str
    like: str
    level_before: str
    note: str
    ladder: Ladder
    words: str


def rows(index: Index) -> tuple[Row, ...]:
    """Return the dimensions in the order of the questionnaire."""
    return tuple(row(index, d, number) for number, d in enumerate(index.card.dimensions, 1))


def rows_by_gap(index: Index) -> tuple[Row, ...]:
    """Return the dimensions, widest gap first."""
    number = {d.id: place for place, d in enumerate(index.card.dimensions, 1)}
    return tuple(row(index, d, number[d.id]) for d in index.by_gap)


def row(index: Index, dimension: DimensionResult, number: int) -> Row:
    """Return one dimension; *number* is its place in the questionnaire."""
    return Row(
        id=dimension.id,
        number=number,
        title=dimension.title,
        score=numbers.score(dimension.score),
        evidenced=numbers.score(dimension.evidenced_score),
        coverage=numbers.percent(dimension.coverage),
        level=level_of(dimension),
        target=numbers.NONE if dimension.target is None else str(dimension.target),
        gap=numbers.gap(dimension.gap),
        held=held(index, dimension),
        change=_change(index, dimension),
        marks=_marks(index, dimension),
    )


def level_of(result: Result) -> str:
    """Return "3 Defined", or why there is no level."""
    if result.level is not None:
        return f"{result.level} {result.level_name}"
    return _("provisional") if result.score is not None else without_level(result)


def without_level(result: Result) -> str:
    """Return why not one question has a level."""
    if result.answered:
        return _("not rated")
    if result.not_applicable and not result.dont_know and not result.unanswered:
        return _("not applicable")
    if result.dont_know and not result.unanswered:
        return _("nobody knows")
    return _("no level") if result.dont_know or result.not_applicable else _("no answers")


def held(index: Index, result: Result) -> str:
    """Return what a limit did to the level; empty where none binds."""
    if result.level is None or not result.limits or result.unlimited_level is None:
        return ""
    return _("{level} by score alone", level=index.level_named(result.unlimited_level))


def hero(index: Index) -> Hero:
    """Return the overall result."""
    overall, comparison = index.card.overall, index.comparison
    targets = {d.target for d in index.card.dimensions}
    common = next(iter(targets)) if len(targets) == 1 else None
    marks = dumbbell(
        index.values,
        now=overall.score,
        before=comparison.overall.before if comparison else None,
        target=index.values[common - 1] if common else None,
    )
    names = [step.name for step in index.card.scale]
    return Hero(
        score=numbers.score(overall.score),
        of=numbers.plain(index.card.scale[-1].value),
        level=_overall_level(index),
        change=numbers.change(comparison.overall) if comparison else None,
        against=_against(comparison) if comparison else "",
        like=numbers.like_for_like(comparison) if comparison else "",
        level_before=_level_before(comparison, overall.level) if comparison else "",
        note=_note(index),
        ladder=ladder(names, marks, level=overall.level, unlimited=overall.unlimited_level),
        words=_ladder_words(index),
    )


def profile(index: Index) -> Radar | None:
    """Return the radar, or None where there are too few dimensions or no scores."""
    dimensions = index.card.dimensions
    if len(dimensions) < FEWEST or not index.scored:
        return None
    series = {
        "target": [index.values[d.target - 1] if d.target else None for d in dimensions],
        "before": [_before(index, d) for d in dimensions],
        "now": [d.score for d in dimensions],
    }
    used = {key: scores for key, scores in series.items() if any(s is not None for s in scores)}
    return radar([d.title for d in dimensions], index.values, used)


def legend(index: Index) -> tuple[tuple[str, str], ...]:
    """Return what the marks and lines of the charts stand for, by their kind."""
    if not index.comparison:
        names = [("now", index.card.cycle)]
    else:
        now, before = years.after(index.comparison), years.before(index.comparison)
        names = [("now", now), ("before", before)]
    if any(d.target for d in index.card.dimensions):
        names.append(("target", _("Target")))
    return tuple(names)


def numbered(index: Index) -> bool:
    """Tell whether the spokes of the radar carry numbers, so that its table must too."""
    return len(index.card.dimensions) > MOST_NAMED


def _overall_level(index: Index) -> str:
    overall = index.card.overall
    if overall.level is None:
        if overall.score is not None:
            return _("Provisional, no level")
        if overall.answered:
            return _("No dimension is rated yet")
        return capitalised(without_level(overall))
    return _("Level {level}, {name}", level=overall.level, name=overall.level_name)


def _against(comparison: Comparison) -> str:
    """Return what the change is measured from, short: the sentence above names it in full."""
    return _("in comparison") if years.another(comparison) else years.against(comparison)


def _level_before(comparison: Comparison, now: int | None) -> str:
    before = comparison.before_level
    if before is None:
        return ""
    if before == now:
        return _("at the same level")
    if years.another(comparison):
        return _("there level {level}", level=before)
    return _("then level {level}", level=before)


def _change(index: Index, dimension: DimensionResult) -> numbers.Change | None:
    changed = index.changes.get(dimension.id)
    return numbers.change(changed.score) if changed else None


def _before(index: Index, dimension: DimensionResult) -> Fraction | None:
    changed = index.changes.get(dimension.id)
    return changed.score.before if changed else None


def _marks(index: Index, dimension: DimensionResult) -> Dumbbell:
    return dumbbell(
        index.values,
        now=dimension.score,
        before=_before(index, dimension),
        target=index.values[dimension.target - 1] if dimension.target else None,
    )


def _target(index: Index) -> str:
    levels = sorted({d.target for d in index.card.dimensions if d.target is not None})
    if not levels:
        return ""
    if len(levels) == 1:
        return _("Target: {level}", level=index.level_named(levels[0]))
    named = listed([str(level) for level in levels], most=len(levels))
    return _("Targets: levels {levels}", levels=named)


def _note(index: Index) -> str:
    """Return what the ladder shows besides the score: the target, and what a limit took back."""
    told = [f"{_target(index)}."] if _target(index) else []
    if index.card.overall.limits:
        told.append(_("Dashed: reached by score, taken back by the limit."))
    return " ".join(told)


def _ladder_words(index: Index) -> str:
    """Return the ladder in words, for those who do not see it."""
    overall = index.card.overall
    parts = [_("Score {score}", score=numbers.score(overall.score)), level_of(overall)]
    parts += [_target(index)] if _target(index) else []
    return ". ".join(parts)

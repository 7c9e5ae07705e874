"""Ceilings on levels (rules R3 to R5): they cap a level and never change a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.scorecard import BindingLimit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.questionnaire import Dimension
    from assess.model.rules import Limit
    from assess.scoring.conditions import Judge
    from assess.scoring.sheet import Sheet

WEAKEST_SECTION = "weakest-section"


def binding_limits(
    caps: str, unlimited: int | None, levels: Mapping[str, int | None], sheet: Sheet, judge: Judge
) -> tuple[BindingLimit, ...]:
    """Return the limits on *caps* whose ceiling lies below *unlimited*, lowest first.

    *levels* are the dimensions' levels by id. A limit whose condition is unknown, or whose ceiling
    has no level to follow, does not apply. None for *unlimited* (provisional) has no limits.
    """
    if unlimited is None:
        return ()
    found = []
    for limit in sheet.questionnaire.limits:
        if limit.caps != caps or not _applies(limit, judge):
            continue
        level = _ceiling(limit, levels, sheet)
        if level is not None and level < unlimited:
            found.append(_binding(limit, level, sheet))
    return tuple(sorted(found, key=lambda limit: limit.level))


def lowest(unlimited: int | None, limits: tuple[BindingLimit, ...]) -> int | None:
    """Return the level that remains under all *limits*."""
    return min([unlimited, *(limit.level for limit in limits)]) if unlimited is not None else None


def _applies(limit: Limit, judge: Judge) -> bool:
    return limit.when is None or judge.condition(limit.when).holds is True


def _ceiling(limit: Limit, levels: Mapping[str, int | None], sheet: Sheet) -> int | None:
    if limit.at.level is not None:
        return limit.at.level
    followed = [_level_of(name, limit, levels, sheet) for name in limit.at.level_of]
    known = [level for level in followed if level is not None]
    return min(known) + limit.at.plus if known else None


def _level_of(
    name: str, limit: Limit, levels: Mapping[str, int | None], sheet: Sheet
) -> int | None:
    if name != WEAKEST_SECTION:
        return levels.get(name, sheet.level(name))
    dimension = sheet.questionnaire.find_dimension(limit.caps)
    return min(_section_levels(dimension, sheet).values(), default=None) if dimension else None


def _section_levels(dimension: Dimension, sheet: Sheet) -> dict[str, int]:
    levels = {s.id: sheet.section_level(dimension, s.id) for s in dimension.sections}
    return {name: level for name, level in levels.items() if level is not None}


def _binding(limit: Limit, level: int, sheet: Sheet) -> BindingLimit:
    conditions = limit.when.walk() if limit.when else ()
    named = dict.fromkeys([*(c.q for c in conditions if c.q), *_held_down_by(limit, sheet)])
    return BindingLimit.model_construct(
        rule=limit.id,
        source=limit.rule,
        level=level,
        because=limit.say,
        questions=tuple(named),
    )


def _held_down_by(limit: Limit, sheet: Sheet) -> Iterator[str]:
    """Yield the questions that must rise before the ceiling does."""
    for name in limit.at.level_of:
        if name == WEAKEST_SECTION:
            yield from _in_weakest_sections(limit.caps, sheet)
        elif dimension := sheet.questionnaire.find_dimension(name):
            yield from _below(limit.names_below, dimension, sheet)
        elif sheet.level(name) is not None:
            yield name


def _in_weakest_sections(capped: str, sheet: Sheet) -> Iterator[str]:
    dimension = sheet.questionnaire.find_dimension(capped)
    if dimension is not None:
        levels = _section_levels(dimension, sheet)
        weakest = {name for name, level in levels.items() if level == min(levels.values())}
        yield from (
            q.id
            for q in dimension.questions
            if q.section in weakest and sheet.level(q.id) is not None
        )


def _below(bound: int | None, dimension: Dimension, sheet: Sheet) -> Iterator[str]:
    levels = ((q.id, sheet.level(q.id)) for q in dimension.questions)
    return (name for name, level in levels if level is not None and level < (bound or 0))

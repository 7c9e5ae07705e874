"""Scores through the cycles: a line over the levels, with gaps where there is no score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.report.charts.labels import lines, width
from assess.report.charts.scale import place, short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

WIDTH: Final = 356
LEFT: Final = 18
RIGHT: Final = 14
TOP: Final = 20
LEVEL_HIGH: Final = 34
"""How far apart two levels are, in units."""
BELOW: Final = 26
SMALL_HIGH: Final = 13
"""The same in a small chart."""
SMALL_WIDTH: Final = 220
MOST_NUMBERS: Final = 12
"""With more cycles only the first, the lowest, the highest and the last score stand in digits."""
LONGEST: Final = 12


class Rung(NamedTuple):
    """A line across at a level, and where its number stands."""

    level: int
    y: str
    text_y: str


class Dot(NamedTuple):
    """One score, with the digits above it where they are shown."""

    x: str
    y: str
    text_y: str
    digits: str


class Course(NamedTuple):
    """Everything to draw, in units; `breaks` lie where the questionnaire changed."""

    width: int
    height: str
    rungs: tuple[Rung, ...]
    breaks: tuple[str, ...]
    top: str
    base: str
    paths: tuple[str, ...]
    dots: tuple[Dot, ...]
    names: tuple[tuple[str, str], ...]
    names_y: str


def course(
    values: Sequence[Fraction],
    scores: Sequence[Fraction | None],
    shown: Sequence[str],
    names: Sequence[str],
    breaks: Sequence[int],
) -> Course:
    """Return *scores*, and as digits *shown*, on the levels with these *values*.

    *breaks* are the places (from 1) of cycles before which the questionnaire changed.
    """
    across = _across(len(scores), WIDTH, LEFT, RIGHT)
    base = TOP + LEVEL_HIGH * (len(values) - 1) + 8
    ys = [_height(values, score, base - 8, LEVEL_HIGH) for score in scores]
    told = _told(scores)
    return Course(
        width=WIDTH,
        height=short(base + BELOW),
        rungs=_rungs(len(values), base - 8, LEVEL_HIGH),
        breaks=tuple(short((across[after - 1] + across[after]) / 2) for after in breaks),
        top=short(TOP - 6),
        base=short(base),
        paths=_paths(across, ys),
        dots=tuple(
            Dot(short(x), short(y), short(y - 9), digits if number in told else "")
            for number, (x, y, digits) in enumerate(zip(across, ys, shown, strict=True))
            if y is not None
        ),
        names=_names(names, across),
        names_y=short(base + 18),
    )


def small(values: Sequence[Fraction], scores: Sequence[Fraction | None]) -> Course:
    """Return the same without words, for one of many beside each other."""
    across = _across(len(scores), SMALL_WIDTH, 6, 6)
    base = 8 + SMALL_HIGH * (len(values) - 1)
    ys = [_height(values, score, base, SMALL_HIGH) for score in scores]
    last = max((number for number, y in enumerate(ys) if y is not None), default=-1)
    return Course(
        width=SMALL_WIDTH,
        height=short(base + 8),
        rungs=_rungs(len(values), base, SMALL_HIGH),
        breaks=(),
        top="0",
        base=short(base),
        paths=_paths(across, ys),
        dots=tuple(
            Dot(short(x), short(y), "", "")
            for number, (x, y) in enumerate(zip(across, ys, strict=True))
            if y is not None and (number == last or _alone(ys, number))
        ),
        names=(),
        names_y="",
    )


def _rungs(levels: int, base: float, high: int) -> tuple[Rung, ...]:
    heights = [base - high * step for step in range(levels)]
    return tuple(Rung(n, short(y), short(y + 4)) for n, y in enumerate(heights, 1))


def _across(count: int, wide: int, left: int, right: int) -> list[float]:
    room = wide - left - right
    pitch = room / count
    return [left + pitch * (number + 0.5) for number in range(count)]


def _height(
    values: Sequence[Fraction], score: Fraction | None, base: float, step: int
) -> float | None:
    return None if score is None else base - step * float(place(values, score) - 1)


def _paths(across: Sequence[float], ys: Sequence[float | None]) -> tuple[str, ...]:
    """Return a line through each run of neighbours that have scores."""
    runs: list[list[str]] = [[]]
    for x, y in zip(across, ys, strict=True):
        if y is None:
            runs.append([])
        else:
            runs[-1].append(f"{short(x)} {short(y)}")
    return tuple(f"M{'L'.join(run)}" for run in runs if len(run) > 1)


def _alone(ys: Sequence[float | None], number: int) -> bool:
    """Tell whether a score has no neighbour, so that no line would show it."""
    beside = [*ys[max(0, number - 1) : number], *ys[number + 1 : number + 2]]
    return all(y is None for y in beside)


def _told(scores: Sequence[Fraction | None]) -> set[int]:
    """Return which scores stand in digits."""
    known = [(score, number) for number, score in enumerate(scores) if score is not None]
    if len(known) <= MOST_NUMBERS:
        return {number for _score, number in known}
    return {known[0][1], min(known)[1], max(known)[1], known[-1][1]}


def _names(names: Sequence[str], across: Sequence[float]) -> tuple[tuple[str, str], ...]:
    """Return as many names as fit, counted back from the last."""
    short_names = [lines(name, longest=LONGEST, most=1)[0] for name in names]
    pitch = across[1] - across[0] if len(across) > 1 else WIDTH
    every = -int(-(max(map(width, short_names)) + 4) // pitch)
    last = len(names) - 1
    return tuple(
        (name, short(min(x, WIDTH - width(name) / 2)))
        for number, (name, x) in enumerate(zip(short_names, across, strict=True))
        if (last - number) % every == 0
    )

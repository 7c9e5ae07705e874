"""Scores through the cycles: a line over the levels, with gaps where there is no score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.report.charts.labels import GLYPH, lines, width
from assess.report.charts.scale import place, short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

WIDTH: Final = 356
LEFT: Final = 18
RIGHT: Final = 14
TOP: Final = 20
HIGH: Final = 136
"""How far the highest level is above the lowest, in units."""
BELOW: Final = 26
SMALL_HIGH: Final = 52
"""The same in a small chart."""
LINE_HIGH: Final = 14
"""How far apart the numbers of two levels are at least."""
SMALL_WIDTH: Final = 220
MOST_NUMBERS: Final = 12
"""With more cycles only the first, the lowest, the highest and the last score stand in digits."""
SPARSEST: Final = 3
"""Where not even every third name fits, only the first and the last stand there, at the ends."""

SPACED: Final = 1.25
"""How much wider a text may become where a reader wishes more space between letters."""


class Rung(NamedTuple):
    """A line across at a level, and where its number stands."""

    level: str
    y: str
    text_y: str


class Dot(NamedTuple):
    """One score, with the digits above it where they are shown."""

    x: str
    y: str
    text_y: str
    digits: str


class Name(NamedTuple):
    """The name of a cycle below the line; `anchor` is start, middle or end, as SVG says it."""

    text: str
    x: str
    anchor: str


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
    names: tuple[Name, ...]
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
    floor = TOP + HIGH
    ys = [_height(values, score, floor, HIGH) for score in scores]
    told = _told(scores)
    return Course(
        width=WIDTH,
        height=short(floor + 8 + BELOW),
        rungs=_rungs(len(values), floor, HIGH),
        breaks=tuple(short((across[after - 1] + across[after]) / 2) for after in breaks),
        top=short(TOP - 6),
        base=short(floor + 8),
        paths=_paths(across, ys),
        dots=tuple(
            Dot(short(x), short(y), short(y - 9), digits if number in told else "")
            for number, (x, y, digits) in enumerate(zip(across, ys, shown, strict=True))
            if y is not None
        ),
        names=_names(names, across),
        names_y=short(floor + 26),
    )


def small(values: Sequence[Fraction], scores: Sequence[Fraction | None]) -> Course:
    """Return the same without words, for one of many beside each other."""
    across = _across(len(scores), SMALL_WIDTH, 6, 6)
    floor = 8 + SMALL_HIGH
    ys = [_height(values, score, floor, SMALL_HIGH) for score in scores]
    last = max((number for number, y in enumerate(ys) if y is not None), default=-1)
    return Course(
        width=SMALL_WIDTH,
        height=short(floor + 8),
        rungs=_rungs(len(values), floor, SMALL_HIGH),
        breaks=(),
        top="0",
        base=short(floor),
        paths=_paths(across, ys),
        dots=tuple(
            Dot(short(x), short(y), "", "")
            for number, (x, y) in enumerate(zip(across, ys, strict=True))
            if y is not None and (number == last or _alone(ys, number))
        ),
        names=(),
        names_y="",
    )


def _rungs(levels: int, floor: int, high: int) -> tuple[Rung, ...]:
    """Return a line for each level, with its number where there is room for it."""
    every = -(-LINE_HIGH * (levels - 1) // high)
    heights = [floor - high * step / (levels - 1) for step in range(levels)]
    return tuple(
        Rung("" if step % every else str(step + 1), short(y), short(y + 4))
        for step, y in enumerate(heights)
    )


def _across(count: int, wide: int, left: int, right: int) -> list[float]:
    room = wide - left - right
    pitch = room / count
    return [left + pitch * (number + 0.5) for number in range(count)]


def _height(
    values: Sequence[Fraction], score: Fraction | None, floor: int, high: int
) -> float | None:
    if score is None:
        return None
    return floor - high * float(place(values, score) - 1) / (len(values) - 1)


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


def _names(names: Sequence[str], across: Sequence[float]) -> tuple[Name, ...]:
    """Return as many names as fit, counted back from the last."""
    half = int(WIDTH / 2 / (GLYPH * SPACED))
    texts = [lines(name, longest=half, most=1)[0] for name in names]
    every = -int(-(max(map(width, texts)) + 4) // (across[1] - across[0]))
    shown = range((len(texts) - 1) % every, len(texts), every)
    if every <= SPARSEST and all(_inside(texts[place], across[place]) for place in shown):
        return tuple(Name(texts[place], short(across[place]), "middle") for place in shown)
    return Name(texts[0], "0", "start"), Name(texts[-1], short(WIDTH), "end")


def _inside(text: str, x: float) -> bool:
    return width(text) / 2 <= min(x, WIDTH - x)

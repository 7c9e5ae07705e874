"""The profile: one spoke a dimension, drawn only beside its table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from assess.report.charts.labels import GLYPH, LINE, lines, width
from assess.report.charts.scale import place, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

WIDTH = 356
CENTRE = WIDTH / 2
RADIUS = 92
FEWEST = 3
"""With fewer dimensions there is no area to draw."""
MOST_NAMED = 10
"""With more dimensions the spokes carry their numbers in the table instead of names."""
ROUND = 8
TEXT_GAP = 10
MOST_LETTERS = 14
UPRIGHT = 0.2
"""So near the vertical (cosine) a centred label reads best."""


class Label(NamedTuple):
    """A name at the end of a spoke, in lines from `y` downwards, `anchor` as SVG says it."""

    x: str
    y: str
    anchor: str
    lines: tuple[str, ...]


class Series(NamedTuple):
    """One set of scores: `path` joins neighbours that both have a score, `dots` all of them."""

    path: str
    closed: bool
    dots: tuple[tuple[str, str], ...]


class Radar(NamedTuple):
    """Everything to draw, in units; `height` depends on the labels."""

    width: int
    height: str
    centre: tuple[str, str]
    rings: tuple[str, ...]
    spokes: tuple[tuple[str, str], ...]
    labels: tuple[Label, ...]
    series: Mapping[str, Series]


def radar(
    names: Sequence[str],
    values: Sequence[Fraction],
    series: Mapping[str, Sequence[Fraction | None]],
) -> Radar:
    """Return the profile of *names* on the scale of level *values*, clockwise from the top."""
    angles = [2 * math.pi * number / len(names) - math.pi / 2 for number in range(len(names))]
    texts = _texts(names)
    above = TEXT_GAP + LINE * len(texts[0]) + 4
    middle = RADIUS + above
    below = TEXT_GAP + LINE * max(len(text) for text in texts) + 8
    levels = len(values)
    rings = tuple(
        _path([_point(angle, level / levels, middle) for angle in angles], closed=True)
        for level in range(1, levels + 1)
    )
    return Radar(
        width=WIDTH,
        height=short(middle + RADIUS + below),
        centre=(short(CENTRE), short(middle)),
        rings=rings,
        spokes=tuple((short(x), short(y)) for x, y in (_point(a, 1, middle) for a in angles)),
        labels=tuple(_label(a, t, middle) for a, t in zip(angles, texts, strict=True)),
        series={key: _series(angles, scores, values, middle) for key, scores in series.items()},
    )


def _texts(names: Sequence[str]) -> list[tuple[str, ...]]:
    if len(names) > MOST_NAMED:
        return [(str(number),) for number in range(1, len(names) + 1)]
    most = 3 if len(names) <= ROUND else 2
    step = 2 * math.pi / len(names)
    return [
        lines(name, longest=_letters(number * step - math.pi / 2), most=most)
        for number, name in enumerate(names)
    ]


def _letters(angle: float) -> int:
    """Return how many letters fit between the end of a spoke and the edge of the box."""
    if abs(math.cos(angle)) < UPRIGHT:
        return MOST_LETTERS
    room = CENTRE - (RADIUS + TEXT_GAP) * abs(math.cos(angle))
    return min(MOST_LETTERS, int(room / GLYPH))


def _point(angle: float, share: float, middle: float) -> tuple[float, float]:
    return CENTRE + RADIUS * share * math.cos(angle), middle + RADIUS * share * math.sin(angle)


def _path(points: Sequence[tuple[float, float] | None], *, closed: bool) -> str:
    """Join neighbours; a missing point leaves a gap."""
    parts: list[str] = []
    pen = "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        parts.append(f"{pen}{short(point[0])} {short(point[1])}")
        pen = "L"
    return "".join(parts) + ("Z" if closed else "")


def _series(
    angles: Sequence[float],
    scores: Sequence[Fraction | None],
    values: Sequence[Fraction],
    middle: float,
) -> Series:
    points = [
        None if score is None else _point(a, float(place(values, score)) / len(values), middle)
        for a, score in zip(angles, scores, strict=True)
    ]
    closed = None not in points
    around = points if closed else [*points, points[0]]
    dots = tuple((short(x), short(y)) for x, y in filter(None, points))
    return Series(_path(around, closed=closed), closed, dots)


def _label(angle: float, text: tuple[str, ...], middle: float) -> Label:
    """Put a label outside the end of its spoke, moved inwards where it would leave the box."""
    x, y = _point(angle, 1 + TEXT_GAP / RADIUS, middle)
    widest = max(width(line) for line in text)
    if abs(math.cos(angle)) < UPRIGHT:
        top = y - LINE * (len(text) - 1) if math.sin(angle) < 0 else y + LINE - 3
        return Label(short(x), short(top), "middle", text)
    top = y + 4 - LINE * (len(text) - 1) / 2
    if math.cos(angle) > 0:
        return Label(short(min(x, WIDTH - widest)), short(top), "start", text)
    return Label(short(max(x, widest)), short(top), "end", text)

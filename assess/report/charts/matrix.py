"""Impact by effort: numbered actions in a grid of five impacts and three efforts."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from assess.language.messages import N_, _
from assess.report.charts.scale import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 340
LEFT = 34
TOP = 6
BELOW = 40
EFFORTS = {"S": N_("small"), "M": N_("medium"), "L": N_("large")}
IMPACTS = (5, 4, 3, 2, 1)
PITCH = 24
RADIUS = 10.5
COLUMN = (WIDTH - LEFT) / len(EFFORTS)
PER_ROW = int((COLUMN - 6) // PITCH)
LOWEST_ROW = 36


class Spot(NamedTuple):
    """One action as a numbered disc."""

    x: str
    y: str
    text_y: str
    number: int


class Cell(NamedTuple):
    """The field of one effort and one impact."""

    x: str
    y: str
    width: str
    height: str
    first: bool


class Matrix(NamedTuple):
    """Everything to draw, in units; rows grow with what stands in them."""

    width: int
    height: str
    base: str
    middle: str
    centre: str
    names_y: str
    axis_y: str
    cells: tuple[Cell, ...]
    rows: tuple[tuple[int, str], ...]
    columns: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...]


def matrix(actions: Sequence[tuple[str, int]]) -> Matrix:
    """Return the grid for *actions*, each an effort (S, M, L) and an impact (1 to 5)."""
    fields: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, field in enumerate(actions, 1):
        fields[field].append(number)
    heights = [_height(impact, fields) for impact in IMPACTS]
    tops = dict(zip(IMPACTS, accumulate(heights, initial=TOP), strict=False))
    tall = dict(zip(IMPACTS, heights, strict=True))
    base = TOP + sum(heights)
    return Matrix(
        width=WIDTH,
        height=short(base + BELOW),
        base=short(base),
        middle=short((TOP + base) / 2),
        centre=short((WIDTH + LEFT) / 2),
        names_y=short(base + 16),
        axis_y=short(base + 34),
        cells=tuple(
            Cell(
                short(_left(effort) + 1),
                short(tops[impact] + 1),
                short(COLUMN - 2),
                short(tall[impact] - 2),
                first=effort == "S" and impact >= IMPACTS[1],
            )
            for impact in IMPACTS
            for effort in EFFORTS
        ),
        rows=tuple((i, short(tops[i] + tall[i] / 2 + 4)) for i in IMPACTS),
        columns=tuple((_(EFFORTS[e]), short(_left(e) + COLUMN / 2)) for e in EFFORTS),
        spots=tuple(
            spot
            for (effort, impact), numbers in sorted(fields.items())
            for spot in _spots(numbers, _left(effort) + COLUMN / 2, tops[impact] + tall[impact] / 2)
        ),
    )


def _height(impact: int, fields: dict[tuple[str, int], list[int]]) -> int:
    most = max(len(fields.get((effort, impact), ())) for effort in EFFORTS)
    return max(LOWEST_ROW, PITCH * -(-most // PER_ROW) + 8)


def _left(effort: str) -> float:
    return LEFT + COLUMN * list(EFFORTS).index(effort)


def _spots(numbers: Sequence[int], x: float, y: float) -> Iterator[Spot]:
    """Yield the discs of one field, row by row around its middle."""
    rows = -(-len(numbers) // PER_ROW)
    for order, number in enumerate(numbers):
        row, column = divmod(order, PER_ROW)
        in_row = min(PER_ROW, len(numbers) - row * PER_ROW)
        across = x + PITCH * (column - (in_row - 1) / 2)
        down = y + PITCH * (row - (rows - 1) / 2)
        yield Spot(short(across), short(down), short(down + 4), number)

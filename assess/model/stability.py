"""How far priorities and the level would hold under other weights and answers."""

from __future__ import annotations

from collections.abc import Mapping

from assess.model.base import Exact, Frozen


class Mover(Frozen):
    """One answer that would move the overall level, if it were a level better or worse.

    `level` is the answer as it is, `other` as it would be; `overall` is the overall level then.
    """

    question: str
    level: int
    other: int
    overall: int


class Stability(Frozen):
    """`shares` tell of each action in how many of `draws` weightings it is among the first `top`.

    Each draw multiplies the weight of every question in the priorities by a number of its own
    between `least` and `most`; everything else stays as it is. `seed` makes the draws the same
    every time.
    """

    draws: int
    seed: int
    least: float
    most: float
    top: int
    shares: Mapping[str, Exact]
    movers: tuple[Mover, ...]

"""How one number came about, down to the answers."""

from __future__ import annotations

from assess.model.base import Exact, Frozen


class Explanation(Frozen):
    """A statement with its exact `value` (None where it is not a number) and what it rests on."""

    label: str
    text: str
    value: Exact | None = None
    parts: tuple[Explanation, ...] = ()

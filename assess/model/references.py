"""x"""

from __future__ import annotations
from collections.abc import Iterator


def findings(value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """x."""
    yield from ()

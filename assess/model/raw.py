"""Look into a questionnaire as it was written, before it is known to be sound.

Everything may be missing or of the wrong kind; what is not there is skipped, since the model
complains of it already.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The keys and places (from 0) on the way from the whole to a part."""

Finding: TypeAlias = tuple[Path, str]
"""What is wrong, and where."""


def entries(parent: object, key: str, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield the entries of the list at *key* with their paths; *path* is the parent's."""
    found = parent.get(key) if isinstance(parent, dict) else None
    for place, entry in enumerate(found if isinstance(found, list | tuple) else ()):
        yield (*path, key, place), entry


def maps(parent: object, key: str, path: Path = ()) -> Iterator[tuple[Path, dict[str, object]]]:
    """Yield those entries of the list at *key* that have keys."""
    for at, entry in entries(parent, key, path):
        if isinstance(entry, dict):
            yield at, entry


def words(parent: object, key: str, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield those entries of the list at *key* that are texts; a lone text counts as a list."""
    alone = text(parent, key)
    if alone is not None:
        yield (*path, key), alone
    for at, entry in entries(parent, key, path):
        if isinstance(entry, str):
            yield at, entry


def inner(parent: object, key: str) -> dict[str, object]:
    """Return the map at *key*, or an empty one."""
    found = parent.get(key) if isinstance(parent, dict) else None
    return found if isinstance(found, dict) else {}


def text(parent: object, key: str) -> str | None:
    """Return the text at *key*, or None."""
    found = parent.get(key) if isinstance(parent, dict) else None
    return found if isinstance(found, str) else None


def number(parent: object, key: str) -> int | float | None:
    """Return the number at *key*, or None."""
    found = parent.get(key) if isinstance(parent, dict) else None
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None


def ids(parts: Iterator[tuple[Path, dict[str, object]]]) -> list[tuple[Path, str]]:
    """Return the ids of *parts* with their paths."""
    found = ((path, text(part, "id")) for path, part in parts)
    return [((*path, "id"), name) for path, name in found if name is not None]


def all_words(parent: object, key: str, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the texts of every list at *key*, however deep it lies."""
    if isinstance(parent, dict):
        yield from words(parent, key, path)
    for part, deeper in _inside(parent):
        yield from all_words(deeper, key, (*path, part))


def all_texts(parent: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text, however deep it lies."""
    for part, deeper in _inside(parent):
        if isinstance(deeper, str):
            yield (*path, part), deeper
        else:
            yield from all_texts(deeper, (*path, part))


def _inside(parent: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(parent, dict):
        yield from parent.items()
    elif isinstance(parent, list):
        yield from enumerate(parent)

"""What a text file said, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from assess.errors import Problem, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

Path: TypeAlias = tuple[str | int, ...]
"""The keys and places (from 0) on the way from the whole to a part."""


class Mark(NamedTuple):
    """A place in a text, line and column counted from 0."""

    line: int
    column: int


class Span(Protocol):
    """Where a key or value begins and ends; the events of the YAML parser are spans."""

    @property
    def start_mark(self) -> Mark:
        """The place of its first character."""

    @property
    def end_mark(self) -> Mark:
        """The place after its last character."""


class Between(NamedTuple):
    """A span of two marks."""

    start_mark: Mark
    end_mark: Mark


class Source:
    """One text file: its name as messages show it, and its lines."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return self.text.splitlines()


class Spot(NamedTuple):
    """The file and the spans of one entry: of its key (in a list of itself) and of its value."""

    source: Source
    key: Span
    value: Span


class MarkedMap(dict[str, Any]):
    """Keys and values that know where they stand."""

    __slots__ = ("spots",)

    def __init__(self) -> None:
        super().__init__()
        self.spots: dict[str, Spot] = {}


class MarkedList(list[Any]):
    """Entries that know where they stand."""

    __slots__ = ("spots",)

    def __init__(self) -> None:
        super().__init__()
        self.spots: list[Spot] = []


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong with a document, by path; with `at_key` the key is wrong, not its value."""

    path: Path
    message: str
    at_key: bool = False


@dataclass(frozen=True)
class Document:
    """The value of a whole document, its main file, and what the reader already complained of.

    `refused` are the paths of what could not be read, so that nobody complains of it again.
    """

    value: Any
    root: Spot
    problems: tuple[Problem, ...] = ()
    refused: frozenset[Path] = field(default_factory=frozenset)

    @property
    def file(self) -> str:
        """The name of the main file as messages show it."""
        return self.root.source.file

    def spot(self, path: Path) -> tuple[Spot, bool]:
        """Return the deepest known place on the way along *path*, and whether it is its end."""
        value, spot = self.value, self.root
        for part in path:
            if not _holds(value, part):
                return spot, False
            spot, value = value.spots[part], value[part]
        return spot, True

    def problem(self, complaint: Complaint) -> Problem:
        """Return the complaint with file, line, column and the line itself."""
        spot, found = self.spot(complaint.path)
        span = spot.key if complaint.at_key or not found else spot.value
        return problem_at(spot.source, span, printable(dotted(complaint.path)), complaint.message)

    def problems_of(self, complaints: Iterable[Complaint]) -> tuple[Problem, ...]:
        """Return all problems in the order of the text, the reader's own included."""
        new = [self.problem(c) for c in complaints if not self._was_refused(c.path)]
        order = {self.file: 0}
        unique = dict.fromkeys((*self.problems, *new))
        for problem in unique:
            order.setdefault(problem.file, len(order))
        return tuple(sorted(unique, key=lambda p: (order[p.file], p.line, p.column)))

    def _was_refused(self, path: Path) -> bool:
        return any(path[:length] in self.refused for length in range(len(path) + 1))


def problem_at(source: Source, span: Span, path: str, message: str) -> Problem:
    """Return a problem with the line and column of *span*."""
    start, end = span.start_mark, span.end_mark
    line = source.lines[start.line] if start.line < len(source.lines) else ""
    width = end.column - start.column if end.line == start.line else len(line) - start.column
    return Problem(
        source.file, message, path, start.line + 1, start.column + 1, line, max(width, 1)
    )


def dotted(path: Path) -> str:
    """Write *path* as people read it: `dimensions[0].questions[2].weight`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _holds(value: object, part: str | int) -> bool:
    if isinstance(value, MarkedMap):
        return part in value
    return isinstance(value, MarkedList) and isinstance(part, int) and part < len(value)

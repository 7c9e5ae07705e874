"""A side file as a translator edits it: what stands in it stays, comments included.

Only lines that begin with `#:` are the program's: they show the text to translate above a text that
is missing, and the present text above a translation whose source has changed. They are written anew
each time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.texts import Texts, leaves
from assess.store import strict_yaml
from assess.store.document import MarkedList, MarkedMap, Spot
from assess.store.yaml_text import comment, entry, keyed, scalar

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MARK = "#:"
_OURS = re.compile(r"^\s*#:.*\n?", re.MULTILINE)
_STEP = 2


@dataclass(frozen=True, slots=True)
class SideFile:
    """A side file without the program's own lines: its lines, and what they say."""

    lines: tuple[str, ...]
    value: MarkedMap

    @classmethod
    def read(cls, path: Path) -> SideFile:
        """Return what stands in *path*; nothing where there is no such file.

        Raises:
            DocumentError: It is no sound YAML; carries all problems.

        """
        if not path.is_file():
            return cls((), MarkedMap())
        text = _OURS.sub("", path.read_text(encoding="utf-8"))
        if not text.strip() or all(line.lstrip().startswith("#") for line in text.splitlines()):
            return cls(tuple(text.splitlines()), MarkedMap())
        document = strict_yaml.parse(text, str(path))
        value = document.value if isinstance(document.value, MarkedMap) else MarkedMap()
        return cls(tuple(text.splitlines()), value)

    def filled(self, base: Texts, changed: Collection[str]) -> str:
        """Return the text of the file with everything that *base* has besides.

        *changed* are the keys of entries whose source is another one since they were translated.
        """
        return _Filling(self, changed).text(base)


class _Filling:
    """Adds to a side file what its questionnaire has besides, behind what belongs together."""

    def __init__(self, side: SideFile, changed: Collection[str]) -> None:
        self.side = side
        self.changed = changed
        self.added: dict[int, list[str]] = {}

    def text(self, base: Texts) -> str:
        self._fill(self.side.value, base, ())
        lines: list[str] = []
        for place, line in enumerate(self.side.lines):
            lines += [*self.added.pop(place, []), line]
        for place in sorted(self.added):
            lines += self.added[place]
        return "\n".join(lines).strip("\n") + "\n"

    def _fill(self, found: MarkedMap, base: Texts, path: tuple[str, ...]) -> None:
        """Add what *found* lacks of *base* behind its last line, and marks above what is there."""
        indent = _indent(found, len(path) * _STEP)
        behind = self._last_line(found) + 1 if found else len(self.side.lines)
        for key, part in base.items():
            if key not in found:
                self._add(behind, _missing(key, part, indent))
                continue
            line, inner, at = found.spots[key].key.start_mark.line, found[key], (*path, key)
            self._add(line, self._marks(inner, part, "/".join(at), indent))
            if isinstance(part, list) and isinstance(inner, MarkedList):
                self._fill_list(inner, part)
            elif isinstance(part, Mapping) and isinstance(inner, MarkedMap):
                self._fill(inner, part, at)

    def _marks(
        self, found: object, base: str | list[str] | Texts, key: str, indent: int
    ) -> list[str]:
        """Return the lines to stand above what was *found*; none where it is whole."""
        if key in self.changed:
            return _changed(base, indent)
        if isinstance(base, str) and not found:
            return comment(base, indent, MARK)
        if isinstance(base, list) and not _as_long(found, base):
            return comment("; ".join(base), indent, MARK)
        return []

    def _fill_list(self, found: MarkedList, base: list[str]) -> None:
        missing = zip(found, found.spots, base, strict=True) if _as_long(found, base) else ()
        for said, spot, text in missing:
            if not said:
                start = spot.key.start_mark
                self._add(start.line, comment(text, max(0, start.column - _STEP), MARK))

    def _add(self, line: int, lines: list[str]) -> None:
        self.added.setdefault(line, []).extend(lines)

    def _last_line(self, value: object, spot: Spot | None = None) -> int:
        """Return the line, from 0, on which *value* ends, without the blank ones behind it."""
        if isinstance(value, MarkedMap | MarkedList) and value:
            spots = value.spots.values() if isinstance(value, MarkedMap) else value.spots
            parts = value.values() if isinstance(value, MarkedMap) else value
            return max(self._last_line(p, s) for p, s in zip(parts, spots, strict=True))
        if spot is None:
            return len(self.side.lines) - 1
        start, end = spot.value.start_mark.line, spot.value.end_mark
        line = end.line - 1 if end.column == 0 and end.line > start else end.line
        line = min(line, len(self.side.lines) - 1)
        while line > start and not self.side.lines[line].strip():
            line -= 1
        return line


def _as_long(found: object, base: list[str]) -> bool:
    return isinstance(found, MarkedList) and len(found) == len(base)


def _missing(key: str, part: str | list[str] | Texts, indent: int) -> list[str]:
    """Return a part that is to be translated: empty texts, each below its source."""
    if isinstance(part, str):
        return [*comment(part, indent, MARK), *keyed(_key(key), "", indent)]
    head = [f"{' ' * indent}{_key(key)}:"]
    inner = indent + _STEP
    if isinstance(part, Mapping):
        return [*head, *(line for k, p in part.items() for line in _missing(k, p, inner))]
    return [*head, *(line for p in part for line in (*comment(p, inner, MARK), *entry("", inner)))]


def _key(key: str) -> str:
    """Return *key* as YAML; the numbers of levels stand as they are."""
    return key if key.isdigit() else scalar(key)


def _changed(part: str | list[str] | Texts, indent: int) -> list[str]:
    said = _("changed since it was translated; the text is now:")
    return [
        *comment(said, indent, MARK),
        *(line for text in leaves(part) for line in comment(f"- {text}", indent, MARK)),
    ]


def _indent(found: MarkedMap, otherwise: int) -> int:
    spots = list(found.spots.values())
    return spots[0].key.start_mark.column if spots else otherwise

"""Side files as translators edit them: written with what is missing, marked with what changed.

What stands in a file stays as it is, comments included. Only lines that begin with `#:` are the
program's: they show the text to translate above a text that is missing, and the present text above
a translation whose source has changed. They are written anew each time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.coverage import coverage, states
from assess.model.texts import (
    Texts,
    digest,
    entries_of,
    leaves,
    texts_of,
    texts_of_sources,
)
from assess.store import strict_yaml
from assess.store.document import MarkedList, MarkedMap, Spot
from assess.store.library import document_of, load_questionnaire
from assess.store.parts import SOURCES, WHOLE
from assess.store.yaml_text import comment, entry, keyed, scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from assess.model.coverage import Coverage
    from assess.store.document import Document

MARK = "#:"
_OURS = re.compile(r"^\s*#:.*\n?", re.MULTILINE)
_STEP = 2
FROM = "translated_from"
_DIGESTS = "translated-from"


class Work(NamedTuple):
    """The side files as they should be, by path, and how much of the translation is done."""

    files: Mapping[Path, str]
    coverage: Coverage


def translation_work(name: str, language: str, settled: Collection[str] = ()) -> Work:
    """Return the side files of the questionnaire *name* for *language*, brought up to date.

    *settled* are keys of entries whose translation fits the changed text after all, or `all`.

    Raises:
        AssessError: It cannot be read, or is no file that side files can stand beside.
        DocumentError: It, or a side file, is unsound; carries all problems.

    """
    questionnaire = load_questionnaire(name)
    document, file = document_of(name)
    if file is None:
        raise AssessError(_("Standard input has no place for side files; name a questionnaire."))
    if language == questionnaire.language:
        raise AssessError(
            _("{name} is written in {language} already.", name=name, language=language)
        )
    base = texts_of(questionnaire)
    wanted = _by_file(base, document, file, language)
    if home := _own_sources(file):
        facts = texts_of_sources(questionnaire.sources)
        base = {**base, **facts}
        wanted[home.parent / language / home.name] = facts
    said = {path: _Side.read(path) for path in wanted}
    together: dict[str, object] = {}
    for side in said.values():
        _merge(together, side.value)
    known = together.pop(FROM, {})
    digests = dict(known) if isinstance(known, Mapping) else {}
    _settle(digests, base, together, settled)
    changed = {key for key, state in states(base, together, digests) if state == "changed"}
    files = {path: _Filling(said[path], changed).text(texts) for path, texts in wanted.items()}
    target = (
        file.parent / language / f"{_DIGESTS}.yaml" if file.name == WHOLE else next(iter(wanted))
    )
    files[target] = _with_digests(files.get(target, ""), digests)
    return Work(files, coverage(base, together, digests))


def _by_file(base: Texts, document: Document, file: Path, language: str) -> dict[Path, Texts]:
    """Return the texts by the side file in which they belong: cut as the questionnaire is."""
    if file.name != WHOLE:
        return {file.with_name(f"{file.stem}.{language}.yaml"): base}
    homes = dict(_homes(document))
    found: dict[Path, dict[str, object]] = {}
    for key, part in entries_of(base):
        top, _slash, name = key.partition("/")
        path = file.parent / language / f"{homes.get(key, file.stem)}.yaml"
        texts = found.setdefault(path, {})
        if name:
            inner = texts.setdefault(top, {})
            if isinstance(inner, dict):
                inner[name] = part
        else:
            texts[top] = part
    return found  # type: ignore[return-value]  # the same trees, cut in pieces


def _own_sources(file: Path) -> Path | None:
    """Return the file with the facts, where it stands beside the questionnaire in *file*."""
    name = strict_yaml.load(file).value.get("sources")
    homes = (file.parent, file.parent.absolute().parent)
    places = (home / SOURCES / f"{name}.yaml" for home in homes)
    return next((place for place in places if place.is_file()), None)


def _homes(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the key of each entry with the name of the file in which it stands."""
    for key in ("dimensions", "patterns", "strengths", "limits", "rules"):
        found = document.value.get(key)
        if isinstance(found, MarkedList):
            for part, spot in zip(found, found.spots, strict=True):
                yield f"{key}/{part.get('id')}", _stem(spot)
                questions = part.get("questions")
                if isinstance(questions, MarkedList):
                    for question, place in zip(questions, questions.spots, strict=True):
                        yield f"questions/{question.get('id')}", _stem(place)


def _stem(spot: Spot) -> str:
    return spot.source.file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")


def _settle(
    digests: dict[str, object], base: Texts, said: object, settled: Collection[str]
) -> None:
    """Note what was translated: entries that are new, and those that are *settled*."""
    keys = {key for key, state in states(base, said, {}) if state == "done"}
    for key, part in entries_of(base):
        if key in keys and (key not in digests or key in settled or "all" in settled):
            digests[key] = digest(part)
    for gone in set(digests) - {key for key, _part in entries_of(base)}:
        del digests[gone]


def _merge(whole: dict[str, object], part: object) -> None:
    for key, inner in part.items() if isinstance(part, Mapping) else ():
        known = whole.get(key)
        if isinstance(known, dict) and isinstance(inner, Mapping):
            _merge(known, inner)
        else:
            whole[key] = dict(inner) if isinstance(inner, Mapping) else inner


@dataclass(frozen=True, slots=True)
class _Side:
    """A side file without the program's own lines: its lines, and what they say."""

    lines: tuple[str, ...]
    value: MarkedMap

    @classmethod
    def read(cls, path: Path) -> _Side:
        if not path.is_file():
            return cls((), MarkedMap())
        text = _OURS.sub("", path.read_text(encoding="utf-8"))
        if not text.strip() or all(line.lstrip().startswith("#") for line in text.splitlines()):
            return cls(tuple(text.splitlines()), MarkedMap())
        document = strict_yaml.parse(text, str(path))
        value = document.value if isinstance(document.value, MarkedMap) else MarkedMap()
        return cls(tuple(text.splitlines()), value)


class _Filling:
    """Adds to a side file what its questionnaire has besides, behind what belongs together."""

    def __init__(self, side: _Side, changed: Collection[str]) -> None:
        self.side = side
        self.changed = changed
        self.added: dict[int, list[str]] = {}

    def text(self, base: Texts) -> str:
        """Return the text of the file with everything that *base* has."""
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
            if "/".join(at) in self.changed:
                self._add(line, _changed(part, indent))
            elif isinstance(part, str) and not inner:
                self._add(line, comment(part, indent, MARK))
            elif isinstance(part, list) and len(inner or ()) != len(part):
                self._add(line, comment("; ".join(part), indent, MARK))
            elif isinstance(part, list) and isinstance(inner, MarkedList):
                self._fill_list(inner, part)
            if isinstance(part, Mapping) and isinstance(inner, MarkedMap):
                self._fill(inner, part, at)

    def _fill_list(self, found: MarkedList, base: list[str]) -> None:
        for said, spot, text in zip(found, found.spots, base, strict=True):
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


def _with_digests(text: str, digests: Mapping[str, object]) -> str:
    """Return *text* with the digests of what was translated at its end."""
    kept = re.sub(rf"(?ms)^(# [^\n]*\n)?{FROM}:\n(?:[ \t]+[^\n]*\n)*", "", text).strip("\n")
    about = "# " + _("Written by the program: which text each translation was made from.")
    lines = [
        about,
        f"{FROM}:",
        *(f"  {scalar(key)}: {scalar(str(value))}" for key, value in digests.items()),
    ]
    whole = [kept, "", *lines] if kept else lines
    return "\n".join(whole if digests else [kept]) + "\n"

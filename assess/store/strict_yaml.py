"""Read YAML the way its authors mean it, and remember where everything stood.

`no`, `12:30`, `010` and dates stay text; only true, false, null and plain decimal numbers have a
type. A key said twice, aliases, anchors, tags, merge keys, directives and a second document are
problems, all collected at once; depth and size are bounded, so that no file can take the memory.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, Protocol, cast

import yaml

from assess.errors import DocumentError, Problem, printable
from assess.language.messages import _
from assess.store.characters import FORBIDDEN, named
from assess.store.document import (
    Between,
    Document,
    Mark,
    MarkedList,
    MarkedMap,
    Path,
    Source,
    Span,
    Spot,
    dotted,
    problem_at,
)
from assess.store.source import read_text, shown_name
from assess.store.syntax_reasons import in_words

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable

DEEPEST: Final = 32
MOST_VALUES: Final = 50_000
LONGEST_TEXT: Final = 2 * 1024 * 1024
LONGEST_KEY: Final = 200

FLOATS: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,3})?\Z")
"""What a number with a decimal point looks like."""

_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_BEGINS = frozenset("-0123456789")
_BEGINNING = Between(Mark(0, 0), Mark(0, 1))


class _Event(Span, Protocol):
    """What the parser reports: the part of its events that is used here."""

    value: str
    style: str | None
    anchor: str | None
    tag: str | None
    tags: dict[str, str] | None
    version: tuple[int, int] | None


def load(path: str | pathlib.Path) -> Document:
    """Read a YAML file, or standard input for `-`.

    Raises:
        AssessError: The file cannot be read.
        DocumentError: It is no YAML; problems that leave it readable are kept in the document.

    """
    return parse(read_text(path), shown_name(path))


def parse(text: str, file: str, *, floats: re.Pattern[str] = FLOATS) -> Document:
    """Return what the YAML *text* says; *file* is its name in messages.

    Words that match *floats* are numbers.

    Raises:
        DocumentError: The text is empty, no YAML, too deep or too large.

    """
    return _Reader(Source(file, text), floats).read()


class _Key(NamedTuple):
    """A key that waits for its value; what is said twice is read and thrown away."""

    name: str
    span: Span
    kept: bool = True


class _Reader:
    """Builds the value from the parser's events, one step an event, without recursion."""

    def __init__(self, source: Source, floats: re.Pattern[str]) -> None:
        self.source = source
        self.floats = floats
        self.problems: list[Problem] = []
        self.refused: set[Path] = set()
        self.root: Spot | None = None
        self.value: Any = None
        self.open: list[MarkedMap | MarkedList] = []
        self.waiting: list[_Key | None] = []
        self.way: list[str | int] = []
        self.values = 0

    def read(self) -> Document:
        """Return the document, or say why there is none."""
        try:
            self._follow(getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.source.text))
        except yaml.YAMLError as error:
            self._stop(_span(error), _("not valid YAML: {reason}", reason=_reason(error)))
        if self.root is None:
            self._stop(_BEGINNING, _("the file is empty"))
        return Document(self.value, self.root, tuple(self.problems), frozenset(self.refused))

    def _follow(self, parser: Any) -> None:  # noqa: ANN401  the C parser has no public type
        steps: dict[type, Callable[[_Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._map,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            while (event := parser.get_event()) is not None:
                if step := steps.get(type(event)):
                    step(event)
        finally:
            parser.dispose()

    def _scalar(self, event: _Event) -> None:
        text = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if len(text) > LONGEST_TEXT:
            self._stop(
                event,
                _(
                    "a text of {count} characters; at most {most} are read",
                    count=len(text),
                    most=LONGEST_TEXT,
                ),
            )
        if event.style == '"' and (match := FORBIDDEN.search(text)):
            self._refuse(
                event, _("{character} is not allowed, not even escaped", character=named(match[0]))
            )
        if self._expects_key():
            self._key(event, text)
        else:
            self._add(event, text if event.style else _typed(text, self.floats))

    def _map(self, event: _Event) -> None:
        self._enter(event, MarkedMap())

    def _list(self, event: _Event) -> None:
        self._enter(event, MarkedList())

    def _enter(self, event: _Event, container: MarkedMap | MarkedList) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if self._expects_key():
            self._stop(event, _("only text can be a key"))
        if len(self.open) >= DEEPEST:
            self._stop(event, _("nested deeper than {most} levels", most=DEEPEST))
        if self.open:
            self.way.append(self._next())
        self._add(event, container)
        self.open.append(container)
        self.waiting.append(None)

    def _close(self, _event: _Event) -> None:
        self.open.pop()
        self.waiting.pop()
        if self.way:
            self.way.pop()

    def _alias(self, event: _Event) -> None:
        if self._expects_key():
            self._stop(event, _("only text can be a key"))
        self._refuse(
            event, _("aliases (*{name}) are not supported", name=printable(event.anchor or ""))
        )
        self._add(event, None)

    def _document(self, event: _Event) -> None:
        if self.root is not None:
            self._stop(event, _("a second YAML document begins; a file holds one"))
        if event.version or event.tags:
            self._report(event, _("YAML directives (lines that begin with %) are not supported"))

    def _expects_key(self) -> bool:
        return bool(self.open) and self.waiting[-1] is None and type(self.open[-1]) is MarkedMap

    def _key(self, event: _Event, text: str) -> None:
        name = text if text.isascii() else unicodedata.normalize("NFC", text)
        known = cast("MarkedMap", self.open[-1]).spots
        self.waiting[-1] = _Key(name, event)
        if name in known:
            line = known[name].key.start_mark.line + 1
            self._report(
                event, _("said twice; the first time in line {line}", line=line), self._path()
            )
            self.waiting[-1] = _Key(name, event, kept=False)
        elif not name.strip():
            self._refuse(event, _("a key without a name"))
        elif len(name) > LONGEST_KEY:
            self._stop(
                event,
                _(
                    "a key of {count} characters; at most {most} are read",
                    count=len(name),
                    most=LONGEST_KEY,
                ),
            )
        elif name == "<<" and not event.style:
            self._refuse(event, _("merge keys (<<) are not supported; write the keys out"))

    def _add(self, event: _Event, value: object) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._stop(
                event, _("more than {most} values; at most that many are read", most=MOST_VALUES)
            )
        if not self.open:
            self.value, self.root = value, Spot(self.source, event, event)
            return
        into, key = self.open[-1], self.waiting[-1]
        if isinstance(into, MarkedList):
            into.append(value)
            into.spots.append(Spot(self.source, event, event))
        elif key is not None:
            self.waiting[-1] = None
            if key.kept:
                into[key.name] = value
                into.spots[key.name] = Spot(self.source, key.span, event)

    def _refuse_extras(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse(
                event, _("anchors (&{name}) are not supported", name=printable(event.anchor))
            )
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, _("tags ({tag}) are not supported", tag=printable(tag, longest=60)))

    def _refuse(self, event: Span, message: str) -> None:
        """Report what cannot be read; no later check says more about this place."""
        path = self._path()
        self._report(event, message, path)
        self.refused.add(path)

    def _report(self, event: Span, message: str, path: Path = ()) -> None:
        self.problems.append(problem_at(self.source, event, dotted(path), message))

    def _stop(self, span: Span, message: str) -> NoReturn:
        self._report(span, message)
        raise DocumentError(tuple(self.problems))

    def _path(self) -> Path:
        return (*self.way, self._next()) if self.open else ()

    def _next(self) -> str | int:
        key, into = self.waiting[-1], self.open[-1]
        return len(into) if isinstance(into, MarkedList) else key.name if key else "?"


def _typed(word: str, floats: re.Pattern[str]) -> object:
    """Return what a word without quotes means."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _NUMBER_BEGINS:
        return word
    if _INT.match(word):
        return int(word)
    return float(word) if floats.match(word) else word


def _span(error: yaml.YAMLError) -> Span:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _BEGINNING
    return Between(Mark(mark.line, mark.column), Mark(mark.line, mark.column + 1))


def _reason(error: yaml.YAMLError) -> str:
    parts = (getattr(error, "problem", None), getattr(error, "context", None))
    return in_words(" ".join(str(part) for part in parts if part)) or _("it cannot be read")

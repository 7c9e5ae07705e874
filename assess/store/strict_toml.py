"""Read TOML as a document that knows where its keys stand.

The parser of the standard library keeps no positions, so keys are looked up in the text again.
What is found is the line to mend in everything that people write by hand; a key that hides better
is shown where the table begins that holds it.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from assess.errors import DocumentError, Problem
from assess.language.messages import _
from assess.store.document import Between, Document, Mark, MarkedMap, Source, Spot, problem_at
from assess.store.syntax_reasons import in_words

DEEPEST: Final = 32
"""How many tables and lists may stand inside each other."""

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_START = Between(Mark(0, 0), Mark(0, 1))


def parse(text: str, file: str) -> Document:
    """Return what the TOML *text* says; dates and times as text.

    Raises:
        DocumentError: It is no TOML, or too deep.

    """
    source = Source(file, text)
    root = Spot(source, _START, _START)
    try:
        return Document(_marked(tomllib.loads(text), root, 1), root)
    except RecursionError as error:
        message = _("nested deeper than {most} levels", most=DEEPEST)
        raise DocumentError((problem_at(source, _START, "", message),)) from error
    except ValueError as error:
        raise DocumentError((_problem(source, str(error)),)) from error


def _marked(table: dict[str, Any], spot: Spot, depth: int) -> MarkedMap:
    marked = MarkedMap()
    first = spot.key.start_mark.line
    for key, value in table.items():
        marked.spots[key] = found = _spot(key, spot, first)
        marked[key] = _value(value, found, depth + 1)
        first = found.key.start_mark.line  # the parser keeps the order of the text
    return marked


def _value(value: object, spot: Spot, depth: int) -> object:
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        return _marked(value, spot, depth)
    if isinstance(value, list):
        return [_value(entry, spot, depth + 1) for entry in value]
    return value if isinstance(value, str | int | float) else str(value)


def _spot(key: str, table: Spot, first: int) -> Spot:
    """Return where *key* is said from line *first* on: alone, dotted, in a head or in braces."""
    said = re.compile(
        rf"[^#\"'\n]*?(?<![\w-])[\"']?(?P<key>{re.escape(key)})[\"']?[ \t]*"
        rf"(?:=[ \t]*(?P<value>\"[^\"]*\"|'[^']*'|[^#\s](?:[^#]*[^#\s])?)|[.\]])"
    )
    for number, line in enumerate(table.source.lines[first:], first):
        if found := said.match(line):
            at = _between(number, *found.span("key"))
            value = _between(number, *found.span("value")) if found["value"] else at
            return Spot(table.source, at, value)
    return table


def _between(line: int, start: int, end: int) -> Between:
    return Between(Mark(line, start), Mark(line, end))


def _problem(source: Source, said: str) -> Problem:
    """Return what the parser *said*, at the place that it names; without one at the end."""
    at = _AT.search(said)
    line = int(at[1]) - 1 if at and at[1] else max(len(source.lines) - 1, 0)
    ending = len(source.lines[line]) if line < len(source.lines) else 0
    column = int(at[2]) - 1 if at and at[2] else ending
    message = _("not valid TOML: {reason}", reason=in_words(_AT.sub("", said)))
    return problem_at(source, _between(line, column, column + 1), "", message)

"""Read JSON without its holes: a key said twice, NaN, endless numbers, depth."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any, NoReturn

from assess.errors import DocumentError, Problem
from assess.language.messages import _
from assess.store.document import Between, Document, Mark, Source, problem_at

_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\(.)")
_FLOATS = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,60})?(?:[eE][-+]?[0-9]{1,3})?\Z")
_LONGEST_NUMBER = 25


class _DoubtfulError(ValueError):
    """Something that needs the slower reader, which knows where it stands."""


def parse(text: str) -> Any | None:  # noqa: ANN401  any JSON value
    """Return what clean JSON says, or None where only `located` can say what is wrong.

    Escaped characters count as doubtful, because the program writes every character as itself.
    """
    if "\\" in text and any(match[1] == "u" for match in _ESCAPE.finditer(text)):
        return None
    try:
        return json.loads(
            text,
            object_pairs_hook=_said_once,
            parse_constant=_refuse,
            parse_int=_short_int,
            parse_float=_short_float,
        )
    except (ValueError, RecursionError):
        return None


def located(text: str, file: str) -> Document:
    """Return the JSON *text* as a document that knows where everything stands.

    Raises:
        DocumentError: It is no JSON, or too deep.

    """
    from assess.store import strict_yaml  # noqa: PLC0415  sound files are read without YAML

    text = _PAIR.sub(_character, text)
    try:
        json.loads(text, parse_constant=_refuse, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise DocumentError((_problem(file, error),)) from error
    except (_DoubtfulError, RecursionError):
        pass
    try:
        return strict_yaml.parse(text, file, floats=_FLOATS)
    except DocumentError as error:
        raise DocumentError(tuple(_as_json(problem) for problem in error.problems)) from error


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        raise _DoubtfulError
    return said


def _refuse(_constant: str) -> NoReturn:
    raise _DoubtfulError


def _short_int(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _DoubtfulError
    return int(digits)


def _short_float(digits: str) -> float:
    if len(digits) > _LONGEST_NUMBER:
        raise _DoubtfulError
    return float(digits)


def _character(match: re.Match[str]) -> str:
    """Return a character outside the first plane for its two escapes, which YAML does not know."""
    high, low = int(match[2], 16), int(match[3], 16)
    return match[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _as_json(problem: Problem) -> Problem:
    message = problem.message.replace("YAML", "JSON", 1)
    return dataclasses.replace(problem, message=message)


def _problem(file: str, error: json.JSONDecodeError) -> Problem:
    from assess.store.syntax_reasons import in_words  # noqa: PLC0415  sound files need no reasons

    at = Mark(error.lineno - 1, error.colno - 1)
    span = Between(at, Mark(at.line, at.column + 1))
    return problem_at(
        Source(file, error.doc), span, "", _("not valid JSON: {reason}", reason=in_words(error.msg))
    )

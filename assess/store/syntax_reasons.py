"""What the parsers of YAML, JSON and TOML say of broken syntax, in words that say what to mend.

Their own sentences are English and speak of tokens; those that authors meet are put into words
here, which are translated. The others stay as they are.
"""

from __future__ import annotations

from typing import Final

from assess.errors import printable
from assess.language.messages import N_, _

_BRACES = N_("braces are not closed, or a comma is missing")
_COLON = N_("a colon is missing")
_ESCAPE = N_("an unknown escape; write a backslash twice")
_LIST = N_("a list in brackets is not closed, or a comma is missing")
_NAME = N_("text cannot begin with & or *; put it in quotes")
_NOTHING = N_("something is missing here")
_QUOTE = N_("a quotation mark is not closed")
_TWICE = N_("this is said twice")
_TAB = N_("a tab cannot indent; use spaces")

_WORDS: Final = {
    # libyaml
    "block sequence entries are not allowed": N_("a list cannot begin here; give it its own line"),
    "could not find expected ':'": _COLON,
    "did not find expected ',' or ']'": _LIST,
    "did not find expected ',' or '}'": _BRACES,
    "did not find expected '-' indicator": N_("expected an entry of the list; check the indent"),
    "did not find expected alphabetic or numeric": _NAME,
    "did not find expected key": N_("expected a key; check the indent and the quotation marks"),
    "did not find expected node content": _NOTHING,
    "found a tab character": _TAB,
    "found character that cannot start any token": N_(
        "nothing can begin with this character: put text in quotes, and indent with spaces"
    ),
    "found invalid Unicode character escape code": _ESCAPE,
    "found undefined alias": _NAME,
    "found unexpected end of stream": _QUOTE,
    "found unknown escape character": _ESCAPE,
    "mapping values are not allowed": N_(
        "a second colon, or a wrong indent; put text with a colon in quotes"
    ),
    # json
    "Expecting ',' delimiter": N_("a comma is missing, or a bracket is not closed"),
    "Expecting ':' delimiter": _COLON,
    "Expecting property name": N_("expected a key in double quotation marks"),
    "Expecting value": N_("expected a value"),
    "Extra data": N_("something stands behind the end"),
    "Illegal trailing comma": N_("a comma stands before the end"),
    "Invalid \\escape": _ESCAPE,
    "Invalid control character": N_("a text holds a line break or another control character"),
    "Unterminated string": _QUOTE,
    # tomllib
    "Cannot": _TWICE,
    "Duplicate inline table key": _TWICE,
    "Escaped character": _ESCAPE,
    "Exceeds the limit": N_("a number of too many digits"),
    "Expected \"'": _QUOTE,
    "Expected '='": N_("expected = behind the key"),
    "Expected ']": N_("a bracket is not closed"),
    "Expected newline": N_("something stands behind the value; each key has a line of its own"),
    "Illegal character": _QUOTE,
    "Invalid hex value": _ESCAPE,
    "Invalid initial character": N_("expected a key"),
    "Invalid statement": N_("expected a line such as key = value"),
    "Invalid value": N_("expected a value; text stands in quotes"),
    "Unclosed array": _LIST,
    "Unclosed inline table": _BRACES,
    "Unescaped": _ESCAPE,
}
"""Our words by how the parser's begin."""


def in_words(reason: str) -> str:
    """Return what the parser's *reason* means, in the spoken language where that is known."""
    known = next((words for begins, words in _WORDS.items() if reason.startswith(begins)), None)
    return _(known) if known else printable(reason)

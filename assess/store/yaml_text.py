"""Texts as YAML that people go on editing: plain where possible, folded where it is long."""

from __future__ import annotations

import json
import re
import textwrap

import yaml

WIDTH = 106
"""How wide a line of YAML becomes, in characters."""

_UNSAFE = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|:\s|\s#|\s$|:$")


def keyed(key: str, text: str, indent: int) -> list[str]:
    """Return the lines of `key: text`, *indent* blanks in."""
    head = f"{' ' * indent}{key}:"
    if not text:
        return [f'{head} ""']
    return _lines(head, text, indent)


def entry(text: str, indent: int) -> list[str]:
    """Return the lines of `- text`, *indent* blanks in."""
    return _lines(f"{' ' * indent}-", text, indent) if text else [f'{" " * indent}- ""']


def comment(text: str, indent: int, mark: str) -> list[str]:
    """Return *text* as lines of a comment that begin with *mark*."""
    first = f"{' ' * indent}{mark} "
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=first, break_long_words=False
    )


def scalar(text: str) -> str:
    """Return *text* on one line, in quotes where it would be something else without."""
    plain = not _UNSAFE.search(text) and yaml.safe_load(text) == text if text else False
    return text if plain else json.dumps(text, ensure_ascii=False)


def _lines(head: str, text: str, indent: int) -> list[str]:
    line = f"{head} {scalar(text)}"
    if len(line) <= WIDTH and "\n" not in text:
        return [line]
    inner = " " * (indent + 2)
    folded = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=inner,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"{head} >-", *folded]

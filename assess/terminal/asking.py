"""One question outside the interview, asked only where a person can answer."""

from __future__ import annotations

import sys


def ask(prompt: str) -> str | None:
    """Return what is typed, stripped; None where standard input is no terminal or has ended."""
    if not sys.stdin or not sys.stdin.isatty():
        return None
    import readline  # noqa: F401, PLC0415  without it input() cuts long lines silently

    try:
        return input(prompt).strip()
    except EOFError:
        return None

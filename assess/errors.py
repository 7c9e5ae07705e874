"""Everything that can go wrong and is worth telling a user in sentences."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from assess.language.messages import _

INTERRUPTED = 130
"""The exit status of a program that was asked to stop."""


class AssessError(Exception):
    """Base of every error that the command line shows without a traceback.

    `status` is the exit status of the program: 2 for usage and unreadable input.
    """

    status = 2


class UnreadableError(AssessError):
    """A file is not there, is no ordinary file, or may not be read: nothing is known about it."""


class NotFoundError(UnreadableError):
    """A named questionnaire, question, file or template does not exist."""

    def __init__(self, kind: str, name: str, *, meant: str | None = None, hint: str = "") -> None:
        guess = _(" Did you mean `{meant}`?", meant=meant) if meant else ""
        super().__init__(
            _(
                "No such {kind}: {name}.{guess}{hint}",
                kind=kind,
                name=name,
                guess=guess,
                hint=f" {hint}" if hint else "",
            )
        )


class DiskError(AssessError):
    """The disk refused to read or write; nothing that was saved before is lost."""

    status = 74


class InUseError(AssessError):
    """Somebody else holds the file, or has changed it since it was read."""

    status = 75


class HeldError(InUseError):
    """Another session holds the file for writing; it can be read meanwhile."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix in a document, and where it stands.

    `line` and `column` count from 1 and are 0 where the document as a whole is meant; `path` is
    dotted (`dimensions[0].title`); `excerpt` is the line itself, shown with a caret of `width`.
    """

    file: str
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Return `file:line:column: path: what is wrong`."""
        at = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{at}: {self.path}: {self.message}" if self.path else f"{at}: {self.message}"


class DocumentError(AssessError):
    """A document could not be accepted; carries *all* of its problems, in the order of the text."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def printable(text: str, *, longest: int = 200) -> str:
    r"""Return *text* on one line, harmless to a terminal: ESC becomes `\x1b`, a tab `\t`.

    More than *longest* characters are cut, with an ellipsis in their place.
    """
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(_visible(character) for character in cut)


def excerpt_with_caret(problem: Problem, *, columns: int = 96) -> str:
    """Return the line that is meant and, below it, carets under what is wrong.

    Tabs count four columns, wide characters two; of a long line the *columns* around the place
    are shown. Empty when the problem has no excerpt.
    """
    if not problem.excerpt:
        return ""
    at = min(max(problem.column - 1, 0), len(problem.excerpt))
    skipped = max(0, at - columns)
    near = problem.excerpt[skipped : at + columns]
    cells = ["    " if c == "\t" else _visible(c) for c in near]
    widths = [_columns(cell) for cell in cells]
    at -= skipped
    first, last = _window(widths, at, columns)
    before = "…" if skipped + first else ""
    after = "…" if skipped + last < len(problem.excerpt) else ""
    indent = " " * (len(before) + sum(widths[first:at]))
    carets = "^" * max(1, sum(widths[at : min(at + problem.width, last)]))
    return f"{before}{''.join(cells[first:last])}{after}\n{indent}{carets}"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _window(widths: list[int], at: int, columns: int) -> tuple[int, int]:
    """Return the first and the last place + 1 to show so that *at* is well in sight."""
    if sum(widths) <= columns:
        return 0, len(widths)
    first, room = at, columns // 2
    while first and room >= widths[first - 1]:
        first -= 1
        room -= widths[first]
    last, room = first, columns
    while last < len(widths) and room >= widths[last]:
        room -= widths[last]
        last += 1
    return first, last

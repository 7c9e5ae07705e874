"""Read a text file that anybody may have written, without surprises."""

from __future__ import annotations

import errno
import itertools
import os
import stat
import sys
from pathlib import Path
from typing import Final

from assess.errors import (
    AssessError,
    DiskError,
    DocumentError,
    NotFoundError,
    Problem,
    UnreadableError,
    printable,
)
from assess.language.messages import _
from assess.model.spelling import closest
from assess.store.characters import FORBIDDEN, named

MOST_BYTES: Final = 8 * 1024 * 1024
"""The size of the largest file that is read."""

STDIN: Final = "-"
"""The file name that means standard input."""

_BROKEN = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ESTALE)
_ASSESSMENT = ".assess.json"
_MOST_PROBLEMS = 100
_MOST_NULS = 8
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_text(path: str | Path) -> str:
    """Return the text of a file, or of standard input for `-`.

    Raises:
        NotFoundError: There is no such file.
        UnreadableError: It is no ordinary file, or may not be read.
        DocumentError: It is larger than `MOST_BYTES`, not UTF-8, or holds characters that have no
            place in a document.
        DiskError: The disk failed.

    """
    return decoded(read_bytes(path), shown_name(path))


def read_bytes(path: str | Path) -> bytes:
    """Return the content of an ordinary file, never waiting for a pipe or a device.

    Raises:
        NotFoundError: There is no such file.
        UnreadableError: It is no ordinary file, or may not be read.
        DocumentError: It is larger than `MOST_BYTES`.
        DiskError: The disk failed.

    """
    try:
        content = _standard_input() if str(path) == STDIN else _ordinary_file(path)
    except (OSError, ValueError) as error:
        raise _sentence(path, error) from error
    if len(content) > MOST_BYTES:
        message = _(
            "the file is larger than {most} MB, the most that is read",
            most=MOST_BYTES // 1024 // 1024,
        )
        raise DocumentError((_at(shown_name(path), message),))
    return content


def decoded(content: bytes, file: str) -> str:
    """Return *content* as text; one byte order mark at its start is left out.

    Raises:
        DocumentError: It is not UTF-8, or holds characters that have no place in a document.

    """
    if content.startswith(_UTF16) or content[:64].count(0) > _MOST_NULS:
        raise DocumentError((_at(file, _("not UTF-8 text (UTF-16 or binary); save it as UTF-8")),))
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        readable = content[: error.start].decode("utf-8")
        found = _(
            "byte {byte} is not UTF-8; save the file as UTF-8", byte=f"0x{content[error.start]:02X}"
        )
        raise DocumentError((_at(file, found, readable),)) from error
    if bad := tuple(itertools.islice(FORBIDDEN.finditer(text), _MOST_PROBLEMS)):
        problems = (
            _at(file, _("{character} is not allowed", character=named(m[0])), text, m.start())
            for m in bad
        )
        raise DocumentError(tuple(problems))
    return text


def shown_name(path: str | Path) -> str:
    """Return the name of a file as messages show it; control characters are escaped."""
    return "<stdin>" if str(path) == STDIN else printable(str(path), longest=1000)


def is_file(path: str | Path) -> bool:
    """Return whether *path* names a file that can be reached; no name is too odd to ask."""
    return os.path.isfile(path)  # noqa: PTH113  Path.is_file raises for names too long


def _standard_input() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.read(MOST_BYTES + 1)


def _ordinary_file(path: str | Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            kind = _("a folder") if stat.S_ISDIR(mode) else _("a pipe or device")
            raise UnreadableError(
                _("{file} is {kind}, not a file.", file=shown_name(path), kind=kind)
            )
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    finally:
        os.close(descriptor)


def _sentence(path: str | Path, error: OSError | ValueError) -> AssessError:
    name = shown_name(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NotFoundError(_("file"), name, meant=_similar_file(Path(path)))
    if isinstance(error, PermissionError):
        return UnreadableError(_("{name} may not be read: permission denied.", name=name))
    if isinstance(error, OSError) and error.errno in _BROKEN:
        return DiskError(
            _(
                "{name} could not be read: {reason}. Nothing was changed.",
                name=name,
                reason=error.strerror,
            )
        )
    reason = error.strerror if isinstance(error, OSError) else _("that is no file name")
    return UnreadableError(_("{name} cannot be opened: {reason}.", name=name, reason=reason))


def _similar_file(path: Path) -> str | None:
    """Return the assessment of that name, or a file beside *path* whose name is nearly the same."""
    if is_file(assessment := f"{path}{_ASSESSMENT}"):
        return printable(assessment)
    name, _, ending = path.name.partition(".")
    try:
        beside = [file.name.partition(".") for file in path.parent.iterdir()]
    except OSError:
        return None
    found = closest(name, [near for near, _, its in beside if its == ending and near != name])
    return found and printable(str(path.with_name(f"{found}.{ending}".removesuffix("."))))


def _at(file: str, message: str, text: str = "", index: int | None = None) -> Problem:
    """Return a problem at the character *index* of *text*, by default at its end."""
    before = text[:index].removeprefix("\ufeff").splitlines() or [""]
    if text[:index].endswith(("\n", "\r")):
        before.append("")
    rest = (text[index:] or " ").splitlines()[0] if index is not None else ""
    excerpt = before[-1] + rest
    return Problem(file, message, "", len(before), len(before[-1]) + 1, excerpt)

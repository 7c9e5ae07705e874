"""Write a file so that it is either the old one or the new one, even when the power fails."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.language.messages import _
from assess.store.disk import unwritten
from assess.store.source import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNFINISHED = ".new"
"""How the names of unfinished copies end."""


def replace(path: str | Path, content: bytes) -> None:
    """Replace the file by one with *content*; it is on the disk when this returns.

    A new file is readable by its owner only; an existing one keeps its mode. A symbolic link
    stays: its target is replaced.

    Raises:
        AssessError: There is no such folder, the name is no file's, or it may not be written.
        DiskError: The disk refused; the old file is untouched.

    """
    target = Path(os.path.realpath(path))
    with _told(path):
        _write(target, content, lambda temporary: temporary.replace(target))


def create(path: str | Path, content: bytes, *, force: bool = False) -> None:
    """Write a new file; with *force* an existing one is replaced.

    Raises:
        AssessError: The file exists, without *force*; or see `replace`.
        DiskError: The disk refused; nothing was written.

    """
    if force:
        replace(path, content)
        return
    make_sure_free(path)
    target = Path(path).absolute()
    with _told(path):
        try:
            _write(target, content, lambda temporary: _name_it(temporary, target))
        except FileExistsError:
            raise _exists(path) from None


def make_sure_writable(folder: Path) -> None:
    """Write a file into *folder* that has gone again when this returns, whatever comes of it.

    Raises:
        AssessError: Nothing may be written there.
        DiskError: The disk refused.

    """
    with _told(folder), tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"\0")


def make_sure_free(path: str | Path) -> None:
    """Make sure that a new file can have this name, as far as can be known before it is written.

    Raises:
        AssessError: The file exists, there is no such folder, or the name is too long.

    """
    target = Path(path).absolute()
    with _told(path):
        if target.is_dir():
            raise IsADirectoryError
        target.parent.stat()
        with contextlib.suppress(FileNotFoundError):
            target.lstat()
            raise _exists(path)


def sweep(path: str | Path) -> None:
    """Remove what programs that were killed while saving left beside the file.

    Only for who holds the file's lock: nobody else is saving it then.
    """
    target = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        for unfinished in target.parent.glob(f"{_beginning(target)}*{_UNFINISHED}"):
            unfinished.unlink(missing_ok=True)


def _beginning(target: Path) -> str:
    """Return how the names of unfinished copies begin; no other file's begin so."""
    return f".{hashlib.sha256(target.name.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}-"


def _write(target: Path, content: bytes, put: Callable[[Path], object]) -> None:
    """Write beside *target*, then *put* the complete file in its place."""
    descriptor, name = tempfile.mkstemp(
        prefix=_beginning(target), suffix=_UNFINISHED, dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            with contextlib.suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            rest = memoryview(content)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        put(temporary)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _name_it(temporary: Path, target: Path) -> None:
    """Give the file its name only if nobody else took it meanwhile."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no hard links; there the name is reserved first.
        target.touch(mode=0o600, exist_ok=False)
        temporary.replace(target)
    else:
        temporary.unlink()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _told(path: str | Path) -> Iterator[None]:
    """Turn the system's errors into a sentence with the way out."""
    try:
        yield
    except OSError as error:
        raise unwritten(path, error) from error


def _exists(path: str | Path) -> AssessError:
    return AssessError(_("{file} exists already; --force replaces it.", file=shown_name(path)))

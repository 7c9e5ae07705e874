"""One writer at a time."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from assess.errors import DiskError, HeldError, printable
from assess.language.messages import _
from assess.store.source import shown_name

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from types import TracebackType


class Lock:
    """Holds a file for one writer, by a hidden side file `.NAME.lock` that names the holder.

    The system frees the lock when the process ends, however it ends, so a lock is never stale. It
    does not reach across folders that a cloud service synchronises, and on Windows it is not
    taken at all; there the writer's own check, that the file is still what it read, must do.

    Raises:
        HeldError: On entering, when somebody else holds the file.
        DiskError: On entering, when the side file cannot be written.

    """

    def __init__(self, path: str | Path) -> None:
        target = Path(os.path.realpath(path))
        self._name = shown_name(path)
        self._side = target.with_name(f".{target.name}.lock")
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        """Take the lock, or say who holds it."""
        try:
            while self._descriptor is None:
                self._descriptor = self._taken()
        except OSError as error:
            message = _(
                "{name} cannot be locked for writing: {reason}.",
                name=self._name,
                reason=error.strerror,
            )
            raise DiskError(message) from error
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Release the lock and remove the side file."""
        if self._descriptor is not None:
            # Removed while it is held: who opened it meanwhile finds it gone and tries again.
            with contextlib.suppress(OSError):
                self._side.unlink()
            os.close(self._descriptor)
            self._descriptor = None

    def _taken(self) -> int | None:
        """Return the descriptor of the held side file, or None if it vanished meanwhile."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self._side, flags, 0o600)
        try:
            self._lock(descriptor)
            if not self._is_still(descriptor):
                os.close(descriptor)
                return None
            os.ftruncate(descriptor, 0)
            os.write(descriptor, _holder().encode())
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def _is_still(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self._side.stat())
        except FileNotFoundError:
            return False

    def _lock(self, descriptor: int) -> None:
        if sys.platform == "win32":
            return
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 500).decode("utf-8", "replace")
            who = printable(holder.strip()) or _("another session")
            message = _(
                "{name} is in use by {who}. Close that session, then run again.",
                name=self._name,
                who=who,
            )
            raise HeldError(message) from None


def _holder() -> str:
    since = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    return _(
        "process {number} on {computer} since {since}",
        number=os.getpid(),
        computer=socket.gethostname(),
        since=since,
    )

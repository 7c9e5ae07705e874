"""Why a file or folder could not be written, in sentences."""

from __future__ import annotations

import errno
from pathlib import Path

from assess.errors import AssessError, DiskError
from assess.store.source import shown_name

_FULL = (errno.ENOSPC, errno.EDQUOT)


def unwritten(path: str | Path, error: OSError) -> AssessError:
    """Return what to tell where *path* could not be written.

    What the user can name better is an `AssessError`; what the disk does is a `DiskError`.
    """
    name = shown_name(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return AssessError(f"There is no folder {shown_name(Path(path).parent)}.")
        case IsADirectoryError():
            return AssessError(f"{name} is a folder, not a file.")
        case PermissionError():
            return AssessError(f"{name} may not be written: permission denied.")
        case OSError(errno=errno.ENAMETOOLONG):
            return AssessError(f"{name} cannot be written: the name is too long.")
    onward = " Free some space and run again." if error.errno in _FULL else ""
    return DiskError(f"{name} could not be saved: {error.strerror or error}.{onward}")

"""Why a file or folder could not be written, in sentences."""

from __future__ import annotations

import errno
from pathlib import Path

from assess.errors import AssessError, DiskError
from assess.language.messages import _
from assess.store.source import shown_name

_FULL = (errno.ENOSPC, errno.EDQUOT)


def unwritten(path: str | Path, error: OSError) -> AssessError:
    """Return what to tell where *path* could not be written.

    What the user can name better is an `AssessError`; what the disk does is a `DiskError`.
    """
    name = shown_name(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return AssessError(_("There is no folder {file}.", file=shown_name(Path(path).parent)))
        case IsADirectoryError():
            return AssessError(_("{name} is a folder, not a file.", name=name))
        case PermissionError():
            return AssessError(_("{name} may not be written: permission denied.", name=name))
        case OSError(errno=errno.ENAMETOOLONG):
            return AssessError(_("{name} cannot be written: the name is too long.", name=name))
    onward = _(" Free some space and run again.") if error.errno in _FULL else ""
    return DiskError(
        _(
            "{name} could not be saved: {reason}.{onward}",
            name=name,
            reason=error.strerror or error,
            onward=onward,
        )
    )

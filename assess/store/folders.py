"""Folders that the program writes into."""

from __future__ import annotations

import os
from pathlib import Path

from assess.errors import AssessError
from assess.language.messages import _
from assess.store.disk import unwritten
from assess.store.source import shown_name


def files_ending(folder: Path, ending: str) -> tuple[Path, ...]:
    """Return the files in *folder* whose names end so, by name; none where it cannot be read."""
    try:
        return tuple(sorted(file for file in folder.iterdir() if file.name.endswith(ending)))
    except OSError:
        return ()


def make_folder(path: Path) -> None:
    """Make the folder and those above it; one that exists is fine.

    Raises:
        AssessError: The name is taken by a file or too long, or it may not be made there.
        DiskError: The disk refused.

    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise AssessError(_("{file} is not a folder.", file=shown_name(path))) from error
    except OSError as error:
        raise unwritten(path, error) from error


def configuration() -> Path:
    """Return the folder of the user's configuration."""
    configured = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(configured) if Path(configured).is_absolute() else Path("~/.config").expanduser()

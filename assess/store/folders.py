"""Folders that the program writes into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.errors import AssessError, DiskError
from assess.store.source import shown_name

if TYPE_CHECKING:
    from pathlib import Path


def make_folder(path: Path) -> None:
    """Make the folder and those above it; one that exists is fine.

    Raises:
        AssessError: The name is taken by a file.
        DiskError: The disk refused.

    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise AssessError(f"{shown_name(path)} is not a folder.") from error
    except OSError as error:
        raise DiskError(f"{shown_name(path)}: cannot make the folder: {error.strerror}.") from error

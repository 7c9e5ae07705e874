"""The folders that come with the program.

A wheel carries them inside the package (`assess/_data`); a source checkout and an editable
install have them at the top of the repository, where people edit them.
"""

from __future__ import annotations

from pathlib import Path

from assess.errors import AssessError
from assess.language.messages import _
from assess.store.source import shown_name

_PACKAGE = Path(__file__).resolve().parents[1]


def questionnaires_folder() -> Path:
    """Return the folder of the built-in questionnaires."""
    return _shipped("questionnaires")


def templates_folder() -> Path:
    """Return the folder of the report templates."""
    return _shipped("templates")


def report_templates(own: Path | None = None) -> tuple[Path, ...]:
    """Return the folders of the report's templates, *own* first.

    Raises:
        AssessError: *own* is no folder.

    """
    shipped = templates_folder() / "report"
    if own is None:
        return (shipped,)
    if not own.is_dir():
        raise AssessError(_("{file} is not a folder.", file=shown_name(own)))
    return (own.absolute(), shipped)


def copy_report_templates(folder: Path) -> tuple[Path, ...]:
    """Write the report's own templates into *folder*, to be changed there; return the new files.

    Raises:
        AssessError: A file of that name is there already, or *folder* is none.
        DiskError: The disk refused.

    """
    from assess.store.durable import create  # noqa: PLC0415  reading does without
    from assess.store.folders import make_folder  # noqa: PLC0415  same

    make_folder(folder)
    shipped = sorted(file for file in (templates_folder() / "report").iterdir() if file.is_file())
    for file in shipped:
        create(folder / file.name, file.read_bytes())
    return tuple(folder / file.name for file in shipped)


def examples_folder() -> Path:
    """Return the folder of the example assessments."""
    return _shipped("examples")


def translations_folder() -> Path:
    """Return the folder of the translations that were compiled when the program was built."""
    return _PACKAGE / "_data" / "translations"


def _shipped(folder: str) -> Path:
    packaged = _PACKAGE / "_data" / folder
    return packaged if packaged.is_dir() else _PACKAGE.parent / folder

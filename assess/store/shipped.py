"""The folders that come with the program.

A wheel carries them inside the package (`assess/_data`); a source checkout and an editable
install have them at the top of the repository, where people edit them.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def questionnaires_folder() -> Path:
    """Return the folder of the built-in questionnaires."""
    return _shipped("questionnaires")


def templates_folder() -> Path:
    """Return the folder of the report templates."""
    return _shipped("templates")


def examples_folder() -> Path:
    """Return the folder of the example assessments."""
    return _shipped("examples")


def compiled_translation(file: Path, name: str, language: str) -> bytes | None:
    """Return the translation of the questionnaire in *file* as the program was built with, or None.

    Only built-in ones were compiled, and checked then. A source checkout has none and reads the
    side files, which people edit there.
    """
    compiled = _PACKAGE / "_data" / "translations" / f"{name}.{language}.json"
    if not file.is_relative_to(questionnaires_folder()) or not compiled.is_file():
        return None
    return compiled.read_bytes()


def _shipped(folder: str) -> Path:
    packaged = _PACKAGE / "_data" / folder
    return packaged if packaged.is_dir() else _PACKAGE.parent / folder

"""What several commands do with files: load an assessment, find the one that is meant, write."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.speaking import Shown, language_for, shown
from assess.errors import AssessError
from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assess.model.assessment import Assessment

ENDING = ".assess.json"

STANDARD_OUTPUT = Path("-")

FILE = click.Path(path_type=Path)
"""The type of a file argument; whether it exists is said by the store, with a hint."""


def load_assessment(path: Path) -> Assessment:
    """Return the assessment in *path* (`-` is standard input), in the language it is shown in.

    Raises:
        AssessError: It cannot be read, is not sound, or its questionnaire was changed.

    """
    return load_shown(path).assessment


def load_shown(path: Path) -> Shown:
    """Return the assessment in *path* as it is shown, with how much of it has no translation.

    Raises:
        AssessError: It cannot be read, is not sound, or its questionnaire was changed.

    """
    from assess.store import assessments

    assessment = assessments.load(path)
    make_sure_as_asked(assessment, path)
    return shown(assessment)


def load_alike(paths: Iterable[Path]) -> list[Assessment]:
    """Return the assessments in *paths*, all of them in the language of the latest.

    Raises:
        AssessError: One cannot be read, is not sound, or its questionnaire was changed.

    """
    from assess.store import assessments

    found = []
    for path in paths:
        found.append(assessments.load(path))
        make_sure_as_asked(found[-1], path)
    language = language_for(max(found, key=lambda one: one.date))
    return [shown(one, language).assessment for one in found]


def make_sure_as_asked(assessment: Assessment, path: Path) -> None:
    """Make sure that the questionnaire inside the file is still the one that was asked.

    Raises:
        AssessError: It was changed; names the file and the questions.

    """
    from assess.scoring.fingerprint import verify

    try:
        verify(assessment)
    except AssessError as error:
        raise AssessError(f"{path}: {error}") from error


def the_assessment(path: Path | None) -> Path:
    """Return *path*, or the only assessment of this folder where none is named.

    Raises:
        AssessError: There is none, or there are several.

    """
    if path:
        return path
    from assess.store.folders import files_ending

    found = files_ending(Path(), ENDING)
    if len(found) == 1:
        return found[0]
    if not found:
        raise AssessError(_("There is no assessment in this folder. Start one with `assess new`."))
    names = ", ".join(file.name for file in found)
    raise AssessError(_("Which assessment? Name one of: {names}.", names=names))


def odd_pair(before: Assessment, after: Assessment) -> str:
    """Return what is worth a note about two assessments that are compared, or nothing."""
    sides = [", ".join(filter(None, (a.organisation, a.unit))) for a in (before, after)]
    if sides[0] != sides[1]:
        return _("Note: these are not the same: {one} and {other}.", one=sides[0], other=sides[1])
    if before.date > after.date:
        return _("Note: the first one, of {date}, is the later one of the two.", date=before.date)
    return ""


def put(path: Path, content: bytes, *, force: bool, opened: bool) -> None:
    """Write a document to *path* (`-` is standard output), and show it if *opened*.

    Raises:
        AssessError: The file exists, and *force* is not said.
        DiskError: The disk refused.

    """
    from assess.store.durable import create

    if path == STANDARD_OUTPUT:
        click.echo(content, nl=False)
        return
    create(path, content, force=force)
    click.echo(_("Wrote {target}", target=path), err=True)
    if opened:
        click.launch(path.resolve().as_uri())


def quoted(path: Path) -> str:
    """Return *path* as it can be pasted into a shell."""
    return shlex.quote(str(path))


def beside(path: Path, ending: str) -> Path:
    """Return the path beside an assessment that has its name and *ending*."""
    name = path.name
    stem = name.removesuffix(ENDING) if name.endswith(ENDING) else path.stem
    return path.with_name(stem + ending)

"""Find questionnaires by id: in this folder, in the user's configuration, in the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assess.errors import AssessError, DocumentError, NotFoundError, UnreadableError
from assess.language.messages import _
from assess.model.questionnaire import Questionnaire
from assess.model.references import findings
from assess.model.spelling import closest
from assess.store.document import Complaint, Document
from assess.store.folders import configuration
from assess.store.parts import WHOLE, assembled
from assess.store.shipped import questionnaires_folder
from assess.store.source import STDIN, is_file, shown_name
from assess.store.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterator

Where = Literal["here", "yours", "built in"]


@dataclass(frozen=True, slots=True)
class Listing:
    """One questionnaire that can be asked for by its id.

    `where` it was found: in ./questionnaires, in the user's configuration, or in the program.
    `questionnaire` is None where it cannot be used; `problem` then says why.
    """

    id: str
    where: Where
    path: Path
    questionnaire: Questionnaire | None = None
    problem: str = ""


def load_questionnaire(name: str) -> Questionnaire:
    """Return the questionnaire that *name* means: a path, `-` for standard input, or an id.

    Raises:
        NotFoundError: It is neither.
        AssessError: It, or a folder of questionnaires, cannot be read.
        DocumentError: It is unsound; carries all problems.

    """
    if (path := _as_path(name)) is not None:
        return _loaded(path, None)
    known = {listed: file for listed, _, file in _found()}
    if name not in known:
        hint = _("There are: {names}. A path to a file works too.", names=", ".join(known))
        shown = shown_name(name)
        raise NotFoundError(_("questionnaire"), shown, meant=closest(name, known), hint=hint)
    return _loaded(known[name], name)


def document_of(name: str) -> tuple[Document, Path | None]:
    """Return what the questionnaire *name* says with its places, and its main file if it has one.

    Raises:
        AssessError: It cannot be read.
        DocumentError: It is no YAML.

    """
    path = _as_path(name) or file_of(name)
    file = path if path and str(path) != STDIN else None
    return assembled(path or Path(name)), file


def file_of(name: str) -> Path | None:
    """Return the main file of the questionnaire with the id *name*, None where there is none."""
    return next((file for known, _, file in _found() if known == name), None)


def available() -> tuple[Listing, ...]:
    """Return every questionnaire that an id finds, nearest first; unusable ones with the reason.

    Raises:
        UnreadableError: A folder of questionnaires is there and cannot be read.

    """
    return tuple(_listing(name, where, file) for name, where, file in _found())


def folders() -> tuple[tuple[Where, Path], ...]:
    """Return the folders in which ids are looked up, nearest first; they need not exist."""
    return (
        ("here", Path("questionnaires")),
        ("yours", configuration() / "assess" / "questionnaires"),
        ("built in", questionnaires_folder()),
    )


def _as_path(name: str) -> Path | None:
    path = Path(name)
    if is_file(path / WHOLE):
        return path / WHOLE
    looks_like_one = os.sep in name or name.endswith((".yaml", ".yml"))
    return path if name == STDIN or looks_like_one or is_file(path) else None


def _loaded(file: Path, wanted: str | None) -> Questionnaire:
    document = assembled(file)
    found = [Complaint(path, message) for path, message in findings(document.value)]
    if wanted is not None:
        found.extend(_misnamed(document, wanted))
    return validated(document, Questionnaire, found)


def _misnamed(document: Document, wanted: str) -> Iterator[Complaint]:
    found = document.value.get("id") if isinstance(document.value, dict) else None
    if isinstance(found, str) and found != wanted:
        yield Complaint(
            ("id",), _("expected `{wanted}`, the name of the file or folder", wanted=wanted)
        )


def _found() -> Iterator[tuple[str, Where, Path]]:
    """Yield id, place and file of every questionnaire; of one id only the nearest."""
    seen: set[str] = set()
    for where, folder in folders():
        for name, file in _in_folder(folder):
            if name not in seen:
                seen.add(name)
                yield name, where, file


def _in_folder(folder: Path) -> list[tuple[str, Path]]:
    try:
        entries = list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        # Passing over it would take a questionnaire of the same id from farther away.
        message = _(
            "The folder {file} cannot be read: {reason}.",
            file=shown_name(folder),
            reason=error.strerror,
        )
        raise UnreadableError(message) from error
    wholes = [(entry.name, entry / WHOLE) for entry in entries if is_file(entry / WHOLE)]
    named = (e for e in entries if e.suffix == ".yaml" and "." not in e.stem)
    files = [(e.stem, e) for e in named if is_file(e)]
    return sorted([*wholes, *files])


def _listing(name: str, where: Where, file: Path) -> Listing:
    try:
        return Listing(name, where, file, _loaded(file, name))
    except DocumentError as error:
        count = len(error.problems)
        rest = _(" (and {count} more)", count=count - 1) if count > 1 else ""
        return Listing(name, where, file, None, f"{error.problems[0]}{rest}")
    except AssessError as error:
        return Listing(name, where, file, None, str(error))

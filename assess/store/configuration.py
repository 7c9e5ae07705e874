"""The configuration: `assess.toml` of this folder, then the user's; key by key the nearest wins."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from assess.errors import AssessError, DocumentError
from assess.model.base import Frozen
from assess.model.configuration import Configuration
from assess.store.folders import configuration as users_folder
from assess.store.source import read_text, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterable

Said = TypeVar("Said", bound=Frozen)

FILE: Final = "assess.toml"
"""The name of a configuration file, in this folder and in the user's."""


@dataclass(frozen=True, slots=True)
class ConfigurationFile:
    """A place where configuration is looked for; `error` says why a file that is there is unsound.

    `said` has those keys set that the file names (pydantic's `model_fields_set`).
    """

    path: Path
    exists: bool
    said: Configuration = field(default_factory=Configuration)
    error: AssessError | None = None


def configuration_files() -> tuple[ConfigurationFile, ...]:
    """Return what each place says, nearest first; never fails."""
    places = (Path(FILE), users_folder() / "assess" / FILE)
    return tuple(_looked_at(path) for path in places)


def settled(files: Iterable[ConfigurationFile]) -> Configuration:
    """Return what *files*, nearest first, say together; unsound ones say nothing."""
    return reduce(over, (file.said for file in files), Configuration())


def over(near: Said, far: Said) -> Said:
    """Return what *near* says, and key by key what *far* says where *near* says nothing."""
    keys = {}
    for name in far.model_fields_set:
        mine, other = getattr(near, name), getattr(far, name)
        if name not in near.model_fields_set:
            keys[name] = other
        elif isinstance(mine, Frozen):
            keys[name] = over(mine, other)
    return near.model_copy(update=keys)


def load_configuration() -> Configuration:
    """Return what holds here: the nearest file that names a key decides it.

    Raises:
        UnreadableError: A file is there and may not be read.
        DiskError: The disk failed.
        DocumentError: Files are unsound; carries all problems of all of them.

    """
    files = configuration_files()
    errors = [file.error for file in files if file.error]
    for error in errors:
        if not isinstance(error, DocumentError):
            raise error
    problems = [p for error in errors if isinstance(error, DocumentError) for p in error.problems]
    if problems:
        raise DocumentError(tuple(problems))
    return settled(files)


def _looked_at(path: Path) -> ConfigurationFile:
    if not os.path.lexists(path):
        return ConfigurationFile(path, exists=False)
    try:
        return ConfigurationFile(path, exists=True, said=_read(path))
    except AssessError as error:
        return ConfigurationFile(path, exists=True, error=error)


def _read(path: Path) -> Configuration:
    from assess.store import strict_toml  # noqa: PLC0415  most people have no such file
    from assess.store.validation import validated  # noqa: PLC0415  likewise

    said = validated(strict_toml.parse(read_text(path), shown_name(path)), Configuration)
    return _from_here(said, path.parent)


def _from_here(said: Configuration, folder: Path) -> Configuration:
    """Return what was *said* in a file of *folder*, with its paths as they lead from there."""
    keys: dict[str, object] = {}
    if said.templates:
        keys["templates"] = str(folder / Path(said.templates).expanduser())
    if said.branding.logo:
        logo = str(folder / Path(said.branding.logo).expanduser())
        keys["branding"] = said.branding.model_copy(update={"logo": logo})
    return said.model_copy(update=keys)

"""A questionnaire that is spread over the files of one folder, read as one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assess.errors import DocumentError, NotFoundError, printable
from assess.language.messages import _
from assess.model.raw import maps, text
from assess.store import strict_yaml
from assess.store.document import (
    Document,
    MarkedList,
    MarkedMap,
    Path,
    Spot,
    dotted,
    problem_at,
)
from assess.store.merging import add_to
from assess.store.shipped import questionnaires_folder
from assess.store.source import is_file

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping

WHOLE = "questionnaire.yaml"
"""The main file of a questionnaire that has a folder of its own."""

SOURCES = "sources"
"""The folder of the files with facts: beside a questionnaire's own folder, or beside its file."""

_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def assembled(file: pathlib.Path) -> Document:
    """Return the questionnaire in *file* with the files beside it that it names.

    A text in `dimensions` names a file with one dimension; `parts`, of the whole or of a dimension,
    lists files whose keys belong to it. A list that several files have is one list, in their order.
    `sources` names the file below `sources/` with the facts. Questions without level descriptions
    get the names of the scale.

    Raises:
        AssessError: The file, or one that it names, cannot be read.
        DocumentError: One of them is no YAML.

    """
    main = strict_yaml.load(file)
    if not isinstance(main.value, MarkedMap):
        return main
    whole = _Assembly(file.parent, main).whole()
    _describe_levels(whole.value)
    return whole


def home_of_sources(folder: pathlib.Path, name: str) -> pathlib.Path | None:
    """Return the folder in which the facts *name* of a questionnaire in *folder* stand, or None."""
    homes = (folder, folder.absolute().parent, questionnaires_folder())
    return next((h / SOURCES for h in homes if is_file(h / SOURCES / f"{name}.yaml")), None)


class _Assembly:
    """Reads the files that the main one names, and keeps what is wrong with each."""

    def __init__(self, folder: pathlib.Path, main: Document) -> None:
        self.folder = folder
        self.main = main
        self.refused = set(main.refused)
        self.problems = list(main.problems)

    def whole(self) -> Document:
        """Return the main file with everything that it names."""
        value = MarkedMap()
        self.problems.extend(add_to(value, self.main.value))
        self._add_parts(value, ())
        if isinstance(dimensions := value.get("dimensions"), MarkedList):
            value["dimensions"] = self._dimensions(dimensions)
        self._add_sources(value)
        problems = tuple(self.problems)
        return Document(value, self.main.root, problems, frozenset(self.refused))

    def _add_parts(self, whole: MarkedMap, prefix: Path) -> None:
        """Add the files that `parts` of *whole* lists; *whole* stands at *prefix*."""
        if not isinstance(parts := whole.get("parts"), MarkedList):
            return
        del whole["parts"], whole.spots["parts"]
        for place, name in enumerate(parts):
            lengths = {key: len(v) for key, v in whole.items() if isinstance(v, MarkedList)}
            at = (*prefix, "parts", place)
            if (part := self._read(name, parts.spots[place], at, prefix, lengths)) is None:
                continue
            if isinstance(part.value, MarkedMap):
                self.problems.extend(add_to(whole, part.value))
            else:
                self._complain(part.root, (), _("expected keys with values"))

    def _dimensions(self, entries: MarkedList) -> MarkedList:
        found = MarkedList()
        for place, entry in enumerate(entries):
            path, spot = ("dimensions", place), entries.spots[place]
            part = self._read(entry, spot, path, path, {}) if isinstance(entry, str) else None
            dimension = entry if part is None else part.value
            if isinstance(dimension, MarkedMap):
                self._add_parts(dimension, path)
            found.append(dimension)
            found.spots.append(spot if part is None else part.root)
        return found

    def _add_sources(self, whole: MarkedMap) -> None:
        """Put the catalogue of facts in the place of its name."""
        if not isinstance(name := whole.get("sources"), str):
            return
        home = home_of_sources(self.folder, name)
        path, spot = ("sources",), whole.spots["sources"]
        part = self._read(name, spot, path, path, {}, folder=home or self.folder / SOURCES)
        if part is not None:
            whole["sources"], whole.spots["sources"] = part.value, part.root

    def _read(  # noqa: PLR0913, PLR0917  what is read, who names it, and where it will stand
        self,
        name: object,
        spot: Spot,
        path: Path,
        prefix: Path,
        lengths: Mapping[str, int],
        folder: pathlib.Path | None = None,
    ) -> Document | None:
        """Return the file *name*, which *spot* at *path* names; its value will stand at *prefix*.

        Its lists will follow what is there already: *lengths* by key.
        """
        part = None
        try:
            if not isinstance(name, str) or not _FILE_NAME.match(name):
                message = _("expected the name of a file beside this one, without .yaml")
                self._complain(spot, path, message)
            else:
                part = strict_yaml.load((folder or self.folder) / f"{name}.yaml")
        except NotFoundError as error:
            self._complain(spot, path, str(error))
        except DocumentError as error:
            self.problems.extend(error.problems)
        if part is None:
            self.refused.add(path)
            return None
        self.problems.extend(part.problems)
        self.refused.update((*prefix, *_behind(inner, lengths)) for inner in part.refused)
        return part

    def _complain(self, spot: Spot, path: Path, message: str) -> None:
        self.problems.append(problem_at(spot.source, spot.value, printable(dotted(path)), message))


def _describe_levels(whole: MarkedMap) -> None:
    """Give questions without level descriptions the names of the scale."""
    names = [name for _place, option in maps(whole, "scale") if (name := text(option, "name"))]
    described = {str(place): name for place, name in enumerate(names, 1)}
    for at, dimension in maps(whole, "dimensions"):
        for _place, question in maps(dimension, "questions", at):
            if described and isinstance(question, MarkedMap) and "levels" not in question:
                question["levels"] = dict(described)
                question.spots["levels"] = question.spots.get("id", whole.spots["dimensions"])


def _behind(path: Path, lengths: Mapping[str, int]) -> Path:
    """Return where *path* in a part lies in the whole, whose lists have entries already."""
    match path:
        case (str(key), int(place), *rest) if key in lengths:
            return (key, place + lengths[key], *rest)
    return path

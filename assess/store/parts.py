"""A questionnaire that is spread over the files of one folder, read as one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assess.errors import DocumentError, NotFoundError, printable
from assess.store import strict_yaml
from assess.store.document import Complaint, Document, MarkedList, MarkedMap, Path, problem_at

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping

_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def assembled(file: pathlib.Path) -> Document:
    """Return the questionnaire in *file* with the files beside it that it names.

    A text in `dimensions` names a file with one dimension; `parts` lists files whose keys belong
    to the whole. A list that several files have is one list, in their order.

    Raises:
        AssessError: The file, or one that it names, cannot be read.
        DocumentError: One of them is no YAML.

    """
    main = strict_yaml.load(file)
    if not isinstance(main.value, MarkedMap):
        return main
    return _Assembly(file.parent, main).whole()


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
        self._add_keys(value, self.main.value)
        if isinstance(parts := value.get("parts"), MarkedList):
            del value["parts"], value.spots["parts"]
            for place, name in enumerate(parts):
                self._add_part(value, name, ("parts", place))
        if isinstance(dimensions := value.get("dimensions"), MarkedList):
            value["dimensions"] = self._dimensions(dimensions)
        problems = tuple(self.problems)
        return Document(value, self.main.root, problems, frozenset(self.refused))

    def _add_part(self, whole: MarkedMap, name: object, path: Path) -> None:
        lengths = {key: len(v) for key, v in whole.items() if isinstance(v, MarkedList)}
        if (part := self._read(name, path, (), lengths)) is None:
            return
        if isinstance(part.value, MarkedMap):
            self._add_keys(whole, part.value)
        else:
            problem = problem_at(part.root.source, part.root.value, "", "expected keys with values")
            self.problems.append(problem)

    def _add_keys(self, whole: MarkedMap, part: MarkedMap) -> None:
        for key, entry in part.items():
            spot, known = part.spots[key], whole.get(key)
            if isinstance(known, MarkedList) and isinstance(entry, MarkedList):
                known.extend(entry)
                known.spots.extend(entry.spots)
            elif key in whole:
                first = whole.spots[key]
                at = f"{first.source.file}:{first.key.start_mark.line + 1}"
                message = f"said twice; the first time at {at}"
                self.problems.append(problem_at(spot.source, spot.key, printable(key), message))
            else:
                whole[key], whole.spots[key] = entry, spot

    def _dimensions(self, entries: MarkedList) -> MarkedList:
        found = MarkedList()
        for place, entry in enumerate(entries):
            path = ("dimensions", place)
            part = self._read(entry, path, path, {}) if isinstance(entry, str) else None
            found.append(entry if part is None else part.value)
            found.spots.append(entries.spots[place] if part is None else part.root)
        return found

    def _read(
        self, name: object, path: Path, prefix: Path, lengths: Mapping[str, int]
    ) -> Document | None:
        """Return the file *name* beside the main one; its value will stand at *prefix*.

        Its lists will follow what is there already: *lengths* by key.
        """
        part = None
        try:
            if not isinstance(name, str) or not _FILE_NAME.match(name):
                self._complain(path, "expected the name of a file beside this one, without .yaml")
            else:
                part = strict_yaml.load(self.folder / f"{name}.yaml")
        except NotFoundError as error:
            self._complain(path, str(error))
        except DocumentError as error:
            self.problems.extend(error.problems)
        if part is None:
            self.refused.add(path)
            return None
        self.problems.extend(part.problems)
        self.refused.update((*prefix, *_behind(inner, lengths)) for inner in part.refused)
        return part

    def _complain(self, path: Path, message: str) -> None:
        self.problems.append(self.main.problem(Complaint(path, message)))


def _behind(path: Path, lengths: Mapping[str, int]) -> Path:
    """Return where *path* in a part lies in the whole, whose lists have entries already."""
    match path:
        case (str(key), int(place), *rest) if key in lengths:
            return (key, place + lengths[key], *rest)
    return path

"""A translation brought up to date: which text belongs in which side file, and what has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.coverage import coverage, states
from assess.model.texts import (
    Texts,
    digest,
    entries_of,
    texts_of,
    texts_of_sources,
)
from assess.store import strict_yaml
from assess.store.document import MarkedList, Spot
from assess.store.library import document_of, load_questionnaire
from assess.store.parts import SOURCES, WHOLE
from assess.store.side_file import SideFile
from assess.store.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from assess.model.coverage import Coverage
    from assess.store.document import Document

FROM = "translated_from"
_DIGESTS = "translated-from"


class Work(NamedTuple):
    """The side files as they should be, by path, and how much of the translation is done."""

    files: Mapping[Path, str]
    coverage: Coverage


def translation_work(name: str, language: str, settled: Collection[str] = ()) -> Work:
    """Return the side files of the questionnaire *name* for *language*, brought up to date.

    *settled* are keys of entries whose translation fits the changed text after all, or `all`.

    Raises:
        AssessError: It cannot be read, or is no file that side files can stand beside.
        DocumentError: It, or a side file, is unsound; carries all problems.

    """
    questionnaire = load_questionnaire(name)
    document, file = document_of(name)
    if file is None:
        raise AssessError(_("Standard input has no place for side files; name a questionnaire."))
    if language == questionnaire.language:
        raise AssessError(
            _("{name} is written in {language} already.", name=name, language=language)
        )
    base = texts_of(questionnaire)
    wanted = _by_file(base, document, file, language)
    if home := _own_sources(file):
        facts = texts_of_sources(questionnaire.sources)
        base = {**base, **facts}
        wanted[home.parent / language / home.name] = facts
    said = {path: SideFile.read(path) for path in wanted}
    together: dict[str, object] = {}
    for side in said.values():
        _merge(together, side.value)
    known = together.pop(FROM, {})
    digests = dict(known) if isinstance(known, Mapping) else {}
    _settle(digests, base, together, settled)
    changed = {key for key, state in states(base, together, digests) if state == "changed"}
    files = {path: said[path].filled(texts, changed) for path, texts in wanted.items()}
    target = (
        file.parent / language / f"{_DIGESTS}.yaml" if file.name == WHOLE else next(iter(wanted))
    )
    files[target] = _with_digests(files.get(target, ""), digests)
    return Work(files, coverage(base, together, digests))


def _by_file(base: Texts, document: Document, file: Path, language: str) -> dict[Path, Texts]:
    """Return the texts by the side file in which they belong: cut as the questionnaire is."""
    if file.name != WHOLE:
        return {file.with_name(f"{file.stem}.{language}.yaml"): base}
    homes = dict(_homes(document))
    found: dict[Path, dict[str, object]] = {}
    for key, part in entries_of(base):
        top, _slash, name = key.partition("/")
        path = file.parent / language / f"{homes.get(key, file.stem)}.yaml"
        texts = found.setdefault(path, {})
        if name:
            inner = texts.setdefault(top, {})
            if isinstance(inner, dict):
                inner[name] = part
        else:
            texts[top] = part
    return found  # type: ignore[return-value]  # the same trees, cut in pieces


def _own_sources(file: Path) -> Path | None:
    """Return the file with the facts, where it stands beside the questionnaire in *file*."""
    name = strict_yaml.load(file).value.get("sources")
    homes = (file.parent, file.parent.absolute().parent)
    places = (home / SOURCES / f"{name}.yaml" for home in homes)
    return next((place for place in places if place.is_file()), None)


def _homes(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the key of each entry with the name of the file in which it stands."""
    for key in ("dimensions", "patterns", "strengths", "limits", "rules"):
        found = document.value.get(key)
        if isinstance(found, MarkedList):
            for part, spot in zip(found, found.spots, strict=True):
                yield f"{key}/{part.get('id')}", _stem(spot)
                questions = part.get("questions")
                if isinstance(questions, MarkedList):
                    for question, place in zip(questions, questions.spots, strict=True):
                        yield f"questions/{question.get('id')}", _stem(place)


def _stem(spot: Spot) -> str:
    return spot.source.file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")


def _settle(
    digests: dict[str, object], base: Texts, said: object, settled: Collection[str]
) -> None:
    """Note what was translated: entries that are new, and those that are *settled*."""
    keys = {key for key, state in states(base, said, {}) if state == "done"}
    for key, part in entries_of(base):
        if key in keys and (key not in digests or key in settled or "all" in settled):
            digests[key] = digest(part)
    for gone in set(digests) - {key for key, _part in entries_of(base)}:
        del digests[gone]


def _merge(whole: dict[str, object], part: object) -> None:
    for key, inner in part.items() if isinstance(part, Mapping) else ():
        known = whole.get(key)
        if isinstance(known, dict) and isinstance(inner, Mapping):
            _merge(known, inner)
        else:
            whole[key] = dict(inner) if isinstance(inner, Mapping) else inner


def _with_digests(text: str, digests: Mapping[str, object]) -> str:
    """Return *text* with the digests of what was translated at its end."""
    kept = re.sub(rf"(?ms)^(# [^\n]*\n)?{FROM}:\n(?:[ \t]+[^\n]*\n)*", "", text).strip("\n")
    about = "# " + _("Written by the program: which text each translation was made from.")
    lines = [
        about,
        f"{FROM}:",
        *(f"  {scalar(key)}: {scalar(str(value))}" for key, value in digests.items()),
    ]
    whole = [kept, "", *lines] if kept else lines
    return "\n".join(whole if digests else [kept]) + "\n"

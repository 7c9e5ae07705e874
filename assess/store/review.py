"""Remarks on the wording of a questionnaire and its translations, with file, line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.review import remarks, remarks_on_translation
from assess.model.texts import texts_of, texts_of_sources
from assess.store.document import Complaint
from assess.store.library import document_of, load_questionnaire
from assess.store.translations import (
    checked_translation,
    languages_of,
    side_files,
    source_files,
    together,
)
from assess.store.wording_rules import glossary, wording_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from assess.errors import Problem
    from assess.model.questionnaire import Questionnaire
    from assess.model.raw import Finding
    from assess.store.document import Document


def reviewed(name: str) -> tuple[Problem, ...]:
    """Return what could be worded better in the questionnaire *name* and its side files.

    Raises:
        AssessError: It cannot be read.
        DocumentError: It, or a side file, is unsound; carries all problems.

    """
    questionnaire = load_questionnaire(name)
    document, file = document_of(name)
    found = _problems(document, remarks(questionnaire, wording_rules(questionnaire.language)))
    if file is None:
        return tuple(found)
    for language in languages_of(file):
        checked_translation(questionnaire, file, language)
        found += _translated(questionnaire, file, language)
    return tuple(found)


def _translated(questionnaire: Questionnaire, file: Path, language: str) -> list[Problem]:
    terms, source = glossary(), questionnaire.language
    found: list[Problem] = []
    pairs = (
        (side_files(file, language), texts_of(questionnaire)),
        (source_files(file, language), texts_of_sources(questionnaire.sources)),
    )
    for files, base in pairs:
        if files:
            document = together(files)
            said = remarks_on_translation(document.value, base, language, terms, source)
            found += _problems(document, said)
    return found


def _problems(document: Document, found: Iterable[Finding] | Iterator[Finding]) -> list[Problem]:
    return [document.problem(Complaint(path, message)) for path, message in found]

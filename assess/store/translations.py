"""Side files: the texts of a questionnaire in other languages, joined by ids.

A questionnaire in a folder has a folder for each language, `service-culture/el/`, whose files may
be named and cut as their author likes; a questionnaire in one file has `pulse.el.yaml` beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assess.errors import DocumentError
from assess.language.messages import _
from assess.model.agreement import disagreements
from assess.model.coverage import coverage
from assess.model.texts import texts_of, texts_of_sources
from assess.model.translation import NOTHING, Translation
from assess.store import strict_yaml
from assess.store.document import Complaint, Document, MarkedMap, problem_at
from assess.store.library import file_of, load_questionnaire
from assess.store.merging import add_to
from assess.store.parts import WHOLE, home_of_sources
from assess.store.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from assess.errors import Problem
    from assess.model.coverage import Coverage
    from assess.model.questionnaire import Questionnaire
    from assess.store.library import Listing
from assess.model.texts import Texts

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?\Z")


def translation_of(name: str, language: str) -> Translation | None:
    """Return the texts of the questionnaire with the id *name* in *language*; None without any.

    Raises:
        AssessError: A side file cannot be read.
        DocumentError: A side file does not agree with the questionnaire; carries all problems.

    """
    file = file_of(name)
    if file is None or not side_files(file, language):
        return None
    return checked_translation(load_questionnaire(str(file)), file, language)


def checked_translation(questionnaire: Questionnaire, file: Path, language: str) -> Translation:
    """Return the side files of the questionnaire in *file*, checked against it, as one.

    Raises:
        AssessError: A side file cannot be read.
        DocumentError: They do not agree with the questionnaire; carries all problems.

    """
    texts = _checked(side_files(file, language), texts_of(questionnaire))
    facts = [] if not questionnaire.sources.facts else source_files(file, language)
    if not facts:
        return texts
    sources = _checked(facts, texts_of_sources(questionnaire.sources))
    added = {key: getattr(sources, key) for key in ("sources", "facts", "places", "kinds")}
    return texts.model_copy(update=added)


def coverages(listing: Listing) -> dict[str, Coverage]:
    """Return how much of a listed questionnaire is translated, by language.

    Raises:
        DocumentError: A side file is no YAML.

    """
    if listing.questionnaire is None:
        return {}
    base = texts_of(listing.questionnaire)
    found = {}
    for language in languages_of(listing.path):
        said = together(side_files(listing.path, language)).value
        found[language] = coverage(base, said, said.get("translated_from"))
    return found


def title_in(listing: Listing, language: str) -> str:
    """Return the title of a listed questionnaire in *language*, else in its own; "" for none."""
    if listing.questionnaire is None:
        return ""
    files = side_files(listing.path, language)
    said = together(files).value.get("title") if files else None
    return said if isinstance(said, str) and said else listing.questionnaire.title


def languages_of(file: Path) -> list[str]:
    """Return the languages for which the questionnaire in *file* has side files."""
    if file.name == WHOLE:
        names = [folder.name for folder in file.parent.iterdir() if any(folder.glob("*.yaml"))]
    else:
        others = file.parent.glob(f"{file.stem}.*.yaml")
        names = [other.name.removesuffix(".yaml").rpartition(".")[2] for other in others]
    return sorted(name for name in names if _LANGUAGE.match(name))


def side_files(file: Path, language: str) -> list[Path]:
    """Return the files with the texts in *language*, in the order in which they are read."""
    if file.name == WHOLE:
        return sorted((file.parent / language).glob("*.yaml"))
    beside = file.with_name(f"{file.stem}.{language}.yaml")
    return [beside] if beside.is_file() else []


def source_files(file: Path, language: str) -> list[Path]:
    """Return the files with the facts in *language*: `sources/el/five-articles.yaml`."""
    name = strict_yaml.load(file).value.get("sources")
    home = home_of_sources(file.parent, name) if isinstance(name, str) else None
    beside = home / language / f"{name}.yaml" if home else None
    return [beside] if beside and beside.is_file() else []


def together(files: Iterable[Path]) -> Document:
    """Return the side *files* as one document; what two of them say is a problem."""
    documents = [strict_yaml.load(file) for file in files]
    problems: list[Problem] = []
    whole = MarkedMap()
    for document in documents:
        problems += document.problems
        if isinstance(document.value, MarkedMap):
            problems += add_to(whole, document.value)
        elif document.value is not None:
            root = document.root
            problems.append(problem_at(root.source, root.value, "", _("expected keys with values")))
    refused = frozenset(path for document in documents for path in document.refused)
    return Document(whole, documents[0].root, tuple(problems), refused)


def _checked(files: list[Path], base: Texts) -> Translation:
    document = together(files)
    found = [
        Complaint(one.path, one.message, at_key=one.at_key)
        for one in disagreements(document.value, base)
    ]
    if document.value:
        return validated(document, Translation, found)
    if problems := document.problems_of(found):
        raise DocumentError(problems)
    return NOTHING

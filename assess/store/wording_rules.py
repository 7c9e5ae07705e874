"""The words that a review of wording looks for, and the glossary: data that anybody may change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from assess.model.base import Frozen, Text
from assess.model.wording_rules import Term, WordingRules
from assess.store import strict_yaml
from assess.store.shipped import questionnaires_folder
from assess.store.source import is_file
from assess.store.validation import validated

FOLDER = "wording"
"""Below ./questionnaires or the built-in ones: a file for each language, and the glossary."""


_ANSWER = re.compile(r"(level|agree)-[0-9]\Z")
"""Terms that name one level or answer; the words are common ones elsewhere."""


class _Glossary(Frozen):
    terms: Mapping[Text, Term] = Field(default_factory=dict)


def wording_rules(language: str) -> WordingRules:
    """Return the rules for *language*; where there are none, only lengths are looked at.

    Raises:
        AssessError: The file cannot be read.
        DocumentError: It is unsound; carries all problems.

    """
    file = _file(language)
    return validated(strict_yaml.load(file), WordingRules) if file else WordingRules()


def glossary() -> tuple[Term, ...]:
    """Return the terms that translations are expected to use.

    Raises:
        AssessError: The file cannot be read.
        DocumentError: It is unsound; carries all problems.

    """
    file = _file("glossary")
    terms = validated(strict_yaml.load(file), _Glossary).terms if file else {}
    return tuple(term for name, term in terms.items() if not _ANSWER.match(name))


def _file(name: str) -> Path | None:
    folders = (Path("questionnaires"), questionnaires_folder())
    files = (folder / FOLDER / f"{name}.yaml" for folder in folders)
    return next((file for file in files if is_file(file)), None)

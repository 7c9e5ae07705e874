"""A small sound questionnaire for authors to start from, one file a language."""

from __future__ import annotations

import re

from assess.errors import AssessError
from assess.language.messages import LANGUAGES, _
from assess.store.shipped import templates_folder

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


def skeleton(name: str, language: str) -> str:
    """Return the YAML of a questionnaire with the id *name*, in *language* or else in English.

    Raises:
        AssessError: *name* is no id.

    """
    if not _ID.match(name) or len(name) > 64:  # noqa: PLR2004  as long as an id may be
        message = _("{name} is no id: small letters a to z, digits and single hyphens.", name=name)
        raise AssessError(message)
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    file = templates_folder() / "questionnaire" / f"{spoken}.yaml"
    return file.read_text(encoding="utf-8").replace("my-questionnaire", name)

"""Translations that were made ready when the program was built: read without any YAML."""

from __future__ import annotations

from pathlib import Path

from assess.model.translation import Translation
from assess.store.folders import configuration
from assess.store.shipped import translations_folder


def ready_translation(name: str, language: str) -> Translation | None:
    """Return the built-in texts of the questionnaire *name* in *language*, or None.

    They were checked when the program was built. A source checkout has none, since people edit the
    side files there; and a nearer questionnaire of the same id comes with its own.
    """
    file = translations_folder() / f"{name}.{language}.json"
    nearer = (Path("questionnaires"), configuration() / "assess" / "questionnaires")
    own = any((at / name).is_dir() or (at / f"{name}.yaml").is_file() for at in nearer)
    if own or not file.is_file():
        return None
    return Translation.model_validate_json(file.read_bytes())

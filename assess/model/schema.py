"""The JSON Schemas with which editors complete and check the files of a questionnaire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assess.language.messages import _
from assess.model.key_help import KEYS
from assess.model.questionnaire import Catalogue, Dimension, Questionnaire
from assess.model.translation import Translation

if TYPE_CHECKING:
    from assess.model.base import Frozen

DIALECT = "https://json-schema.org/draft/2020-12/schema"

PART_KEYS = ("limits", "patterns", "strengths", "rules")
"""What may stand in files of its own beside `questionnaire.yaml`, named under `parts`."""

_NAMES = {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}


def json_schema(kind: str) -> dict[str, Any]:
    """Return the schema of one file: `questionnaire`, `part` (of `PART_KEYS`), and the others."""
    models: dict[str, type[Frozen]] = {
        "dimension": Dimension,
        "translation": Translation,
        "sources": Catalogue,
    }
    if kind in models:
        return {"$schema": DIALECT, **_explained(models[kind].model_json_schema())}
    whole = {"$schema": DIALECT, **_explained(Questionnaire.model_json_schema())}
    return _part(whole) if kind == "part" else _with_files(whole)


def _explained(schema: dict[str, Any]) -> dict[str, Any]:
    """Return *schema* with what each key means, for the whole and the models it is made of."""
    models = {**schema.get("$defs", {}), str(schema.get("title")): schema}
    for model, keys in KEYS.items():
        for key, meaning in keys.items():
            if key in models.get(model, {}).get("properties", {}):
                models[model]["properties"][key].setdefault("description", _(meaning))
    return schema


def _with_files(whole: dict[str, Any]) -> dict[str, Any]:
    """Let dimensions stand in files of their own, and name further parts."""
    properties = whole["properties"]
    in_place = properties["dimensions"]["items"]
    dimensions = {**properties["dimensions"], "items": {"anyOf": [in_place, _NAMES]}}
    parts = {"type": "array", "items": _NAMES, "description": "Files beside this one."}
    return {**whole, "properties": {**properties, "dimensions": dimensions, "parts": parts}}


def _part(whole: dict[str, Any]) -> dict[str, Any]:
    chosen = {name: whole["properties"][name] for name in PART_KEYS}
    rest = {key: value for key, value in whole.items() if key not in {"required", "title"}}
    return {**rest, "properties": chosen, "description": "Some of the rules of a questionnaire."}

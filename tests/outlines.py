"""Results and models as lines of text, one fact a line, so that goldens can be held to for ever."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from tests.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

_NAME = re.compile(r"[\w.:-]*")
_GONE = "gone: "


def lines_lost(name: str, lines: Iterable[str]) -> list[str]:
    """Return the lines of a golden that are not among *lines*; see `lines_differing`."""
    return [line for line in lines_differing(name, lines) if line.startswith(_GONE)]


def lines_differing(name: str, lines: Iterable[str], *, grows: bool = False) -> list[str]:
    """Return the lines of a golden that are not among *lines*, and those that it lacks.

    `UPDATE_GOLDEN=1` makes the golden where there is none, and adds what it lacks where it *grows*;
    no line is ever taken out.
    """
    file = HERE / "golden" / name
    now = dict.fromkeys(lines)
    then = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    if os.environ.get("UPDATE_GOLDEN") and (grows or not then):
        then = sorted({*then, *now})
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(then) + "\n", encoding="utf-8", newline="\n")
    gone = [f"{_GONE}{line}" for line in then if line not in now]
    return gone + [f"new: {line}" for line in now if line not in then]


def numbers(found: Any, at: str = "") -> Iterator[str]:
    """Yield each number and name in *found* with its path; sentences are passed over."""
    if isinstance(found, dict):
        for key, part in found.items():
            yield from numbers(part, f"{at}.{key}")
    elif isinstance(found, list):
        for place, part in enumerate(found):
            yield from numbers(part, f"{at}[{_name(part) or place}]")
    elif not isinstance(found, str) or _NAME.fullmatch(found):
        yield f"{at.removeprefix('.')} = {json.dumps(found)}"


def _name(part: Any) -> Any:
    keys = ("id", "rule", "question") if isinstance(part, dict) else ()
    return next((part[key] for key in keys if key in part), None)


def form(*models: type[BaseModel]) -> Iterator[str]:
    """Yield each key of *models* and of those they are made of, with everything it accepts."""
    for model in models:
        schema = model.model_json_schema()
        for name, part in {model.__name__: schema, **schema["$defs"]}.items():
            for key, accepted in part["properties"].items():
                need = "needs" if key in part.get("required", ()) else "has"
                yield f"{name} {need} {key}: {json.dumps(_without_words(accepted))}"


def keys(model: type[BaseModel]) -> Iterator[str]:
    """Yield each key of the JSON that *model* is printed as, with its kind of value."""
    schema = model.model_json_schema(mode="serialization")
    yield from _keys(schema, schema.get("$defs", {}), "")


def paths(found: Any, at: str = "") -> Iterator[str]:
    """Yield each key of a JSON value with the kind of what it holds, where it holds something."""
    parts = found.items() if isinstance(found, dict) else []
    for key, part in [("*", part) for part in found] if isinstance(found, list) else parts:
        if part is not None:
            yield f"{at}{key}: {type(part).__name__}"
        yield from paths(part, f"{at}{key}.")


def _keys(schema: dict[str, Any], parts: dict[str, Any], at: str) -> Iterator[str]:
    """Yield the paths below *schema*, a part that holds itself only once."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from _keys(parts.get(name, {}), {k: v for k, v in parts.items() if k != name}, at)
    for key, part in schema.get("properties", {}).items():
        yield f"{at}{key}: {_kind(part)}"
        yield from _keys(part, parts, f"{at}{key}.")
    for part in schema.get("anyOf", ()):
        yield from _keys(part, parts, at)
    inner = schema.get("items", schema.get("additionalProperties"))
    if isinstance(inner, dict):
        yield from _keys(inner, parts, f"{at}*.")


def _kind(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(sorted({_kind(part) for part in schema["anyOf"]}))
    if isinstance(inner := schema.get("items", schema.get("additionalProperties")), dict):
        return f"{schema['type']} of {_kind(inner)}"
    return str(schema.get("type", "object"))


def _without_words(schema: Any) -> Any:
    """Return *schema* without what it says to people."""
    if isinstance(schema, dict):
        said = {k: v for k, v in schema.items() if k not in {"title", "description"}}
        return {key: _without_words(part) for key, part in said.items()}
    return [_without_words(part) for part in schema] if isinstance(schema, list) else schema

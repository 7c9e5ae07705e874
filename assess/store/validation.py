"""From a document to a model: every complaint with its place, in words."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from assess.errors import DocumentError
from assess.language.messages import _
from assess.model.spelling import did_you_mean
from assess.store.document import Complaint, Document, Path
from assess.store.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic_core import ErrorDetails

_MOST_GUESSES = 500
"""With more complaints than this the file is another kind of file; guessing would take long."""

Model = TypeVar("Model", bound=BaseModel)


def validated(
    document: Document,
    kind: type[Model],
    also: Iterable[Complaint] = (),
    then: Callable[[Model], Iterable[Complaint]] = lambda _model: (),
    value: object = None,
) -> Model:
    """Return the document as a model; *value* is what it says, where it was written otherwise.

    Raises:
        DocumentError: With all problems in the order of the text: those of the reader, of the
            model, of *also*, and, where the model accepts, what *then* says about it.

    """
    value = document.value if value is None else value
    text = json.dumps(value, ensure_ascii=True)
    try:
        model = kind.model_validate_json(text)
        problems = document.problems_of((*also, *then(model)))
    except ValidationError as error:
        found = complaints(error, value, kind)
        problems = document.problems_of((*found, *also))
    if problems:
        raise DocumentError(problems)
    return model


def complaints(error: ValidationError, value: object, kind: type[BaseModel]) -> Iterator[Complaint]:
    """Yield one complaint for each place of *value* that the model does not accept.

    Left out is what only echoes a deeper complaint, such as a list too short by its bad entry.
    """
    by_path: dict[Path, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        by_path.setdefault(_path(value, detail), []).append(detail)
    for path, details in by_path.items():
        first, kinds = details[0], frozenset(detail["type"] for detail in details)
        if first["type"] == "too_short" and any(_below(other, path) for other in by_path):
            continue
        if first["type"] == "missing":
            yield Complaint(path, _("is missing"))
        elif first["type"] == "extra_forbidden":
            guessing = len(by_path) <= _MOST_GUESSES
            yield Complaint(path, _unknown(kind, path, guessing=guessing), at_key=True)
        else:
            yield Complaint(path, sentence(first, kinds), at_key=first["loc"][-1:] == ("[key]",))


def _path(value: Any, detail: ErrorDetails) -> Path:  # noqa: ANN401  any JSON value
    """Return the path in the document, without the model's own steps (members of a union)."""
    *way, last = detail["loc"] or ("",)
    if detail["type"] != "missing":
        way.append(last)
    path: list[str | int] = []
    for part in way:
        step = _step(value, part)
        if step is not None:
            path.append(step)
            value = value[step]
    return (*path, last) if detail["type"] == "missing" else tuple(path)


def _step(value: object, part: str | int) -> str | int | None:
    """Return the key or place in *value* that the model calls *part*; numbered keys are a list."""
    if isinstance(value, dict):
        if isinstance(part, int):
            return next(iter(list(value)[part : part + 1]), None)
        return part if part in value else None
    return part if isinstance(value, list) and isinstance(part, int) and part < len(value) else None


def _below(path: Path, outer: Path) -> bool:
    return len(path) > len(outer) and path[: len(outer)] == outer


def _unknown(kind: type[BaseModel], path: Path, *, guessing: bool) -> str:
    known = _keys_at(kind, path[:-1]) if guessing else []
    guess = did_you_mean(str(path[-1]), known)
    listed = _(" Known here: {names}.", names=", ".join(known)) if known else ""
    return _("unknown key.{guess}", guess=guess or listed)


def _keys_at(kind: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the model knows at *path*."""
    annotation: object = kind
    names = iter([part for part in path if isinstance(part, str)])
    for name in names:
        model = _model_in(annotation)
        fields = {} if model is None else {_name(f, model): f for f in model.model_fields}
        if model is None or name not in fields:
            return []
        annotation = model.model_fields[fields[name]].annotation
        if _is_keyed(annotation):
            next(names, None)
    model = _model_in(annotation)
    return [] if model is None else [_name(field, model) for field in model.model_fields]


def _name(field: str, model: type[BaseModel]) -> str:
    return model.model_fields[field].alias or field


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in typing.get_args(annotation))
    return next((model for model in inner if model is not None), None)


def _is_keyed(annotation: object) -> bool:
    return typing.get_origin(annotation) is Mapping

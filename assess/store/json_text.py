"""An assessment as text: readable, and changed in one line where one answer changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from assess.model.assessment import AskedQuestionnaire, Assessment

_ENTRY_A_LINE: Final = frozenset(
    [
        "answers",
        "history",
        "plan",
        "targets",
        "weights",
        "fingerprints",
        "scale",
        "roles",
        "words",
        "companions",
        "sections",
        "questions",
        "limits",
        "patterns",
        "strengths",
        "rules",
    ]
)
"""Lists and maps that are written with one entry a line."""

_OPENED: Final = frozenset(("interviews", "dimensions", "earlier"))
"""Lists whose entries are spread over several lines themselves."""

_SPREAD: Final = frozenset(("questionnaire", "sources"))
"""Maps that are written with one key a line."""

_STEP: Final = "  "
_KEPT: Final = 8
_texts: dict[int, tuple[AskedQuestionnaire, str]] = {}


def dumps_assessment(assessment: Assessment) -> str:
    """Return the assessment as indented JSON with a line end; the same value, the same text.

    Keys stand in the order of the model. What is empty by default is left out; other defaults are
    written, so that a later program cannot give the file another meaning. The questionnaires are
    rendered once and kept, as every answer saves the whole.
    """
    whole = _plain(assessment.model_copy(update={"as_asked": ()}))
    whole.pop("as_asked", None)
    lines = [f"{_STEP}{json.dumps(key)}: {_value(key, part, 1)}" for key, part in whole.items()]
    asked = f",\n{_STEP * 2}".join(_asked(one) for one in assessment.as_asked)
    lines.append(f'{_STEP}"as_asked": [\n{_STEP * 2}{asked}\n{_STEP}]')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _asked(asked: AskedQuestionnaire) -> str:
    """Return the text of a questionnaire, kept by identity: models are frozen."""
    known = _texts.get(id(asked))
    if known is None or known[0] is not asked:
        while len(_texts) >= _KEPT:
            del _texts[next(iter(_texts))]
        known = _texts[id(asked)] = (asked, _spread(_plain(asked), 2))
    return known[1]


def _plain(model: BaseModel) -> dict[str, Any]:
    full = model.model_dump(mode="json", by_alias=True)
    sparse = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    plain: dict[str, Any] = _without_empty_defaults(full, sparse)
    return plain


def _without_empty_defaults(full: Any, sparse: Any) -> Any:  # noqa: ANN401  any JSON value
    """Return *full* without what is empty and missing in *sparse*, which has no defaults."""
    if isinstance(full, dict):
        said = sparse if isinstance(sparse, dict) else {}
        kept = {
            key: _without_empty_defaults(value, said.get(key))
            for key, value in full.items()
            if value or key in said
        }
        return {key: value for key, value in kept.items() if value != {} or key in said}
    if isinstance(full, list):
        entries = sparse if isinstance(sparse, list) else [None] * len(full)
        return [_without_empty_defaults(*pair) for pair in zip(full, entries, strict=True)]
    return full


def _value(key: str, value: Any, depth: int) -> str:  # noqa: ANN401  any JSON value
    if value and key in _SPREAD:
        return _spread(value, depth)
    if value and key in _OPENED:
        return _lines((_spread(entry, depth + 1) for entry in value), "[]", depth)
    if value and (key in _ENTRY_A_LINE or (key == "facts" and isinstance(value, dict))):
        if isinstance(value, dict):
            return _lines((f"{_line(k)}: {_line(v)}" for k, v in value.items()), "{}", depth)
        return _lines(map(_line, value), "[]", depth)
    return _line(value)


def _spread(value: dict[str, Any], depth: int) -> str:
    entries = (f"{_line(key)}: {_value(key, part, depth + 1)}" for key, part in value.items())
    return _lines(entries, "{}", depth)


def _lines(entries: Iterator[str], brackets: str, depth: int) -> str:
    inner, outer = "\n" + _STEP * (depth + 1), "\n" + _STEP * depth
    return brackets[0] + inner + f",{inner}".join(entries) + outer + brackets[1]


def _line(value: Any) -> str:  # noqa: ANN401  any JSON value
    return json.dumps(value, ensure_ascii=False)

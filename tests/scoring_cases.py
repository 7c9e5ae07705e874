"""Short notation for questionnaires and answers, so that a case shows only what it is about.

A question is its weight, or its fields; texts that a case leaves out say the id. An answer is a
level, `dont-know`, `{not-applicable: reason}` or its fields. `everything: 3` answers all questions.
`earlier` is a list of cycles, each with its levels.
"""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from assess.model.assessment import Assessment
from assess.model.base import Frozen
from assess.model.questionnaire import Questionnaire
from assess.scoring.fingerprint import as_asked
from assess.store.library import load_questionnaire
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Model = TypeVar("Model", bound=Frozen)

KEYS = {
    "questionnaire",
    "with",
    "everything",
    "answers",
    "targets",
    "weights",
    "cycle",
    "earlier",
    "expect",
}


def read_case(file: Path) -> dict[str, Any]:
    """Return the case that *file* holds."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def assessment(case: Mapping[str, Any]) -> Assessment:
    """Return the assessment that *case* describes."""
    assert set(case) <= KEYS, f"unknown: {set(case) - KEYS}"
    asked = [questionnaire(short) for short in (case["questionnaire"], *case.get("with", ()))]
    level = case.get("everything")
    names = [name for one in asked for name in one.questions]
    everything = {name: {"level": level} for name in names if level}
    given = {name: _answer(said) for name, said in case.get("answers", {}).items()}
    answers = everything | given
    return built(
        Assessment,
        {
            "organisation": "Harbour Bakery",
            "cycle": case.get("cycle", "2026"),
            "date": "2026-11-21",
            "targets": case.get("targets", {}),
            "weights": case.get("weights", {}),
            "interviews": [{"id": "i1", "answers": answers}] if answers else [],
            "earlier": _earlier(case.get("earlier", ()), asked),
            "as_asked": [json.loads(as_asked(one).model_dump_json(by_alias=True)) for one in asked],
        },
    )


def _earlier(cycles: Sequence[Mapping[str, int]], asked: list[Questionnaire]) -> list[Any]:
    """Return *cycles* in a row, the last of them in 2025."""
    first = 2026 - len(cycles)
    return [_cycle(year, levels, asked) for year, levels in enumerate(cycles, first)]


def _cycle(year: int, levels: Mapping[str, int], asked: list[Questionnaire]) -> dict[str, Any]:
    prints = {n: p for one in asked for n, p in as_asked(one).fingerprints.items()}
    return {
        "cycle": str(year),
        "date": f"{year}-01-31",
        "questionnaire_id": asked[0].id,
        "version": asked[0].version,
        "answers": {
            name: {"meaning": prints[name][:16], "level": level} for name, level in levels.items()
        },
    }


def questionnaire(short: str | Mapping[str, Any]) -> Questionnaire:
    """Return a questionnaire from its short notation, or the built-in one by its name."""
    return shipped(short) if isinstance(short, str) else built(Questionnaire, _written_out(short))


@cache
def shipped(name: str) -> Questionnaire:
    """Return a built-in questionnaire as its files state it."""
    folder = ROOT / "questionnaires"
    return load_questionnaire(str(folder / (f"{name}.yaml" if name == "pulse" else name)))


def checklist() -> Questionnaire:
    """Return the service-culture questionnaire."""
    return shipped("service-culture")


def as_json(result: Frozen) -> Any:
    """Return *result* as scripts read it."""
    return json.loads(result.model_dump_json(by_alias=True))


def differences(expected: Any, found: Any, at: str = "") -> list[str]:
    """Return where *found* is not as *expected*; of a mapping only the expected keys are looked at.

    A mapping describes a list by the ids of its members; numbers may be written as fractions.
    """
    match expected, found:
        case dict(), list():
            return differences(expected, {_name(member): member for member in found}, at)
        case dict(), dict():
            pairs = ((key, expected[key], found.get(key, "nothing")) for key in expected)
        case list(), list() if len(expected) == len(found):
            pairs = zip(range(len(found)), expected, found, strict=True)
        case _:
            return [] if _alike(expected, found) else [f"{at}: {found!r}, not {expected!r}"]
    return [text for key, *both in pairs for text in differences(*both, f"{at}/{key}")]


def built(model: type[Model], fields: Mapping[str, Any]) -> Model:
    """Return the *model* with *fields*, read as if from a file."""
    return model.model_validate_json(json.dumps(fields))


def _answer(said: Any) -> dict[str, Any]:
    if isinstance(said, int):
        return {"level": said}
    if said == "dont-know":
        return {"dont_know": True}
    return {key.replace("-", "_"): value for key, value in said.items()}


def _written_out(short: Mapping[str, Any]) -> dict[str, Any]:
    values = short.get("scale", [1, 2, 3, 4, 5])
    texts = {"name", "description", "plain", "consequence", "keep", "say"}
    steps = {str(place): f"step {place}" for place in range(1, len(values) + 1)}
    return {
        "id": "small",
        "version": "1.0.0",
        "title": "A small one",
        **short,
        "scale": [{"name": f"Level {n}", "value": value} for n, value in enumerate(values, 1)],
        "dimensions": list(_dimensions(short["dimensions"], steps)),
        "limits": [{"say": f"{x['id']}."} | x for x in short.get("limits", [])],
        "patterns": [
            dict.fromkeys(texts - {"keep", "say"}, x["id"]) | {"severity": "medium"} | x
            for x in short.get("patterns", [])
        ],
        "strengths": [
            dict.fromkeys(("name", "plain", "keep"), x["id"]) | x
            for x in short.get("strengths", [])
        ],
        "rules": [
            {"id": name, "title": name, "formula": name, "say": f"{name}."}
            for name in short.get("rules", [])
        ],
    }


def _dimensions(short: Mapping[str, Any], steps: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for name, fields in short.items():
        own = fields if "questions" in fields else {"questions": fields}
        questions = [_question(*pair, steps) for pair in own["questions"].items()]
        yield {"id": name, "title": name.title()} | own | {"questions": questions}


def _question(name: str, said: Any, steps: Mapping[str, str]) -> dict[str, Any]:
    fields = said if isinstance(said, dict) else {"weight": said}
    actions = [_action(name, action) for action in fields.get("actions", [])]
    texts = {"id": name, "title": name.title(), "question": f"How is {name}?", "levels": steps}
    return texts | fields | {"actions": actions}


def _action(question: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    usual = {"effort": "S", "impact": 1, "owner": "Owner", "horizon_days": 90}
    where = {"id": f"{question}.low.1", "from_levels": [1, 2, 3, 4, 5]}
    return usual | where | {"action": f"Improve {question}"} | fields


def _name(member: Mapping[str, Any]) -> str:
    return next(member[key] for key in ("id", "rule", "kind") if key in member)


def _alike(expected: Any, found: Any) -> bool:
    if isinstance(expected, str) and isinstance(found, float):
        return float(Fraction(expected)) == found
    return isinstance(expected, bool) == isinstance(found, bool) and expected == found

"""The program ten forms of the file later: what its developers will have written.

Each step changes what files say as such changes go: keys renamed, moved, split, joined and added,
another unit, other words, other shapes. The model reads and writes only the last of the forms.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import (
    AliasPath,
    BeforeValidator,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    model_serializer,
)

from assess.model.assessment import (
    SCHEMA,
    AskedQuestionnaire,
    Assessment,
    Digest,
    DimensionWeight,
    Interview,
)
from assess.model.base import Slug, Text
from assess.model.earlier import EarlierCycle
from assess.model.planned import PlannedAction

Said = dict[str, Any]

NUMBER: Final = SCHEMA + 10
STATES: Final = {"in-progress": "under-way", "partly": "half-done"}


def _organisation_is_the_client(said: Said) -> Said:
    """A key is renamed."""
    return {"client": said.pop("organisation"), **said}


def _unit_belongs_to_the_client(said: Said) -> Said:
    """A key is moved."""
    return said | {"client": {"name": said["client"], "unit": said.pop("unit", "")}}


def _the_day_in_parts(said: Said) -> Said:
    """A key is split."""
    year, month, day = map(int, said["date"].split("-"))
    return said | {"date": {"year": year, "month": month, "day": day}}


def _confidential_or_not(said: Said) -> Said:
    """A key is added that every file needs."""
    return {"confidential": False, **said}


def _weights_in_percent(said: Said) -> Said:
    """A number is in another unit."""
    weights = said.get("weights", {})
    return said | {
        "weights": {
            name: {"percent": _number(Decimal(str(one["weight"])) * 100), "because": one["because"]}
            for name, one in weights.items()
        }
    }


def _other_words_for_states(said: Said) -> Said:
    """Values of an enumeration are renamed."""
    plan = said.get("plan", [])
    return said | {"plan": [one | {"status": _renamed(one["status"], STATES)} for one in plan]}


def _interviews_by_id(said: Said) -> Said:
    """A list becomes a mapping, under another key."""
    return said | {"talks": {one.pop("id"): one for one in said.pop("interviews", [])}}


def _answers_name_their_state(said: Said) -> Said:
    """What several keys said is said by one, wherever answers stand."""
    for talk in said["talks"].values():
        talk["answers"] = {name: _stated(one) for name, one in talk.get("answers", {}).items()}
        talk["history"] = [_with_answers(step, _stated) for step in talk.get("history", [])]
    return said


def _earlier_questionnaires_in_one(said: Said) -> Said:
    """Two keys are joined."""
    earlier = said.get("earlier", [])
    return said | {
        "earlier": [
            {"asked": f"{one.pop('questionnaire_id')} {one.pop('version')}", **one}
            for one in earlier
        ]
    }


def _digests_name_their_kind(said: Said) -> Said:
    """A key is renamed inside of what was asked."""
    asked = [{"sha256": one.pop("fingerprint"), **one} for one in said.pop("as_asked")]
    return said | {"as_asked": asked}


STEPS: Final[dict[int, Callable[[Said], Said]]] = dict(
    enumerate(
        (
            _organisation_is_the_client,
            _unit_belongs_to_the_client,
            _the_day_in_parts,
            _confidential_or_not,
            _weights_in_percent,
            _other_words_for_states,
            _interviews_by_id,
            _answers_name_their_state,
            _earlier_questionnaires_in_one,
            _digests_name_their_kind,
        ),
        SCHEMA,
    )
)


def _number(exact: Decimal) -> int | float:
    return int(exact) if exact == int(exact) else float(exact)


def _renamed(word: str, words: dict[str, str]) -> str:
    return words.get(word, word)


def _with_answers(step: Said, changed: Callable[[Said], Said]) -> Said:
    """Return a step of the history with its answers *changed*, the old one and the new one."""
    return step | {key: changed(step[key]) for key in ("old", "new") if step.get(key)}


def _stated(answer: Said) -> Said:
    kept = {key: answer[key] for key in ("note", "evidence", "parked") if answer.get(key)}
    if answer.get("level") is not None:
        return {"state": "level", "is": answer["level"], **kept}
    if answer.get("not_applicable") is not None:
        return {"state": "not-applicable", "is": answer["not_applicable"], **kept}
    return {"state": "dont-know" if answer.get("dont_know") else "unanswered", **kept}


def _answer(stated: Said) -> Said:
    kept = {key: part for key, part in stated.items() if key not in {"state", "is"}}
    own = {
        "level": {"level": stated.get("is")},
        "not-applicable": {"not_applicable": stated.get("is")},
        "dont-know": {"dont_know": True},
        "unanswered": {},
    }
    return own[stated["state"]] | kept


def _read_as(kind: Any, back: Callable[[Any], Any]) -> BeforeValidator:
    """Return what reads a key of the last form into the *kind* that the program works with."""
    adapter = TypeAdapter(kind)
    return BeforeValidator(lambda said: adapter.validate_json(json.dumps(back(said))))


def _written_as(kind: Any, forth: Callable[[Any], Any]) -> PlainSerializer:
    adapter = TypeAdapter(kind)
    return PlainSerializer(lambda value: forth(adapter.dump_python(value, mode="json")))


def _percent(weights: Said) -> Said:
    return _weights_in_percent({"weights": weights})["weights"]


def _plan_of_states(plan: list[Said]) -> list[Said]:
    return _other_words_for_states({"plan": plan})["plan"]


def _asked_in_one(earlier: list[Said]) -> list[Said]:
    return _earlier_questionnaires_in_one({"earlier": earlier})["earlier"]


def _factors(weights: Said) -> Said:
    return {
        name: {"weight": _number(Decimal(str(one["percent"])) / 100), "because": one["because"]}
        for name, one in weights.items()
    }


def _talks(interviews: list[Said]) -> Said:
    return _answers_name_their_state(_interviews_by_id({"interviews": interviews}))["talks"]


def _interviews(talks: Said) -> list[Said]:
    return [
        {"id": name, **talk}
        | {"answers": {q: _answer(one) for q, one in talk["answers"].items()}}
        | {"history": [_with_answers(step, _answer) for step in talk["history"]]}
        for name, talk in talks.items()
    ]


def _plan(plan: list[Said]) -> list[Said]:
    back = {new: old for old, new in STATES.items()}
    return [one | {"status": _renamed(one["status"], back)} for one in plan]


def _cycles(earlier: list[Said]) -> list[Said]:
    parts = [(one.pop("asked").partition(" "), one) for one in earlier]
    return [{"questionnaire_id": id_, "version": v, **one} for (id_, _, v), one in parts]


class LaterAsked(AskedQuestionnaire):
    """A questionnaire as the last form holds it."""

    fingerprint: Digest = Field(alias="sha256")


class Later(Assessment):
    """The last form: the words that the program works with, written otherwise."""

    schema_number: int = Field(default=NUMBER, alias="schema", ge=NUMBER, le=NUMBER)
    organisation: Text = Field(validation_alias=AliasPath("client", "name"))
    unit: str = Field(default="", validation_alias=AliasPath("client", "unit"))
    confidential: bool
    date: Annotated[
        dt.date,
        BeforeValidator(lambda said: dt.date(**said)),
        PlainSerializer(lambda day: {"year": day.year, "month": day.month, "day": day.day}),
    ]
    weights: Annotated[
        Mapping[Slug, DimensionWeight],
        _read_as(Mapping[Slug, DimensionWeight], _factors),
        _written_as(Mapping[Slug, DimensionWeight], _percent),
    ] = Field(default_factory=dict)
    interviews: Annotated[
        tuple[Interview, ...],
        _read_as(tuple[Interview, ...], _interviews),
        _written_as(tuple[Interview, ...], _talks),
    ] = Field(default=(), alias="talks")
    plan: Annotated[
        tuple[PlannedAction, ...],
        _read_as(tuple[PlannedAction, ...], _plan),
        _written_as(tuple[PlannedAction, ...], _plan_of_states),
    ] = ()
    earlier: Annotated[
        tuple[EarlierCycle, ...],
        _read_as(tuple[EarlierCycle, ...], _cycles),
        _written_as(tuple[EarlierCycle, ...], _asked_in_one),
    ] = ()
    as_asked: Annotated[tuple[LaterAsked, ...], Field(min_length=1)]

    @model_serializer(mode="wrap")
    def _written(self, usual: SerializerFunctionWrapHandler) -> Said:
        said = usual(self)
        client = {"name": said.pop("organisation", ""), "unit": said.pop("unit", "")}
        return {"schema": NUMBER, "client": client, **said}

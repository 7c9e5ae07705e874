"""Complaints of the model in words that people use: what was found and what is allowed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from assess.errors import printable
from assess.language.forms import alternatives
from assess.language.messages import N_, _, n_
from assess.model.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

_EXPECTED: Final = {
    N_("a whole number"): "int_type int_parsing int_from_float int_parsing_size",
    N_("a number"): "float_type float_parsing finite_number",
    N_("text"): "string_type",
    N_("true or false"): "bool_type bool_parsing",
    N_("a list"): "tuple_type list_type",
    "keys with values": "model_type model_attributes_type dict_type mapping_type",
    N_("a date such as 2026-11-21"): (
        "date_type date_parsing date_from_datetime_parsing date_from_datetime_inexact"
    ),
    N_("a time with its zone, such as 2026-11-21T10:30:00+01:00"): (
        "datetime_type datetime_parsing datetime_from_date_parsing timezone_aware"
    ),
}
_BY_TYPE: Final = {kind: words for words, kinds in _EXPECTED.items() for kind in kinds.split()}

_NUMBER: Final = frozenset(("float_type", "float_parsing", "finite_number"))
"""Where one of these complains beside others, any number would do, not only a whole one."""

_FORMS: Final = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": (
        N_("an id: small letters a to z, digits and single hyphens, a letter first")
    ),
    r"^[0-9]+\.[0-9]+\.[0-9]+$": N_("a version such as 1.0.0"),
    r"^[a-z]{2,3}(-[A-Z]{2})?$": N_("a language such as en or pt-BR"),
    r"^[a-z0-9-]+\.[a-z]+\.[0-9]+$": N_("an id such as hiring-profile.low.1"),
    r"^[a-z0-9-]+/[a-z0-9-]+$": N_("DIMENSION/SECTION, such as training/personal"),
    r"^[a-z0-9-]+(/[a-z0-9-]+)?$": N_("a dimension, DIMENSION/SECTION, or overall"),
    r"^[A-Za-z][A-Za-z0-9-]*$": N_("an id such as R3"),
    r"^[0-9a-f]{64}$": N_("a fingerprint: 64 digits and letters a to f"),
}
_BOUNDS: Final = {
    "greater_than": ("gt", N_("more than")),
    "greater_than_equal": ("ge", N_("at least")),
    "less_than": ("lt", N_("less than")),
    "less_than_equal": ("le", N_("at most")),
}
_TRUTH: Final = frozenset({"yes", "no", "on", "off", "Yes", "No", "True", "False", "TRUE", "FALSE"})


def sentence(complaint: ErrorDetails, kinds: frozenset[str]) -> str:
    """Return what is wrong, in words; *kinds* are all complaints about the same place."""
    kind, found = complaint["type"], complaint["input"]
    if words := N_("a number") if kinds & _NUMBER else _BY_TYPE.get(kind):
        return _(
            "expected {words}, found {found}{hint}",
            words=_(words),
            found=described(found),
            hint=_hint(words, found),
        )
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return _(
            "must be {words} {bound}, found {found}",
            words=_(words),
            bound=complaint["ctx"][bound],
            found=described(found),
        )
    if kind == "value_error":
        return printable(str(complaint["ctx"]["error"]), longest=300)
    return _more(kind, complaint.get("ctx", {}), found)


def described(found: object) -> str:
    """Return what was found, such as "the text `three`" or "an empty list"."""
    if found is None or found == {}:
        return _("nothing")
    if isinstance(found, bool):
        return f"`{str(found).lower()}`"
    if isinstance(found, str):
        return (
            _("the text `{found}`", found=printable(found, longest=60))
            if found.strip()
            else _("an empty text")
        )
    if isinstance(found, int | float):
        endless = isinstance(found, float) and math.isinf(found)
        return _("a number beyond all bounds") if endless else _("the number {found}", found=found)
    if isinstance(found, dict):
        return _("keys with values")
    return _("a list") if found else _("an empty list")


def _hint(words: str, found: object) -> str:
    if words == "text" and found is not None and isinstance(found, bool | int | float):
        return _("; put it in quotes if it is text")
    if words == "true or false" and found in _TRUTH:
        return _("; yes, no, on and off are text here")
    return ""


def _more(kind: str, context: Mapping[str, Any], found: object) -> str:
    match kind:
        case "string_too_short":
            said = _("expected text, found none")
        case "string_too_long":
            said = _("is longer than {most} characters", most=context["max_length"])
        case "string_pattern_mismatch":
            form = _(_FORMS.get(context["pattern"], N_("another form")))
            said = _("expected {form}, found {found}", form=form, found=described(found))
        case "too_short":
            least, count = context["min_length"], context["actual_length"]
            said = n_(
                "needs at least {n} entry, found {found}",
                "needs at least {n} entries, found {found}",
                least,
                found=count,
            )
        case "too_long":
            said = _("has more than {most} entries", most=context["max_length"])
        case "literal_error":
            said = _choice(str(context["expected"]), found)
        case _:
            said = _("does not fit here: {found}", found=described(found))
    return said


def _choice(expected: str, found: object) -> str:
    choices = [f"`{choice}`" for choice in expected.split("'")[1::2]]
    allowed = alternatives(choices)
    guess = did_you_mean(found, expected.split("'")[1::2]) if isinstance(found, str) else ""
    return _(
        "expected {allowed}, found {found}.{guess}",
        allowed=allowed,
        found=described(found),
        guess=guess,
    ).removesuffix(".")

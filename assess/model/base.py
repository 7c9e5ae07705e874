"""What every document type of the model has in common."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that says something: not empty, not blank."""

Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", min_length=1, max_length=64)
]
"""A permanent identifier: the thread that joins answers of different years."""

Level = Annotated[int, Field(ge=1, le=20)]
"""The place of an option on its scale, counted from 1."""

Number = int | float
"""A number as an author wrote it; `exact` turns it into a fraction before anything is computed."""

Weight = Annotated[Number, Field(gt=0, le=1000)]
"""How much something counts, relative to its neighbours."""

Share = Annotated[Number, Field(ge=0, le=1)]
"""A part of a whole, 0 to 1."""

Exact = Annotated[Fraction, PlainSerializer(float, return_type=float, when_used="json")]
"""An exact number; JSON gets the nearest double with full precision."""


class Frozen(BaseModel):
    """An immutable value that refuses unknown keys and silent conversions.

    What a module makes of it on import, it makes with `model_construct`: checking the first value
    of a type builds its validator, which costs more than reading a whole assessment.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        defer_build=True,
        populate_by_name=True,
    )


@lru_cache(maxsize=256)
def exact(number: Number) -> Fraction:
    """Return what the author wrote as an exact fraction: 0.6 is 3/5, not the nearest double."""
    return Fraction(str(number))


def as_many(one_or_many: object) -> object:
    """Let an author write one text where a list may stand; a list becomes a tuple."""
    if isinstance(one_or_many, str):
        return (one_or_many,)
    return tuple(one_or_many) if isinstance(one_or_many, list) else one_or_many


OneOrMany = Annotated[
    tuple[Slug, ...],
    BeforeValidator(as_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""Identifiers; an author may write a single one without a list."""

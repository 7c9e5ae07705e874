"""Whose report it is: what a consultancy or an organisation puts on its documents."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pydantic import field_validator

from assess.language.forms import decimal
from assess.language.messages import _
from assess.model.base import Frozen
from assess.model.colour import LEGIBLE, WHITE, Colour, contrast, legible

Picture: TypeAlias = Literal["image/png", "image/jpeg", "image/svg+xml"]
"""The kinds of pictures that may be a logo."""


class Branding(Frozen):
    """Every key with what holds where nobody says it.

    `logo` is the path of a PNG, JPEG or SVG file. `confidentiality` stands on every page instead of
    the word for "confidential". `accent` is the colour of scores, marks and links.
    """

    consultancy: str = ""
    consultant: str = ""
    confidentiality: str = ""
    logo: str = ""
    accent: Colour | None = None

    @field_validator("accent")
    @classmethod
    def _is_legible(cls, accent: str | None) -> str | None:
        if accent is not None and contrast(accent, WHITE) < LEGIBLE:
            raise ValueError(
                _(
                    "{colour} is too light to be read on white: a contrast of {found} to 1, and "
                    "{needed} is needed; {darker} would do",
                    colour=accent,
                    found=decimal(f"{contrast(accent, WHITE):.1f}"),
                    needed=decimal(str(LEGIBLE)),
                    darker=legible(accent, WHITE),
                )
            )
        return accent


class Logo(NamedTuple):
    """A logo that was read: what kind of picture it is, and how wide it is for its height."""

    kind: Picture
    content: bytes
    proportion: float

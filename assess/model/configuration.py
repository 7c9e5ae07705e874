"""What a person or a folder can settle for the program: the keys of `assess.toml`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from assess.model.base import Frozen
from assess.model.branding import Branding

Ui: TypeAlias = Literal["auto", "plain", "full-screen"]
"""How the interview is held; `auto` goes by the terminal."""

Theme: TypeAlias = Literal["dark", "light"]
"""The colours of the full screen."""


class Configuration(Frozen):
    """Every key with what holds where nobody says it: a further key is one more field.

    `templates` is a folder whose files stand in for those of the program's own of the same name.
    """

    ui: Ui = "auto"
    theme: Theme = "dark"
    templates: str = ""
    branding: Branding = Field(default_factory=Branding)

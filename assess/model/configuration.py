"""What a person or a folder can settle for the program: the keys of `assess.toml`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from assess.model.base import Frozen

Ui: TypeAlias = Literal["auto", "plain", "full-screen"]
"""How the interview is held; `auto` goes by the terminal."""

Theme: TypeAlias = Literal["dark", "light"]
"""The colours of the full screen."""


class Configuration(Frozen):
    """Every key with what holds where nobody says it: a further key is one more field."""

    ui: Ui = "auto"
    theme: Theme = "dark"

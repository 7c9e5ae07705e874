"""Whether results are printed in colour, and why."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from assess.language.messages import _
from assess.terminal.screen import console

if TYPE_CHECKING:
    from assess.terminal.mode import Terminal


class Colour(NamedTuple):
    """Whether there is colour; `reason` says it in a sentence."""

    used: bool
    reason: str


def colour(terminal: Terminal) -> Colour:
    """Return what the console on standard output, which is *terminal*, does about colour."""
    here, term = console(), os.environ.get("TERM", "")
    if here.no_color:
        return Colour(used=False, reason=_("There is no colour, because NO_COLOR is set."))
    if not here.is_terminal:
        told = _("There is no colour, because standard output is no terminal.")
        return Colour(used=False, reason=told)
    if here.is_dumb_terminal:
        told = _("There is no colour, because TERM is {term}.", term=term)
        return Colour(used=False, reason=told)
    if not terminal.stdout:
        told = _("There is colour, because FORCE_COLOR or TTY_COMPATIBLE asks for it.")
    else:
        told = _("There is colour, because standard output is a terminal.")
    return Colour(used=True, reason=told)

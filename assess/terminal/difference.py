"""Two versions of a questionnaire in the terminal: what changed, and what breaks comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import N_, _, n_
from assess.terminal.screen import console, entry, heading, paragraph

if TYPE_CHECKING:
    from assess.model.difference import Difference, Differing

_TITLES = {
    "meaning": N_("Means something else now: cannot be compared across the versions"),
    "gone": N_("Gone: cannot be compared across the versions"),
    "new": N_("New"),
    "wording": N_("Worded differently: stays comparable"),
    "weight": N_("Counts differently: answers stay comparable"),
}

_PARTS = {
    "question": N_("question"),
    "dimension": N_("dimension"),
    "pattern": N_("pattern"),
    "strength": N_("strength"),
    "limit": N_("limit"),
    "rule": N_("rule"),
}


def print_difference(found: Difference) -> None:
    """Print *found* on standard output, what breaks comparison first."""
    here = console()
    told = _("From {before} to {after}", before=found.before, after=found.after)
    heading(here, told)
    stay = n_("{n} question can be compared.", "{n} questions can be compared.", found.comparable)
    paragraph(here, stay)
    if not found.parts:
        paragraph(here, _("Nothing differs."))
    for kind, title in _TITLES.items():
        parts = [part for part in found.parts if part.kind == kind]
        if parts:
            heading(here, f"{_(title)}: {len(parts)}")
        for part in parts:
            entry(here, "-", _line(part))
            if part.before and part.after:
                entry(here, "−", part.before, indent=4)  # noqa: RUF001  the minus sign
                entry(here, "+", part.after, indent=4)


def _line(part: Differing) -> str:
    return f"{_(_PARTS[part.part])} {part.id}: {part.title}"

"""The agreed plan as a file: each format is one module with `render(plan, sheet)`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.errors import AssessError
from assess.language.messages import _
from assess.report.formats import lacking

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from assess.model.planned import PlannedAction

FORMATS: Final = {".md": "", ".csv": "", ".xlsx": "xlsx", ".ics": "ics"}
"""The ends of files, each with the extra of the package that makes it, if any does."""


class Sheet(NamedTuple):
    """What stands above a plan: whose it is, and the day on which it was written."""

    organisation: str
    unit: str
    cycle: str
    day: dt.date

    @property
    def title(self) -> str:
        """The name of the plan."""
        who = ", ".join(filter(None, (self.organisation, self.unit)))
        return _("Plan: {organisation}, {cycle}", organisation=who, cycle=self.cycle)


def made(plan: Sequence[PlannedAction], sheet: Sheet, ending: str) -> bytes:
    """Return *plan* as a file whose name ends in *ending*.

    Raises:
        AssessError: There is no such format, or what makes it is not installed.

    """
    if ending not in FORMATS:
        raise AssessError(
            _(
                "A plan is exported as {endings}, not as “{ending}”.",
                endings=", ".join(FORMATS),
                ending=ending,
            )
        )
    try:
        module = import_module(f"{__name__}.{ending[1:]}")
    except ImportError as error:
        told = _(
            "A plan as {ending} needs the package {package}, which is not installed. "
            "Install it with: python -m pip install '{install}'",
            ending=ending,
            **lacking(error, FORMATS[ending]),
        )
        raise AssessError(told) from error
    content: bytes = module.render(plan, sheet)
    return content

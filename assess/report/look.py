"""What a report looks like: whose it is, in which colours, from which templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.branding import Branding
from assess.report import palette

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.branding import Logo
    from assess.report.palette import Palette


@dataclass(frozen=True)
class Look:
    """Branding with its logo, and the folders of templates: the first that has a file wins."""

    folders: tuple[Path, ...]
    branding: Branding = field(default_factory=Branding)
    logo: Logo | None = None

    @cached_property
    def palette(self) -> Palette:
        """The colours on white."""
        accent = self.branding.accent
        return palette.OWN if accent is None else palette.light(accent)

    @property
    def confidentiality(self) -> str:
        """The line that says who may read it."""
        return self.branding.confidentiality or _("Confidential")

    @property
    def by(self) -> str:
        """Who made the report: "Name, Consultancy"; empty where neither is told."""
        return ", ".join(filter(None, (self.branding.consultant, self.branding.consultancy)))

    def file(self, name: str) -> Path:
        """Return the file called *name* that is used."""
        return next(p for folder in self.folders if (p := folder / name).is_file())

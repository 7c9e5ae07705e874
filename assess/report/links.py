"""Links inside of a report: they lead only to what this report shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from assess.report.report import Report

SECTIONS: Final = {"q": "details", "d": "details", "p": "patterns"}
"""Which section holds the anchors that begin so; `s-…` is the section itself."""


class Links:
    """What can be led to, by the sections that a report shows."""

    def __init__(self, report: Report) -> None:
        self._shown = {section.id for section in report.sections}

    def link(self, anchor: str, text: str | Markup) -> Markup:
        """Return *text* as a link to *anchor*, or as it is where the report does not show it."""
        kind, _, rest = anchor.partition("-")
        if SECTIONS.get(kind, rest) not in self._shown:
            return escape(text)
        return Markup('<a href="#{}">{}</a>').format(anchor, text)

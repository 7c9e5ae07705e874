"""A comparison as one HTML file: no script, nothing loaded, the same input gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from assess.report.drawing import Pen, delta
from assess.report.formats.html import dressed
from assess.report.plotting import Plotter
from assess.report.templates import lean, rendered

if TYPE_CHECKING:
    from assess.report.compared import Compared
    from assess.report.look import Look

STYLE: Final = "compared.css"
"""What these pages have besides the style sheet of the report."""


def render(compared: Compared, look: Look) -> bytes:
    """Return the page.

    Raises:
        AssessError: A template of the consultancy is at fault.

    """
    shown = {
        **vars(compared),
        **dressed(look, (compared.who, compared.unit, compared.span), STYLE),
        "pen": Pen(look.palette),
        "plot": Plotter(look.palette),
        "delta": delta,
        "link": _unlinked,
    }
    return lean(rendered(look.folders, "compared.html.j2", shown)).encode()


def _unlinked(_anchor: str, text: str) -> Markup:
    """Return *text* as it is: what a report would lead to is not on this page."""
    return escape(text)

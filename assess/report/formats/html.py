"""The report as one HTML file: no script, nothing loaded, the same input gives the same bytes."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Final

from assess.report import palette
from assess.report.drawing import Pen, delta
from assess.report.links import Links
from assess.report.templates import lean, rendered, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.report.look import Look
    from assess.report.report import Report

STYLE: Final = "style.css"
OWN_STYLE: Final = "extra.css"
"""What a consultancy adds to the style sheet without replacing it."""


def render(report: Report, look: Look) -> bytes:
    """Return the report as an HTML page.

    Raises:
        AssessError: A template of the consultancy is at fault.

    """
    return page(report, look).encode()


def page(report: Report, look: Look) -> str:
    """Return the report as the text of an HTML page; see `render`."""
    shown = {
        **vars(report),
        **dressed(look, (report.card.organisation, report.card.unit, report.card.cycle)),
        "pen": Pen(look.palette),
        "delta": delta,
        "link": Links(report).link,
    }
    return lean(rendered(look.folders, "report.html.j2", shown))


def dressed(look: Look, whose: Iterable[str], *more: str) -> Mapping[str, Any]:
    """Return what every page shows in *look*; *whose* it is stands at the head of what prints.

    *more* are the style sheets that it has besides that of the report.
    """
    sheets = [look.file(name).read_text(encoding="utf-8") for name in (STYLE, *more)]
    return {
        **_styled(sheets, " · ".join(filter(None, whose)), look),
        "branding": look.branding,
        "confidentiality": look.confidentiality,
        "by": look.by,
        "logo": look.logo and f"data:{look.logo.kind};base64,{_base64(look.logo.content)}",
        "logo_width": round(40 * look.logo.proportion) if look.logo else 0,
        "accent": look.palette.accent,
    }


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _styled(sheets: list[str], head: str, look: Look) -> Mapping[str, Any]:
    sheets.append(palette.style(look.branding.accent))
    own = look.folders[0] / OWN_STYLE
    if own.is_file():
        sheets.append(own.read_text(encoding="utf-8"))
    return styled("".join(sheets), head, look.confidentiality)

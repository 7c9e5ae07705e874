"""Our own design: white, calm, one accent; made from the presentation that python-pptx brings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from assess.report.slides.markup import found, full
from assess.report.slides.masters import (
    HEIGHT,
    WIDTH,
    set_up_content,
    set_up_cover,
    set_up_master,
    without_date,
)
from assess.report.slides.paragraphs import BAD, BEFORE, GOOD, TARGET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pptx.presentation import Presentation

    from assess.report.look import Look

FONT: Final = "Arial"
"""A font that is on every machine, or one of the same widths."""

KEPT: Final = ("Title Slide", "Title and Content", "Title Only", "Blank")
"""The layouts that stay: those of the slides, and two for whoever adds some."""

LEFT_OVER: Final = ("/thumbnail", "/extended-properties", "/printerSettings")
"""What tells of the machine on which the empty presentation was made."""


def designed(look: Look) -> Presentation:
    """Return an empty presentation of 16:9 in our design and the colours of *look*.

    Raises:
        AssessError: The logo cannot be shown.

    """
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for size in found(presentation.element, "p:sldSz"):
        size.attrib.pop("type", None)  # which says 4:3
    _drop(presentation)
    _colour(presentation, look)
    without_date(presentation.slide_master)
    for layout in presentation.slide_layouts:
        without_date(layout)
    set_up_master(presentation.slide_master, look)
    set_up_content(presentation.slide_layouts.get_by_name("Title Only"))
    set_up_cover(presentation.slide_layouts.get_by_name("Title Slide"), look)
    return presentation


def _drop(presentation: Presentation) -> None:
    """Take out the layouts that nobody uses here, and what is left over."""
    for layout in list(presentation.slide_layouts):
        if layout.name not in KEPT:
            presentation.slide_layouts.remove(layout)
    package = presentation.part.package
    for owner in (package, presentation.part):
        rels = owner._rels  # noqa: SLF001  a package has no public way to them
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(LEFT_OVER)]:
            rels.pop(name)


def _colour(presentation: Presentation, look: Look) -> None:
    """Put our colours and font into the theme."""
    theme = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    for name, colour in _colours(look).items():
        new = f'<a:{name}><a:srgbClr val="{full(colour)}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", new, text, flags=re.DOTALL)
    theme.blob = text.replace('typeface="Calibri"', f'typeface="{FONT}"').encode("utf-8")


def _colours(look: Look) -> Mapping[str, str]:
    accent = look.palette.accent
    return {
        "dk1": "#16202e",
        "lt1": "#ffffff",
        "dk2": "#4d5a6a",
        "lt2": "#eef1f5",
        "accent1": accent,
        "accent2": BEFORE,
        "accent3": TARGET,
        "accent4": GOOD,
        "accent5": BAD,
        "accent6": look.palette.shades[2],
        "hlink": accent,
        "folHlink": accent,
    }

"""The presentation that the slides are put into: a consultancy's own, or one of our design."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from zipfile import BadZipFile

import pptx
from lxml.etree import XMLSyntaxError
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError

from assess.errors import AssessError
from assess.language.messages import _
from assess.report.slides.boxes import Box
from assess.report.slides.design import designed
from assess.report.slides.markup import POINT, found
from assess.report.slides.placeholders import TITLES, find, inner, outer

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

    from assess.report.look import Look

OWN: Final = "report.pptx"
"""The presentation of a consultancy: its masters and layouts are used, its slides are not."""

COVER: Final = ("Title Slide", "title", 0)
CONTENT: Final = ("Title Only", "titleOnly", 5)
"""A layout's name, its type, which is the same in all languages, and its usual place."""

SMALLEST: Final = (560, 250)
"""Less room than this, in width and height, holds no table."""

UNDER_TITLE: Final = 12.0
OVER_FOOTER: Final = 12.0
FOOT: Final = 36.0
"""Room at the lower edge where a layout has no footer."""


class Base(NamedTuple):
    """An empty presentation, its two layouts, and where the content of a slide stands."""

    presentation: Presentation
    cover: SlideLayout
    content: SlideLayout
    body: Box
    height: float


def opened(look: Look) -> Base:
    """Return the presentation to fill.

    Raises:
        AssessError: That of the consultancy cannot be read, or lacks a layout.

    """
    path = look.folders[0] / OWN
    own = len(look.folders) > 1 and path.is_file()
    presentation = _read(path) if own else designed(look)
    cover, content = (_layout(presentation, path, *which) for which in (COVER, CONTENT))
    height = float((presentation.slide_height or 0) / POINT)
    body = _body(content, height)
    if body.width < SMALLEST[0] or body.height < SMALLEST[1]:
        reason = _("its layout “{name}” has too little room below the title", name=content.name)
        raise _unfit(path, reason)
    return Base(presentation, cover, content, body, height)


def _read(path: Path) -> Presentation:
    try:
        presentation = pptx.Presentation(str(path))
        _without_slides(presentation)
    except (
        PythonPptxError,
        BadZipFile,
        XMLSyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ) as error:
        raise _unfit(path, _("it is no presentation that can be read")) from error
    return presentation


def _without_slides(presentation: Presentation) -> None:
    """Take out the slides, and whatever else names them."""
    part, element = presentation.part, presentation.element
    for slide_id in found(element, "p:sldIdLst/p:sldId"):
        part.drop_rel(slide_id.rId)
        slide_id.getparent().remove(slide_id)
    for naming in found(element, "p:custShowLst | p:extLst"):
        element.remove(naming)


def _layout(
    presentation: Presentation, path: Path, name: str, kind: str, place: int
) -> SlideLayout:
    every = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in every if find(layout, *TITLES) is not None]
    named = [layout for layout in titled if layout.name.casefold() == name.casefold()]
    typed = [layout for layout in titled if layout.element.get("type") == kind]
    placed = [layout for layout in every[place : place + 1] if layout in titled]
    found = [*named, *typed, *placed]
    if not found:
        raise _unfit(path, _("it has no slide layout “{name}” with a title", name=name))
    return found[0]


def _body(layout: SlideLayout, height: float) -> Box:
    """Return the room between the title and the footer, as wide as the title."""
    title, footer = find(layout, *TITLES), find(layout, PP_PLACEHOLDER.FOOTER)
    low = outer(footer).top if footer is not None else 0
    end = low - OVER_FOOTER if low > height / 2 else height - FOOT
    top = outer(title).bottom + UNDER_TITLE
    head = inner(title)
    return Box(head.left, top, head.width, end - top)


def _unfit(path: Path, reason: str) -> AssessError:
    return AssessError(
        _("{place}: the template cannot be used: {reason}", place=path, reason=reason)
    )

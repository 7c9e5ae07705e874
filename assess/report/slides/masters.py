"""The master and the layouts of our own design."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PIL import UnidentifiedImageError
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Pt

from assess.errors import AssessError
from assess.language.messages import _
from assess.report.slides.boxes import Box
from assess.report.slides.markup import Element, element, fill, found, place, rectangle
from assess.report.slides.paragraphs import SOFT
from assess.store.source import shown_name

if TYPE_CHECKING:
    from pptx.slide import SlideLayout, SlideMaster

    from assess.report.look import Look

WIDTH: Final = 960
HEIGHT: Final = 540
SECTION: Final = "Section"
"""The name of the place for a section's name in the layout."""

EDGE: Final = 48
TITLE: Final = Box(EDGE, 48, WIDTH - 2 * EDGE, 66)
EYEBROW: Final = Box(EDGE, 26, 640, 18)
TEXT: Final = Box(EDGE, 126, WIDTH - 2 * EDGE, 370)
FOOTER: Final = Box(EDGE, 507, 740, 16)
NUMBER: Final = Box(WIDTH - EDGE - 100, 507, 100, 16)
LOGO: Final = Box(WIDTH - EDGE - 160, 18, 160, 26)
STRIP: Final = Box(0, 0, WIDTH, 6)

COVER_TITLE: Final = Box(96, 120, 780, 190)
COVER_TEXT: Final = Box(96, 332, 780, 110)
COVER_FOOTER: Final = FOOTER._replace(left=COVER_TITLE.left)
COVER_LOGO: Final = Box(WIDTH - EDGE - 240, 40, 240, 48)
COVER_BAND: Final = Box(0, 0, EDGE / 2, HEIGHT)

PLACES: Final = {
    PP_PLACEHOLDER.TITLE: TITLE,
    PP_PLACEHOLDER.BODY: TEXT,
    PP_PLACEHOLDER.FOOTER: FOOTER,
    PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER,
}
LEVELS: Final = (1800, 1600, 1400, 1200, 1200)
"""The sizes of letters of running text, by its depth, in hundredths of a point."""

NO_ROOM: Final = {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0"}
ACCENT: Final = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'

Owner = Any
"""A master or a layout: python-pptx can only read their shapes."""


def set_up_master(master: SlideMaster, look: Look) -> None:
    """Put everything in its place, the title to the left, and a strip on top."""
    for placeholder in master.placeholders:
        kind = placeholder.placeholder_format.type
        _put(placeholder, PLACES[kind])
        _without_room(placeholder, {"anchor": "t"} if kind == PP_PLACEHOLDER.TITLE else {})
    for small in found(master.element, ".//p:sp//a:lvl1pPr[a:defRPr[@sz='1200']]"):
        _make_small(small)
    title = found(master.element, "p:txStyles/p:titleStyle/a:lvl1pPr")[0]
    title.set("algn", "l")
    found(title, "a:defRPr")[0].attrib.update({"sz": "2400", "b": "1"})
    for depth, size in enumerate(LEVELS, 1):
        style = found(master.element, f"p:txStyles/p:bodyStyle/a:lvl{depth}pPr/a:defRPr")[0]
        style.set("sz", str(size))
    _shapes(master).insert(2, rectangle(90, "Strip", STRIP, ACCENT))
    _add_logo(master, look, LOGO)


def set_up_content(layout: SlideLayout) -> None:
    """Give *layout* a place for the name of the section, above the title."""
    style = (
        '<a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="1200" b="1">{ACCENT}</a:defRPr></a:lvl1pPr>'
    )
    insets = " ".join(f'{name}="{value}"' for name, value in NO_ROOM.items())
    section = element(
        f'<p:sp><p:nvSpPr><p:cNvPr id="91" name="{SECTION}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="13"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place(EYEBROW)}</p:spPr><p:txBody><a:bodyPr {insets}><a:noAutofit/></a:bodyPr>"
        f"<a:lstStyle>{style}</a:lstStyle><a:p><a:r><a:t>{SECTION}</a:t></a:r></a:p></p:txBody>"
        "</p:sp>"
    )
    _shapes(layout).append(section)


def set_up_cover(layout: SlideLayout, look: Look) -> None:
    """Set the title slide apart: a band at the left, larger letters, a larger logo."""
    layout.element.set("showMasterSp", "0")
    title, text, footer, _number = layout.placeholders
    _put(footer, COVER_FOOTER)
    for placeholder, box, anchor, size in (
        (title, COVER_TITLE, "b", "3400"),
        (text, COVER_TEXT, "t", "1600"),
    ):
        _put(placeholder, box)
        _without_room(placeholder, {"anchor": anchor})
        style = element(
            '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>'
            f'<a:defRPr sz="{size}"/></a:lvl1pPr>'
        )
        found(placeholder.element, ".//a:lstStyle")[0][:] = [style]
    _shapes(layout).insert(2, rectangle(92, "Band", COVER_BAND, ACCENT))
    _add_logo(layout, look, COVER_LOGO)


def without_date(owner: Owner) -> None:
    """Take out the place of the date, which stands on the title slide."""
    for date in found(owner.element, ".//p:sp[.//p:ph[@type='dt']]"):
        date.getparent().remove(date)


def _make_small(style: Element) -> None:
    """Make a footer or number small, soft, and aligned with the edge of the text."""
    style.set("algn", "r" if style.get("algn") == "r" else "l")
    letters = found(style, "a:defRPr")[0]
    letters.set("sz", "1000")
    letters.replace(found(letters, "a:solidFill")[0], element(fill(SOFT)))


def _add_logo(owner: Owner, look: Look, room: Box) -> None:
    """Show the logo at the upper right of *room*; PowerPoint does not show one in SVG."""
    if look.logo is None or look.logo.kind == "image/svg+xml":
        return
    try:
        _part, name = owner.part.get_or_add_image_part(BytesIO(look.logo.content))
    except (UnidentifiedImageError, ValueError, OSError) as error:
        file = shown_name(Path(look.branding.logo))
        raise AssessError(
            _("{file} is no picture in PNG, JPEG or SVG with a size.", file=file)
        ) from error
    width = min(room.width, room.height * look.logo.proportion)
    box = Box(room.right - width, room.top, width, width / look.logo.proportion)
    alt = look.branding.consultancy or _("Logo")
    _shapes(owner).append(CT_Picture.new_pic(93, "Logo", alt, name, *map(Pt, box)))


def _put(placeholder: Any, box: Box) -> None:  # noqa: ANN401  of a master or a layout
    lengths = map(Pt, box)
    placeholder.left, placeholder.top, placeholder.width, placeholder.height = lengths


def _without_room(placeholder: Any, more: dict[str, str]) -> None:  # noqa: ANN401  as above
    """Take away the room around the text, and what would shrink it."""
    body = found(placeholder.element, ".//a:bodyPr")[0]
    body.attrib.update(NO_ROOM | more)
    body[:] = []


def _shapes(owner: Owner) -> Element:
    return found(owner.element, "p:cSld/p:spTree")[0]

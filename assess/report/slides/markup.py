"""XML of presentations that python-pptx has no words for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, nsmap

from assess.report.slides.letters import cut, plain
from assess.report.slides.paragraphs import GROUND, INK, LINE, PANEL, SOFT, Colour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.report.slides.boxes import Box

POINT: Final = 12700
"""English metric units in a point."""

Element = Any
"""An XML element of lxml with the additions of python-pptx."""

NAMESPACES: Final = {prefix: nsmap(prefix)[prefix] for prefix in ("a", "p", "r", "c")}

SCHEME: Final = {
    INK: '<a:schemeClr val="tx1"/>',
    SOFT: '<a:schemeClr val="tx2"/>',
    LINE: '<a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr>',
    PANEL: '<a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr>',
    GROUND: '<a:schemeClr val="bg1"/>',
}
"""Colours that follow the presentation, so that they can be read on its ground."""

MOST_ALT: Final = 1500


def element(text: str) -> Element:
    """Return the element that *text* is, in the namespaces of slides, drawings and charts."""
    end = min(place for place in (text.find(" "), text.find(">"), text.find("/>")) if place > 0)
    return parse_xml(f"{text[:end]} {nsdecls('a', 'p', 'r', 'c')}{text[end:]}")


@cache
def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def found(root: Element, path: str) -> list[Any]:
    """Return what is below *root* at an XPath, with the usual prefixes."""
    return list(_path(path)(root))


def fill(colour: Colour) -> str:
    """Return the filling with *colour*."""
    named = SCHEME.get(colour) or f'<a:srgbClr val="{full(colour)}"/>'
    return f"<a:solidFill>{named}</a:solidFill>"


def full(colour: Colour) -> str:
    """Return a colour such as `#fff` in six digits."""
    digits = colour.removeprefix("#")
    return ("".join(2 * d for d in digits) if len(digits) == len("fff") else digits).upper()


def line(tag: str, colour: Colour | None, points: float = 0.75, *, dashed: bool = False) -> str:
    """Return a line as the element *tag*, or none without a *colour*."""
    if colour is None:
        return f"<{tag}><a:noFill/></{tag}>"
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<{tag} w="{round(points * POINT)}">{fill(colour)}{dash}</{tag}>'


def place(box: Box) -> str:
    """Return where something stands."""
    x, y, wide, high = (round(points * POINT) for points in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def rectangle(number: int, name: str, box: Box, filling: str) -> Element:
    """Return a rectangle without text for a master or a layout."""
    return element(
        f"<p:sp><p:nvSpPr><p:cNvPr id={quoteattr(str(number))} name={quoteattr(name)}/><p:cNvSpPr/>"
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{place(box)}<a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{filling}{line('a:ln', None)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
        "<a:p/></p:txBody></p:sp>"
    )


def described(shape: Any, alt: str) -> None:  # noqa: ANN401  every kind of shape
    """Say what *shape* shows to those who do not see it."""
    found(shape.element, ".//p:cNvPr")[0].set("descr", cut(plain(alt), MOST_ALT))


def attribute(placeholder: Any, path: str, name: str) -> str | None:  # noqa: ANN401  of any level
    """Return what *placeholder*, or that of the master behind it, says at *path*."""
    for level in levels(placeholder):
        for said in found(level, f".//{path}/@{name}"):
            return str(said)
    return None


def levels(placeholder: Any) -> Iterator[Element]:  # noqa: ANN401  of any level
    """Yield *placeholder*, then that of the layout or master behind it, from which it inherits."""
    yield placeholder.element
    base = placeholder._base_placeholder  # noqa: SLF001  there is no public way to what it inherits
    if base is not None:
        yield base.element

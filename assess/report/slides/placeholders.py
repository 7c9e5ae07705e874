"""The places that a layout has for titles, texts and footers."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape, quoteattr

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from assess.report.slides.boxes import Box
from assess.report.slides.letters import plain, shortened
from assess.report.slides.markup import POINT, attribute, element, found, levels
from assess.report.slides.paragraphs import Paragraph, fitted, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide, SlideLayout

TITLES: Final = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
TEXTS: Final = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY)
INSETS: Final = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
"""The room around a text, and how much it is where nothing says it."""

FIELD: Final = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
"""What PowerPoint calls the number of a slide."""

SMALLEST: Final = 11
FOOT_SIZE: Final = 12.0
"""The size that a footer has at most."""

Place = Any
"""A placeholder of a slide, a layout or a master."""


def find(layout: SlideLayout, *kinds: PP_PLACEHOLDER) -> Place | None:
    """Return the first place of one of these *kinds*."""
    return next((p for p in layout.placeholders if p.placeholder_format.type in kinds), None)


def outer(place: Place) -> Box:
    """Return where *place* stands."""
    return Box(
        *(float((n or 0) / POINT) for n in (place.left, place.top, place.width, place.height))
    )


def inner(place: Place) -> Box:
    """Return where the text of *place* stands."""
    box = outer(place)
    left, over, right, under = (
        float(attribute(place, "a:bodyPr", name) or usual) / POINT for name, usual in INSETS
    )
    return Box(box.left + left, box.top + over, box.width - left - right, box.height - over - under)


def size_of(place: Place, layout: SlideLayout) -> float:
    """Return the size of the letters in *place*."""
    styles = "p:titleStyle" if place.placeholder_format.type in TITLES else "p:bodyStyle"
    of_all = found(layout.slide_master.element, f"p:txStyles/{styles}/a:lvl1pPr/a:defRPr/@sz")
    own = attribute(place, "a:lstStyle/a:lvl1pPr/a:defRPr", "sz")
    return float(own or (of_all or [1800])[0]) / 100


def fill(slide: Slide, place: Place, layout: SlideLayout, texts: Sequence[str]) -> None:
    """Write *texts*, a paragraph each, into what *slide* has in the *place* of its *layout*."""
    room = inner(place)
    largest = size_of(place, layout)
    sizes = [largest, *range(round(largest) - 1, SMALLEST - 1, -1)]
    between = 0.25 if len(texts) > 1 else 0
    written = fitted(
        lambda size: [paragraph(text, size, bold=True, after=size * between) for text in texts],
        sizes,
        room=room.width,
        high=room.height,
    )
    index = place.placeholder_format.idx
    frame = next(p for p in slide.placeholders if p.placeholder_format.idx == index).text_frame
    frame.auto_size, frame.word_wrap = MSO_AUTO_SIZE.NONE, True
    for number, text in enumerate(written):
        _write(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), text)


def clear(slide: Slide, kept: Sequence[Place]) -> None:
    """Take away what *slide* got from its layout and is not *kept*, as nothing stands in it."""
    indices = {place.placeholder_format.idx for place in kept}
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx not in indices:
            shape.element.getparent().remove(shape.element)


def add_foot(slide: Slide, layout: SlideLayout, text: str, number: int) -> bool:
    """Add the footer and the *number* of *slide*, where its *layout* has places for them.

    Return whether there is one for the *text*.
    """
    place = find(layout, PP_PLACEHOLDER.FOOTER)
    if place is not None:
        said = shortened(plain(text), inner(place).width, FOOT_SIZE, most=1)
        _add(slide, place, f"<a:r><a:t>{escape(said)}</a:t></a:r>")
    counted = find(layout, PP_PLACEHOLDER.SLIDE_NUMBER)
    if counted is not None:
        _add(slide, counted, f'<a:fld id="{FIELD}" type="slidenum"><a:t>{number}</a:t></a:fld>')
    return place is not None


def _add(slide: Slide, place: Place, content: str) -> None:
    """Put *content* on *slide* in a *place* that python-pptx leaves out."""
    number = 1 + max(int(used) for used in found(slide.element, ".//p:cNvPr/@id"))
    added = element(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(place.name)}/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody>'
        f"<a:bodyPr/><a:lstStyle/><a:p>{content}</a:p></p:txBody></p:sp>"
    )
    styles = next(
        (s for level in levels(place) for s in found(level, ".//a:lstStyle") if len(s)), None
    )
    if styles is not None:  # some programs do not look for it in the master
        old = found(added, ".//a:lstStyle")[0]
        old.getparent().replace(old, copy.deepcopy(styles))
    found(added, ".//p:nvPr")[0].append(copy.deepcopy(found(place.element, ".//p:ph")[0]))
    slide.shapes.element.append(added)


def _write(paragraph: Any, text: Paragraph) -> None:  # noqa: ANN401  of python-pptx
    """Write *text* in its size, and else as the layout has it."""
    paragraph.space_after = Pt(text.after)
    run = paragraph.add_run()
    run.text = text.text.replace("\n", " ")
    run.font.size = Pt(text.size)

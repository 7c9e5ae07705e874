"""Puts text into shapes: real runs of text, in sizes that were counted out to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from assess.report.slides.letters import plain
from assess.report.slides.markup import found, full
from assess.report.slides.paragraphs import GROUND, INK, LINE, PANEL, SOFT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.shapes.autoshape import Shape
    from pptx.text.text import TextFrame

    from assess.report.slides.boxes import Box
    from assess.report.slides.paragraphs import Colour, Paragraph

THEME: Final = {
    INK: (MSO_THEME_COLOR.TEXT_1, 0),
    SOFT: (MSO_THEME_COLOR.TEXT_2, 0),
    LINE: (MSO_THEME_COLOR.BACKGROUND_1, -0.15),
    PANEL: (MSO_THEME_COLOR.BACKGROUND_1, -0.05),
    GROUND: (MSO_THEME_COLOR.BACKGROUND_1, 0),
}
"""Colours that follow the presentation, with how much lighter or darker they are."""

Shapes = Any
"""The shapes of a slide or of a group."""


def add_text(
    shapes: Shapes,
    box: Box,
    paragraphs: Iterable[Paragraph],
    *,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> Shape:
    """Add a text box without room around its text."""
    shape: Shape = shapes.add_textbox(*map(Pt, box))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    frame.vertical_anchor = anchor
    write(frame, paragraphs, align=align)
    return shape


def add_shape(
    shapes: Shapes,
    box: Box,
    *,
    filling: Colour,
    line: tuple[Colour, float] | None = None,
    kind: MSO_SHAPE = MSO_SHAPE.RECTANGLE,
) -> Shape:
    """Add a shape without text, around it a *line* of a colour and a width.

    It has no style, which would bring a shadow.
    """
    shape: Shape = shapes.add_shape(kind, *map(Pt, box))
    for style in found(shape.element, "p:style"):
        shape.element.remove(style)
    shape.fill.solid()
    paint(shape.fill.fore_color, filling)
    if line is None:
        shape.line.fill.background()
    else:
        colour, width = line
        shape.line.width = Pt(width)
        paint(shape.line.color, colour)
    return shape


def write(frame: TextFrame, paragraphs: Iterable[Paragraph], *, align: PP_ALIGN) -> None:
    """Write *paragraphs* into an empty *frame*."""
    for place, paragraph in enumerate(paragraphs):
        written = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        written.space_after, written.space_before = Pt(paragraph.after), Pt(0)
        written.alignment = align
        for run in paragraph.runs:
            added = written.add_run()
            added.text = plain(run.text).replace("\n", "\v")
            added.font.size, added.font.bold = Pt(paragraph.size), run.bold
            paint(added.font.color, run.colour)


def paint(target: Any, colour: Colour) -> None:  # noqa: ANN401  of a font, a line or a filling
    """Give *target* a colour of the presentation or one of ours."""
    if colour in THEME:
        target.theme_color, target.brightness = THEME[colour]
    else:
        target.rgb = RGBColor.from_string(full(colour))

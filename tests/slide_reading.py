"""Reads slides back: what they say, where it stands, and whether it fits."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pptx
from pptx.shapes.group import GroupShape
from pptx.util import Pt

from assess.report.slides import letters

SLACK = 1.0
"""Points by which a box may be exceeded, because lengths are whole numbers in files."""


def opened(content):
    """Return the presentation that *content* is."""
    return pptx.Presentation(BytesIO(content))


def titles(presentation):
    """Return the title of every slide."""
    return [slide.shapes.title.text_frame.text for slide in presentation.slides]


def shapes(presentation):
    """Yield every shape with its slide, those in groups too."""
    for slide in presentation.slides:
        for shape in slide.shapes:
            yield slide, shape
            if isinstance(shape, GroupShape):
                yield from ((slide, inner) for inner in shape.shapes)


def charts(presentation):
    """Return the charts in their order."""
    return [shape.chart for _slide, shape in shapes(presentation) if shape.has_chart]


def tables(presentation):
    """Return the tables in their order, each as rows of texts."""
    return [
        [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        for _slide, shape in shapes(presentation)
        if shape.has_table
    ]


def categories(chart):
    """Return the categories of a chart, their lines joined."""
    return [" ".join(str(name).split()) for name in chart.plots[0].categories]


def values(chart):
    """Return the numbers of a chart by the names of its series."""
    return {series.name: list(series.values) for series in chart.plots[0].series}


def workbooks(presentation):
    """Return the sheet behind every chart as rows of cells."""
    blobs = [chart.part.chart_workbook.xlsx_part.blob for chart in charts(presentation)]
    return [list(openpyxl.load_workbook(BytesIO(blob)).active.rows) for blob in blobs]


def text(presentation):
    """Return everything that stands on the slides and in their notes."""
    notes = [s.notes_slide.notes_text_frame.text for s in presentation.slides if s.has_notes_slide]
    frames = [s.text_frame.text for _slide, s in shapes(presentation) if s.has_text_frame]
    cells = [cell for table in tables(presentation) for row in table for cell in row]
    return "\n".join([*frames, *cells, *notes])


def languages(presentation):
    """Return the languages that runs of text say they are in."""
    runs = [
        run
        for slide in presentation.slides
        for run in slide.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
    ]
    return {run.get("lang") for run in runs}


def dates(content):
    """Return when the parts of a file and of the workbooks in it are said to be made."""
    with ZipFile(BytesIO(content)) as parts:
        inner = [ZipFile(BytesIO(parts.read(n))) for n in parts.namelist() if n.endswith(".xlsx")]
        told = {entry.date_time[:3] for entry in parts.infolist()}
    return told, [book.read("docProps/core.xml").decode() for book in inner]


def outside(presentation):
    """Return the shapes that stand beyond the edge of their slide."""
    wide, high = presentation.slide_width, presentation.slide_height
    return [
        (shape.name, shape.left, shape.top, shape.width, shape.height)
        for _slide, shape in shapes(presentation)
        if min(shape.left, shape.top, shape.width, shape.height) < 0
        or shape.left + shape.width > wide
        or shape.top + shape.height > high
    ]


def overflowing(presentation):
    """Return the texts that need more room than their boxes have, by our estimate."""
    every = [shape for _slide, shape in shapes(presentation)]
    framed = [
        shape.text_frame.text
        for shape in every
        if shape.has_text_frame and shape.text_frame.text
        if _height(shape.text_frame, shape.width, _margins(shape)) > shape.height + Pt(SLACK)
    ]
    return framed + [text for shape in every if shape.has_table for text in _in_cells(shape.table)]


def drop(placeholders):
    """Take *placeholders* out of their layouts."""
    for place in placeholders:
        place.element.getparent().remove(place.element)


def undescribed(presentation):
    """Return the charts, tables and groups that say nothing to those who do not see them."""
    return [
        shape.name
        for _slide, shape in shapes(presentation)
        if shape.has_chart or shape.has_table or isinstance(shape, GroupShape)
        if not shape.element.xpath(".//p:cNvPr")[0].get("descr")
    ]


def empty(presentation):
    """Return the text boxes and placeholders in which nothing stands."""
    return [
        shape.name
        for _slide, shape in shapes(presentation)
        if shape.is_placeholder or "TextBox" in shape.name
        if not shape.text_frame.text
    ]


def _in_cells(table):
    widths = [column.width for column in table.columns]
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            room = sum(widths) if cell.is_merge_origin else width
            if _height(cell.text_frame, room, _around(cell)) > row.height + Pt(SLACK):
                yield cell.text_frame.text


def _margins(shape):
    """Return the room beside and over the text; what a layout says of it is left to the layout."""
    return (0, 0) if shape.is_placeholder else _around(shape.text_frame)


def _around(frame):
    return frame.margin_left + frame.margin_right, frame.margin_top + frame.margin_bottom


def _height(frame, width, margins):
    beside, over = margins
    return over + Pt(sum(_lines(p, (width - beside) / Pt(1)) for p in frame.paragraphs))


def _lines(paragraph, room):
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size] or [10]
    bold = any(run.font.bold for run in paragraph.runs)
    after = paragraph.space_after.pt if paragraph.space_after else 0
    said = paragraph.text.replace("\v", "\n")
    return letters.lines(said, room, max(sizes), bold=bold) * max(sizes) * letters.LINE + after

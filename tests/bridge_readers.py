"""The way from one score to the next, read back from each format that shows it.

A row is its name, the change, the score after it, and the questions: by name or their number.
"""

from __future__ import annotations

import io
import json
from fractions import Fraction
from itertools import dropwhile, takewhile

import docx
import lxml.html
import openpyxl
import pptx

from assess.language.forms import decimal
from assess.language.messages import _, n_
from assess.report import numbers
from assess.scoring.means import rounded
from tests.report_readers import MARKDOWN, tables_of


def said_of_way(since):
    """Return what every format has to say; nothing where one side has no score."""
    way = since.bridge
    steps = [(one.name, numbers.marked(one.change), one.score, one.took) for one in way.steps]
    whole = (since.after, numbers.marked(way.whole), way.after, "")
    return [(since.before, "", way.before, ""), *steps, whole] if way.chart else []


def read_html(content):
    page = lxml.html.document_fromstring(content.decode())
    rows = page.xpath("//div[@class='way']//tbody/tr")
    cells = [["; ".join(map(str.strip, cell.itertext())) for cell in row] for row in rows]
    return [(name, *shown) for name, _drawn, *shown in cells]


def read_md(content):
    tables = tables_of(MARKDOWN.parse(content.decode()))
    return [tuple(row) for head, *rows in tables if head[0] == _("Step") for row in rows]


def read_json(content):
    since = json.loads(content)["since"]
    way = since["bridge"]
    steps = [(s["name"], s["change"], s["score"], s["questions"]) for s in way["steps"]]
    whole = (since["after"], way["change"], way["after"], "")
    return [(since["before"], "", way["before"], ""), *steps, whole] if way["note"] else []


def read_xlsx(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))[_("Changes")]
    below = list(dropwhile(lambda row: row[0].value != _("Step"), sheet.iter_rows(max_col=6)))
    rows = list(takewhile(lambda row: row[2].value is not None or row[4].value, below[1:]))
    return [
        (row[0].value, _change(row[1], first=row is rows[0]), _score(row[2]), _took(*row[4:]))
        for row in rows
    ]


def questions_in(content):
    """Return the rows of the questions in a workbook."""
    sheet = openpyxl.load_workbook(io.BytesIO(content))[_("Changes")]
    rows = sheet.iter_rows(max_col=5, values_only=True)
    return list(dropwhile(lambda row: row[0] != _("Question"), rows))[1:]


def _change(cell, *, first):
    if cell.value is None:
        return "" if first else numbers.NONE
    amount = decimal(f"{abs(cell.value):.2f}")
    signs = cell.number_format.replace('"', "").split(";")
    place = 0 if cell.value > 0 else 1 if cell.value < 0 else 2
    return f"{signs[place].removesuffix('0.00')}{amount}"


def _score(cell):
    return (
        numbers.NONE if cell.value is None else decimal(str(rounded(Fraction(str(cell.value)), 2)))
    )


def _took(count, names):
    counted = n_("{n} question", "{n} questions", count.value) if count.value else ""
    return names.value or counted


def read_docx(content):
    tables = docx.Document(io.BytesIO(content)).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    below = dropwhile(lambda row: row[0] != _("Step"), rows)
    own = list(takewhile(lambda row: len(row) == 5, below))[1:]
    return [(name, *shown) for name, _drawn, *shown in own]


def read_pptx(content):
    slides = pptx.Presentation(io.BytesIO(content)).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    tables = [[[c.text for c in row.cells] for row in s.table.rows] for s in shapes if s.has_table]
    heads = [_("Change"), _("Score"), _("Questions")]
    names = [name for c in charts if _stacked(c) for name in c.plots[0].categories]
    beside = [tuple(row) for head, *rows in tables if head == heads for row in rows]
    alone = [tuple(row) for head, *rows in tables if head == [_("Step"), *heads] for row in rows]
    return [(name, *row) for name, row in zip(names, beside, strict=True)] or alone


def _stacked(chart):
    return chart.chart_type.name == "BAR_STACKED"


WAYS = {
    "html": read_html,
    "md": read_md,
    "json": read_json,
    "xlsx": read_xlsx,
    "docx": read_docx,
    "pptx": read_pptx,
}


# ------------------------------------------------------------------------------------------- words


def words_of_html(content):
    return lxml.html.document_fromstring(content.decode()).text_content()


def words_of_xlsx(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def words_of_docx(content):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def words_of_pptx(content):
    slides = pptx.Presentation(io.BytesIO(content)).slides
    frames = [s.text_frame for slide in slides for s in slide.shapes if s.has_text_frame]
    return "\n".join(frame.text for frame in frames)


WORDS = {
    "html": words_of_html,
    "md": bytes.decode,
    "json": bytes.decode,
    "xlsx": words_of_xlsx,
    "docx": words_of_docx,
    "pptx": words_of_pptx,
}

"""The way from one score to the next, read back from each format that shows it.

A row is its name, the change, the score behind it, and the questions: by name or their number.
"""

from __future__ import annotations

import io
import json
from itertools import dropwhile, takewhile

import docx
import lxml.html
import openpyxl
import pptx

from assess.language.forms import decimal
from assess.language.messages import _, n_
from assess.report import numbers
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
        (
            name.value,
            _change(change, first=row is rows[0]),
            _score(score),
            names.value or _count(count),
        )
        for row in rows
        for name, change, score, _exact, count, names in [row]
    ]


def _change(cell, *, first):
    if cell.value is None:
        return "" if first else numbers.NONE
    amount = decimal(f"{abs(cell.value):.2f}")
    signs = cell.number_format.replace('"', "").split(";")
    place = 0 if cell.value > 0 else 1 if cell.value < 0 else 2
    return f"{signs[place].removesuffix('0.00')}{amount}"


def _score(cell):
    return numbers.NONE if cell.value is None else decimal(f"{cell.value:.2f}")


def _count(cell):
    return n_("{n} question", "{n} questions", cell.value) if cell.value else ""


def read_docx(content):
    tables = docx.Document(io.BytesIO(content)).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    below = dropwhile(lambda row: row[0] != _("Step"), rows)
    own = list(takewhile(lambda row: len(row) == 5, below))[1:]
    return [(name, *shown) for name, _drawn, *shown in own]


def read_pptx(content):
    shapes = [
        shape for slide in pptx.Presentation(io.BytesIO(content)).slides for shape in slide.shapes
    ]
    heads = [_("Change"), _("Score"), _("Questions")]
    tables = [[[c.text for c in row.cells] for row in s.table.rows] for s in shapes if s.has_table]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    names = [list(c.plots[0].categories) for c in charts if c.chart_type.name == "BAR_STACKED"]
    beside = [rows for head, *rows in tables if head == heads]
    alone = [rows for head, *rows in tables if head == [_("Step"), *heads]]
    drawn = [
        (name, *row)
        for own, rows in zip(names, beside, strict=True)
        for name, row in zip(own, rows, strict=True)
    ]
    return drawn or [tuple(row) for rows in alone for row in rows]


WAYS = {
    "html": read_html,
    "md": read_md,
    "json": read_json,
    "xlsx": read_xlsx,
    "docx": read_docx,
    "pptx": read_pptx,
}

"""What a reader finds in a report, read back from each format in the digits that it shows."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, takewhile
from operator import itemgetter

import docx
import lxml.html
import openpyxl
import pptx
from markdown_it import MarkdownIt

from assess.language.forms import date
from assess.language.messages import _
from assess.report import numbers
from assess.scoring.means import share, weighted_mean

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MOST = 3


@dataclass(frozen=True)
class Found:
    """What is read of a report; None stands for what a format does not show.

    `dimensions` are (title, score, coverage), `targets` (title, level, target, gap), `actions` the
    most urgent ones with their owners and dates.
    """

    dimensions: list[tuple[str, str, str]]
    actions: list[tuple[str, str]]
    verdict: str | None = None
    overall: tuple[str, str] | None = None
    targets: list[tuple[str, str, str, str]] | None = None


def said(report):
    """Return what every format has to say."""
    return Found(
        dimensions=[(row.title, row.score, row.coverage) for row in report.rows],
        actions=[(step.action, step.asked) for step in report.decisions],
        verdict=report.verdict,
        overall=(report.hero.score, report.hero.level),
        targets=[(row.title, row.level, row.target, row.gap) for row in report.rows],
    )


# ------------------------------------------------------------------------------------------- HTML


def read_html(content):
    page = lxml.html.document_fromstring(content.decode())
    rows = page.xpath("//section[@id='s-profile']//tbody/tr")
    cells = [(_text(row, "th"), _text(row, "td/b"), _text(row, "td[last()]")) for row in rows]
    gaps = {
        _text(row, "th"): _text(row, "td[last()]")
        for row in page.xpath("//section[@id='s-gaps']//tbody/tr")
    }
    return Found(
        dimensions=cells,
        actions=[
            (_text(entry, "a"), _text(entry, "span"))
            for entry in page.xpath("//section[@class='ask']/ol/li[span]")
        ],
        verdict=_text(page, "//h1"),
        overall=(
            _text(page, "//p[@class='big']/a"),
            _text(page, "//p[@class='lev']"),
        ),
        targets=[
            (
                _text(row, "th"),
                row.xpath("td[@class='lv']/text()")[0].replace("\N{NO-BREAK SPACE}", " "),
                _text(row, "td[last()-1]"),
                gaps[_text(row, "th")],
            )
            for row in rows
        ],
    )


def _text(element, path):
    return element.xpath(path)[0].text_content().strip()


# ----------------------------------------------------------------------------------------- tables


def read_csv(content):
    rows = table_of(content)
    each = [
        list(group)
        for _key, group in groupby(
            (row for row in rows if row["companion"] == "false"), itemgetter("dimension_id")
        )
    ]
    actions = [
        re.fullmatch(r"(\d+) (.*) \((.*)\)", action, re.DOTALL).groups()
        for row in rows
        for action in filter(None, row["actions"].split(" | "))
    ]
    urgent = sorted(actions, key=lambda action: int(action[0]))[:MOST]
    return Found(
        dimensions=[_dimension(group) for group in each],
        actions=[(action, asked) for _number, action, asked in urgent],
    )


def table_of(content):
    """Return the rows of a CSV file by their heads."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def _dimension(rows):
    applicable = [row for row in rows if row["state"] != "not-applicable"]
    pairs = [(_number(row["value"]), Fraction(row["weight"])) for row in applicable]
    score, coverage = weighted_mean(pairs), share(pairs)
    return rows[0]["dimension"], numbers.score(score), numbers.percent(coverage)


def _number(cell):
    return None if cell in {"", None} else Fraction(str(cell))


def read_xlsx(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    summary, dimensions = book.worksheets[:2]
    told = [row for row in summary.iter_rows(min_row=5, values_only=True) if any(row)]
    score, level = next(
        (value, words) for label, value, words in told if label and value is not None
    )
    rows = [row[:9] for row in dimensions.iter_rows(min_row=2, values_only=True)]
    own = list(takewhile(itemgetter(0), rows))
    plan = [row for sheet in book if sheet.tables for row in sheet.iter_rows(2, values_only=True)]
    return Found(
        dimensions=[
            (title, numbers.score(_number(score)), numbers.percent(_number(coverage)))
            for _place, title, score, _evidenced, coverage, *_rest in own
        ],
        actions=[
            (action, _("{owner}, by {date}", owner=owner, date=date(due)))
            for _place, action, owner, due, *_rest in plan[:MOST]
        ],
        verdict=told[0][2],
        overall=(score if score == numbers.NONE else numbers.score(_number(score)), level),
        targets=[
            (
                title,
                f"{level or ''} {name}".strip(),
                numbers.NONE if target is None else str(target),
                numbers.gap(_number(gap)),
            )
            for _place, title, _s, _e, _c, level, name, target, gap in own
        ],
    )


def read_json(content):
    report = json.loads(content)
    rows = report["dimensions"]
    return Found(
        dimensions=[(row["title"], row["score"], row["coverage"]) for row in rows],
        actions=[(step["action"], step["asked"]) for step in report["actions"][:MOST]],
        verdict=report["verdict"],
        overall=(report["overall"]["score"], report["overall"]["level"]),
        targets=[(row["title"], row["level"], row["target"], row["gap"]) for row in rows],
    )


# --------------------------------------------------------------------------------------- Markdown


def read_md(content):
    tokens = MARKDOWN.parse(content.decode())
    since = any(len(row) > 7 for table in tables_of(tokens) for row in table)
    tables = [table for table in tables_of(tokens) if table[0][0] != _("Step")]
    profile, gaps = tables[1 + since :][:2]
    overall = next(text for text in texts_of(tokens, "list_item_open")).split(" · ")
    gap_of = {row[0]: row[-1] for row in gaps[1:]}
    return Found(
        dimensions=[(row[1], row[2], row[-1]) for row in profile[1:]],
        actions=[
            tuple(text.rsplit(" · ", 1))
            for text in texts_of(tokens, "list_item_open", ordered=True)
        ][:MOST],
        verdict=texts_of(tokens, "paragraph_open")[2],
        overall=(overall[1].split(" ")[0], overall[2]),
        targets=[(row[1], row[-3].split(" · ")[0], row[-2], gap_of[row[1]]) for row in profile[1:]],
    )


def tables_of(tokens):
    """Return the tables as rows of the texts of their cells."""
    starts = [place for place, token in enumerate(tokens) if token.type == "table_open"]
    return [_rows(tokens[start : _end(tokens, start, "table_close")]) for start in starts]


def _rows(tokens):
    starts = [place for place, token in enumerate(tokens) if token.type == "tr_open"]
    return [
        [plain(t) for t in tokens[start : _end(tokens, start, "tr_close")] if t.type == "inline"]
        for start in starts
    ]


def _end(tokens, start, kind):
    return next(place for place in range(start, len(tokens)) if tokens[place].type == kind)


def texts_of(tokens, opened, *, ordered=False):
    """Return the texts that directly follow tokens of the type *opened*."""
    skip = 2 if opened == "list_item_open" else 1
    return [
        plain(tokens[place + skip])
        for place, token in enumerate(tokens)
        if token.type == opened and (not ordered or token.info)
    ]


def plain(inline):
    """Return what a reader sees of the text in a token."""
    return "".join(
        "\n" if child.type == "softbreak" else child.content for child in inline.children
    )


READERS = {
    "html": read_html,
    "md": read_md,
    "json": read_json,
    "csv": read_csv,
    "xlsx": read_xlsx,
}


# ------------------------------------------------------------------------------------ Word, slides


def read_docx(content):
    document = docx.Document(io.BytesIO(content))
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    profile, gaps = rows_under(tables, _("Coverage")), rows_under(tables, _("Gap"))
    _label, score, level, *_more = tables[0][0][0].split("\n")
    return Found(
        dimensions=[(r[_("Dimension")], r[_("Score")], r[_("Coverage")]) for r in profile],
        actions=[tuple(text.rsplit("\n", 1)) for text in _styled(document, "List Number")],
        verdict=_styled(document, "Title")[0],
        overall=(score.split(" ")[0], level),
        targets=_targets(profile, {row[_("Dimension")]: row[_("Gap")] for row in gaps}),
    )


def _styled(document, name):
    return [p.text for p in document.paragraphs if p.style.name == name]


def rows_under(tables, head):
    """Return the rows of the tables of dimensions that have the *head*, by their heads."""
    return [
        {name: cell.partition("\n")[0] for name, cell in zip(heads, row, strict=True)}
        for heads, *rows in tables
        for row in rows
        if {head, _("Target")} <= set(heads)
    ]


def _targets(profile, gaps):
    return [
        (row[_("Dimension")], row[_("Level")], row[_("Target")], gaps[row[_("Dimension")]])
        for row in profile
    ]


def read_pptx(content):
    slides = pptx.Presentation(io.BytesIO(content)).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    tables = [_cells(shape) for shape in shapes if shape.has_table]
    profile = rows_under(tables, _("Coverage"))
    texts = [shape.text_frame.text.split("\n") for shape in shapes if shape.has_text_frame]
    of = re.compile(_("of {most}", most=".*"))
    scores = [(t[0], t[2]) for t in texts if len(t) > 2 and of.fullmatch(t[1])]
    heads = {_("Owner"), _("Priority")}
    actions = [row for head, *rows in tables for row in rows if heads <= set(head)]
    return Found(
        dimensions=[(r[_("Dimension")], r[_("Score")], r[_("Coverage")]) for r in profile],
        actions=[
            (row[1], _("{owner}, by {date}", owner=row[2], date=row[3].partition("\n")[0]))
            for row in actions[:MOST]
        ],
        verdict=slides[0].shapes.title.text,
        overall=scores[0] if scores else None,  # no slide where nothing is answered
        targets=_targets(profile, dict(pair for slide in slides for pair in _gaps(slide))),
    )


def _cells(shape):
    return [[cell.text for cell in row.cells] for row in shape.table.rows]


def _gaps(slide):
    """Return titles with gaps; where there is a chart beside the table, the titles stand in it."""
    tables = [_cells(shape) for shape in slide.shapes if shape.has_table]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    rows = [row for head, *rows in tables for row in rows if head[-1] == _("Gap")]
    titles = [title for chart in charts for title in chart.plots[0].categories]
    named = titles or [row[0] for row in rows]
    return zip(named, (row[-1] for row in rows), strict=True) if rows else ()


READERS["docx"] = read_docx
READERS["pptx"] = read_pptx

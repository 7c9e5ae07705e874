"""A workbook that is being written: its styles, its sheets, how they are printed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from assess.language.forms import decimal
from assess.model.colour import ink
from assess.report.workbook import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from assess.report.look import Look
    from assess.report.workbook.cells import Value

A4: Final = 9
FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Before it Excel's calendar is another, or has no days."""

INK: Final = "#16202e"
SOFT: Final = "#4d5a6a"
LINE: Final = "#d9dee5"


class Column(NamedTuple):
    """A column of a table: its head, its width in letters, and the style of its cells."""

    title: str
    width: float
    style: str = "text"


class Cell(NamedTuple):
    """What a cell shows, in which style."""

    value: Value
    style: str


class About(NamedTuple):
    """What the properties of a file say of it; `day` is when it was made."""

    title: str
    subject: str
    author: str
    day: dt.date


class Book:
    """Writes sheets to a file, in the colours of a look."""

    def __init__(self, file: Workbook, about: About, look: Look) -> None:
        self.file = file
        self.accent = look.palette.accent
        self.confidentiality = look.confidentiality
        styles = {
            name: self.file.add_format({"valign": "top", "font_color": INK, **style})
            for name, style in _styles(look).items()
        }
        self._styles = styles
        self.head = styles["head"]
        self.file.set_properties(_properties(about, look))

    def sheet(self, title: str, widths: Sequence[float]) -> Worksheet:
        """Return a new sheet that prints on A4 across, as wide as the page."""
        taken = [sheet.get_name() for sheet in self.file.worksheets()]
        sheet = self.file.add_worksheet(cells.sheet_name(title, taken))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        footer = f"&L{cells.footer(self.confidentiality)}&R&P / &N"
        sheet.set_footer(footer, {"scale_with_doc": False})
        return sheet

    def table(
        self, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]
    ) -> Worksheet:
        """Return a new sheet with a head that stays in sight, and *rows* below it."""
        sheet = self.sheet(title, [column.width for column in columns])
        self.rows(sheet, 0, columns, rows)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def rows(
        self,
        sheet: Worksheet,
        top: int,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Value]],
    ) -> int:
        """Write a head at row *top* (from 0) and *rows* below it; return the first row after."""
        widths = [column.width for column in columns]
        heads = [Cell(column.title, "head") for column in columns]
        styled = ([Cell(v, c.style) for c, v in zip(columns, row, strict=True)] for row in rows)
        below = top
        for cells_of_row in (heads, *styled):
            self.row(sheet, below, cells_of_row, widths)
            below += 1
        return below

    def row(
        self, sheet: Worksheet, row: int, shown: Sequence[Cell], widths: Sequence[float]
    ) -> None:
        """Write one row from the first column on, as high as its text needs."""
        sheet.set_row(row, cells.height((c.value, w) for c, w in zip(shown, widths, strict=True)))
        for place, cell in enumerate(shown):
            self.put(sheet, row, place, cell.value, cell.style)

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, style: str) -> None:
        """Write one cell as what it is: text is never read as a formula, a number or a link."""
        if isinstance(value, cells.Within):
            value, style = value.change, style.replace("change", "within")
        shown = self._styles[style]
        if value is None or value == "":
            sheet.write_blank(row, column, None, shown)
        elif isinstance(value, str):
            sheet.write_string(row, column, cells.text(value), shown)
        elif isinstance(value, dt.date) and value < FIRST_DAY:
            sheet.write_string(row, column, value.isoformat(), shown)
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, column, value, shown)
        else:
            sheet.write_number(row, column, float(value), shown)


def _styles(look: Look) -> Mapping[str, Mapping[str, Any]]:
    line = {"bottom": 1, "bottom_color": LINE}
    number = {**line, "align": "center"}
    accent = look.palette.accent
    head = {"bold": True, "bg_color": accent, "font_color": ink(accent)}
    shown = {
        "score": "0.0",
        "share": "0%",
        "gap": f'[=0]0.0;[<0.05]"< {decimal("0.1")}";0.0',
        "change": '"▲ "0.0;"▼ "0.0;"±"0.0',
        "within": '"≈ +"0.0;"≈ \N{MINUS SIGN}"0.0',
        "exactly": "0.00",
        "change exactly": '"▲ "0.00;"▼ "0.00;"±"0.00',
        "within exactly": '"≈ +"0.00;"≈ \N{MINUS SIGN}"0.00',
        "unrounded": "0.000000",
    }
    left = {"bold": True, "align": "left", "text_wrap": True}
    return {
        "head": {**head, "text_wrap": True, "border": 1, "border_color": LINE},
        "text": {**line, "text_wrap": True},
        "strong": {**line, "text_wrap": True, "bold": True},
        "over": line,
        "date": {**line, "align": "left", "num_format": "d mmm yyyy"},
        "number": number,
        **{name: {**number, "num_format": code} for name, code in shown.items()},
        "title": {"bold": True, "font_size": 18, "font_color": accent},
        "verdict": {"bold": True, "font_size": 14, "text_wrap": True},
        "plain": {"text_wrap": True},
        "soft": {"font_color": SOFT},
        "label": {"bold": True, "text_wrap": True, "font_color": accent},
        "left": left,
        **{f"left {name}": {**left, "num_format": code} for name, code in shown.items()},
    }


def _properties(about: About, look: Look) -> Mapping[str, object]:
    named = {
        "title": about.title,
        "subject": about.subject,
        "author": look.by or about.author,
        "company": look.branding.consultancy,
        "comments": look.confidentiality,
    }
    made = dt.datetime.combine(max(about.day, FIRST_DAY), dt.time())
    return {**{key: cells.property_of_file(told) for key, told in named.items()}, "created": made}

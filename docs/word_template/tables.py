"""The tables of a Word template. Their heads come again on each page and rows are not split."""

from __future__ import annotations

from typing import Final, NamedTuple

from word_template.marks import Part, paragraph, run, runs, when

MILLIMETRE: Final = 1440 / 25.4
"""Twentieths of a point, in which Word measures."""

WIDTH: Final = 174
"""The width of a page between its margins, in millimetres."""

HEADS: Final = {"TableText": "TableHead", "TableNumber": "NumberHead"}
"""The style of the head of a column, by the style of what stands below."""

HEADED, PLAIN = "0420", "0400"
"""Which rows have a look of their own: the first, or none."""

BAND: Final = "EEF1F5"


class Column(NamedTuple):
    """A column: what stands at its head and in each row, its width, and when it is there.

    `below` are further paragraphs in the cell, each with the condition for it, if there is one.
    """

    head: str
    parts: tuple[Part, ...]
    width: float
    style: str = "TableText"
    condition: str = ""
    below: tuple[tuple[str, Part], ...] = ()


Columns = tuple[Column, ...]


def table(  # noqa: PLR0913  a table, and the rows around its loop
    columns: Columns,
    loop: str,
    *,
    words: str,
    first: Columns | None = None,
    last: tuple[str, Columns] | None = None,
    long: bool = False,
) -> str:
    """Return a table with a row for each turn of a *loop*; *words* are for who does not see it.

    *first* are the columns of one more row above; *last* is an assignment such as
    `pair = pairs[-1]` for one more row below, and its columns. A table that is not *long* stays on
    one page with the paragraph below it.
    """
    rows = _head(columns) + (_row(first) if first else "")
    rows += _around(f"for {loop}", _row(columns), columns)
    rows += _around(f"with {last[0]}", _row(last[1]), columns) if last else ""
    rows = rows if long else rows.replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    return _table("ReportTable", [c.width for c in columns], rows, words=words)


def banded(columns: Columns, outer: str, band: tuple[Part, ...], inner: str, *, words: str) -> str:
    """Return a table with rows in groups: a *band* over each turn of the *outer* loop."""
    form = '<w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr>'
    wide = _wide_cell(f"<w:p>{form}{runs(*band)}</w:p>", columns, BAND)
    group = _whole(wide) + _around(f"for {inner}", _row(columns), columns)
    rows = _head(columns) + _around(f"for {outer}", group, columns)
    return _table("ReportTable", [c.width for c in columns], rows, words=words)


def beside(loop: str, first: tuple[Part, ...], second: tuple[Part, ...]) -> str:
    """Return a table without lines that has two paragraphs beside each other in each row."""
    columns = tuple(Column("", parts, WIDTH / 2) for parts in (first, second))
    rows = _around(f"for {loop}", _row(columns), columns)
    return _table("Beside", [c.width for c in columns], rows, look=PLAIN)


def named_rows(*rows: tuple[str, str, tuple[Part, ...]]) -> str:
    """Return a table of names and what they stand for, each with the tag around it, if any."""
    told, widths = [], (38, WIDTH - 38)
    for tag, name, parts in rows:
        filled = (Column("", ((name, "Soft"),), widths[0]), Column("", parts, widths[1]))
        told.append(_around(tag, _row(filled), filled) if tag else _row(filled))
    return _table("ReportTable", widths, "".join(told), look=PLAIN)


def figures(first: str, loop: str, inside: str) -> str:
    """Return one row: the cell *first*, and one more for each turn of a *loop*."""
    return _in_a_row("Figures", (_cell(first, WIDTH / 5),), loop, inside)


def coloured(loop: str, colour: str, inside: str) -> str:
    """Return one row with a cell on the ground of a *colour* for each turn of a *loop*."""
    filled = inside.replace("<w:r>", f"{run(f'{{% cellbg {colour} %}}')}<w:r>", 1)
    return _in_a_row("Ladder", (), loop, filled)


def _in_a_row(style: str, before: tuple[str, ...], loop: str, inside: str) -> str:
    width = WIDTH / 5
    tags = [_cell(paragraph(f"{{%tc {tag} %}}"), width) for tag in (f"for {loop}", "endfor")]
    cells = (*before, tags[0], _cell(inside, width), tags[1])
    return _table(style, [width] * len(cells), _whole("".join(cells)), look=PLAIN)


def _head(columns: Columns) -> str:
    cells = "".join(_column(c, paragraph(c.head, style=HEADS[c.style])) for c in columns)
    return _whole(cells, "<w:tblHeader/>")


def _row(columns: Columns) -> str:
    return _whole("".join(_column(c, _filled(c)) for c in columns))


def _filled(column: Column) -> str:
    told = paragraph(*column.parts, style=column.style)
    for condition, part in column.below:
        below = paragraph(part, style=column.style)
        told += when(condition, below) if condition else below
    return told


def _column(column: Column, inside: str) -> str:
    cell = _cell(inside, column.width)
    if not column.condition:
        return cell
    tags = [paragraph(f"{{%tc {tag} %}}") for tag in (f"if {column.condition}", "endif")]
    return f"{_cell(tags[0], 1)}{cell}{_cell(tags[1], 1)}"


def _around(tag: str, rows: str, columns: Columns) -> str:
    """Return *rows* between the rows that hold only a *tag* and its end."""
    ends = (tag, f"end{tag.partition(' ')[0]}")
    before, after = (
        f"<w:tr>{_wide_cell(paragraph(f'{{%tr {end} %}}'), columns)}</w:tr>" for end in ends
    )
    return f"{before}{rows}{after}"


def _whole(cells: str, form: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{form}</w:trPr>{cells}</w:tr>"


def _cell(inside: str, width: float, form: str = "") -> str:
    measured = f'<w:tcW w:w="{_measure(width)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{measured}{form}</w:tcPr>{inside}</w:tc>"


def _wide_cell(inside: str, columns: Columns, ground: str = "") -> str:
    form = f'<w:gridSpan w:val="{len(columns)}"/>'
    form += f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return _cell(inside, WIDTH, form)


def _table(
    style: str,
    widths: tuple[float, ...] | list[float],
    rows: str,
    *,
    look: str = HEADED,
    words: str = "",
) -> str:
    grid = "".join(f'<w:gridCol w:w="{_measure(width)}"/>' for width in widths)
    told = f'<w:tblCaption w:val="{words}"/>' if words else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLook w:val="{look}"/>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _measure(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)

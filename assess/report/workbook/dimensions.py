"""The sheet of dimensions, with a chart of scores and targets that can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.messages import _
from assess.model.colour import ink
from assess.model.scorecard import DimensionResult
from assess.report.workbook import cells
from assess.report.workbook.book import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlsxwriter.chart import Chart

    from assess.model.comparison import Delta
    from assess.model.scorecard import Result
    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value

TITLE: Final = 1
SCORE: Final = 2
TARGET: Final = 7
"""The columns that the chart shows; the target's where levels are the values of the scale."""

TARGET_COLOUR: Final = "#a34d00"
GRID_COLOUR: Final = "#d9dee5"


class Line(NamedTuple):
    """One row: a dimension, or the whole."""

    number: int | None
    title: str
    result: Result
    level: str
    change: Delta | None
    remark: str


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*."""
    columns, values = zip(*_columns(report), strict=True)
    rows = list(zip(*values, strict=True))
    sheet = book.table(_("Dimensions"), columns, rows)
    sheet.freeze_panes(1, TITLE + 1)
    target = len(columns) - 1 if _own_values(report) else TARGET
    chart = _chart(book, sheet.get_name(), len(report.rows), target)
    chart.set_y_axis(_axis(report))
    sheet.insert_chart(
        len(rows) + 2,
        TITLE,
        chart,
        {"description": _("The same numbers stand in the table beside the chart.")},
    )


def _columns(report: Report) -> Iterator[tuple[Column, Sequence[Value]]]:
    """Yield the columns with their cells; the change only where there is an earlier cycle."""
    lines = list(_lines(report))
    yield Column("#", 5, "number"), [line.number for line in lines]
    yield Column(_("Dimension"), 34, "strong"), [line.title for line in lines]
    yield from _results(lines)
    if report.comparison:
        yield Column(_("Change"), 12, "change"), [cells.change(line.change) for line in lines]
    yield Column(_("Remark"), 40), [line.remark for line in lines]
    if _own_values(report):
        values = {step.level: step.value for step in report.card.scale}
        yield (
            Column(_("Target on the scale"), 14, "number"),
            [values.get(target or 0) for target in _targets(lines)],
        )


def _results(lines: Sequence[Line]) -> Iterator[tuple[Column, Sequence[Value]]]:
    """Yield the columns that every result has; the whole has no target."""
    results = [line.result for line in lines]
    gaps = [r.gap if isinstance(r, DimensionResult) else None for r in results]
    yield Column(_("Score"), 13, "score"), [r.score for r in results]
    yield Column(_("Evidenced score"), 17, "score"), [r.evidenced_score for r in results]
    yield Column(_("Coverage"), 12, "share"), [r.coverage for r in results]
    yield Column(_("Level"), 10, "number"), [r.level for r in results]
    yield Column(_("Level name"), 23), [line.level for line in lines]
    yield Column(_("Target"), 10, "number"), _targets(lines)
    yield Column(_("Gap"), 12, "gap"), gaps


def _targets(lines: Sequence[Line]) -> list[int | None]:
    results = [line.result for line in lines]
    return [r.target if isinstance(r, DimensionResult) else None for r in results]


def _lines(report: Report) -> Iterator[Line]:
    """Yield the dimensions, the whole, and the companions, which do not enter it."""
    card, comparison = report.card, report.comparison
    both = (*comparison.dimensions, *comparison.companions) if comparison else ()
    changes = {change.id: change.score for change in both}
    chapters = {chapter.row.id: chapter for chapter in report.chapters}
    lines = []
    for number, dimension in enumerate(card.every_dimension, 1):
        chapter = chapters[dimension.id]
        level = dimension.level_name or chapter.row.level
        remark = chapter.role or chapter.row.held
        change = changes.get(dimension.id)
        lines.append(Line(number, dimension.title, dimension, level, change, remark))
    own, overall = len(card.dimensions), card.overall
    level = overall.level_name or report.hero.level
    changed = comparison.overall if comparison else None
    yield from lines[:own]
    yield Line(None, _("Overall"), overall, level, changed, report.limit_reason)
    yield from lines[own:]


def _own_values(report: Report) -> bool:
    """Tell whether the scale has other values than the numbers of its levels."""
    return any(step.value != step.level for step in report.card.scale)


def _chart(book: Book, sheet: str, count: int, target: int) -> Chart:
    """Return columns of the scores with a mark at each target."""
    chart = book.file.add_chart({"type": "column"})
    marks = book.file.add_chart({"type": "line"})
    titles = [sheet, 1, TITLE, count, TITLE]
    chart.add_series(
        {
            "name": [sheet, 0, SCORE],
            "categories": titles,
            "values": [sheet, 1, SCORE, count, SCORE],
            "fill": {"color": book.accent},
            "gap": 80,
            "data_labels": {
                "value": True,
                "num_format": "0.0",
                "position": "inside_base",
                "font": {"color": ink(book.accent), "bold": True},
            },
        }
    )
    marks.add_series(
        {
            "name": [sheet, 0, TARGET],
            "categories": titles,
            "values": [sheet, 1, target, count, target],
            "line": {"none": True},
            "marker": {
                "type": "diamond",
                "size": 9,
                "fill": {"color": TARGET_COLOUR},
                "border": {"color": TARGET_COLOUR},
            },
        }
    )
    chart.combine(marks)
    chart.set_size({"width": 960, "height": 400})
    chart.set_legend({"position": "top"})
    chart.show_blanks_as("gap")
    return chart


def _axis(report: Report) -> Mapping[str, object]:
    values = [step.value for step in report.card.scale]
    return {
        "major_unit": None if _own_values(report) else 1,
        "min": min(values[0], 0),
        "max": values[-1],
        "major_gridlines": {"visible": True, "line": {"color": GRID_COLOUR}},
        "line": {"none": True},
    }

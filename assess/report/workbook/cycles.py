"""The sheets of several cycles: scores with a line chart, bridges, and every question's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.comparison import PART_NAMES
from assess.report.moves import APART, ARROW, GROUPS, STAYED
from assess.report.workbook import cells
from assess.report.workbook.book import Column
from assess.scoring.wording import basis_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from assess.model.comparison import Bridge
    from assess.model.trend import Trend
    from assess.report.compared.cycles import Cycles
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value

BEFORE_SCORES = 5
"""So many columns say what a cycle is; scores stand after them."""


def write(book: Book, cycles: Cycles) -> None:
    """Add the sheets to *book*."""
    trend = cycles.trend
    columns = (
        Column(_("Cycle"), 16, "strong"),
        Column(_("Date"), 14, "date"),
        Column(_("Questionnaire"), 16),
        Column(_("Level"), 10, "number"),
        Column(_("Coverage"), 12, "share"),
        Column(_("Overall"), 12, "score"),
        *(Column(title, 16, "score") for title in trend.titles.values()),
    )
    sheet = book.table(_("Trend"), columns, list(_scores(trend)))
    sheet.freeze_panes(1, 1)
    _draw(book, sheet, len(trend.cycles), len(columns))
    _write_bridges(book, trend)
    _write_questions(book, trend)
    if trend.relapses:
        _write_relapses(book, trend)


def _scores(trend: Trend) -> Iterator[Sequence[Value]]:
    for cycle in trend.cycles:
        yield (
            cycle.cycle,
            cycle.date,
            cycle.version,
            cycle.level,
            cycle.coverage,
            cycle.score,
            *(cycle.dimensions.get(name) for name in trend.titles),
        )


def _draw(book: Book, sheet: Worksheet, count: int, columns: int) -> None:
    """Put a chart with a line for each dimension and a thick one for the whole below the table."""
    chart, name = book.file.add_chart({"type": "line"}), sheet.get_name()
    for place in range(BEFORE_SCORES, columns):
        whole = place == BEFORE_SCORES
        line = {"color": book.accent, "width": 3.5} if whole else {"width": 1.25}
        chart.add_series(
            {
                "name": [name, 0, place],
                "categories": [name, 1, 0, count, 0],
                "values": [name, 1, place, count, place],
                "line": line,
                "marker": {"type": "circle", "size": 6 if whole else 3},
            }
        )
    chart.set_size({"width": 960, "height": 400})
    chart.set_legend({"position": "right"})
    chart.show_blanks_as("gap")
    told = _("The same numbers stand in the table beside the chart.")
    sheet.insert_chart(count + 2, 0, chart, {"description": told})


def _write_bridges(book: Book, trend: Trend) -> None:
    columns = (
        Column(_("Cycle"), 26, "strong"),
        Column(_("Score"), 12, "exactly"),
        *(Column(_(name), 18, "change exactly") for name in PART_NAMES.values()),
        Column(_("Change"), 14, "change exactly"),
        Column(_("Score"), 12, "exactly"),
        Column(_("Like for like"), 16, "change"),
        Column(_("Questions"), 14),
    )
    rows = [
        (
            *_bridged(f"{stage.before}{ARROW}{stage.after}", stage.bridge),
            cells.change(stage.like_for_like),
            basis_in_words(stage.like_for_like),
        )
        for stage in trend.stages
    ]
    if trend.bridge:
        rows.append((*_bridged(_("Together"), trend.bridge), None, ""))
    book.table(_("Bridges"), columns, rows).freeze_panes(1, 1)


def _bridged(name: str, bridge: Bridge) -> Sequence[Value]:
    parts = {part.kind: part.change for part in bridge.parts}
    return (name, bridge.before, *map(parts.get, PART_NAMES), bridge.change, bridge.after)


def _write_questions(book: Book, trend: Trend) -> None:
    columns = (
        Column(_("Cycle"), 26),
        Column("#", 30),
        Column(_("Question"), 44, "strong"),
        Column(_("Dimension"), 30),
        Column(_("Before"), 12, "number"),
        Column(_("After"), 12, "number"),
        Column(_("Change"), 18),
        Column(_("Reason"), 40),
    )
    rows = list(_questions(trend))
    sheet = book.table(_("Questions"), columns, rows)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _questions(trend: Trend) -> Iterator[Sequence[Value]]:
    groups = {"stayed": STAYED, **{name: title for name, title, _tone in GROUPS}}
    for step in trend.steps:
        name = f"{step.before.cycle}{ARROW}{step.after.cycle}"
        for change in step.questions:
            yield (
                name,
                change.id,
                change.title,
                trend.titles.get(change.dimension, change.dimension),
                change.before,
                change.after,
                _(groups.get(change.movement, APART[0])),
                change.reason,
            )


def _write_relapses(book: Book, trend: Trend) -> None:
    columns = (
        Column("#", 30),
        Column(_("Question"), 44, "strong"),
        Column(_("Dimension"), 30),
        Column(_("Cycle"), 16),
        *(Column(name, 12, "number") for name in (_("Before"), _("Then"), _("After"))),
    )
    rows = [
        (r.question, r.title, trend.titles.get(r.dimension, r.dimension), r.cycle, *r.levels)
        for r in trend.relapses
    ]
    book.table(_("Rose and fell again"), columns, rows)

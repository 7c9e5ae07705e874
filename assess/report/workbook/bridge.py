"""The way from the earlier score to the later one, in the sheet of what changed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.report.bridge import difference, parts
from assess.report.workbook.book import Column
from assess.report.workbook.cells import Within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from assess.model.comparison import Comparison
    from assess.report.changes import Since
    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value

WIDTHS: Final = (44, 12, 12, 22, 14, 0)
STYLES: Final = ("strong", "change exactly", "exactly", "unrounded", "number", "over")


def write(book: Book, sheet: Worksheet, top: int, report: Report) -> int:
    """Write the bridge from row *top* on; return the first free row that leaves one between."""
    since, comparison = report.since, report.comparison
    if since is None or comparison is None:
        return top
    book.put(sheet, top, 0, since.bridge.told, "soft")
    if not since.bridge.chart:
        return top + 2
    names = (_("Step"), _("Change"), _("Score"), _("Unrounded"), _("Questions"), "")
    columns = [Column(*column) for column in zip(names, WIDTHS, STYLES, strict=True)]
    below = book.rows(sheet, top + 1, columns, _rows(since, comparison))
    book.put(sheet, below, 0, since.bridge.note, "soft")
    return below + 2


def _rows(since: Since, comparison: Comparison) -> Iterator[Sequence[Value]]:
    """Yield the score before, each step, and the score after all.

    Changes are those of the other formats, which add up as they are shown, and the exact ones.
    """
    found, way = comparison.bridge, since.bridge
    yield (since.before, None, found.before, None, None, "")
    for step, (part, change) in zip(way.steps, parts(found), strict=True):
        moved = None if change is None else float(change)
        count = len(part.questions) or None
        names = step.took if step.questions else ""
        yield (step.name, moved, part.score, part.change, count, names)
    whole = Fraction(difference(found))
    within = way.whole is not None and way.whole.direction == "within"
    shown = Within(whole) if within else whole
    yield (since.after, shown, found.after, found.change, None, "")

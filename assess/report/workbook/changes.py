"""The sheet of what changed since the earlier cycle: dimensions, the bridge, then questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.report.moves import (
    APART,
    ARROW,
    BESIDE,
    GROUPS,
    RELAPSED,
    STAYED,
    reason_of,
    relapsed,
    widest_first,
)
from assess.report.workbook import bridge, cells
from assess.report.workbook.book import Column
from assess.scoring import years
from assess.scoring.wording import basis_in_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from assess.model.comparison import Comparison, QuestionChange
    from assess.report.changes import Since
    from assess.report.report import Report
    from assess.report.workbook.book import Book
    from assess.report.workbook.cells import Value


def write(book: Book, report: Report) -> None:
    """Add the sheet to *book*; the report has an earlier cycle."""
    since, comparison = report.since, report.comparison
    if since is None or comparison is None:
        return
    scores = _columns(since)
    sheet = book.sheet(_("Changes"), [column.width for column in scores])
    top = book.rows(sheet, 0, scores, _scores(comparison)) + 1
    book.put(sheet, top, 0, since.version, "soft")
    top = bridge.write(book, sheet, top + 2, report)
    columns = (
        Column(_("Question"), 44, "strong"),
        Column(since.before, 12, "number"),
        Column(since.after, 12, "number"),
        Column(_("Change"), 22),
        Column(_("Reason"), 0, "over"),
    )
    below = book.rows(sheet, top, columns, _questions(report, comparison))
    sheet.repeat_rows(top)
    sheet.autofilter(top, 0, below - 1, len(columns) - 1)


def _columns(since: Since) -> Sequence[Column]:
    level, like = _("Level"), _("Like for like")
    return (
        Column(_("Dimension"), 44, "strong"),
        Column(since.before, 12, "score"),
        Column(since.after, 12, "score"),
        Column(_("Change"), 22, "change"),
        Column(f"{level}\n{since.before}", 14, "number"),
        Column(f"{level}\n{since.after}", 14, "number"),
        Column(f"{like}\n{since.before}", 14, "score"),
        Column(f"{like}\n{since.after}", 14, "score"),
        Column(f"{like}\n{_('Change')}", 14, "change"),
        Column(_("Questions"), 14),
    )


def _scores(comparison: Comparison) -> Iterator[Sequence[Value]]:
    """Yield the dimensions, and the whole as the last row."""
    whole = (
        _("Overall"),
        comparison.overall,
        comparison.like_for_like,
        comparison.before_level,
        comparison.after_level,
    )
    each = (
        (d.title, d.score, d.like_for_like, d.before_level, d.after_level)
        for d in comparison.dimensions
    )
    for title, score, like, level_before, level_after in (*each, whole):
        yield (
            title,
            score.before,
            score.after,
            cells.change(score),
            level_before,
            level_after,
            like.before,
            like.after,
            cells.change(like),
            basis_in_words(like),
        )


def _questions(report: Report, comparison: Comparison) -> Iterator[Sequence[Value]]:
    """Yield every question of either side, with what happened to it or why it is left out.

    They come in the order of the other formats: relapses, falls, rises, then the others.
    """
    named = dict(_groups(comparison))
    again = relapsed(report.card, comparison)
    grouped = [(_group(change, again), change) for change in comparison.questions]
    for group, title in named.items():
        for change in widest_first(one for found, one in grouped if found == group):
            levels = ARROW.join(map(str, again[change.id])) if group == "relapsed" else ""
            yield (change.title, change.before, change.after, _(title), levels or reason_of(change))


def _groups(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the groups in their order, with their titles."""
    yield "relapsed", RELAPSED[0]
    for movement, title, _tone in BESIDE if years.another(comparison) else GROUPS:
        yield movement, title
    yield "apart", APART[0]
    yield "stayed", STAYED


def _group(change: QuestionChange, again: Container[str]) -> str:
    if change.reason:
        return "apart"
    return "relapsed" if change.movement == "fell" and change.id in again else change.movement

"""The slide of the way from one score to the other: a waterfall, and its numbers beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from assess.language.messages import _
from assess.report import years
from assess.report.bridge import DIGITS, parts
from assess.report.moves import BESIDE, GROUPS
from assess.report.numbers import marked
from assess.report.slides import plots
from assess.report.slides.bars import add_steps
from assess.report.slides.charts import Series
from assess.report.slides.grids import Cell, Column, Row, grids
from assess.report.slides.tables import add_table
from assess.scoring.means import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.comparison import Comparison
    from assess.report.changes import Since
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck

SHARES: Final = (0.58, 0.42)
"""The width of the bars and of the numbers beside them."""

GAP: Final = 12.0
SIZES: Final = (12, 11, 10)

Stacked: TypeAlias = tuple[Fraction | None, Fraction | None, Fraction | None]
"""The lower end of a step, how far it rises, and how far it falls."""


def add_bridge(deck: Deck, section: Section) -> None:
    """Add the waterfall; on a scale with values below zero, which would turn it, the numbers alone.

    Where one side has no score there is no slide.
    """
    since, comparison = deck.report.since, deck.report.comparison
    if since is None or comparison is None or not since.bridge.chart:
        return
    page = deck.page(section, title=since.bridge.told)
    rows = list(_rows(since))
    names, lines = [row.cells[0].text for row in rows], [row.said for row in rows]
    if plots.levels(deck.report)[0] < 0:
        columns = [Column(_("Step"), widest=260), *_columns()]
        grid = grids(columns, rows, room=deck.main.width, high=deck.main.height, sizes=SIZES)[0]
        add_table(page.slide, deck.main.left, deck.main.top, grid, alt=since.bridge.told)
    else:
        room = deck.main.above(plots.height(len(rows), deck.main.height))
        left, right = room.columns(*SHARES, gap=GAP)
        shown = plots.plot(deck, names, _series(comparison), [since.bridge.told, *lines])
        add_steps(page.slide, left, shown._replace(digits=DIGITS))
        beside = [row._replace(cells=row.cells[1:]) for row in rows]
        grid = plots.beside(_columns(), beside, right)
        add_table(page.slide, right.left, right.top, grid, alt=since.bridge.told)
    page.remark(since.bridge.note)
    page.note([since.bridge.told, *lines, since.bridge.note])


def _rows(since: Since) -> Iterator[Row]:
    """Yield the ends and the steps between them: what it is, change, score and questions."""
    way = since.bridge
    ends = (since.before, "", way.before, ""), (since.after, marked(way.whole), way.after, "")
    steps = [(one.name, marked(one.change), one.score, one.took) for one in way.steps]
    for name, change, score, took in (ends[0], *steps, ends[1]):
        cells = (Cell(name), Cell(change), Cell(score, bold=not took), Cell(took))
        said = ", ".join(filter(None, (change, score, took)))
        yield Row(cells, said=f"{name}: {said}")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Change"), number=True),
        Column(_("Score"), number=True),
        Column(_("Questions"), share=1),
    )


def _series(comparison: Comparison) -> tuple[Series, ...]:
    """Return the ends, and each step upon a bar that reaches to its lower end."""
    found = comparison.bridge
    before, after = (_rounded(found.before), _rounded(found.after))
    steps = list(_steps(before, [_rounded(one.part.score) for one in parts(found)]))
    none = (None,) * len(steps)
    names = {
        move: _(title) for move, title, _tone in (BESIDE if years.another(comparison) else GROUPS)
    }
    low, rose, fell = zip(*steps, strict=True) if steps else ((), (), ())
    return (
        Series("base", _("Score"), (None, *low, None)),
        Series("before", years.before(comparison), (before, *none, None)),
        Series("rose", names["rose"], (None, *rose, None)),
        Series("fell", names["fell"], (None, *fell, None)),
        Series("now", years.after(comparison), (None, *none, after)),
    )


def _steps(last: Fraction | None, scores: Sequence[Fraction | None]) -> Iterator[Stacked]:
    """Yield for each step its lower end, and how far it rises or falls."""
    for score in scores:
        if score is None or last is None:
            yield None, None, None
            continue
        change = score - last
        yield min(last, score), max(change, Fraction(0)) or None, max(-change, Fraction(0)) or None
        last = score


def _rounded(score: Fraction | None) -> Fraction | None:
    return None if score is None else Fraction(rounded(score, DIGITS))

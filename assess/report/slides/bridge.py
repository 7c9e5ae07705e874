"""The slide of the way from one score to the other: a waterfall, and its numbers beside it."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Final, TypeAlias

from assess.language.messages import _
from assess.report import numbers
from assess.report.bridge import parts
from assess.report.moves import BESIDE, GROUPS
from assess.report.slides import plots
from assess.report.slides.bars import add_steps
from assess.report.slides.charts import Series
from assess.report.slides.grids import Cell, Column, Row, grids
from assess.report.slides.letters import lines, plain
from assess.report.slides.paragraphs import BAD, GOOD, INK
from assess.report.slides.tables import add_table
from assess.scoring import years
from assess.scoring.means import rounded
from assess.scoring.wording import BRIDGE_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.comparison import Comparison
    from assess.report.changes import Since
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck
    from assess.report.slides.paragraphs import Colour

SHARES: Final = (0.58, 0.42)
"""The width of the bars and of the numbers beside them."""

NAMES: Final = 0.62
"""How much of the width beside the bars the questions have."""

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
    if plots.levels(deck.report)[0] < 0:
        _add_numbers(deck, section, since)
    else:
        _add_steps(deck, section, since, comparison)


def _add_numbers(deck: Deck, section: Section, since: Since) -> None:
    way, rows = since.bridge, list(_rows(since))
    columns = [Column(_("Step"), widest=260), *_columns()]
    shown = grids(columns, rows, room=deck.main.width, high=deck.main.height, sizes=SIZES)
    for number, grid in enumerate(shown, 1):
        page = deck.page(section, title=way.told, number=number)
        add_table(page.slide, deck.main.left, deck.main.top, grid, alt=way.told)
        page.remark(way.note)
        page.note([way.told, *(row.said for row in grid.rows), way.note])


def _add_steps(deck: Deck, section: Section, since: Since, comparison: Comparison) -> None:
    way, rows = since.bridge, list(_rows(since))
    names, told = [row.cells[0].text for row in rows], [way.told, *(row.said for row in rows)]
    room = deck.main.above(plots.height(len(rows), deck.main.height))
    left, right = room.columns(*SHARES, gap=GAP)
    page = deck.page(section, title=way.told)
    shown = plots.plot(deck, names, _series(comparison), told)
    add_steps(page.slide, left, shown._replace(digits=BRIDGE_DIGITS))
    beside = [row._replace(cells=row.cells[1:]) for row in _rows(since, room=right.width * NAMES)]
    grid = plots.beside(_columns(), beside, right)
    add_table(page.slide, right.left, right.top, grid, alt=way.told)
    page.remark(way.note)
    page.note([*told, way.note])


def _rows(since: Since, *, room: float = inf) -> Iterator[Row]:
    """Yield the ends and the steps; questions whose names need more than *room* are counted."""
    way = since.bridge
    yield _row(since.before, "", way.before, "")
    for one in way.steps:
        took = one.took if lines(plain(one.took), room, SIZES[0]) <= 1 else one.counted
        yield _row(one.name, numbers.marked(one.change), one.score, took, _colour(one.change))
    yield _row(since.after, numbers.marked(way.whole), way.after, "", _colour(way.whole))


def _row(name: str, change: str, score: str, took: str, colour: Colour = INK) -> Row:
    cells = (Cell(name), Cell(change, colour=colour), Cell(score), Cell(took))
    return Row(cells, said=f"{name}: {', '.join(filter(None, (change, score, took)))}")


def _colour(change: numbers.Change | None) -> Colour:
    return {"up": GOOD, "down": BAD}.get(change.direction if change else "", INK)


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
    return None if score is None else Fraction(rounded(score, BRIDGE_DIGITS))

"""The levels as a row of fields with the marks of the overall score, in shapes to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN

from assess.report.slides.boxes import Box
from assess.report.slides.letters import WIDEST, plain, shortened, width
from assess.report.slides.markup import described
from assess.report.slides.paragraphs import (
    BAD,
    BEFORE,
    GROUND,
    INK,
    PANEL,
    SOFT,
    TARGET,
    Paragraph,
    Run,
    fitted,
    paragraph,
)
from assess.report.slides.writing import Shapes, add_shape, add_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.report.charts.scale import Rung
    from assess.report.slides.deck import Deck, Page

FIELD: Final = 30.0
NAMES: Final = 36.0
LEGEND: Final = 18.0
UNDER: Final = 6.0
HEIGHT: Final = FIELD + UNDER + NAMES + UNDER + LEGEND
KEY: Final = 11.0
LETTERS: Final = 12.0

MARKS: Final = {"target": (17.0, TARGET), "before": (13.0, BEFORE), "now": (19.0, "")}
"""How wide the mark of each kind is, and its colour; the last is drawn over the others."""


def add_ladder(deck: Deck, page: Page, box: Box) -> float:
    """Add the levels at the top of *box*; return how high they are."""
    hero = deck.report.hero
    group = page.slide.shapes.add_group_shape()
    described(group, hero.words)
    for rung in hero.ladder.rungs:
        _field(deck, group.shapes, rung, box)
    _names(group.shapes, hero.ladder.rungs, box.below(FIELD + UNDER).above(NAMES))
    for kind, place in _places(deck).items():
        middle = box.left + float(place) * box.width / 100
        _mark(deck, group.shapes, kind, _around(middle, box.top + FIELD / 2, MARKS[kind][0]))
    _legend(deck, group.shapes, box.below(HEIGHT - LEGEND).above(LEGEND))
    return HEIGHT


def _places(deck: Deck) -> Mapping[str, str]:
    """Return where the marks lie, in percent, those that are there."""
    marks = deck.report.hero.ladder.marks
    every = {"target": marks.target, "before": marks.before, "now": marks.now}
    return {kind: place for kind, place in every.items() if place is not None}


def _field(deck: Deck, shapes: Shapes, rung: Rung, box: Box) -> None:
    filling = deck.look.palette.on if rung.reached else PANEL
    room = _room(rung, box.above(FIELD), between=2)
    line = (BAD, 1.0) if rung.lost and not rung.reached else None
    field = add_shape(shapes, room, filling=filling, line=line)
    if line:
        field.line.dash_style = MSO_LINE.DASH


def _names(shapes: Shapes, rungs: tuple[Rung, ...], box: Box) -> None:
    """Name the levels, all in letters of one size."""
    rooms = [_room(rung, box, between=4) for rung in rungs]
    pairs = list(zip(rungs, rooms, strict=True))
    size = min(_name(rung, room, (12, 11, 10, 9))[0].size for rung, room in pairs)
    for rung, room in pairs:
        add_text(shapes, room, _name(rung, room, (size,)), align=PP_ALIGN.CENTER)


def _name(rung: Rung, room: Box, sizes: tuple[float, ...]) -> tuple[Paragraph, ...]:
    colour = INK if rung.current else SOFT
    runs = (
        Run(f"{rung.level} ", bold=True, colour=colour),
        Run(plain(rung.name), bold=rung.current, colour=colour),
    )
    return fitted(lambda size: [Paragraph(runs, size)], sizes, room=room.width, high=room.height)


def _room(rung: Rung, box: Box, *, between: float) -> Box:
    left = box.left + float(rung.x) * box.width / 100
    wide = float(rung.width) * box.width / 100
    return box._replace(left=left + between / 2, width=wide - between)


def _around(x: float, y: float, wide: float) -> Box:
    return Box(x - wide / 2, y - wide / 2, wide, wide)


def _mark(deck: Deck, shapes: Shapes, kind: str, box: Box) -> None:
    """Draw the mark of now as a disc, and others as rings."""
    now = kind == "now"
    filling = deck.accent if now else GROUND
    line = (GROUND, 1.0) if now else (MARKS[kind][1], 2.5)
    add_shape(shapes, box, filling=filling, line=line, kind=MSO_SHAPE.OVAL)


def _legend(deck: Deck, shapes: Shapes, box: Box) -> None:
    """Say what the marks stand for."""
    drawn = _places(deck)
    legend = [(kind, name) for kind, name in deck.report.legend if kind in drawn]
    most = box.width / len(legend) - KEY - 24
    x = box.left
    for kind, name in legend:
        said = shortened(plain(name), most, LETTERS, most=1)
        wide = width(said, LETTERS) * WIDEST + 2
        _mark(deck, shapes, kind, _around(x + KEY / 2, box.top + box.height / 2, KEY))
        room = box._replace(left=x + KEY + 6, width=wide)
        add_text(shapes, room, [paragraph(said, LETTERS, colour=SOFT)])
        x = room.right + 18

"""The slides of page one: the verdict, the score, and what to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import date
from assess.language.messages import _
from assess.report.slides.paragraphs import BAD, GOOD, INK, SOFT, Paragraph, Run, fitted, paragraph
from assess.report.slides.scores import add_score
from assess.report.slides.writing import add_shape, add_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assess.report.sections import Section
    from assess.report.slides.deck import Deck, Page


TONES: Final = {"good": GOOD, "bad": BAD}
RULE: Final = 3.0
SIZES: Final = (16, 15, 14, 13, 12, 11, 10)

Point = tuple[str, str]
"""What stands first, in bold letters, and what stands behind it."""


def add_summary(deck: Deck, section: Section) -> None:
    """Add the title slide with the verdict, the score, and what to decide."""
    report = deck.report
    cover = deck.cover(report.verdict, _about(deck))
    cover.note([report.lead, report.lift, report.limit_reason])
    if report.card.overall.score is not None:
        add_score(deck, section)
    page = deck.page(section, title=_("What works, what holds back and what to decide"))
    _add_lists(deck, page)
    page.note(f"{s.number}. {s.action} ({s.why})" for s in report.decisions)


def _about(deck: Deck) -> list[str]:
    """Return whose results these are, and who says so."""
    card = deck.report.card
    name = " · ".join(part for part in (card.organisation, card.unit, card.cycle) if part)
    told = [deck.report.title, date(card.date)]
    told += [_("assessed by {name}", name=card.assessor)] if card.assessor else []
    return [name, " · ".join(told), *([deck.look.by] if deck.look.by else [])]


def _lists(deck: Deck) -> list[tuple[str, str, list[Point]]]:
    """Return every list with its title, its colour and its points."""
    told = [
        (e.title, TONES[e.tone], [(p.name, p.text) for p in e.points] or [("", e.nothing)])
        for e in deck.report.lists
    ]
    urgent = enumerate(deck.report.decisions, 1)
    asked = [(f"{number}. {step.action}", step.asked) for number, step in urgent]
    nothing = [("", deck.report.no_decision)]
    return [*told, (_("Decisions to take"), deck.accent, asked or nothing)]


def _built(head: Paragraph, points: Sequence[Point]) -> Callable[[float], list[Paragraph]]:
    def build(size: float) -> list[Paragraph]:
        return [head, *(one for point in points for one in _point(*point, size))]

    return build


def _add_lists(deck: Deck, page: Page) -> None:
    """Add the lists side by side, their points all in letters of one size."""
    boxes = page.body.columns(1, 1, 1, gap=30)
    rooms = [box.below(RULE * 3) for box in boxes]
    lists = [
        _built(paragraph(title, 18, bold=True, colour=colour, after=8), points)
        for title, colour, points in _lists(deck)
    ]
    pairs = list(zip(lists, rooms, strict=True))
    size = min(
        fitted(build, SIZES, room=room.width, high=room.height)[-1].size for build, room in pairs
    )
    for (build, room), box in zip(pairs, boxes, strict=True):
        texts = fitted(build, (size,), room=room.width, high=room.height)
        add_shape(page.slide.shapes, box.above(RULE), filling=texts[0].runs[0].colour)
        add_text(page.slide.shapes, room, texts)


def _point(name: str, text: str, size: float) -> list[Paragraph]:
    """Return a point: its name, and below what is said of it."""
    said = Paragraph((Run(text, colour=SOFT if name else INK),), size, size * 0.8)
    return [paragraph(name, size, bold=True), said] if name else [said]

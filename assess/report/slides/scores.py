"""The slide of the overall score: large, on its ladder, with the key figures below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _
from assess.report.numbers import marked
from assess.report.slides.boxes import Box
from assess.report.slides.ladders import add_ladder
from assess.report.slides.paragraphs import PANEL, SOFT, Paragraph, Run, fitted, paragraph
from assess.report.slides.words import tone
from assess.report.slides.writing import add_shape, add_text

if TYPE_CHECKING:
    from assess.report.report import Report
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck, Page
    from assess.report.summary import Figure

FIGURES: Final = 108.0
"""How high the key figures are."""

GAP: Final = 20.0
INSIDE: Final = 12.0
DIGITS: Final = 3.6
"""How much larger the score is than the words around it."""


def add_score(deck: Deck, section: Section) -> None:
    """Add the slide; its title says the score in words."""
    report = deck.report
    page = deck.page(section, title=report.lead)
    above = page.body.above(page.body.height - FIGURES - GAP)
    left, right = above.columns(0.27, 0.73, gap=36)
    add_text(page.slide.shapes, left, _large(deck, left))
    under = right.below(add_ladder(deck, page, right) + GAP)
    if texts := _beside(report, under):
        add_text(page.slide.shapes, under, texts)
    _figures(report, page, page.body.below(page.body.height - FIGURES))
    told = [f"{figure.title}: {figure.value}, {figure.note}" for figure in report.figures]
    page.note([report.hero.words, *told, report.sum])


def _large(deck: Deck, box: Box) -> tuple[Paragraph, ...]:
    """Return the overall score and its level in large letters, with the change below."""
    hero = deck.report.hero
    of = _("of {most}", most=hero.of)

    def build(size: float) -> list[Paragraph]:
        told = [
            paragraph(hero.score, size * DIGITS, bold=True, colour=deck.accent),
            paragraph(of, size, colour=SOFT, after=size / 2),
            paragraph(hero.level, size * 1.4, bold=True, after=size / 2),
        ]
        if hero.change:
            change = Run(marked(hero.change), bold=True, colour=tone(hero.change))
            told.append(Paragraph((change, Run(f" {hero.against}")), size))
            told += [paragraph(t, size, colour=SOFT) for t in (hero.like, hero.level_before) if t]
        return told

    return fitted(build, (16, 15, 14, 13, 12, 11), room=box.width, high=box.height)


def _beside(report: Report, box: Box) -> tuple[Paragraph, ...]:
    """Return what would lift the level, what limits it, and what the ladder shows besides."""
    head, reason = report.lift, report.limit_reason

    def build(size: float) -> list[Paragraph]:
        told = [Paragraph((Run(head, bold=True), Run(f" {reason}")), size, size / 2)]
        note = paragraph(report.hero.note, size - 2, colour=SOFT)
        return [*(told if head or reason else []), *([note] if report.hero.note else [])]

    return fitted(build, (15, 14, 13, 12, 11), room=box.width, high=box.height)


def _figures(report: Report, page: Page, box: Box) -> None:
    """Add the key figures side by side."""
    cards = box.columns(*[1] * len(report.figures), gap=GAP)
    rooms = [
        Box(c.left + INSIDE, c.top + INSIDE, c.width - 2 * INSIDE, c.height - INSIDE) for c in cards
    ]
    pairs = list(zip(report.figures, rooms, strict=True))
    size = min(_figure(figure, room, (12, 11, 10, 9))[0].size for figure, room in pairs)
    for card in cards:
        add_shape(page.slide.shapes, card, filling=PANEL)
    for figure, room in pairs:
        texts = _figure(figure, room, (size,))
        add_text(page.slide.shapes, room, texts)


def _figure(figure: Figure, room: Box, sizes: tuple[float, ...]) -> tuple[Paragraph, ...]:
    def build(size: float) -> list[Paragraph]:
        return [
            paragraph(figure.title, size, colour=SOFT),
            paragraph(figure.value, size * 2, bold=True),
            paragraph(figure.note, size, colour=SOFT),
        ]

    return fitted(build, sizes, room=room.width, high=room.height)

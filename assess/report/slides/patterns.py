"""The slides of the failure patterns that are seen, most severe first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import clauses
from assess.language.messages import _
from assess.report.slides.grids import Cell, Column, Row
from assess.report.slides.paragraphs import BAD, INK, SOFT, TARGET, fitted, paragraph
from assess.report.slides.tables import add_pages
from assess.report.slides.words import labelled
from assess.report.slides.writing import add_text

if TYPE_CHECKING:
    from assess.report.findings import Card, Unjudged
    from assess.report.report import Report
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck

COLOURS: Final = {"critical": BAD, "high": TARGET, "medium": INK, "low": SOFT}
"""By severity."""


def add_patterns(deck: Deck, section: Section) -> None:
    """Add what is seen; where nothing is, what cannot be judged yet."""
    report = deck.report
    cards, unjudged = report.patterns.cards, report.patterns.unjudged
    if cards:
        columns = [
            Column(_("Severity"), widest=110),
            Column(_("Patterns"), share=1),
            Column(_("What it leads to"), share=1.5),
            Column(_("First remedy"), share=1.5),
        ]
        add_pages(deck, section, columns, [_seen(c) for c in cards], remark=_counts(report))
    elif unjudged:
        columns = [Column(_("Cannot be judged yet"), share=1), Column("", share=1.5)]
        add_pages(deck, section, columns, [_open(p) for p in unjudged], remark=_counts(report))
    else:
        page = deck.page(section)
        texts = fitted(
            lambda size: [paragraph(_counts(report), size)],
            (18, 16, 14),
            room=page.body.width,
            high=page.body.height,
        )
        add_text(page.slide.shapes, page.body, texts)


def _seen(card: Card) -> Row:
    pattern = card.pattern
    cells = (
        Cell(card.severity, bold=True, colour=COLOURS[pattern.severity]),
        Cell(pattern.name, bold=True),
        Cell(pattern.consequence),
        Cell(pattern.remedy_text),
    )
    told = ((_("Why it is seen"), pattern.plain), *card.more)
    said = [f"{pattern.name}: {pattern.description}", *labelled(told)]
    return Row(cells, said="\n".join(said))


def _open(pattern: Unjudged) -> Row:
    waits = [title for _id, title in pattern.open]
    told = clauses([*waits, *([pattern.not_asked] if pattern.not_asked else [])])
    return Row((Cell(pattern.name, bold=True), Cell(told)))


def _counts(report: Report) -> str:
    return _(
        "Known patterns: {known}. Seen: {seen}; not seen: {not_seen}; cannot be judged: {unknown}.",
        known=len(report.card.patterns),
        seen=len(report.patterns.cards),
        not_seen=report.patterns.not_seen,
        unknown=len(report.patterns.unjudged),
    )

"""The report as slides for PowerPoint: real titles, charts and tables that can be edited."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from assess.errors import AssessError
from assess.language.messages import _
from assess.report.archive import repacked
from assess.report.slides.agreed import add_agreed
from assess.report.slides.base import opened
from assess.report.slides.deck import Deck
from assess.report.slides.gaps import add_gaps
from assess.report.slides.letters import cut, plain
from assess.report.slides.patterns import add_patterns
from assess.report.slides.plans import add_priorities, add_roadmap
from assess.report.slides.profile import add_profile
from assess.report.slides.remarks import add_findings, add_method
from assess.report.slides.since import add_since
from assess.report.slides.summary import add_summary

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from assess.report.look import Look
    from assess.report.report import Report

SECTIONS: Final = {
    "summary": add_summary,
    "since": add_since,
    "agreed": add_agreed,
    "profile": add_profile,
    "gaps": add_gaps,
    "patterns": add_patterns,
    "priorities": add_priorities,
    "roadmap": add_roadmap,
    "findings": add_findings,
    "method": add_method,
}
"""What makes the slides of each section; the details are too long for slides."""

MOST_LETTERS: Final = 250
"""How long a property of a presentation may be."""


def render(report: Report, look: Look) -> bytes:
    """Return the report as a presentation.

    Raises:
        AssessError: No section of it has slides, or the presentation to fill cannot be used.

    """
    sections = [section for section in report.sections if section.id in SECTIONS]
    if not sections:
        names = ", ".join(section.id for section in report.sections)
        raise AssessError(_("This report has nothing to show in: {names}.", names=names))
    deck = Deck(report, look, opened(look))
    for section in sections:
        SECTIONS[section.id](deck, section)
    deck.finish()
    presentation = deck.base.presentation
    _tell(presentation, deck)
    file = BytesIO()
    presentation.save(file)
    return repacked(file.getvalue(), report.card.date)


def _tell(presentation: Presentation, deck: Deck) -> None:
    """Say what the file is, and by whom; nothing in it tells when or where it was made."""
    card, about = deck.report.card, presentation.core_properties
    subject = _property(deck.report.title)
    about.title = _property(f"{card.organisation}, {card.cycle}: {deck.report.title}")
    about.author = about.last_modified_by = _property(deck.look.by or card.assessor)
    about.subject, about.keywords, about.comments, about.category = subject, "", "", ""
    about.language, about.revision = deck.report.language, 1
    about.created = about.modified = deck.day


def _property(text: str) -> str:
    return cut(plain(text), MOST_LETTERS)

"""The slides of what to know when reading the scores, and of how they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import clauses, date
from assess.language.messages import _, n_
from assess.report.findings import RELAPSE
from assess.report.slides.grids import Cell, Column, Row, grids
from assess.report.slides.paragraphs import fitted, paragraph
from assess.report.slides.tables import add_pages, add_table
from assess.report.slides.words import labelled
from assess.report.slides.writing import add_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.report.findings import Named
    from assess.report.report import Report
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck


def add_findings(deck: Deck, section: Section) -> None:
    """Add every finding with what it says; the notes name the questions that it is about."""
    rows = [
        Row(
            (
                Cell(found.title, note=found.dimension, bold=True),
                Cell(found.say, note=_fallen(found)),
            ),
            said="\n".join([found.title, *(title for _id, title in found.questions)]),
        )
        for found in deck.report.findings
    ]
    add_pages(deck, section, [Column("", share=1), Column("", share=2)], rows, sizes=(16, 14, 12))


def _fallen(found: Named) -> str:
    """Return the questions with their levels where these are what the finding is about."""
    return clauses(title for _id, title in found.questions) if found.rule == RELAPSE else ""


def add_method(deck: Deck, section: Section) -> None:
    """Add how the scores were made, beside where they come from."""
    report = deck.report
    page = deck.page(section)
    left, right = page.main.columns(0.54, 0.46, gap=36)
    texts = fitted(
        lambda size: [paragraph(text, size, after=size * 0.7) for text in _method(report)],
        (16, 15, 14, 13, 12, 11, 10),
        room=left.width,
        high=left.height,
    )
    add_text(page.slide.shapes, left, texts)
    rows = [Row((Cell(name, bold=True), Cell(text))) for name, text in _origin(report)]
    columns = [Column("", widest=130), Column("", share=1)]
    grid = grids(columns, rows, room=right.width, high=right.height, sizes=(12, 11, 10, 9))[0]
    add_table(page.slide, right.left, right.top, grid, alt=section.name)
    rules = [(rule.title, rule.say) for rule in report.card.rules]
    page.note(labelled([*_fingerprints(report), *rules]))


def _method(report: Report) -> Iterator[str]:
    yield _(
        "Each question is answered with a level from 1 to {most} ({levels}), with “don’t know”, "  # noqa: RUF001  an apostrophe
        "or with “not applicable” and a reason. Don’t know lowers coverage; not applicable "  # noqa: RUF001  as above
        "leaves the calculation.",
        most=len(report.card.scale),
        levels=report.scale,
    )
    yield _(
        "Scores are exact inside and rounded once, half up, to one digit. A dash stands where "
        "there is no number. The evidenced score counts high levels in full only where evidence "
        "was noted."
    )
    yield _(
        "A limit caps a level and never changes a score. A result is provisional, and has no "
        "level, while too little is answered."
    )
    if report.untranslated:
        yield n_(
            "{n} text of the questionnaire has no translation and stands as it was asked.",
            "{n} texts of the questionnaire have no translation and stand as they were asked.",
            report.untranslated,
        )


def _origin(report: Report) -> Iterator[tuple[str, str]]:
    """Yield where the numbers come from."""
    card = report.card
    if card.role:
        yield _("Answered by"), _("one interview, in the role “{role}”", role=report.role)
    if card.assessor:
        yield _("Assessor"), card.assessor
    for asked in card.questionnaires:
        yield _("Questionnaire"), f"{asked.title} ({asked.id} {asked.version})"
    if report.comparison:
        other = report.comparison.before
        asked_then = f"{other.questionnaire.id} {other.questionnaire.version}"
        named = f"{other.organisation}, {other.cycle}, {date(other.date)}; {asked_then}"
        yield _("Compared with"), named
    yield _("Program"), f"assess {report.program_version}"


def _fingerprints(report: Report) -> Iterator[tuple[str, str]]:
    """Yield by what questionnaires and answers are known, too long for a slide."""
    for asked in report.card.questionnaires:
        yield f"{_('Questionnaire')} {asked.id} {asked.version}", asked.fingerprint
    yield _("Answers"), report.card.answers_fingerprint
    if report.comparison:
        yield _("Compared with"), report.comparison.before.answers_fingerprint

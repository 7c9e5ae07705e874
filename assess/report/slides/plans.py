"""The slides of the plan: the most urgent actions, and all of them by when they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, n_
from assess.report.slides.grids import Cell, Column, Row
from assess.report.slides.paragraphs import SOFT
from assess.report.slides.tables import add_pages
from assess.report.slides.words import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.report.plan import Lane, Step
    from assess.report.sections import Section
    from assess.report.slides.deck import Deck


def add_priorities(deck: Deck, section: Section) -> None:
    """Add the most urgent actions, each with its impact and effort."""
    report = deck.report
    columns = [
        Column("#", number=True),
        Column(_("Action"), share=1),
        Column(_("Owner"), widest=150),
        Column(_("Date"), widest=160),
        Column(_("Impact"), number=True),
        Column(_("Effort"), widest=90),
        Column(_("Priority"), number=True),
    ]
    if report.firmness:
        columns.append(Column(report.firmness.head, number=True))
    remark = n_(
        "{shown} of {n} proposed action, most urgent first",
        "{shown} of {n} proposed actions, most urgent first",
        len(report.steps),
        shown=len(report.urgent),
    )
    if firm := report.firmness:
        remark = " ".join(filter(None, (f"{remark}.", firm.top, firm.movers)))
    add_pages(
        deck,
        section,
        columns,
        [_urgent(step, firm=bool(report.firmness)) for step in report.urgent],
        alt=_("Most urgent actions"),
        remark=remark,
        sizes=(13, 12, 11),
    )


def add_roadmap(deck: Deck, section: Section) -> None:
    """Add the actions by their horizons."""
    columns = [
        Column("#", number=True),
        Column(_("Action"), share=2),
        Column(_("Owner"), widest=150),
        Column(_("Date"), widest=160),
        Column(_("Dimension"), share=1),
    ]
    rows = [row for lane in deck.report.lanes for row in _lane(lane)]
    add_pages(
        deck,
        section,
        columns,
        rows,
        remark=_(
            "The numbers give the order of urgency. Owners are those that the questionnaire "
            "proposes, unless others were agreed."
        ),
        sizes=(13, 12, 11, 10.5),
    )


def _urgent(step: Step, *, firm: bool) -> Row:
    cells = (
        Cell(str(step.number), bold=True),
        Cell(step.action),
        Cell(step.owner),
        Cell(step.due, note=_marks(step)),
        Cell(str(step.impact)),
        Cell(step.effort),
        Cell(step.priority),
        *([Cell(step.share)] if firm else ()),
    )
    return Row(cells, said="\n".join(labelled([(f"{step.number}. {step.action}", step.why)])))


def _lane(lane: Lane) -> Iterator[Row]:
    """Yield the heading of a horizon with how many actions it has, then the first of them."""
    count = len(lane.steps) + lane.more
    yield Row((Cell(f"{lane.title} · {count}", bold=True, colour=SOFT),), heading=True)
    for step in lane.steps:
        yield Row(
            (
                Cell(str(step.number), bold=True),
                Cell(step.action, note=step.waits),
                Cell(step.owner),
                Cell(step.due, note=_marks(step)),
                Cell(step.dimension),
            )
        )
    if lane.more:
        more = Cell(n_("{n} more", "{n} more", lane.more), colour=SOFT)
        yield Row((more,), heading=True, tail=True)


def _marks(step: Step) -> str:
    quick = _("Quick win") if step.quick_win else ""
    return " · ".join(filter(None, (quick, step.agreed)))

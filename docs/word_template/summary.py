"""The first page: the verdict with its figures, what works and what does not, what to decide."""

from __future__ import annotations

from typing import Final

from word_template.marks import each, paragraph, said, slot, when
from word_template.tables import Column, coloured, figures, table

LEGEND: Final = "{% for kind, name in legend %}{{ dot(kind) }} {{ name }}   {% endfor %}"
CHANGE: Final = Column(
    said("Change"), ("{{ delta(row.change) }}",), 21, "TableNumber", condition="comparison"
)


def summary() -> str:
    """Return the summary below its headline, which is the title of the document."""
    why = paragraph(("{{ lift }}", "Strong"), " {{ limit_reason }}", style="Why")
    return "".join(
        (
            when("lead", paragraph("{{ lead }}", style="Subtitle")),
            slot("verdict"),
            _figures(),
            paragraph("{{ hero.words }}", style="Note"),
            _ladder(),
            when("lift or limit_reason", why),
            each("list in lists", _points()),
            _decisions(),
            paragraph("{{ glance }}", style="Heading2"),
            _glance(),
            paragraph(LEGEND, style="Note"),
            slot("summary"),
        )
    )


def _figures() -> str:
    score = (
        ("{{ hero.score }}", "Accent"),
        (f" {said('of {most}', 'most=hero.of')}", "Small"),
    )
    change = paragraph("{{ delta(hero.change) }} {{ hero.against }}", style="FigureNote")
    overall = (
        paragraph(said("Overall score"), style="FigureName"),
        paragraph(*score, style="Figure"),
        paragraph(("{{ hero.level }}", "Strong"), style="FigureNote"),
        when("hero.change", change),
        when("hero.like", paragraph("{{ hero.like }}", style="FigureNote")),
        when("hero.level_before", paragraph("{{ hero.level_before }}", style="FigureNote")),
    )
    figure = (
        paragraph("{{ figure.title }}", style="FigureName"),
        paragraph("{{ figure.value }}", style="Figure"),
        paragraph("{{ figure.note }}", style="FigureNote"),
    )
    return figures("".join(overall), "figure in figures", "".join(figure))


def _ladder() -> str:
    name = "{{ rung.level }} {{ rung.name }}"
    inside = ("{%r if rung.current %}", (name, "Strong"), "{%r else %}", name, "{%r endif %}")
    rung = paragraph(*inside, style="TableRung")
    return coloured("rung in hero.ladder.rungs", "ground(rung)", rung)


def _points() -> str:
    point = paragraph(
        ("{{ point.name }}{{ point.joint }}", "Strong"), " {{ point.text }}", style="ListBullet"
    )
    return "".join(
        (
            paragraph("{{ list.title }}", style="Heading2"),
            each("point in list.points", point),
            when("not list.points", paragraph("{{ list.nothing }}")),
        )
    )


def _decisions() -> str:
    asked = ("\n{{ step.asked }}", "Small")
    return "".join(
        (
            paragraph(said("Decisions to take"), style="Heading2"),
            each("step in decisions", paragraph("{{ step.action }}", asked, style="ListNumber")),
            when("not decisions", paragraph("{{ no_decision }}")),
        )
    )


def _glance() -> str:
    columns = (
        Column(said("Dimension"), ("{{ row.title }}",), 45),
        Column("", ("{{ bar(row.marks) }}",), 45),
        Column(said("Level"), ("{{ row.level }}",), 42),
        Column(said("Score"), (("{{ row.score }}", "Strong"),), 21, "TableNumber"),
        CHANGE,
    )
    return table(columns, "row in rows_by_gap", words="{{ glance }}")

"""One dimension in full: its figures, its questions with their answers, a slot for a comment."""

from __future__ import annotations

from word_template.marks import each, named, paragraph, said, slot, when
from word_template.tables import figures


def chapter() -> str:
    """Return one dimension."""
    role = ("{% if chapter.role %} {{ chapter.role }}{% endif %}", "Small")
    warning = paragraph(("{{ name }}", "Strong"), " {{ reason }}", style="Why")
    spread = "{{ spread(chapter.spread.parts) }}  {{ chapter.spread.words }}"
    return "".join(
        (
            paragraph("{{ chapter.row.title }}", role, style="Heading2"),
            when("chapter.purpose", paragraph("{{ chapter.purpose }}", style="Purpose")),
            _figures(),
            each("name, reason in chapter.warnings", warning),
            paragraph(spread, style="Note"),
            when("chapter.sum", paragraph("{{ chapter.sum }}", style="Note")),
            each("part in chapter.sections", _part()),
            slot("{{ chapter.row.id[:50] }}"),
        )
    )


def _figures() -> str:
    change = "{% if chapter.row.change %} {{ delta(chapter.row.change) }}{% endif %}"
    score = (
        paragraph(said("Score"), style="FigureName"),
        paragraph(("{{ chapter.row.score }}", "Accent"), style="Figure"),
        paragraph(("{{ chapter.row.level }}", "Strong"), change, style="FigureNote"),
    )
    fact = (
        paragraph("{{ label }}", style="FigureName"),
        paragraph("{{ value }}", style="Figure"),
    )
    return figures("".join(score), "label, value in chapter.facts", "".join(fact))


def _part() -> str:
    title = ("{{ part.title }} ", ("{{ part.result }}", "Small"))
    return "".join(
        (
            when("part.title", paragraph(*title, style="Heading3")),
            each("asked in part.questions", _question()),
        )
    )


def _question() -> str:
    title = (
        ("{{ asked.label }} ", "Soft"),
        ("{{ asked.title }}", "Strong"),
        ("{% if asked.weight %} {{ asked.weight }}{% endif %}", "Small"),
    )
    answer = "{{ chip(asked.answer, asked.chip) }} {{ moved(asked.moved) }}"
    fact = named("{{ label }}", "{{ text }}", ("{% if more %} {{ more }}{% endif %}", "Soft"))
    return "".join(
        (
            paragraph(*title, style="Question"),
            paragraph("{{ asked.text }}", style="Asked"),
            paragraph(answer, style="AnswerLine"),
            when("asked.level_text", paragraph("{{ asked.level_text }}", style="LevelText")),
            each("label, text, more in asked.facts", fact),
        )
    )

"""What to do: the most urgent actions, and the roadmap."""

from __future__ import annotations

from typing import Final

from word_template.marks import counted, paragraph, said, when
from word_template.tables import Column, banded, table

ACTION: Final = (
    "{{ step.action }}",
    (f"{{% if step.quick_win %}} {said('Quick win')}{{% endif %}}", "QuickWin"),
    ("{% if step.agreed %} {{ step.agreed }}{% endif %}", "Small"),
)
NUMBER: Final = Column("#", (("{{ step.number }}", "Strong"),), 10)
ASKED: Final = ("", ("{{ step.asked }}", "Small"))
"""Who shall do it, and by when."""
MOVED: Final = (
    "a.level or a.moved.words",
    ("{% if a.level %}{{ a.level }} {% endif %}{{ moved(a.moved) }}", "Small"),
)
"""The level of a question, and how it moved."""


def agreed() -> str:
    """Return what was agreed, with what became of it."""
    shown = ("a.shown", ("{{ a.shown }}", "Small"))
    columns = (
        Column(said("Action"), ("{{ a.action }}",), 64, below=(shown,)),
        Column(said("Agreed in"), ("{{ a.cycle }}",), 19),
        Column(said("Owner"), ("{{ a.asked }}",), 30),
        Column(said("Status"), ("{{ moved(a.status) }}",), 22),
        Column(said("Question"), ("{{ a.question }}",), 39, below=(MOVED,)),
    )
    note = said("What stands beside an action is no proof that the action caused it.")
    plan = table(columns, "a in agreed", words=said("What was agreed"), long=True)
    return plan + paragraph(note, style="Note")


def priorities() -> str:
    """Return the most urgent actions."""
    shown = counted(
        "{shown} of {n} proposed action, most urgent first",
        "{shown} of {n} proposed actions, most urgent first",
        "card.actions|length",
        "shown=urgent|length",
    )
    columns = (
        NUMBER,
        Column(said("Action"), ACTION, 80, below=(ASKED,)),
        Column(said("Impact"), ("{{ step.impact }}",), 17, "TableNumber"),
        Column(said("Effort"), ("{{ step.effort }}",), 22, "TableNumber"),
        Column(said("Priority"), ("{{ step.priority }}",), 22, "TableNumber"),
        Column("{{ firmness.head }}", ("{{ step.share }}",), 23, "TableNumber", "firmness"),
    )
    urgent = table(columns, "step in urgent", words=said("Most urgent actions"), long=True)
    firm = paragraph("{{ firmness.top }} {{ firmness.movers }}", style="Note")
    return paragraph(shown, style="Caption") + urgent + when("firmness", firm)


def roadmap() -> str:
    """Return the actions by their horizon."""
    waits = ("step.waits", ("{{ step.waits }}", "Small"))
    columns = (
        NUMBER,
        Column(said("Action"), ACTION, 114, below=(ASKED, waits)),
        Column(said("Dimension"), ("{{ step.dimension }}",), 50),
    )
    more = counted(
        '{n} more, beside its question in "Dimensions in detail".',
        '{n} more, each beside its question in "Dimensions in detail".',
        "lane.more",
    )
    lane = (
        ("{{ lane.title }} ", "Strong"),
        ("{{ lane.steps|length + lane.more }}", "Soft"),
        (f"{{% if lane.more %}} · {more}{{% endif %}}", "Small"),
    )
    words = "{{ shows.roadmap.headline }}"
    note = (
        "The numbers give the order of urgency. Owners are those that the questionnaire proposes, "
        "unless others were agreed."
    )
    return "".join(
        (
            banded(columns, "lane in lanes", lane, "step in lane.steps", words=words),
            paragraph(said(note), style="Note"),
        )
    )

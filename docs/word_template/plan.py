"""What to do: the most urgent actions, and the roadmap."""

from __future__ import annotations

from typing import Final

from word_template.marks import counted, paragraph, said
from word_template.tables import Column, banded, table

ACTION: Final = (
    "{{ step.action }}",
    (f"{{% if step.quick_win %}} {said('Quick win')}{{% endif %}}", "QuickWin"),
)
NUMBER: Final = Column("#", (("{{ step.number }}", "Strong"),), 10)
ASKED: Final = ("", ("{{ step.asked }}", "Small"))
"""Who shall do it, and by when."""


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
        Column(said("Action"), ACTION, 91, below=(ASKED,)),
        Column(said("Impact"), ("{{ step.impact }}",), 19, "TableNumber"),
        Column(said("Effort"), ("{{ step.effort }}",), 27, "TableNumber"),
        Column(said("Priority"), ("{{ step.priority }}",), 27, "TableNumber"),
    )
    urgent = table(columns, "step in urgent", words=said("Most urgent actions"), long=True)
    return paragraph(shown, style="Caption") + urgent


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
        "The numbers give the order of urgency. Owners are those that the questionnaire proposes."
    )
    return "".join(
        (
            banded(columns, "lane in lanes", lane, "step in lane.steps", words=words),
            paragraph(said(note), style="Note"),
        )
    )

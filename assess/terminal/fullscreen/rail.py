"""The dimensions beside the question: how far each is, and where we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from textual.widgets import Static

from assess.interview.progress import progress
from assess.terminal.fullscreen.text import hanging

if TYPE_CHECKING:
    from assess.interview.conversation import Conversation


class Rail(Static):
    """A line for each dimension: a pointer, its number, its title, answered of asked."""

    def show(self, conversation: Conversation) -> None:
        """Show how far the dimensions are."""
        told = conversation.interview.answers
        here = conversation.place.chapter if conversation.place else 0
        lines = []
        for chapter in conversation.agenda.chapters:
            first = chapter[0]
            one = progress(first.dimension.title, chapter, told)
            if not one.asked:
                continue
            done = "✓" if not one.open else f"{one.answered}/{one.asked}"
            mark = "›" if first.chapter == here else " "  # noqa: RUF001 - a pointer
            text = f"{one.title} {done}"
            style = "bold" if first.chapter == here else ""
            lines.append(hanging(text, f"{mark}{first.chapter} ", style))
        self.update(Group(*lines))

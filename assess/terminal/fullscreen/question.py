"""A question on the screen: its levels to choose from, and all there is to know about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from assess.interview.commands import Choose, Command, DontKnow
from assess.language.messages import _
from assess.terminal import answers, pages
from assess.terminal.fullscreen.text import Lines, hanging

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click

    from assess.interview.agenda import Place
    from assess.interview.conversation import Conversation
    from assess.model.assessment import Answer

_CARET = "›"  # noqa: RUF001 - a pointer, as in other programs
_CHANGING = {"heading", "given"}
"""What may change while the question stays."""

_CHOSEN, _FREE = "●", "○"


class Choice(NamedTuple):
    """One row that can be chosen; no `command` where its reason must be asked first."""

    key: str
    text: str
    chosen: bool
    command: Command | None


def choices(place: Place, answer: Answer) -> list[Choice]:
    """Return the levels, "don't know", and "not applicable" where the question allows it."""
    levels = [
        Choice(str(level), text, answer.level == level, Choose(level))
        for level, text in enumerate(place.question.levels or _names(place), 1)
    ]
    unknown = Choice("d", answers.dont_know_name(place), answer.dont_know, DontKnow())
    applies = answer.not_applicable is not None
    none = Choice("a", answers.not_applicable_name(place), applies, None)
    return [*levels, unknown, *([none] if place.question.not_applicable else [])]


def _names(place: Place) -> tuple[str, ...]:
    return tuple(option.name for option in place.questionnaire.scale)


class Row(Static):
    """A row of the question; the caret stands before it while the arrow keys are used."""

    class Chosen(Message):
        """Somebody clicked on the row."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    def __init__(self, number: int) -> None:
        self.number = number
        self._shows: tuple[Choice, bool] | None = None
        super().__init__(classes="row")

    def show(self, choice: Choice, *, caret: bool) -> None:
        """Show *choice*, and whether the caret stands here; what is shown already stays."""
        if self._shows == (choice, caret):
            return
        self._shows = (choice, caret)
        mark = f"{_CARET if caret else ' '}{_CHOSEN if choice.chosen else _FREE} {choice.key}  "
        self.update(hanging(choice.text, mark))
        self.set_class(caret, "caret")
        self.set_class(choice.chosen, "chosen")

    def on_click(self, _event: Click) -> None:
        """Choose the row."""
        self.post_message(self.Chosen(self.number))


class QuestionPage(VerticalScroll, can_focus=True):
    """The question that is being asked."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self.choices: list[Choice] = []
        self.caret: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out what stands above and below the rows."""
        for name in ("heading", "purpose", "title", "question"):
            yield Static(id=name)
        for name in ("given", "below"):
            yield Static(id=name)

    def show(self, conversation: Conversation, *, moved: bool) -> None:
        """Show the question at the cursor, from its top where the conversation *moved* to it."""
        self.caret = None
        if moved:
            self.scroll_home(animate=False)
        place = conversation.place
        texts = _ended(conversation) if place is None else _asked(place, conversation)
        for name, shown in texts.items():
            if not moved and name not in _CHANGING:
                continue
            part = self.query_one(f"#{name}", Static)
            part.update(shown or "")
            part.set_class(shown is None, "empty")
        self.choices = choices(place, conversation.answer(place.id)) if place else []
        self._show_rows()
        if not moved:
            self._reveal(self._chosen)

    def move(self, by: int) -> None:
        """Move the caret; the first move goes to what is chosen, else to the end it comes from."""
        if not self.choices:
            return
        last = len(self.choices) - 1
        start = self._chosen if self._chosen is not None else (0 if by > 0 else last)
        self.caret = start if self.caret is None else max(0, min(last, self.caret + by))
        self._show_rows()
        self._reveal(self.caret)

    @property
    def pointed_at(self) -> Choice | None:
        """The row with the caret, where it is not chosen already."""
        choice = None if self.caret is None else self.choices[self.caret]
        return None if choice is None or choice.chosen else choice

    @property
    def _chosen(self) -> int | None:
        return next((n for n, choice in enumerate(self.choices) if choice.chosen), None)

    def _reveal(self, number: int | None) -> None:
        if number is not None:
            self.query(Row)[number].scroll_visible(animate=False)

    def _show_rows(self) -> None:
        rows = list(self.query(Row))
        for row in rows[len(self.choices) :]:
            row.remove()
        more = [Row(number) for number in range(len(rows), len(self.choices))]
        if more:
            self.mount_all(more, before="#given")
        for row, choice in zip([*rows, *more], self.choices, strict=False):
            row.show(choice, caret=row.number == self.caret)


def details(conversation: Conversation) -> Lines | None:
    """Return whom to ask, what evidence to look for, and why; None at the end."""
    place = conversation.place
    if place is None:
        return None
    return Lines(lambda width: f"{pages.hints(place, width)}\n\n{pages.why(place, width)}")


def _asked(place: Place, conversation: Conversation) -> dict[str, Lines | None]:
    given = [*answers.given(place, conversation)]
    purpose = place.dimension.purpose if place.number == 1 else ""
    return {
        "heading": hanging(answers.heading(place, conversation)),
        "purpose": hanging(purpose) if purpose else None,
        "title": hanging(f"{place.question.title} [{place.id}]", f"{place.label} "),
        "question": hanging(place.question.question),
        "given": Lines(lambda width: pages.filled(given, width)) if given else None,
        "below": details(conversation),
    }


def _ended(conversation: Conversation) -> dict[str, Lines | None]:
    counts = Lines(lambda width: pages.counted(conversation, width))
    goes = hanging(_("r reviews the answers, g finds one of them, q ends."))
    return {
        "heading": hanging(answers.done(conversation.progress)),
        "purpose": None,
        "title": counts,
        "question": goes,
        "given": None,
        "below": None,
    }

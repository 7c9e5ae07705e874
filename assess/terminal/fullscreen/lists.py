"""Lists to choose from: questions and actions found by words, and the answers under review."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static

from assess.interview.commands import Go
from assess.interview.layouts import same_key
from assess.interview.review import WHICH, reviewed
from assess.language.messages import N_, _
from assess.terminal import answers
from assess.terminal.fullscreen.dialogs import Dialog
from assess.terminal.fullscreen.text import Lines, hanging, unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from assess.interview.agenda import Place
    from assess.interview.commands import Which
    from assess.interview.conversation import Conversation

Value = TypeVar("Value")


class Entry(NamedTuple, Generic[Value]):
    """A line of a list, behind its mark, and what choosing it gives."""

    mark: str
    text: str
    value: Value


class Finder(Dialog[Value | None]):
    """A list that grows shorter while somebody types; the result is what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')"),
        Binding("up", "move('cursor_up')"),
        Binding("pagedown", "move('page_down')"),
        Binding("pageup", "move('page_up')"),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("move")),
        ("Enter", N_("chooses")),
        ("Esc", N_("closes")),
    )

    def __init__(self, title: str, find: Callable[[str], Sequence[Entry[Value]]]) -> None:
        super().__init__(title)
        self._find = find
        self._entries: Sequence[Entry[Value]] = ()

    def body(self) -> Iterable[Widget]:
        """Yield the field to type in and the list."""
        yield Input(placeholder=_("a part of it"))
        yield UnfocusedList()
        yield Static(id="nothing")

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits the words."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Choose what is highlighted."""
        at = self.query_one(UnfocusedList).highlighted
        if at is not None:
            self.dismiss(self._entries[at].value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked on."""
        self.dismiss(self._entries[event.option_index].value)

    def action_move(self, how: str) -> None:
        """Move the highlight while the words keep the cursor."""
        getattr(self.query_one(UnfocusedList), f"action_{how}")()

    def _fill(self, words: str) -> None:
        if not self.query(UnfocusedList):
            return  # the program ends while the list opens
        self._entries = self._find(words)
        fill(self.query_one(UnfocusedList), (hanging(e.text, e.mark) for e in self._entries))
        nothing = "" if self._entries else _("Nothing fits.")
        self.query_one("#nothing", Static).update(nothing)


class UnfocusedList(OptionList, can_focus=False):
    """A list that is moved through from elsewhere."""


class ReviewList(Dialog[Go | None]):
    """The answers of one kind of review; the result goes to the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"show('{which}')") for number, which in enumerate(WHICH)),
        Binding(",".join((*same_key("r"), "right")), "next"),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("0-5", N_("other reviews")),
        ("Enter", N_("goes there")),
        ("Esc", N_("closes")),
    )

    def __init__(self, conversation: Conversation, which: Which) -> None:
        super().__init__(_("Review"))
        self._conversation = conversation
        self._which = which

    def body(self) -> Iterable[Widget]:
        """Yield the kinds of review and the list."""
        yield Static(id="kinds")
        yield OptionList()
        yield Static(id="nothing")

    def on_mount(self) -> None:
        """Show the first kind."""
        self._fill()

    def action_show(self, which: Which) -> None:
        """Show another kind of review."""
        if which in [known for known, _name in answers.reviews(self._conversation)]:
            self._which = which
            self._fill()

    def action_next(self) -> None:
        """Show the next kind of review, after the last one the first."""
        known = [which for which, _name in answers.reviews(self._conversation)]
        self.action_show(known[(known.index(self._which) + 1) % len(known)])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the question."""
        self.dismiss(Go(reviewed(self._conversation, self._which)[event.option_index].id))

    def _fill(self) -> None:
        if not self.query(OptionList):
            return  # the program ends while the list opens
        places = reviewed(self._conversation, self._which)
        told = self._conversation
        lines = [hanging(_told(place, told), f"{place.label} ") for place in places]
        fill(self.query_one(OptionList), lines)
        kinds = [
            unbroken(f"{'●' if which == self._which else '○'} {WHICH.index(which)} {name}")
            for which, name in answers.reviews(told)
        ]
        self.query_one("#kinds", Static).update(hanging("  ".join(kinds)))
        self.query_one("#nothing", Static).update("" if places else _("There is none."))


def _told(place: Place, conversation: Conversation) -> str:
    said = [answers.reviewed(place, conversation), *answers.noted(conversation.answer(place.id))]
    return "\n".join(said)


def fill(options: OptionList, lines: Iterable[Lines]) -> None:
    """Show *lines* in the list, the first one highlighted."""
    options.clear_options()
    options.add_options(lines)
    options.highlighted = 0 if options.option_count else None

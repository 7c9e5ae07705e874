"""What opens above a question and closes again: pages to read, an editor, a failure of the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from assess.interview.layouts import same_key
from assess.language.messages import N_, _
from assess.terminal.fullscreen.text import Lines, hanging
from assess.terminal.layout import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.events import Key
    from textual.widget import Widget

Result = TypeVar("Result")


class KeysWanted(Message):
    """Keys that were pressed meanwhile can be taken now."""


class Dialog(ModalScreen[Result]):
    """A frame with a title, a body, and a line that says which keys work here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close"),
        Binding("f1", "help"),
        Binding("ctrl+c", "app.stop"),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Esc", N_("closes")),)
    """Every key of this dialog, with what it does."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.ready = False

    def compose(self) -> ComposeResult:
        """Lay out the frame around the body."""
        with Vertical(classes="dialog"):
            yield Static(hanging(self._title), classes="dialog-title")
            yield from self.body()
            yield Static(hanging(self._hint()), classes="dialog-keys")

    def body(self) -> Iterable[Widget]:
        """Yield what stands in the frame besides title and keys."""
        return ()

    def on_screen_resume(self) -> None:
        """Take keys, now that there is something with the focus."""
        self.ready = True
        self.app.post_message(KeysWanted())

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with the result, once; the keys that follow belong to what is below."""
        if not self.is_current:
            return AwaitComplete()
        closing = super().dismiss(result)
        self.app.post_message(KeysWanted())
        return closing

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say which keys work here."""
        keys = [(key, _(does)) for key, does in (*self.KEYS, ("F1", N_("this help")))]
        self.app.push_screen(Page(_("Help"), Lines(lambda width: rows(keys, width))))

    def _hint(self) -> str:
        return "  ".join(f"{key} {_(does)}" for key, does in self.KEYS)


class Page(Dialog[None]):
    """Something to read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "close")]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("scroll")),
        ("Esc", N_("closes")),
    )

    def __init__(self, title: str, text: Lines) -> None:
        super().__init__(title)
        self._text = text

    def body(self) -> Iterable[Widget]:
        """Yield the text, which scrolls."""
        yield VerticalScroll(Static(self._text), can_focus=True)

    def action_help(self) -> None:
        """Do nothing: all keys stand below the text."""


class Field(TextArea):
    """A text field that leaves some keys to its dialog, in the order in which they were pressed."""

    async def _on_key(self, event: Key) -> None:
        if (action := _EDITOR_KEYS.get(event.key)) is None:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        await self.screen.run_action(action)


_EDITOR_KEYS: Final = {
    **dict.fromkeys(("enter", "ctrl+s", "f2"), "keep"),
    **dict.fromkeys(("ctrl+j", "f4"), "new_line"),
    "escape": "leave",
}


class Editor(Dialog[str | None]):
    """A text to write or change: the result is the text, None where it shall stay as it was."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", N_("keeps it")),
        ("Ctrl+J", N_("new line (or F4)")),
        ("Esc", N_("leaves it as it was")),
    )

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._before = text
        self._warned = False

    def body(self) -> Iterable[Widget]:
        """Yield the text field, with the cursor at its end."""
        area = Field(self._before, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        area.move_cursor(area.document.end)
        yield area
        yield Static(id="warning")

    def action_keep(self) -> None:
        """Close with the text."""
        self.dismiss(self.query_one(TextArea).text)

    def action_new_line(self) -> None:
        """Begin a new line, as Enter closes."""
        self.query_one(TextArea).insert("\n")

    def action_leave(self) -> None:
        """Close without the text; where it was changed, only after a warning."""
        if self._warned or self.query_one(TextArea).text == self._before:
            self.dismiss(None)
            return
        self._warned = True
        warning = _("The text was changed. Esc again drops the change, Enter keeps it.")
        self.query_one("#warning", Static).update(hanging(warning))

    def on_text_area_changed(self) -> None:
        """Take the warning back: typing goes on."""
        self._warned = False
        for warning in self.query("#warning").results(Static):
            warning.update("")


class Failure(Dialog[bool]):
    """The disk failed: the result says whether to try again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)"),
        Binding(",".join((*same_key("q"), "escape")), "dismiss(False)"),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", N_("tries again")),
        ("q", N_("ends without it")),
    )

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(title)
        self._reason = reason

    def body(self) -> Iterable[Widget]:
        """Yield the reason."""
        yield Static(hanging(self._reason))

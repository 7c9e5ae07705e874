"""The program on the full screen, from its first screen to what it leaves behind."""

from __future__ import annotations

import signal
import sys
from collections import deque
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Key, Paste

from assess.errors import AssessError
from assess.terminal import pages
from assess.terminal.fullscreen.dialogs import Dialog, KeysWanted
from assess.terminal.fullscreen.look import THEMES
from assess.terminal.fullscreen.screen import InterviewScreen
from assess.terminal.layout import columns, wrapped
from assess.terminal.teletype import Teletype

if TYPE_CHECKING:
    from textual.events import Event

    from assess.interview.conversation import Conversation
    from assess.model.configuration import Theme
    from assess.terminal.desk import Desk


class InterviewApp(App[AssessError | None], inherit_bindings=False):
    """The interview; its result is the error that ended it, if one did."""

    TITLE = "assess"
    CSS_PATH = "interview.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-widest")]  # noqa: RUF012 - as its base declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]  # noqa: RUF012 - as its base declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "stop"),
        Binding("ctrl+z", "suspend_process"),
    ]

    def __init__(self, conversation: Conversation, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._keys: deque[Key | Paste] = deque()
        self._taking = False
        self.interview = InterviewScreen(conversation, desk)
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def on_mount(self) -> None:
        """Paint everything again after the program was suspended."""
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))

    async def on_event(self, event: Event) -> None:
        """Take keys one by one: the next only after all that the one before it led to.

        Otherwise what is typed quickly would be commands until a text field has opened.
        """
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._keys.append(event)
            await self._take_a_key()
        else:
            await super().on_event(event)

    @property
    def has_taken_all_keys(self) -> bool:
        """Whether everything that was pressed so far has had its effect."""
        return not self._keys and not self._taking

    async def on_keys_wanted(self) -> None:
        """Take the next key."""
        self._taking = False
        await self._take_a_key()

    async def _take_a_key(self) -> None:
        screen = self.screen
        if not self._keys or self._taking or (isinstance(screen, Dialog) and not screen.ready):
            return
        self._taking = True
        target = self.focused or screen
        await super().on_event(self._keys.popleft())
        # It rises through the same queues as the key, behind it.
        target.post_message(KeysWanted())

    def get_default_screen(self) -> InterviewScreen:
        """Return the screen of the interview."""
        return self.interview

    def action_stop(self) -> None:
        """Stop as Ctrl-C does everywhere: at once, as everything is saved."""
        signal.raise_signal(signal.SIGINT)


def run_full_screen(conversation: Conversation, desk: Desk, theme: Theme) -> None:
    """Ask until the user quits; what is said first stays above what is said last.

    Raises:
        AssessError: The answer could not be saved and is not kept; all earlier ones are.

    """
    line = Teletype(None, sys.stdout)
    line.say(wrapped(desk.opening, columns()))
    app = InterviewApp(conversation, desk, theme)
    error = app.run()
    if error is not None:
        raise error
    line.say(pages.farewell(app.interview.conversation, columns()))

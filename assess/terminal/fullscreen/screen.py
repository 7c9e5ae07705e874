"""The screen of the interview: a key becomes a command, and what came of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from assess.errors import AssessError, DiskError
from assess.interview.commands import (
    Changing,
    Choose,
    Command,
    DontKnow,
    NotApplicable,
    Park,
    SetEvidence,
    SetNote,
    Skip,
    Unpark,
)
from assess.interview.refusals import refusal
from assess.interview.steps import step
from assess.language.messages import _
from assess.terminal import answers
from assess.terminal.fullscreen import finding, keys, reading
from assess.terminal.fullscreen.dialogs import Editor, Failure
from assess.terminal.fullscreen.lists import Finder, ReviewList
from assess.terminal.fullscreen.question import Choice, QuestionPage, Row, details
from assess.terminal.fullscreen.rail import Rail
from assess.terminal.fullscreen.text import hanging
from assess.terminal.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.events import Key

    from assess.interview.conversation import Conversation, Turn
    from assess.model.assessment import Answer
    from assess.terminal.desk import Desk

_CARET = {"up": -1, "down": 1}


class InterviewScreen(Screen[None]):
    """The question at the cursor, between the dimensions and what helps to answer it."""

    def __init__(self, conversation: Conversation, desk: Desk) -> None:
        super().__init__()
        self.conversation = conversation
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Lay out the dimensions, the question, its details, the status and the keys."""
        with Horizontal():
            yield Rail(id="rail")
            yield QuestionPage()
            with VerticalScroll(id="aside", can_focus=False):
                yield Static(id="details")
        yield Static(id="status")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Begin with what is said first."""
        self._page.focus()
        self._show(moved=True)
        self._say(self._desk.opening)

    def on_key(self, event: Key) -> None:
        """Do what the key stands for; other keys scroll."""
        level, action = keys.digit(event.character), keys.action_for(event.key, event.character)
        if level is not None:
            self.perform(Choose(level), stay=True)
        elif event.key in _CARET:
            self._page.move(_CARET[event.key])
        elif event.key == "space":
            self._choose(self._page.pointed_at)
        elif action is not None:
            self.do(action)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_row_chosen(self, event: Row.Chosen) -> None:
        """Choose the row that was clicked on."""
        self._choose(self._page.choices[event.number])

    def do(self, action: keys.Action) -> None:
        """Do one of the actions."""
        if action.command is not None:
            self.perform(action.command)
        else:
            getattr(self, f"do_{action.name}")()

    def perform(self, command: Command, *, stay: bool = False) -> None:
        """Do what the command says; with *stay* an answer leaves the question on the screen."""
        self._keep(step(self.conversation, command, self._desk.now(), stay=stay))

    def do_go_on(self) -> None:
        """Choose the row with the caret, if it is not chosen yet, else go on."""
        if (choice := self._page.pointed_at) is not None:
            self._choose(choice)
        else:
            self.perform(Skip())

    def do_note(self) -> None:
        """Edit the note."""
        self._edit(_("Note"), self._answer.note, SetNote)

    def do_evidence(self) -> None:
        """Edit the evidence, one piece a line."""
        shown = "\n".join(self._answer.evidence)
        title = _("Evidence, one piece a line")
        self._edit(title, shown, lambda text: SetEvidence(tuple(text.split("\n"))))

    def do_not_applicable(self) -> None:
        """Ask for the reason, unless the question always applies."""
        reason = self._answer.not_applicable or ""
        if not self._refused(NotApplicable("?")):
            self._edit(_("Why is it not applicable?"), reason, NotApplicable)

    def do_dont_know(self) -> None:
        """Answer "don't know"."""
        self.perform(DontKnow(), stay=True)

    def do_park(self) -> None:
        """Park the question, or take the mark away."""
        self.perform(Unpark() if self._answer.parked else Park())

    def do_jump(self) -> None:
        """Find a question and go there."""
        find = finding.questions(self.conversation)
        self.app.push_screen(Finder(_("Find a question"), find), self._found)

    def do_palette(self) -> None:
        """Find an action or a question."""
        find = finding.everything(self.conversation)
        self.app.push_screen(Finder(_("What to do"), find), self._found)

    def do_theme(self) -> None:
        """Change between light and dark."""
        self.app.theme = "light" if self.app.theme == "dark" else "dark"

    @property
    def _page(self) -> QuestionPage:
        return self.query_one(QuestionPage)

    @property
    def _answer(self) -> Answer:
        return self.conversation.answer(self.conversation.cursor or "")

    def _found(self, chosen: Command | keys.Action | None) -> None:
        if isinstance(chosen, keys.Action):
            self.do(chosen)
        elif chosen is not None:
            self.perform(chosen)

    def _choose(self, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.command is None:
            self.do_not_applicable()
        else:
            self.perform(choice.command, stay=True)

    def _edit(self, title: str, text: str, command: Callable[[str], Command]) -> None:
        """Let the text be changed, unless nothing here can be; a changed one is a command."""

        def done(changed: str | None) -> None:
            if changed is not None and changed != text:
                self.perform(command(changed), stay=True)

        if not self._refused(SetNote("")):
            self.app.push_screen(Editor(title, text), done)

    def _refused(self, command: Changing) -> bool:
        """Say why the answer here cannot be changed so, where that is the case."""
        said = self.conversation.held or refusal(self.conversation.place, command)
        if said:
            self._say(said)
        return bool(said)

    def _keep(self, turn: Turn) -> None:
        """Save what changed, and only then show it."""
        try:
            if turn.changed is not None:
                self._desk.save(turn.conversation.interview)
        except AssessError as error:
            self._fail(turn, error)
        else:
            self._show_turn(turn)

    def _fail(self, turn: Turn, error: AssessError) -> None:
        """End with the error; where the disk failed, let the person try again first."""

        def decided(again: object) -> None:
            if again:
                self._keep(turn)
            else:
                self.app.exit(error, message=safe_text(answers.not_kept(turn)))

        if isinstance(error, DiskError):
            self.app.push_screen(Failure(answers.not_kept(turn), str(error)), decided)
        else:
            decided(None)

    def _show_turn(self, turn: Turn) -> None:
        before, self.conversation = self.conversation, turn.conversation
        if turn.show == "farewell":
            self.app.exit()
        elif turn.show == "review":
            self.app.push_screen(ReviewList(turn.conversation, turn.which), self._found)
        elif turn.show in reading.PAGES:
            self.app.push_screen(reading.page(turn, self._desk))
        else:
            self._show(moved=before.cursor != self.conversation.cursor)
        saved = f"✓ {answers.saved(turn)}" if turn.changed else ""
        self._say("  ".join(filter(None, (saved, turn.message))))

    def _show(self, *, moved: bool) -> None:
        self._page.show(self.conversation, moved=moved)
        self.query_one(Rail).show(self.conversation)
        if moved:
            self.query_one("#details", Static).update(details(self.conversation) or "")
            self.query_one("#keys", Static).update(keys.line(self.conversation))

    def _say(self, text: str) -> None:
        self.query_one("#status", Static).update(hanging(text) if text else "")

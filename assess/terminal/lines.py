"""The interview line by line: works everywhere, and reads well aloud and on paper."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

from assess.errors import AssessError
from assess.interview.conversation import Turn, step
from assess.interview.grammar import Misunderstood, Unfinished, parse
from assess.interview.refusals import refusal
from assess.language.messages import N_, _
from assess.terminal import pages
from assess.terminal.layout import columns, wrapped
from assess.terminal.teletype import CUT, CutLineError, Teletype

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from assess.interview.conversation import Conversation
    from assess.interview.grammar import Understood
    from assess.model.assessment import Interview

_WANTED: Final = {
    "note": N_("Note; an empty line ends it, one at once changes nothing."),
    "evidence": N_(
        "Evidence, one piece a line; an empty line ends it, one at once changes nothing."
    ),
    "reason": N_("Why is it not applicable? An empty line ends it, one at once changes nothing."),
}


def run_lines(
    conversation: Conversation,
    *,
    save: Callable[[Interview], None],
    now: Callable[[], dt.datetime],
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
) -> None:
    """Ask until the user quits or the input ends; the standard streams are the default.

    *save* makes an interview durable before it returns: only then an answer is acknowledged, with
    a line `saved QUESTION: level 4`. *now* gives times with a zone.

    Raises:
        AssessError: what *save* raised; that one answer is not kept, all earlier ones are.
        KeyboardInterrupt: Ctrl-C, where no handler of signals stands before.

    """
    line = Teletype(stdin or sys.stdin, stdout or sys.stdout)
    _Session(line, save, now).run(conversation)


@dataclass(frozen=True, slots=True)
class _Session:
    line: Teletype
    save: Callable[[Interview], None]
    now: Callable[[], dt.datetime]

    def run(self, conversation: Conversation) -> None:
        self.line.say(pages.start(conversation, columns()))
        self._show_cursor(conversation, opening=True)
        while (turn := self._turn(conversation)) is not None and turn.show != "farewell":
            self._acknowledge(turn)
            self._show(conversation, turn)
            conversation = turn.conversation
        self.line.say(("" if turn else "\n") + pages.farewell(conversation, columns()))

    def _turn(self, conversation: Conversation) -> Turn | None:
        """Return what the next line leads to, None at the end of input."""
        place = conversation.place or conversation.agenda.places[-1]
        try:
            typed = self.line.ask("\n" + pages.prompt(conversation))
        except CutLineError:
            return Turn(conversation, message=_(CUT))
        if typed is None:
            return None
        return self._understood(conversation, parse(typed, len(place.questionnaire.scale)))

    def _understood(self, conversation: Conversation, meant: Understood) -> Turn:
        if isinstance(meant, Misunderstood):
            return Turn(conversation, message=meant.message)
        if not isinstance(meant, Unfinished):
            return step(conversation, meant, self.now())
        if said := refusal(conversation.place, meant.completed("?")):
            return Turn(conversation, message=said)
        text = self._text(meant)
        if not text.strip():
            return Turn(conversation, message=_("Nothing was typed, so nothing changed."))
        return step(conversation, meant.completed(text), self.now())

    def _text(self, unfinished: Unfinished) -> str:
        """Return the lines up to an empty one; what was cut or never came is no text."""
        self.line.say(wrapped(_(_WANTED[unfinished.wants]), columns()))
        typed: list[str] = []
        try:
            while line := self.line.ask("> "):
                typed.append(line)
        except CutLineError:
            self.line.say(_(CUT))
            return ""
        return "\n".join(typed)

    def _acknowledge(self, turn: Turn) -> None:
        if turn.changed is None:
            return
        try:
            self.save(turn.conversation.interview)
        except AssessError:
            message = _(
                "Not kept: {outcome} for {question}. Everything before is.",
                outcome=turn.outcome,
                question=turn.changed,
            )
            self.line.say(message)
            raise
        self.line.say(_("saved {question}: {outcome}", question=turn.changed, outcome=turn.outcome))

    def _show(self, before: Conversation, turn: Turn) -> None:
        if turn.message:
            self.line.say(pages.message(turn.message, columns()))
        match turn.show:
            case "question" | "end":
                old, new = before.place, turn.conversation.place
                same = old is not None and new is not None and old.chapter == new.chapter
                self._show_cursor(turn.conversation, opening=not same)
            case "nothing" | "farewell":
                pass
            case _:
                self.line.say(_page(turn, columns()))

    def _show_cursor(self, conversation: Conversation, *, opening: bool) -> None:
        place, width = conversation.place, columns()
        if place is None:
            self.line.say("\n" + pages.end(conversation, width))
        else:
            self.line.say("\n" + pages.question(place, conversation, width, opening=opening))


def _page(turn: Turn, width: int) -> str:
    conversation = turn.conversation
    place = conversation.place or conversation.agenda.places[-1]
    match turn.show:
        case "hints":
            return pages.hints(place, width)
        case "why":
            return pages.why(place, width)
        case "review":
            return pages.review(conversation, width)
        case "progress":
            return pages.progress(conversation, width)
        case "matches":
            return pages.matches(turn.matches, width)
        case _:
            return pages.commands(len(place.questionnaire.scale), width)

"""The interview line by line: works everywhere, and reads well aloud and on paper."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

from assess.errors import AssessError, DiskError
from assess.interview.conversation import Turn
from assess.interview.grammar import Misunderstood, Unfinished, parse
from assess.interview.refusals import refusal
from assess.interview.steps import step
from assess.language.messages import N_, _
from assess.terminal import answers, pages
from assess.terminal.layout import columns, wrapped
from assess.terminal.teletype import CUT, CutLineError, Teletype

if TYPE_CHECKING:
    from assess.interview.conversation import Conversation
    from assess.interview.grammar import Understood
    from assess.terminal.desk import Desk

_WANTED: Final = {
    "note": N_("Note; an empty line ends it, one at once changes nothing."),
    "evidence": N_(
        "Evidence, one piece a line; an empty line ends it, one at once changes nothing."
    ),
    "reason": N_("Why is it not applicable? An empty line ends it, one at once changes nothing."),
}


def run_lines(
    conversation: Conversation,
    desk: Desk,
    *,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
) -> None:
    """Ask until the user quits or the input ends; the standard streams are the default.

    An answer is acknowledged once it is durable, with a line `saved QUESTION: level 4`.

    Raises:
        AssessError: The answer could not be saved and is not kept; all earlier ones are.
        KeyboardInterrupt: Ctrl-C, where no handler of signals stands before.

    """
    line = Teletype(stdin or sys.stdin, stdout or sys.stdout)
    _Session(line, desk).run(conversation)


@dataclass(frozen=True, slots=True)
class _Session:
    line: Teletype
    desk: Desk

    def run(self, conversation: Conversation) -> None:
        if self.desk.opening:
            self.line.say(wrapped(self.desk.opening, columns()) + "\n")
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
            return step(conversation, meant, self.desk.now())
        if said := refusal(conversation.place, meant.completed("?")):
            return Turn(conversation, message=said)
        text = self._text(meant)
        if not text.strip():
            return Turn(conversation, message=_("Nothing was typed, so nothing changed."))
        return step(conversation, meant.completed(text), self.desk.now())

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
        while not self._saved(turn):
            pass
        self.line.say(answers.saved(turn))

    def _saved(self, turn: Turn) -> bool:
        """Save; tell false where the disk failed and the person at the terminal tries again.

        Raises:
            AssessError: It cannot be saved; the person gave up, or trying again cannot help.

        """
        try:
            self.desk.save(turn.conversation.interview)
        except AssessError as error:
            self.line.say(answers.not_kept(turn))
            if not isinstance(error, DiskError) or not self.line.typed:
                raise
            self.line.say(wrapped(str(error), columns()))
            if self.line.ask(_("Enter tries again, q ends without it: ")) != "":
                raise
            return False
        return True

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
            case "score":
                self._show_scores(turn.conversation)
            case _:
                self.line.say(_page(turn, columns()))

    def _show_scores(self, conversation: Conversation) -> None:
        from assess.terminal.standing import scores_so_far  # noqa: PLC0415 - rich, for few

        told = scores_so_far(self.desk.evaluate(conversation.interview))
        self.line.say(pages.filled(told, columns()))

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
            return pages.review(turn, width)
        case "progress":
            return pages.progress(conversation, width)
        case "matches":
            return pages.matches(turn.matches, width)
        case _:
            return pages.commands(len(place.questionnaire.scale), width)

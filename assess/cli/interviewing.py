"""What an interview needs before it can begin: what is asked, what was said before, which mode."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from assess.cli.files import ENDING, load_assessment
from assess.cli.speaking import shown
from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from assess.interview.conversation import Conversation
    from assess.interview.earlier import Earlier
    from assess.model.assessment import Assessment, Interview
    from assess.model.configuration import Theme
    from assess.model.questionnaire import Questionnaire
    from assess.terminal.desk import Desk
    from assess.terminal.mode import Mode


class Wishes(NamedTuple):
    """How the interview shall be held, as the command line says."""

    only: str | None
    against: Path | None
    mode: Literal["plain", "full-screen"] | None
    express: bool


def hold(
    assessment: Assessment,
    interview: Interview,
    wishes: Wishes,
    *,
    save: Callable[[Interview], None] | None = None,
    held: str = "",
) -> None:
    """Hold the interview until the person ends it.

    *save* makes an interview durable; *held* says why nothing can be changed, where that is so.

    Raises:
        AssessError: An answer could not be saved, or the earlier cycle cannot be read.
        click.UsageError: There is nothing of that name to ask.

    """
    from assess.interview.conversation import Conversation
    from assess.scoring.evaluate import evaluate
    from assess.terminal.desk import Desk

    today = shown(assessment).assessment
    before = _before(assessment, wishes.against)
    earlier = _earlier(before, assessment)
    conversation = Conversation.start(
        _asked(today, wishes.only),
        interview,
        express=wishes.express,
        earlier=earlier,
        held=held and _("{held} Until then it can be read here, not changed.", held=held),
    )
    mode, theme = _mode(wishes.mode)
    opening = " ".join(filter(None, (mode.reason, conversation.held, _beside(before, earlier))))
    desk = Desk(
        save=save or _never,
        evaluate=lambda told: evaluate(today.model_copy(update={"interviews": (told,)})),
        now=now,
        opening=opening,
    )
    _ask(conversation, desk, theme if mode.full_screen else None)


def now() -> dt.datetime:
    """Return the time in whole seconds, with its zone, as histories keep it."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def _never(_interview: Interview) -> None:
    raise AssertionError  # nothing changes in a conversation that is held


def _mode(wish: Literal["plain", "full-screen"] | None) -> tuple[Mode, Theme]:
    from assess.store.configuration import load_configuration
    from assess.terminal.mode import chosen, here

    configured = load_configuration()
    return chosen(wish, configured.ui, os.environ, here()), configured.theme


def _ask(conversation: Conversation, desk: Desk, theme: Theme | None) -> None:
    """Ask on the full screen in the colours of *theme*, or line by line where there is none."""
    from assess.terminal.signals import stopping

    farewell = _("Stopped. Everything is saved; the same command goes on from here.")
    with stopping(farewell, full_screen=theme is not None):
        if theme is None:
            from assess.terminal.lines import run_lines

            run_lines(conversation, desk)
        else:
            from assess.terminal.fullscreen.app import run_full_screen

            run_full_screen(conversation, desk, theme)


def _asked(today: Assessment, only: str | None) -> list[Questionnaire]:
    """Return the questionnaires that are asked, in the language and with the word of today."""
    chosen = [asked for asked in today.questionnaires if only in {None, asked.id}]
    if not chosen:
        known = ", ".join(asked.id for asked in today.questionnaires)
        raise click.UsageError(_("--only {name}: one of {known}.", name=only, known=known))
    return chosen


def _before(assessment: Assessment, against: Path | None) -> tuple[Path, Assessment] | None:
    """Return the cycle before from a file, unless it travels along in *assessment* itself."""
    from assess.store.cycles import cycle_before_in
    from assess.store.folders import files_ending

    if against:
        return against, load_assessment(against)
    if assessment.earlier:
        return None
    return cycle_before_in(files_ending(Path(), ENDING), assessment)


def _earlier(before: tuple[Path, Assessment] | None, assessment: Assessment) -> Earlier:
    from assess.interview.earlier import Earlier

    return Earlier.of(before[1], assessment) if before else Earlier.in_short(assessment)


def _beside(before: tuple[Path, Assessment] | None, earlier: Earlier) -> str:
    if before:
        file, assessment = before
        return _(
            "The answers of {cycle} stand beside the questions (from {file}).",
            cycle=assessment.cycle,
            file=file,
        )
    if earlier.answers:
        return _("The answers of {cycle} stand beside the questions.", cycle=earlier.cycle)
    return ""

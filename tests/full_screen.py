"""A person before the full screen: keys are pressed, and the screen is read as text."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.events import Key

from assess.terminal.fullscreen.app import InterviewApp
from tests.interview_samples import desk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.pilot import Pilot

    from assess.interview.conversation import Conversation
    from assess.terminal.desk import Desk


@dataclass(frozen=True)
class Seen:
    """What the screen shows, and the app behind it after it ended."""

    text: str
    cells: list[tuple[str, str | None, str | None]]
    app: InterviewApp

    @property
    def conversation(self) -> Conversation:
        """Where the interview stands."""
        return self.app.interview.conversation


def played(  # noqa: PLR0913 - what a person can have before them
    *keys: str,
    start: Conversation | None = None,
    at: Desk | None = None,
    size: tuple[int, int] = (80, 24),
    theme: str = "dark",
    resized: Iterable[tuple[int, int]] = (),
    at_once: bool = False,
) -> Seen:
    """Return what is seen after *keys* were pressed and the window got other sizes.

    Keys that are pressed *at_once* are all there before the first one was taken.
    """
    app = InterviewApp(start or fresh(), at or desk(), theme)
    return asyncio.run(_play(app, keys, size, resized, at_once=at_once))


async def _play(
    app: InterviewApp,
    keys: Iterable[str],
    size: tuple[int, int],
    resized: Iterable[tuple[int, int]],
    *,
    at_once: bool,
) -> Seen:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await (_press_at_once(app, pilot, keys) if at_once else pilot.press(*keys))
        for other in resized:
            await pilot.resize_terminal(*other)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()  # noqa: SLF001 - nothing public has them
        cells = [
            (segment.text, _colour(segment, "color"), _colour(segment, "bgcolor"))
            for strip in strips
            for segment in strip
        ]
        text = "\n".join(strip.text.replace("\xa0", " ").rstrip() for strip in strips)
    return Seen(text, cells, app)


async def _press_at_once(app: InterviewApp, pilot: Pilot, keys: Iterable[str]) -> None:
    for key in keys:
        app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))
    app.post_message(Key("f24", None))  # the last one does nothing
    while app.is_running and not app.has_taken_all_keys:
        await pilot.pause()
    await pilot.pause()


def _colour(segment, name):
    colour = getattr(segment.style, name, None)
    return colour.get_truecolor().hex if colour else None


def typed(text: str) -> list[str]:
    """Return the keys that type *text* into a field."""
    return [{" ": "space", "\n": "ctrl+j"}.get(character, character) for character in text]

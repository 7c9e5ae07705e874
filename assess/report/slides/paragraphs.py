"""Text in its sizes and colours, and how it is made to fit a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.report.slides import letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Colour = str
"""`#rrggbb`, or one of those that the presentation says: INK, SOFT, LINE, PANEL, GROUND."""

INK: Final = "ink"
SOFT: Final = "soft"
LINE: Final = "line"
PANEL: Final = "panel"
GROUND: Final = "ground"
GOOD: Final = "#1b6e45"
BAD: Final = "#a8231c"
BEFORE: Final = "#707c8a"
TARGET: Final = "#a34d00"


class Run(NamedTuple):
    """Letters of one kind."""

    text: str
    bold: bool = False
    colour: Colour = INK


class Paragraph(NamedTuple):
    """Runs on one line after the other, with room *after* the last, in points."""

    runs: tuple[Run, ...]
    size: float
    after: float = 0

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


def paragraph(
    text: str, size: float, *, bold: bool = False, colour: Colour = INK, after: float = 0
) -> Paragraph:
    """Return a paragraph of one kind of letters."""
    return Paragraph((Run(text, bold, colour),), size, after)


def height(paragraphs: Iterable[Paragraph], room: float) -> float:
    """Return how high *paragraphs* stand in *room* points of width."""
    return sum(_lines(p, room) * p.size * letters.LINE + p.after for p in paragraphs)


def fitted(
    build: Callable[[float], Sequence[Paragraph]],
    sizes: Iterable[float],
    *,
    room: float,
    high: float,
) -> tuple[Paragraph, ...]:
    """Return what *build* makes of the first of *sizes* that fits without broken words.

    Where none does, that is of the last as much as fits.
    """
    built: tuple[Paragraph, ...] = ()
    for size in sizes:
        built = tuple(map(_plain, build(size)))
        if height(built, room) <= high and not _breaks(built, room):
            return built
    return _cut(built, room, high)


def _plain(one: Paragraph) -> Paragraph:
    return one._replace(runs=tuple(r._replace(text=letters.plain(r.text)) for r in one.runs))


def _breaks(paragraphs: Iterable[Paragraph], room: float) -> bool:
    return any(letters.longest_word(p.text, p.size, bold=_bold(p)) > room for p in paragraphs)


def _cut(paragraphs: Iterable[Paragraph], room: float, high: float) -> tuple[Paragraph, ...]:
    kept: list[Paragraph] = []
    left = high
    for one in paragraphs:
        needed = height([one._replace(after=0)], room)
        most = int(left // (one.size * letters.LINE))
        if needed > left:
            kept += [_shortened(one, room, most)] if most > 0 else []
            break
        kept.append(one)
        left -= needed + one.after
    return (*kept[:-1], *(last._replace(after=0) for last in kept[-1:]))


def _shortened(one: Paragraph, room: float, most: int) -> Paragraph:
    """Return a paragraph of at most so many lines, in the kind of letters that it begins with."""
    first = one.runs[0]
    text = letters.shortened(one.text, room, one.size, most=most, bold=_bold(one))
    return one._replace(runs=(first._replace(text=text),), after=0)


def _lines(one: Paragraph, room: float) -> int:
    return letters.lines(one.text, room, one.size, bold=_bold(one))


def _bold(one: Paragraph) -> bool:
    """Tell whether to count with bold letters: where any are, all count as bold."""
    return any(run.bold for run in one.runs)

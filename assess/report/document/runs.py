"""What a Word template draws: coloured pieces of a line ("runs"), which end the one they stand in.

A bar is made of spaces on a coloured ground. So it is sharp in print, needs no picture, lies in one
cell of a table, and is passed over when the document is read aloud.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from assess.report import numbers
from assess.report.characters import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assess.report.charts.answers import Part
    from assess.report.charts.bridge import Stretch
    from assess.report.charts.scale import Dumbbell, Rung
    from assess.report.details import Moved
    from assess.report.numbers import Change
    from assess.report.palette import Palette

STEPS: Final = 60
"""How many spaces make a bar."""

SPACE: Final = "\N{FOUR-PER-EM SPACE}"
"""As wide in every font; LibreOffice paints its ground at the end of a line too."""

AXIS: Final = "#eef1f5"
GAP: Final = "#f1d9ba"
LOST: Final = "#f6dcd9"
OPEN: Final = "#d9dee5"
MARKS: Final = {"before": "#707c8a", "target": "#a34d00"}
SOFT: Final = "#4d5a6a"
CHANGED: Final = {"up": "#1b6e45", "down": "#a8231c", "same": SOFT, "within": SOFT}

LATER: Final = '</w:t></w:r>{}<w:r><w:t xml:space="preserve">'
"""What ends the run in which it stands and begins the next."""

RUN: Final = '<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
STYLE: Final = '<w:rStyle w:val="{}"/>'
INK: Final = '<w:color w:val="{}"/>'
LINK: Final = '<w:hyperlink w:anchor="{}" w:history="1">{}</w:hyperlink>'
GROUND: Final = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'

STRAIGHT: Final = re.compile('"([^"]*)"')
BRACES: Final = {ord("{"): "&#123;", ord("}"): "&#125;"}


def text(said: str) -> Markup:
    """Return *said* as text of a Word document, whatever is in it.

    A tabulator, which would leave its column, becomes a blank. Braces are written as numbers,
    because docxtpl looks for some of them after it has filled the template.
    """
    fit = str(escape(clean(said).replace("\t", " ")))
    return Markup(fit.translate(BRACES))  # noqa: S704  it is escaped


@dataclass(frozen=True)
class Runs:
    """Draws with the colours of a palette; the character styles are those of the template."""

    palette: Palette

    def bar(self, marks: Dumbbell) -> Markup:
        """Return one row on the scale: up to the score, from there to the target, and the marks."""
        now, before, target = (_step(at) for at in (marks.now, marks.before, marks.target))
        cells = [AXIS] * STEPS
        if marks.gap and target is not None:
            cells[:target] = [GAP] * target
        if now is not None:
            cells[:now] = [self.palette.accent] * now
        for at, kind in ((before, "before"), (target, "target")):
            if at is not None:
                cells[at - 1] = MARKS[kind]
        return _bar(cells)

    def step(self, stretch: Stretch | None) -> Markup:
        """Return one step of a waterfall, in the colour of better or worse."""
        cells = [AXIS] * STEPS
        if stretch:
            begin, end = sorted(map(_place, (stretch.start, stretch.end)))
            moved = "down" if stretch.start != stretch.end else "same"
            colour = CHANGED["up" if stretch.rises else moved]
            cells[begin - 1 : end] = [colour] * (end - begin + 1)
        return _bar(cells)

    def mark(self, at: str, kind: str) -> Markup:
        """Return the score `before` or `now` at its place in a waterfall."""
        cells = [AXIS] * STEPS
        cells[_place(at) - 1] = self.palette.accent if kind == "now" else MARKS[kind]
        return _bar(cells)

    def spread(self, parts: Iterable[Part]) -> Markup:
        """Return how the answers are spread over the levels, and those without a level."""
        cells: list[str] = []
        for part in parts:
            ends = round((float(part.x) + float(part.width)) * STEPS / 100)
            cells += [self._ground(part.kind)] * (ends - len(cells))
        return _bar(cells)

    def chip(self, answer: str, shade: int) -> Markup:
        """Return *answer* on the ground of a level; as it is where *shade* is 0."""
        if not shade:
            return _later(_run(answer, STYLE.format("Answer")))
        ink, ground = self.palette.inks[shade - 1], self.palette.shades[shade - 1]
        paint = (STYLE.format("Answer"), INK.format(_hex(ink)), GROUND.format(_hex(ground)))
        return _later(_run(f"{SPACE}{answer}{SPACE}", *paint))

    def dot(self, kind: str) -> Markup:
        """Return the mark of `now`, `before` or `target` for a legend."""
        colour = self.palette.accent if kind == "now" else MARKS[kind]
        return _later(_run("■", INK.format(_hex(colour))))

    def ground(self, rung: Rung) -> str:
        """Return the colour of a level on the ladder, for a cell of a table."""
        if rung.reached:
            return _hex(self.palette.on)
        return _hex(LOST if rung.lost else AXIS)

    def _ground(self, kind: str) -> str:
        return OPEN if kind == "none" else self.palette.shades[int(kind[1:]) - 1]


def delta(change: Change | None) -> Markup | str:
    """Return a change with its sign, in the colour of better or worse."""
    if change is None:
        return numbers.NONE
    colour = INK.format(_hex(CHANGED[change.direction]))
    return _later(_run(change.sign, colour))


def link(bookmark: str, words: str) -> Markup:
    """Return *words* as a link to a *bookmark* of the template."""
    return _later(LINK.format(text(bookmark), _run(words)))


def moved(answer: Moved) -> Markup | str:
    """Return what happened to an answer, in the colour of better or worse."""
    if not answer.words:
        return ""
    return _later(_run(answer.words, INK.format(_hex(CHANGED[answer.direction]))))


def curled(sentence: str) -> str:
    """Return *sentence* with the quotation marks of print, as the catalogues have it.

    Word writes them of its own accord and docxtpl makes them straight in every tag.
    """
    return STRAIGHT.sub("“\\1”", sentence).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def _step(percent: str | None) -> int | None:
    return None if percent is None else _place(percent)


def _place(percent: str) -> int:
    """Return the cell at *percent* of the width, counted from 1."""
    return max(1, round(float(percent) * STEPS / 100))


def _bar(cells: Iterable[str]) -> Markup:
    groups = ((colour, len(list(found))) for colour, found in groupby(cells))
    style = STYLE.format("Bar")
    return _later(*(_run(SPACE * n, style, GROUND.format(_hex(c))) for c, n in groups))


def _run(said: str, *paint: str) -> str:
    return RUN.format("".join(paint), text(said))


def _later(*runs: str) -> Markup:
    return Markup(LATER.format("".join(runs)))  # noqa: S704  what is not ours was escaped


def _hex(colour: str) -> str:
    """Return `#1d5fa6` as Word writes it."""
    digits = colour.removeprefix("#")
    return "".join(2 * digit for digit in digits) if len(digits) == 3 else digits  # noqa: PLR2004

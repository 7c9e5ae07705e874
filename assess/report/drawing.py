"""Charts as SVG: geometry in, markup out.

Each shape has a class for browsers and literal paint for readers that do not apply a style sheet
to SVG. The markup is written in Python because templates are compiled anew in every run; whatever
is not a number of ours is escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.report.charts.answers import Part
    from assess.report.charts.bridge import Stretch, Waterfall
    from assess.report.charts.matrix import Matrix
    from assess.report.charts.radar import Label, Radar
    from assess.report.charts.scale import Dumbbell, Ladder
    from assess.report.numbers import Change
    from assess.report.palette import Palette

AXIS: Final = 'class="axis" stroke="#d9dee5" stroke-width="2"'
BEFORE: Final = 'class="d-prev" fill="#fff" stroke="#707c8a" stroke-width="2.5"'
TARGET: Final = 'class="d-tgt" fill="#fff" stroke="#a34d00" stroke-width="3"'
GAP: Final = 'class="gapbar" stroke="#f1d9ba" stroke-width="8"'
ROSE: Final = 'class="rise" fill="#1b6e45" stroke="#1b6e45"'
FELL: Final = 'class="fall" fill="#fff" stroke="#a8231c" stroke-width="2"'
LINK: Final = 'class="ring" stroke="#707c8a"'
RUNG: Final = 'stroke="#fff" stroke-width="2"'
LOST: Final = 'stroke="#a8231c" stroke-width="1.5" stroke-dasharray="4 3"'
TEXT: Final = 'class="lab" font-size="12" fill="#16202e"'
TICK: Final = 'class="tick" font-size="12" fill="#4d5a6a"'
ROW: Final = '<svg class="scale" width="100%"'


@dataclass(frozen=True)
class Pen:
    """Draws charts with the colours of a palette."""

    palette: Palette

    @cached_property
    def now(self) -> str:
        """The paint of what is now."""
        return f'class="d-cur" fill="{self.palette.accent}"'

    @cached_property
    def lines(self) -> Mapping[str, str]:
        """The paint of the lines and areas of a profile."""
        accent = self.palette.accent
        return {
            "now": f'fill="{accent}" fill-opacity=".18" stroke="{accent}" stroke-width="2.5"',
            "before": 'fill="none" stroke="#707c8a" stroke-width="1.8"',
            "target": 'fill="none" stroke="#a34d00" stroke-width="2" stroke-dasharray="5 4"',
        }

    def dumbbell(self, drawn: Dumbbell) -> Markup:
        """Return one row on the scale; decoration, because its numbers stand beside it."""
        first, last = drawn.ticks[0], drawn.ticks[-1]
        axis = [f'<line x1="{first}%" x2="{last}%" y1="13" y2="13"/>']
        axis += [f'<line x1="{x}%" x2="{x}%" y1="9" y2="17"/>' for x in drawn.ticks]
        head = f'{ROW} height="26" aria-hidden="true"><g {AXIS}>'
        return markup(head, *axis, "</g>", self._marks(drawn), "</svg>")

    def ladder(self, drawn: Ladder, words: str) -> Markup:
        """Return the levels with the marks of the overall score; *words* say the same."""
        rungs = [
            f'<rect class="rung{" reached" * r.reached}{" lost" * r.lost}"'
            f' fill="{self.palette.on if r.reached else "#eef1f5"}" {LOST if r.lost else RUNG}'
            f' x="{r.x}%" y="0" width="{r.width}%" height="26"/>'
            for r in drawn.rungs
        ]
        name = escape(_("The overall score on the scale"))
        title = f'<title id="ladder-t">{name}</title>'
        told = f'<desc id="ladder-d">{escape(words)}</desc>'
        head = f'{ROW} height="34" role="img" aria-labelledby="ladder-t ladder-d">{title}{told}'
        return markup(head, *rungs, self._marks(drawn.marks), "</svg>")

    def radar(self, drawn: Radar) -> Markup:
        """Return the profile; the rings are the levels."""
        x, y = drawn.centre
        rings = [f'<path class="ring" fill="none" stroke="#d9dee5" d="{d}"/>' for d in drawn.rings]
        spokes = [
            f'<line class="ring" stroke="#d9dee5" x1="{x}" y1="{y}" x2="{end}" y2="{low}"/>'
            for end, low in drawn.spokes
        ]
        series = [
            f'<path class="s-{name}{"" if s.closed else " open"}" {self.lines[name]} d="{s.path}"/>'
            for name, s in drawn.series.items()
        ]
        dots = [
            f'<circle {self.now} cx="{x}" cy="{y}" r="3.5"/>' for x, y in drawn.series["now"].dots
        ]
        head = head_of("radar", drawn.width, drawn.height, _("Profile of the dimensions"))
        return markup(head, *rings, *spokes, *series, *dots, *map(_label, drawn.labels), "</svg>")

    def matrix(self, drawn: Matrix) -> Markup:
        """Return the grid of impact by effort with its numbered actions."""
        fields = [
            f'<rect class="quad{" first" * c.first}"'
            f' fill="{self.palette.first if c.first else "#eef1f5"}"'
            f' x="{c.x}" y="{c.y}" width="{c.width}" height="{c.height}" rx="3"/>'
            for c in drawn.cells
        ]
        rows = [f'<text {TICK} x="28" y="{y}" text-anchor="end">{i}</text>' for i, y in drawn.rows]
        columns = [
            f'<text {TICK} x="{x}" y="{drawn.names_y}" text-anchor="middle">{escape(name)}</text>'
            for name, x in drawn.columns
        ]
        effort, impact = escape(_("Effort →")), escape(_("Impact →"))
        axes = (
            f'<text {TEXT} x="{drawn.centre}" y="{drawn.axis_y}" text-anchor="middle">'
            f"{effort}</text>"
            f'<text {TEXT} transform="translate(11 {drawn.middle}) rotate(-90)"'
            f' text-anchor="middle">{impact}</text>'
        )
        discs = [
            f'<circle class="act" fill="{self.palette.accent}" cx="{s.x}" cy="{s.y}" r="10.5"/>'
            f'<text class="actk" font-size="11.5" font-weight="700"'
            f' fill="{self.palette.on_accent}" x="{s.x}" y="{s.text_y}"'
            f' text-anchor="middle">{s.number}</text>'
            for s in drawn.spots
        ]
        name = _("Impact and effort of the most urgent actions")
        head = head_of("matrix", drawn.width, drawn.height, name)
        return markup(head, *fields, *rows, *columns, axes, *discs, "</svg>")

    def spread(self, parts: Iterable[Part]) -> Markup:
        """Return how the answers are spread; decoration, because a line under it says the same."""
        bars, numbers = [], []
        for p in parts:
            bars.append(
                f'<rect class="{p.kind}" fill="{self._shade(p.kind)}" x="{p.x}%" y="0"'
                f' width="{p.width}%" height="20"/>'
            )
            if p.middle:
                numbers.append(
                    f'<text class="on-{p.kind}" font-size="12" fill="{self._ink(p.kind)}"'
                    f' x="{p.middle}%" y="14.5" text-anchor="middle">{p.answers}</text>'
                )
        head = '<svg class="spread" width="100%" height="20" aria-hidden="true">'
        return markup(head, *bars, *numbers, "</svg>")

    def step(self, drawn: Waterfall, step: Stretch | None) -> Markup:
        """Return one *step* of a waterfall; decoration, because its numbers stand beside it.

        Thin lines lead from row to row. A fall is an outline, which needs no colour to be told.
        """
        if step is None:
            return _row(drawn)
        if step.start == step.end:
            return _row(drawn, _link(step.end, -9, 35))
        paint = ROSE if step.rises else FELL
        bar = f'<rect {paint} x="{step.left}%" y="6" width="{step.width}%" height="14"/>'
        return _row(drawn, _link(step.start, -9, 6), _link(step.end, 20, 35), bar)

    def end(self, drawn: Waterfall, kind: str) -> Markup:
        """Return the score `before` all steps of a waterfall, or the one `now`."""
        if kind == "before":
            mark = f'<circle {BEFORE} cx="{drawn.before}%" cy="13" r="6"/>'
            return _row(drawn, _link(drawn.before, 13, 35), mark)
        mark = f'<circle {self.now} cx="{drawn.after}%" cy="13" r="7"/>'
        return _row(drawn, _link(drawn.after, -9, 13), mark)

    def dot(self, kind: str) -> Markup:
        """Return the mark of `now`, `before` or `target` for a legend."""
        paint, radius = {"now": (self.now, 6), "before": (BEFORE, 5), "target": (TARGET, 5.5)}[kind]
        circle = f'<circle {paint} cx="8" cy="8" r="{radius}"/>'
        return markup('<svg class="key" viewBox="0 0 16 16" aria-hidden="true">', circle, "</svg>")

    def line(self, kind: str) -> Markup:
        """Return the line of `now`, `before` or `target` for the legend of the profile."""
        shape = '<rect class="s-now" {} x="1" y="1" width="24" height="10" rx="2"/>'
        if kind != "now":
            shape = f'<line class="s-{kind}" {{}} x1="1" y1="6" x2="25" y2="6"/>'
        head = '<svg class="key" viewBox="0 0 26 12" aria-hidden="true">'
        return markup(head, shape.format(self.lines[kind]), "</svg>")

    def _marks(self, drawn: Dumbbell) -> str:
        parts = []
        if drawn.gap:
            parts.append(f'<line {GAP} x1="{drawn.now}%" x2="{drawn.target}%" y1="13" y2="13"/>')
        for x, paint, radius in (
            (drawn.target, TARGET, 6),
            (drawn.before, BEFORE, 4.5),
            (drawn.now, self.now, 7),
        ):
            if x:
                parts.append(f'<circle {paint} cx="{x}%" cy="13" r="{radius}"/>')
        return "".join(parts)

    def _shade(self, kind: str) -> str:
        return "#fff" if kind == "none" else self.palette.shades[int(kind[1:]) - 1]

    def _ink(self, kind: str) -> str:
        return "#16202e" if kind == "none" else self.palette.inks[int(kind[1:]) - 1]


def delta(change: Change | None) -> Markup:
    """Return a change with an arrow for the eye and words for the ear."""
    if change is None:
        return markup('<span class="flat">\N{EN DASH}</span>')
    if change.direction == "same":
        return markup(f'<span class="flat">{change.sign}</span>')
    return markup(
        f'<span class="delta {change.direction}" role="img" aria-label="{escape(change.words)}">',
        f"{change.sign}</span>",
    )


def head_of(name: str, width: int, height: str, title: str) -> str:
    """Return the head of the chart called *name*, with its title for those who do not see it."""
    beside = _("The same numbers stand in the table beside the chart.")
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img"'
        f' aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(beside)}</desc>'
    )


def _row(drawn: Waterfall, *shapes: str) -> Markup:
    """Return a row of a waterfall: the levels, and *shapes* on them."""
    ticks = (f'<line x1="{x}%" x2="{x}%" y1="0" y2="26"/>' for x in drawn.ticks)
    return markup(
        f'{ROW} height="26" aria-hidden="true"><g {AXIS}>', *ticks, "</g>", *shapes, "</svg>"
    )


def _link(place: str, top: int, end: int) -> str:
    return f'<line {LINK} x1="{place}%" x2="{place}%" y1="{top}" y2="{end}"/>'


def _label(label: Label) -> str:
    rows = "".join(
        f'<tspan x="{label.x}" dy="{13 if place else 0}">{escape(text)}</tspan>'
        for place, text in enumerate(label.lines)
    )
    where = f'x="{label.x}" y="{label.y}" text-anchor="{label.anchor}"'
    return f"<text {TEXT} {where}>{rows}</text>"


def markup(*parts: str) -> Markup:
    """Return *parts* of a chart, in which texts are escaped, as one."""
    return Markup("".join(parts))  # noqa: S704 - numbers and names of ours; texts are escaped above

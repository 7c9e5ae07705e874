"""The charts of many cycles and of many assessments as SVG; see `drawing`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from assess.report.drawing import AXIS, ROW, TEXT, TICK, head_of, markup

if TYPE_CHECKING:
    from markupsafe import Markup

    from assess.report.charts.boxes import Box
    from assess.report.charts.course import Course, Dot
    from assess.report.palette import Palette

BREAK: Final = 'class="s-target" stroke="#a34d00" stroke-width="2" stroke-dasharray="5 4"'
RING: Final = 'class="ring" stroke="#d9dee5"'
SCORE: Final = 'class="d-prev" fill="#fff" stroke="#707c8a" stroke-width="1.2"'
LEFT: Final = 16
"""Where the lines of the levels begin, beside their numbers."""


@dataclass(frozen=True)
class Plotter:
    """Draws charts with the colours of a palette."""

    palette: Palette

    def course(self, drawn: Course, chart: str, title: str) -> Markup:
        """Return the line; *chart* tells it from others on the page."""
        levels = [
            f'<line {RING} x1="{LEFT}" x2="{drawn.width}" y1="{rung.y}" y2="{rung.y}"/>'
            for rung in drawn.rungs
        ]
        levels += [
            f'<text {TICK} x="0" y="{rung.text_y}">{rung.level}</text>'
            for rung in drawn.rungs
            if rung.level
        ]
        breaks = [_upright(BREAK, x, drawn.top, drawn.base) for x in drawn.breaks]
        paths = [f'<path {self._line("course", 2.5)} fill="none" d="{d}"/>' for d in drawn.paths]
        names = [
            f'<text {TICK} x="{name.x}" y="{drawn.names_y}" text-anchor="{name.anchor}">'
            f"{escape(name.text)}</text>"
            for name in drawn.names
        ]
        head = head_of(chart, drawn.width, drawn.height, title)
        return markup(head, *levels, *breaks, *paths, *map(self._dot, drawn.dots), *names, "</svg>")

    def small(self, drawn: Course, chart: str, title: str) -> Markup:
        """Return the line without words, for one of many beside each other."""
        levels = [
            f'<line {RING} x1="0" x2="{drawn.width}" y1="{rung.y}" y2="{rung.y}"/>'
            for rung in drawn.rungs
        ]
        paths = [f'<path {self._line("course", 2.5)} fill="none" d="{d}"/>' for d in drawn.paths]
        head = head_of(chart, drawn.width, drawn.height, title)
        return markup(head, *levels, *paths, *map(self._dot, drawn.dots), "</svg>")

    def box(self, drawn: Box) -> Markup:
        """Return one row on the scale; decoration, because its numbers stand beside it."""
        axis = [f'<line x1="{drawn.ticks[0]}%" x2="{drawn.ticks[-1]}%" y1="13" y2="13"/>']
        axis += [_upright("", f"{x}%", 9, 17) for x in drawn.ticks]
        whisker = self._line("whisker", 2)
        ends = [_upright(whisker, f"{x}%", 8, 18) for x in (drawn.lowest, drawn.highest)]
        body = (
            f'<line {whisker} x1="{drawn.lowest}%" x2="{drawn.highest}%" y1="13" y2="13"/>'
            f'<rect {self._box} x="{drawn.lower}%" y="5" width="{drawn.width}%" height="16"/>'
        )
        dots = [f'<circle {SCORE} cx="{x}%" cy="13" r="3"/>' for x in drawn.dots]
        median = _upright(self._line("median", 4), f"{drawn.median}%", 3, 23)
        head = f'{ROW} height="26" aria-hidden="true"><g {AXIS}>'
        return markup(head, *axis, "</g>", *ends, body, *dots, median, "</svg>")

    def key(self, kind: str) -> Markup:
        """Return the mark of a `break`, `box`, `median`, `whisker` or `score` in a legend."""
        shapes = {
            "break": _upright(BREAK, "13", 0, 12),
            "box": f'<rect {self._box} x="3" y="1" width="20" height="10"/>',
            "median": _upright(self._line("median", 4), "13", 0, 12),
            "whisker": f'<line {self._line("whisker", 2)} x1="1" x2="25" y1="6" y2="6"/>',
            "score": f'<circle {SCORE} cx="13" cy="6" r="4"/>',
        }
        head = '<svg class="key" viewBox="0 0 26 12" aria-hidden="true">'
        return markup(head, shapes[kind], "</svg>")

    @property
    def _box(self) -> str:
        return f'class="box" fill="{self.palette.on}" stroke="{self.palette.accent}"'

    def _line(self, kind: str, width: float) -> str:
        return f'class="{kind}" stroke="{self.palette.accent}" stroke-width="{width:g}"'

    def _dot(self, dot: Dot) -> str:
        paint = f'class="d-cur" fill="{self.palette.accent}"'
        circle = f'<circle {paint} cx="{dot.x}" cy="{dot.y}" r="3.5"/>'
        if not dot.digits:
            return circle
        place = f'x="{dot.x}" y="{dot.text_y}" text-anchor="middle"'
        return f"{circle}<text {TEXT} {place}>{dot.digits}</text>"


def _upright(paint: str, x: str, top: float | str, base: float | str) -> str:
    return f'<line {paint} x1="{x}" x2="{x}" y1="{top}" y2="{base}"/>'

"""The profile as a radar: one spoke a dimension, now over before and target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from assess.report.slides.boxes import Box
from assess.report.slides.charts import LETTERS, Plot, add_chart, set_levels, set_place
from assess.report.slides.paragraphs import GROUND
from assess.report.slides.writing import paint

if TYPE_CHECKING:
    from pptx.chart.series import RadarSeries
    from pptx.slide import Slide

BESIDE: Final = 92.0
BESIDE_NUMBERS: Final = 30.0
"""The room left and right of a radar whose spokes have names, or numbers."""

OVER: Final = 70.0
UNDER: Final = 54.0

NUMBER: Final = 3
"""Names that are no longer than this are numbers."""

THICK: Final = {"now": 2.75, "before": 1.75, "target": 1.75}


def add_radar(slide: Slide, box: Box, plot: Plot) -> None:
    """Add the chart."""
    chart = add_chart(slide, box, plot, XL_CHART_TYPE.RADAR_MARKERS)
    for drawn, series in zip(chart.plots[0].series, plot.series, strict=True):
        _draw(drawn, series.kind, plot.colour(series.kind))
    set_levels(chart.value_axis, plot, low=_centre(plot))
    chart.category_axis.tick_labels.font.size = Pt(LETTERS)
    named = max(map(len, plot.categories)) > NUMBER
    beside = min(BESIDE if named else BESIDE_NUMBERS, box.width / 4)
    around = min(box.width - 2 * beside, box.height - OVER - UNDER)
    set_place(chart, Box((box.width - around) / 2, OVER, around, around), box)


def _centre(plot: Plot) -> float:
    """Return what stands in the middle: one step below the lowest level, where this is above 0."""
    lowest = float(plot.levels[0])
    if lowest <= 0:
        return lowest
    return lowest - plot.step if plot.step else 0


def _draw(drawn: RadarSeries, kind: str, colour: str) -> None:
    """Draw a line, that of a target dashed; now has marks, so that a single score can be seen."""
    line, marker = drawn.format.line, drawn.marker
    line.width = Pt(THICK[kind])
    paint(line.color, colour)
    if kind == "target":
        line.dash_style = MSO_LINE.DASH
    if kind != "now":
        marker.style = XL_MARKER_STYLE.NONE
        return
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 7
    marker.format.fill.solid()
    paint(marker.format.fill.fore_color, colour)
    paint(marker.format.line.color, GROUND)

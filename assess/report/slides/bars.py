"""Charts of bars that lie, the first category on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from assess.report.slides.boxes import Box
from assess.report.slides.charts import Plot, add_chart, set_levels, set_place
from assess.report.slides.letters import lines, plain, shortened
from assess.report.slides.markup import element, found
from assess.report.slides.paragraphs import GROUND, SOFT
from assess.report.slides.writing import paint

if TYPE_CHECKING:
    from pptx.chart.axis import CategoryAxis
    from pptx.chart.chart import Chart
    from pptx.chart.plot import BarPlot
    from pptx.chart.series import BarSeries
    from pptx.slide import Slide

HEAD: Final = 46.0
"""The room over the bars: for the legend and the numbers of the levels."""

FOOT: Final = 4.0

NAMES: Final = 0.36
"""How much of the width the names of the bars have."""

BESIDE: Final = 8.0
"""The room between a name and its bars."""

AFTER: Final = 34.0
"""The room behind the longest bar, for its number."""

SIZES: Final = ((8, 12), (10, 11))
"""Up to how many names are written in which size of letters."""

SMALLEST: Final = 10

OUTLINED: Final = ("target", "fell")


def add_bars(slide: Slide, box: Box, plot: Plot) -> None:
    """Add the chart; names that need more than two lines are cut."""
    chart = _lying(slide, box, plot, XL_CHART_TYPE.BAR_CLUSTERED)
    bars = chart.plots[0]
    bars.gap_width, bars.overlap = 55, -8
    for bar, series in zip(bars.series, plot.series, strict=True):
        _fill(bar, series.kind, plot.colour(series.kind))
    _label(bars, plot)


def add_steps(slide: Slide, box: Box, plot: Plot) -> None:
    """Add a waterfall: what rose or fell stands on a bar of the kind `base`, which is not seen."""
    chart = _lying(slide, box, plot, XL_CHART_TYPE.BAR_STACKED)
    chart.has_legend = False
    bars = chart.plots[0]
    bars.gap_width, bars.overlap = 55, 100
    for bar, series in zip(bars.series, plot.series, strict=True):
        if series.kind == "base":
            bar.format.fill.background()
        else:
            _fill(bar, series.kind, plot.colour(series.kind))


def fits_one_line(name: str, wide: float) -> bool:
    """Tell whether the *name* of a bar in a chart so *wide* needs no second line."""
    return lines(plain(name), wide * NAMES - BESIDE, SMALLEST) == 1


def _lying(slide: Slide, box: Box, plot: Plot, kind: XL_CHART_TYPE) -> Chart:
    size = _size(plot)
    room = box.width * NAMES - BESIDE
    names = [shortened(plain(name), room, size, most=2) for name in plot.categories]
    chart = add_chart(slide, box, plot._replace(categories=tuple(names)), kind)
    set_levels(chart.value_axis, plot, low=float(plot.levels[0]))
    chart.value_axis.crosses = XL_AXIS_CROSSES.MINIMUM
    _name(chart.category_axis, size)
    wide, high = box.width * (1 - NAMES) - AFTER, box.height - HEAD - FOOT
    set_place(chart, Box(box.width * NAMES, HEAD, wide, high), box)
    return chart


def _size(plot: Plot) -> float:
    """Return the size of the letters for so many names."""
    return next((size for most, size in SIZES if len(plot.categories) <= most), SMALLEST)


def _fill(bar: BarSeries, kind: str, colour: str) -> None:
    """Fill a bar; that of a target, which is not there yet, or of a fall has an outline only."""
    bar.invert_if_negative = False
    bar.format.fill.solid()
    paint(bar.format.fill.fore_color, GROUND if kind in OUTLINED else colour)
    bar.format.line.width = Pt(1.25)
    paint(bar.format.line.color, colour)


def _label(bars: BarPlot, plot: Plot) -> None:
    """Write the numbers behind the bars."""
    bars.has_data_labels = True
    labels = bars.data_labels
    labels.number_format, labels.number_format_is_linked = plot.written(plot.form), False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(_size(plot))


def _name(axis: CategoryAxis, size: float) -> None:
    """Name every bar; programs leave out names that stand close if nothing forbids it."""
    axis.reverse_order = True
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.font.size = Pt(size)
    axis.format.line.width = Pt(1)
    paint(axis.format.line.color, SOFT)
    last = found(axis._element, "c:lblOffset")[0]  # noqa: SLF001  it has no public name
    last.addnext(element('<c:tickLblSkip val="1"/>'))

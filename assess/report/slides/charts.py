"""What all charts of PowerPoint have: numbers that can be changed, and are those of the report."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.util import Pt

from assess.report.numbers import NONE
from assess.report.slides.letters import plain, shortened
from assess.report.slides.markup import described, element, found
from assess.report.slides.paragraphs import BAD, BEFORE, GOOD, LINE, SOFT, TARGET
from assess.report.slides.workbooks import workbook
from assess.report.slides.writing import paint
from assess.scoring.means import rounded

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from pptx.chart.axis import ValueAxis
    from pptx.chart.chart import Chart
    from pptx.slide import Slide

    from assess.report.slides.boxes import Box

LETTERS: Final = 11
"""The size of letters in a legend and at a spoke."""

KEY: Final = 50.0
"""The room for a mark in the legend, and between two names."""

DIGITS: Final = 10
"""The size of the numbers at an axis."""

STEPS: Final = {"rose": GOOD, "fell": BAD}
"""The colours of the steps of a waterfall."""

LOCALES: Final = {"es": "C0A", "el": "408", "ru": "419", "hu": "40E"}
"""Languages with a decimal comma, as formats of numbers name them ([MS-LCID])."""


class Series(NamedTuple):
    """Numbers of one kind with the name that the legend gives them.

    The kinds are now, before and target, and in a waterfall what rose and fell, and its `base`.
    """

    kind: str
    name: str
    values: tuple[Fraction | None, ...]


class Plot(NamedTuple):
    """What a chart shows on an axis through the *levels*, their values from the lowest on.

    Its numbers have so many *digits* after the point, as those of the report.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    levels: tuple[Fraction, ...]
    language: str
    accent: str
    day: dt.datetime
    alt: str
    digits: int = 1

    @property
    def form(self) -> str:
        """The format of its numbers."""
        return f"0.{'0' * self.digits}"

    @property
    def step(self) -> float | None:
        """The distance of the levels where it is everywhere the same."""
        distances = {high - low for low, high in pairwise(self.levels)}
        return float(distances.pop()) if len(distances) == 1 else None

    def written(self, form: str) -> str:
        """Return the format of numbers *form* with the language's decimal mark.

        Some programs go by it, others by the computer that they run on.
        """
        locale = LOCALES.get(self.language)
        return f"[$-{locale}]{form}" if locale else form

    def colour(self, kind: str) -> str:
        """Return the colour of the series of this *kind*."""
        return {"now": self.accent, "before": BEFORE, "target": TARGET, **STEPS}[kind]

    def shown(self, value: Fraction | None) -> float | None:
        """Return the number that the report shows; None, a gap and never zero, for none."""
        return None if value is None else float(rounded(value, self.digits))


def add_chart(slide: Slide, box: Box, plot: Plot, kind: XL_CHART_TYPE) -> Chart:
    """Add a chart with its legend on top."""
    names = [plain(name) or NONE for name in plot.categories]
    room = box.width / len(plot.series) - KEY
    series = [(_name(s, room), [plot.shown(value) for value in s.values]) for s in plot.series]
    numbers = CategoryChartData(number_format=plot.form)
    numbers.categories = names
    for name, values in series:
        numbers.add_series(name, values)
    frame = slide.shapes.add_chart(kind, *map(Pt, box), numbers)
    described(frame, plot.alt)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(
        workbook(names, series, plot.form, moment=plot.day)
    )
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = chart.font.size = Pt(LETTERS)
    return chart


def set_levels(axis: ValueAxis, plot: Plot, *, low: float) -> None:
    """Let *axis* run from *low* to the highest level, with a line at each where they are even."""
    axis.minimum_scale, axis.maximum_scale = low, float(plot.levels[-1])
    if plot.step:
        axis.major_unit = plot.step
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.width = Pt(0.75)
    paint(axis.major_gridlines.format.line.color, LINE)
    axis.format.line.fill.background()
    labels = axis.tick_labels
    labels.number_format, labels.number_format_is_linked = plot.written("General"), False
    labels.font.size = Pt(DIGITS)
    paint(labels.font.color, SOFT)


def set_place(chart: Chart, plot: Box, box: Box) -> None:
    """Say where in its *box* a chart plots, so that every program leaves the same room for names.

    *plot* is counted from the upper left corner of the box.
    """
    places = {
        "x": plot.left / box.width,
        "y": plot.top / box.height,
        "w": plot.width / box.width,
        "h": plot.height / box.height,
    }
    parts = "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in places.items())
    area = found(chart._chartSpace, "c:chart/c:plotArea")[0]  # noqa: SLF001  it has no public name
    for layout in found(area, "c:layout"):
        area.remove(layout)
    layout = element(
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{parts}</c:manualLayout></c:layout>'
    )
    area.insert(0, layout)


def _name(series: Series, room: float) -> str:
    """Return what the legend calls *series*, on one line."""
    return shortened(plain(series.name).replace("\n", " "), room, LETTERS, most=1)

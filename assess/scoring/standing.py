"""The results of the core under certain answers, without patterns, findings and actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.scoring.conditions import Judge
from assess.scoring.limits import binding_limits
from assess.scoring.relapses import relapses
from assess.scoring.results import dimension_results, overall_result
from assess.scoring.sheet import sheets_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import Answer, Assessment
    from assess.model.scorecard import BindingLimit, DimensionResult, OverallResult
    from assess.scoring.sheet import Sheet


@dataclass(frozen=True)
class Standing:
    """The dimensions and the whole, with what they are judged by."""

    sheet: Sheet
    judge: Judge
    dimensions: tuple[DimensionResult, ...]
    overall: OverallResult

    def in_the_way(self, wanted: int) -> tuple[BindingLimit, ...]:
        """Return the limits that would keep the whole below *wanted*, whatever its score."""
        levels = {d.id: d.level for d in self.dimensions}
        return binding_limits("overall", wanted, levels, self.sheet, self.judge)


def standing_of(assessment: Assessment, answers: Mapping[str, Answer]) -> Standing:
    """Return how the core of *assessment* stands under *answers*."""
    sheets = sheets_of(assessment, answers)
    judge = Judge(sheets, relapses(assessment, sheets))
    dimensions = dimension_results(assessment, sheets[0], judge, {})
    return Standing(sheets[0], judge, dimensions, overall_result(dimensions, sheets[0], judge))

"""Every answer as one row of plain values, for tables that are read by programs or filtered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.assessment import State
    from assess.model.base import Number
    from assess.model.comparison import Movement
    from assess.model.scorecard import DimensionResult, QuestionResult
    from assess.report.agreed import Agreed
    from assess.report.details import Answered
    from assess.report.plan import Step
    from assess.report.report import Report


class Row(NamedTuple):
    """One question with its answer; texts are those of the report, numbers are not rounded.

    `number` is its label, such as 3.2; `answer` says its level or why there is none, `moved` what
    happened since the earlier cycle. `movement` and `level_before` are empty without one.
    """

    dimension_id: str
    dimension: str
    companion: bool
    section: str
    question_id: str
    number: str
    title: str
    question: str
    state: State
    answer: str
    level: int | None
    level_name: str
    value: Number | None
    counted_value: Number | None
    weight: Number
    note: str
    evidence: Sequence[str]
    reason: str
    level_before: int | None
    movement: Movement | None
    moved: str
    actions: Sequence[Step]
    agreed: Sequence[Agreed]


def answers(report: Report) -> Iterator[Row]:
    """Yield the questions in the order of the report, those of companions last."""
    changes = {q.id: q for q in report.comparison.questions} if report.comparison else {}
    actions = defaultdict(list)
    for step in report.steps:
        actions[step.question].append(step)
    agreed = defaultdict(list)
    for action, followed in zip(report.agreed, report.card.plan, strict=True):
        agreed[followed.question].append(action)
    own = {dimension.id for dimension in report.card.dimensions}
    for dimension, question, shown in _pairs(report):
        change = changes.get(question.id)
        yield Row(
            dimension_id=dimension.id,
            dimension=dimension.title,
            companion=dimension.id not in own,
            section=_section(dimension, question),
            question_id=question.id,
            number=shown.label,
            title=question.title,
            question=question.text,
            state=question.state,
            answer=shown.answer,
            level=question.level,
            level_name=report.card.scale[question.level - 1].name if question.level else "",
            value=question.value,
            counted_value=question.counted,
            weight=question.weight,
            note=question.note,
            evidence=question.evidence,
            reason=question.reason,
            level_before=change.before if change else None,
            movement=change.movement if change else None,
            moved=shown.moved.words,
            actions=actions[question.id],
            agreed=agreed[question.id],
        )


def _pairs(report: Report) -> Iterator[tuple[DimensionResult, QuestionResult, Answered]]:
    """Yield each question with its dimension, and with what the report shows of it."""
    shown = {a.id: a for c in report.chapters for part in c.sections for a in part.questions}
    for dimension in report.card.every_dimension:
        for question in dimension.questions:
            yield dimension, question, shown[question.id]


def _section(dimension: DimensionResult, question: QuestionResult) -> str:
    return next((s.title for s in dimension.sections if s.id == question.section), "")

"""What scoring rules want the reader to know beside the scores (R7, R10 to R13, R16).

A finding speaks in the words of the questionnaire's own rule; without that rule there is none.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.model.base import exact
from assess.model.scorecard import Finding
from assess.scoring.means import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assess.model.questionnaire import Dimension
    from assess.model.scorecard import DimensionResult
    from assess.scoring.sheet import Sheet


def findings(
    sheets: Sequence[Sheet],
    dimensions: Iterable[DimensionResult],
    discredited: Mapping[str, str],
    fallen: tuple[str, ...],
) -> tuple[Finding, ...]:
    """Return the findings: relapses (R13: *fallen*) first, the others by rule and dimension."""
    say = {rule.id: rule.say for sheet in sheets for rule in sheet.questionnaire.rules}
    found: list[_Found] = [
        *([("R13", None, fallen)] if fallen else []),
        *_no_strengths(sheets, discredited),
        *_not_rated(dimensions),
        *(one for sheet in sheets for one in _often_not_applicable(sheet)),
        *_unproven(sheets),
        *_seen_otherwise(sheets),
        *(one for sheet in sheets for one in _always_the_same(sheet)),
    ]
    return tuple(
        Finding.model_construct(rule=rule, dimension=dimension, questions=questions, say=say[rule])
        for rule, dimension, questions in found
        if rule in say
    )


_Found = tuple[str, str | None, tuple[str, ...]]


def _no_strengths(sheets: Sequence[Sheet], discredited: Mapping[str, str]) -> Iterator[_Found]:
    """R7: what measures well and is a warning all the same."""
    known = {name for sheet in sheets for name in sheet.questionnaire.questions}
    questions = tuple(name for name in discredited if name in known)
    if discredited:
        yield "R7", None, questions


def _not_rated(dimensions: Iterable[DimensionResult]) -> Iterator[_Found]:
    """R10: a dimension that is not rated, and what nobody knew there."""
    for dimension in dimensions:
        unknown = tuple(q.id for q in dimension.questions if q.state == "dont-know")
        if dimension.provisional and unknown:
            yield "R10", dimension.id, unknown


def _often_not_applicable(sheet: Sheet) -> Iterator[_Found]:
    """R11: a dimension of which more than the threshold is said not to apply."""
    above = exact(sheet.questionnaire.thresholds.not_applicable_above)
    for dimension in sheet.questionnaire.dimensions:
        left_out = _not_applicable(sheet, dimension)
        weights = ((_one_if(q.id in left_out), exact(q.weight)) for q in dimension.questions)
        if (share(weights) or 0) > above:
            yield "R11", dimension.id, left_out


def _not_applicable(sheet: Sheet, dimension: Dimension) -> tuple[str, ...]:
    states = ((q.id, sheet.answer(q.id).state) for q in dimension.questions)
    return tuple(name for name, state in states if state == "not-applicable")


def _one_if(condition: bool) -> Fraction | None:  # noqa: FBT001  reads as the word it is
    return Fraction(1) if condition else None


def _unproven(sheets: Sequence[Sheet]) -> Iterator[_Found]:
    """R12: levels that count as less in the evidenced score because nothing was shown."""
    questions = tuple(
        name
        for sheet in sheets
        for name in sheet.questionnaire.questions
        if sheet.counted(name) != sheet.value(name)
    )
    if questions:
        yield "R12", None, questions


def _seen_otherwise(sheets: Sequence[Sheet]) -> Iterator[_Found]:
    """R16: an item whose value differs by a level or more from the questions it stands beside."""
    values = {
        name: exact(value)
        for sheet in sheets
        for name in sheet.questionnaire.questions
        if (value := sheet.value(name)) is not None
    }
    for question in (q for s in sheets for q in s.questionnaire.questions.values()):
        others = [name for name in question.beside if name in values]
        if question.id in values and others:
            mean = sum((values[name] for name in others), Fraction(0)) / len(others)
            if abs(values[question.id] - mean) >= 1:
                yield "R16", None, (question.id, *others)


def _always_the_same(sheet: Sheet) -> Iterator[_Found]:
    """R16: every item has the same level, although some are reversed."""
    questions = sheet.questionnaire.questions
    levels = {sheet.level(name) for name in questions}
    mixed = len({question.reversed for question in questions.values()}) > 1
    if mixed and len(levels) == 1 and None not in levels:
        yield "R16", sheet.questionnaire.dimensions[0].id, tuple(questions)

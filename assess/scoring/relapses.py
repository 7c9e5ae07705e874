"""Relapses (rule R13): questions that had risen and have fallen again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.model.scorecard import RelapseResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assess.model.assessment import Assessment
    from assess.model.earlier import EarlierCycle
    from assess.scoring.sheet import Sheet

NEEDED = 2
"""So many earlier cycles are needed to tell a relapse from a fall."""


class Relapse(NamedTuple):
    """The levels of a question two cycles ago, one cycle ago, and now."""

    first: int
    then: int
    now: int

    @property
    def depth(self) -> int:
        """How many levels it has got worse by."""
        return abs(self.then - self.now)


def relapses(assessment: Assessment, sheets: Sequence[Sheet]) -> Mapping[str, Relapse] | None:
    """Return the questions that rose and fell, by id; None before the third cycle.

    Only a question that means the same in all three cycles, and has a level in each, can relapse.
    A reversed question gets better downwards (R16).
    """
    if len(assessment.earlier) < NEEDED:
        return None
    asked = {n: q for sheet in sheets for n, q in sheet.questionnaire.questions.items()}
    downwards = {name for name, question in asked.items() if question.reversed}
    return {
        name: Relapse(low, high, now)
        for name, (low, high, now) in levels(assessment, sheets)
        if low is not None and high is not None and now is not None
        if (now > high < low if name in downwards else now < high > low)
    }


def relapse_results(found: Mapping[str, Relapse] | None) -> tuple[RelapseResult, ...]:
    """Return what was *found* for the record; nothing before the third cycle."""
    return tuple(
        RelapseResult.model_construct(question=name, levels=(*relapse,))
        for name, relapse in (found or {}).items()
    )


def levels(
    assessment: Assessment, sheets: Sequence[Sheet]
) -> Iterator[tuple[str, tuple[int | None, int | None, int | None]]]:
    """Yield each question with its levels in the last two earlier cycles, and now.

    None stands where it had no level, or meant something else.
    """
    first, then = assessment.earlier[-NEEDED:]
    asked = assessment.meanings
    for sheet in sheets:
        for name in sheet.questionnaire.questions:
            yield name, (_level(first, name, asked), _level(then, name, asked), sheet.level(name))


def _level(cycle: EarlierCycle, question: str, asked: Mapping[str, str]) -> int | None:
    answer = cycle.answers.get(question)
    same = answer is not None and answer.meaning == asked[question]
    return answer.level if answer and same else None

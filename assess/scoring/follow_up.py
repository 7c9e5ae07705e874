"""What became of the agreed actions, and how the questions that they aim at have moved since.

What stands beside an action is a link, not a claim that the action caused it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.planned import FollowedUp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.assessment import Assessment
    from assess.model.earlier import EarlierAnswer
    from assess.model.planned import Course, PlannedAction
    from assess.scoring.sheet import Sheet


def followed_up(assessment: Assessment, sheets: Sequence[Sheet]) -> tuple[FollowedUp, ...]:
    """Return the plan of *assessment*, what was agreed in earlier cycles first."""
    found = [_followed(action, assessment, sheets) for action in assessment.plan]
    return tuple(sorted(found, key=lambda one: one.course == "agreed-now"))


def _followed(action: PlannedAction, assessment: Assessment, sheets: Sequence[Sheet]) -> FollowedUp:
    sheet = next((s for s in sheets if action.question in s.questionnaire.questions), None)
    then = _answer_then(action, assessment)
    course = _course(action, then, sheet, assessment)
    return FollowedUp.model_construct(
        **dict(action),
        before=then.level if then and course != "question-changed" else None,
        after=sheet.level(action.question) if sheet and action.question else None,
        course=course,
        overdue=action.is_overdue(assessment.date),
    )


def _answer_then(action: PlannedAction, assessment: Assessment) -> EarlierAnswer | None:
    """Return what was answered to the question of *action* in the cycle in which it was agreed."""
    cycles = (cycle for cycle in assessment.earlier if cycle.cycle == action.agreed)
    found = next(cycles, None)
    return found.answers.get(action.question) if found and action.question else None


def _course(
    action: PlannedAction,
    then: EarlierAnswer | None,
    sheet: Sheet | None,
    assessment: Assessment,
) -> Course:
    """Return how the question has moved; only one that means the same can have moved."""
    name = action.question
    if action.agreed == assessment.cycle:
        return "agreed-now"
    if name is None or sheet is None:
        return "question-gone" if name else "no-question"
    if then is not None and then.meaning != assessment.meanings[name]:
        return "question-changed"
    before, after = then.level if then else None, sheet.level(name)
    if before is None or after is None:
        return "no-level-then" if before is None else "no-level-now"
    return _direction(before, after, falls=sheet.questionnaire.questions[name].reversed)


def _direction(before: int, after: int, *, falls: bool) -> Course:
    """Return how a level moved; one that *falls* gets better on its way down (R16)."""
    if before == after:
        return "stayed"
    return "rose" if (after > before) != falls else "fell"

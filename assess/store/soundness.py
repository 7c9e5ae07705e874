"""Whether an assessment agrees with the questionnaires that it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.spelling import did_you_mean
from assess.store.document import Complaint, Path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.assessment import Answer, Assessment, Interview
    from assess.model.questionnaire import Question


def disagreements(assessment: Assessment) -> Iterator[Complaint]:
    """Yield what the model alone cannot see: unknown ids, levels beyond the scale, wrong undos."""
    yield from _twice(assessment)
    yield from _beyond_dimensions(assessment)
    questions = {
        q.id: q for asked in assessment.as_asked for q in asked.questionnaire.questions.values()
    }
    for place, interview in enumerate(assessment.interviews):
        yield from _in_interview(interview, questions, ("interviews", place))
    yield from _in_plan(assessment, questions)
    yield from _in_earlier(assessment)


def in_answer(answer: Answer, question: Question, path: Path) -> Iterator[Complaint]:
    """Yield what *question* does not accept in *answer*, which stands at *path*."""
    steps = len(question.levels)
    if answer.level is not None and answer.level > steps:
        yield Complaint(
            (*path, "level"),
            _(
                "level {level} does not exist; levels are 1 to {steps}",
                level=answer.level,
                steps=steps,
            ),
        )
    if answer.not_applicable is not None and not question.not_applicable:
        yield Complaint((*path, "not_applicable"), _("this question cannot be not applicable"))


def unknown_question(name: str, known: Iterable[str]) -> str:
    """Return the sentence about a question that does not exist."""
    return _("no such question.{guess}", guess=did_you_mean(name, known)).removesuffix(".")


def _twice(assessment: Assessment) -> Iterator[Complaint]:
    seen: set[str] = set()
    for place, interview in enumerate(assessment.interviews):
        if interview.id in seen:
            yield Complaint(("interviews", place, "id"), _("another interview has this id"))
        seen.add(interview.id)
    asked: set[str] = set()
    for place, questionnaire in enumerate(assessment.questionnaires):
        for name in asked.intersection(questionnaire.questions):
            at = ("as_asked", place, "questionnaire")
            yield Complaint(at, _("another questionnaire asks `{name}` already", name=name))
        asked.update(questionnaire.questions)


def _beyond_dimensions(assessment: Assessment) -> Iterator[Complaint]:
    core = assessment.core
    known = [dimension.id for dimension in core.dimensions]
    for key, names in (("targets", assessment.targets), ("weights", assessment.weights)):
        for name in names:
            if name not in known:
                guess = did_you_mean(name, known) or _(
                    " There are: {names}.", names=", ".join(known)
                )
                yield Complaint(
                    (key, name), _("no such dimension.{guess}", guess=guess), at_key=True
                )
    for name, level in assessment.targets.items():
        if level > len(core.scale):
            message = _(
                "level {level} does not exist; levels are 1 to {count}",
                level=level,
                count=len(core.scale),
            )
            yield Complaint(("targets", name), message)


def _in_interview(
    interview: Interview, questions: dict[str, Question], path: Path
) -> Iterator[Complaint]:
    for name, answer in interview.answers.items():
        at = (*path, "answers", name)
        if name in questions:
            yield from in_answer(answer, questions[name], at)
        else:
            yield Complaint(at, unknown_question(name, questions), at_key=True)
    for place, change in enumerate(interview.history):
        if change.undoes is not None and change.undoes >= place:
            message = (
                _("must name an earlier step, 0 to {place}", place=place - 1)
                if place
                else _("nothing came before")
            )
            yield Complaint((*path, "history", place, "undoes"), message)


def _in_plan(assessment: Assessment, questions: Iterable[str]) -> Iterator[Complaint]:
    """Yield what cannot be followed up; what was agreed earlier may aim at what was asked then."""
    seen: set[tuple[str, str]] = set()
    for place, one in enumerate(assessment.plan):
        if (one.id, one.agreed) in seen:
            yield Complaint(("plan", place, "id"), _("another action has this id"))
        seen.add((one.id, one.agreed))
        agreed_now = one.agreed == assessment.cycle
        if agreed_now and one.question is not None and one.question not in questions:
            complaint = unknown_question(one.question, questions)
            yield Complaint(("plan", place, "question"), complaint)


def _in_earlier(assessment: Assessment) -> Iterator[Complaint]:
    """Yield what breaks the order of the cycles, by which a rise and a fall are told."""
    days = (*(one.date for one in assessment.earlier), assessment.date)
    names = {assessment.cycle}
    for place, (one, following) in enumerate(zip(assessment.earlier, days[1:], strict=True)):
        if one.date >= following:
            told = _("must lie before {date}, the day of the cycle after it", date=following)
            yield Complaint(("earlier", place, "date"), told)
        if one.cycle in names:
            yield Complaint(("earlier", place, "cycle"), _("another cycle has this name"))
        names.add(one.cycle)

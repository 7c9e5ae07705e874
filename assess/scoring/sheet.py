"""The answers of one questionnaire as levels, values and weights: what every rule looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.assessment import Answer
from assess.model.base import exact
from assess.scoring.means import nearest_level, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from assess.model.assessment import Assessment, Interview
    from assess.model.base import Number
    from assess.model.questionnaire import Dimension, Question, Questionnaire
    from assess.scoring.means import Pair

NOTHING = Answer.model_construct()
"""What stands for a question that nobody has spoken about."""


def only_interview(assessment: Assessment) -> Interview | None:
    """Return the interview that is scored; None before the first one.

    Raises:
        AssessError: There are several; views of several people are not merged.

    """
    if len(assessment.interviews) > 1:
        names = ", ".join(interview.id for interview in assessment.interviews)
        raise AssessError(
            _(
                "This assessment holds {count} interviews ({names}); one can be scored. Keep "
                "one interview in each file.",
                count=len(assessment.interviews),
                names=names,
            )
        )
    return next(iter(assessment.interviews), None)


def sheets_of(assessment: Assessment, answers: Mapping[str, Answer]) -> tuple[Sheet, ...]:
    """Return the sheet of each questionnaire, the core first; *answers* are to all of them."""
    return tuple(Sheet(questionnaire, answers) for questionnaire in assessment.questionnaires)


@dataclass(frozen=True)
class Sheet:
    """A questionnaire with its answers."""

    questionnaire: Questionnaire
    answers: Mapping[str, Answer]

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """The values of the scale, exact and in rising order."""
        return tuple(exact(option.value) for option in self.questionnaire.scale)

    def answer(self, question: str) -> Answer:
        """Return what was said about *question*."""
        return self.answers.get(question, NOTHING)

    def level(self, question: str) -> int | None:
        """Return the level of *question*, None where it has none (also in absent companions)."""
        return self.answer(question).level

    def value(self, question: str) -> Number | None:
        """Return what the answer to *question* enters its score with, as the author wrote it."""
        level = self.level(question)
        return None if level is None else self._worth(question, level)

    def counted(self, question: str) -> Number | None:
        """Return the value that the evidenced score counts (rule R12): unproven levels as less."""
        rule, answer = self.questionnaire.evidence, self.answer(question)
        if answer.level is None or rule is None or answer.evidence:
            return self.value(question)
        level = rule.counts_as if answer.level >= rule.from_level else answer.level
        return self._worth(question, level)

    def pairs(self, questions: Iterable[Question], *, evidenced: bool = False) -> list[Pair]:
        """Return value and weight of the applicable *questions*."""
        read = self.counted if evidenced else self.value
        return [
            (None if (value := read(question.id)) is None else exact(value), exact(question.weight))
            for question in questions
            if self.answer(question.id).state != "not-applicable"
        ]

    def section_score(self, dimension: Dimension, section: str) -> Fraction | None:
        """Return the score of a section of *dimension*; None where nothing in it has a level."""
        return weighted_mean(self.pairs(q for q in dimension.questions if q.section == section))

    def section_level(self, dimension: Dimension, section: str) -> int | None:
        """Return the level of a section of *dimension*, by its score alone."""
        score = self.section_score(dimension, section)
        return None if score is None else nearest_level(score, self.values)

    def _worth(self, question: str, level: int) -> Number:
        """Return the value of *level*; a reversed question counts from the other end (R16)."""
        scale = self.questionnaire.scale
        asked = self.questionnaire.questions[question]
        return scale[-level].value if asked.reversed else scale[level - 1].value

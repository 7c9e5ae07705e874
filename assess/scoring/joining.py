"""Which question of one year is which of another: joined by ids, and by what replaces what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assess.scoring import resolution
from assess.scoring.evaluate import evaluate
from assess.scoring.fingerprint import question_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from assess.model.assessment import AskedQuestionnaire, Assessment
    from assess.model.questionnaire import Question, Questionnaire
    from assess.model.scorecard import DimensionResult, QuestionResult, Scorecard

NOTHING: Mapping[str, str] = {}

TURNED: Final = " reversed"
"""Follows the fingerprint of a question that counts from the other end of the scale."""


@dataclass(frozen=True)
class Year:
    """One side: its scorecard, its questions and their fingerprints by the ids that join them.

    `names` are the joining ids of those questions that have another id of their own; `step` is the
    widest distance of two levels.
    """

    card: Scorecard
    step: Fraction
    questions: Mapping[str, QuestionResult]
    prints: Mapping[str, str]
    names: Mapping[str, str]

    def joining(self, question: str) -> str:
        """Return the id under which *question* of this year is compared."""
        return self.names.get(question, question)

    @property
    def companions(self) -> Mapping[str, DimensionResult]:
        """The dimensions of the companions, by id."""
        return {dimension.id: dimension for dimension in self.card.companions}


def year(assessment: Assessment, names: Mapping[str, str] = NOTHING) -> Year:
    """Return *assessment* as a side, with *names* as the joining ids of renamed questions."""
    card = evaluate(assessment)
    own = {q.id: q for d in card.every_dimension for q in d.questions}
    return Year(
        card=card,
        step=resolution.widest_step(card.scale),
        questions={names.get(name, name): question for name, question in own.items()},
        prints=prints_under(assessment.as_asked, names),
        names=names,
    )


def renamed(
    before: Iterable[AskedQuestionnaire], after: Iterable[AskedQuestionnaire]
) -> Mapping[str, str]:
    """Return the earlier ids of questions that stand in for others, by their own ids.

    A question joins the one that it replaces where that was asked before and is asked no more, and
    where its own id is a new one.
    """
    old, new = (
        {name: q for one in side for name, q in one.questionnaire.questions.items()}
        for side in (before, after)
    )
    return standing_in(old, new)


def standing_in(old: Mapping[str, Question], new: Mapping[str, Question]) -> Mapping[str, str]:
    """Return the same for the questions of two sides, by their ids."""
    gone = old.keys() - new.keys()
    return {
        name: question.replaces
        for name, question in new.items()
        if question.replaces in gone and name not in old
    }


def prints_under(
    asked: Iterable[AskedQuestionnaire], names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return by joining id what tells meanings apart: fingerprints, and which end counts.

    A new id alone does not change the meaning. Turning a question round does, as it gives every
    answer another value; the fingerprint does not tell.
    """
    found: dict[str, str] = {}
    for one in asked:
        for name, question in one.questionnaire.questions.items():
            earlier = names.get(name, name)
            found[earlier] = one.fingerprints.get(name, "")
            if earlier != name:
                found[earlier] = print_under(earlier, question, one.questionnaire)
            if question.reversed:
                found[earlier] += TURNED
    return found


def print_under(name: str, question: Question, questionnaire: Questionnaire) -> str:
    """Return the fingerprint that *question* would have with the id *name*."""
    return question_fingerprint(question.model_copy(update={"id": name}), questionnaire)

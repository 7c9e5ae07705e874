"""Which question of one year is which of another: joined by ids, and by what replaces what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.model.earlier import meaning_of
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


@dataclass(frozen=True)
class Year:
    """One side: its scorecard, its questions and what they mean by the ids that join them.

    `names` are the joining ids of those questions that have another id of their own; `step` is the
    widest distance of two levels.
    """

    card: Scorecard
    step: Fraction
    questions: Mapping[str, QuestionResult]
    meanings: Mapping[str, str]
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
    return Year(
        card=card,
        step=resolution.widest_step(card.scale),
        questions={names.get(name, name): question for name, question in card.questions.items()},
        meanings=meanings_under(assessment.as_asked, names),
        names=names,
    )


def renamed(
    before: Iterable[AskedQuestionnaire], after: Iterable[AskedQuestionnaire]
) -> Mapping[str, str]:
    """Return the earlier ids of questions that stand in for others, by their own ids.

    A question joins the last of those that it replaces that was asked before and is asked no more,
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
        name: earlier
        for name, question in new.items()
        if name not in old
        and (earlier := next((one for one in question.replaces if one in gone), None))
    }


def meanings_under(
    asked: Iterable[AskedQuestionnaire], names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return by joining id what tells meanings apart; a new id alone does not change it."""
    found: dict[str, str] = {}
    for one in asked:
        found |= one.meanings
        for name in names.keys() & one.meanings.keys():
            question, earlier = one.questionnaire.questions[name], names[name]
            del found[name]
            under = print_under(earlier, question, one.questionnaire)
            found[earlier] = meaning_of(under, turned=question.reversed)
    return found


def print_under(name: str, question: Question, questionnaire: Questionnaire) -> str:
    """Return the fingerprint that *question* would have with the id *name*."""
    return question_fingerprint(question.model_copy(update={"id": name}), questionnaire)

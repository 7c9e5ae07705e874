"""Which question of one year is which of another: joined by ids, and by what replaces what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.scoring import resolution
from assess.scoring.evaluate import evaluate
from assess.scoring.fingerprint import question_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from assess.model.assessment import AskedQuestionnaire, Assessment
    from assess.model.scorecard import DimensionResult, QuestionResult, Scorecard

NOTHING: Mapping[str, str] = {}


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
    old = {name for asked in before for name in asked.questionnaire.questions}
    new = {
        question.id: question.replaces
        for asked in after
        for question in asked.questionnaire.questions.values()
    }
    return {
        name: earlier
        for name, earlier in new.items()
        if earlier in old and earlier not in new and name not in old
    }


def prints_under(
    asked: Iterable[AskedQuestionnaire], names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the fingerprints by joining id; a new id alone does not change the meaning."""
    found: dict[str, str] = {}
    for one in asked:
        found |= one.fingerprints
        for name in names.keys() & one.fingerprints.keys():
            question = one.questionnaire.questions[name].model_copy(update={"id": names[name]})
            found[names[name]] = question_fingerprint(question, one.questionnaire)
            del found[name]
    return found

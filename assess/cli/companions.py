"""Questionnaires that accompany the core of an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.errors import AssessError
from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assess.model.assessment import Assessment


def with_companions(assessment: Assessment, names: Iterable[str]) -> Assessment:
    """Return *assessment* with the questionnaires *names* after those that it asks already.

    Raises:
        AssessError: One cannot be read, or asks a question that another one asks.
        click.UsageError: One is asked already.

    """
    from assess.scoring.fingerprint import as_asked
    from assess.store.library import load_questionnaire

    for name in names:
        companion = load_questionnaire(name)
        asked = {q.id: q for q in assessment.questionnaires}
        if companion.id in asked:
            raise click.UsageError(_("--with {name}: is asked already.", name=name))
        for other in asked.values():
            if shared := next((q for q in companion.questions if q in other.questions), None):
                message = _(
                    "{one} and {other} both ask {question}; they cannot go together.",
                    one=companion.id,
                    other=other.id,
                    question=shared,
                )
                raise AssessError(message)
        together = (*assessment.as_asked, as_asked(companion))
        assessment = assessment.model_copy(update={"as_asked": together})
    return assessment


def word_for_customer(word: str, assessment: Assessment) -> str:
    """Return *word*, one of those that the questionnaires know in place of "customer".

    Raises:
        click.UsageError: None of them knows it.

    """
    known = words_for_customer(assessment)
    if word in {"", "customer", *known}:
        return "" if word == "customer" else word
    if not known:
        raise click.UsageError(
            _("--customer {word}: the questionnaire has no other word for customers.", word=word)
        )
    allowed = ", ".join(["customer", *known])
    raise click.UsageError(_("--customer {word}: one of {allowed}.", word=word, allowed=allowed))


def words_for_customer(assessment: Assessment) -> tuple[str, ...]:
    """Return the words that the questionnaires know in place of "customer", each once."""
    known = {
        kind: None
        for questionnaire in assessment.questionnaires
        for kinds in questionnaire.words.values()
        for kind in kinds
    }
    return tuple(known)

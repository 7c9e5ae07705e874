"""Fingerprints: whether two questions mean the same, and whether two files answer the same.

They cover what bears meaning, not typography: texts are compared in NFC, case-folded, with white
space and punctuation folded. Weights, actions and translations are not part of them.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.assessment import Answer, AskedQuestionnaire
from assess.model.base import exact
from assess.model.questionnaire import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.assessment import Assessment
    from assess.model.questionnaire import Question, Questionnaire


def question_fingerprint(question: Question, questionnaire: Questionnaire) -> str:
    """Return the SHA-256 of the question's id, text, level descriptions and the scale's values."""
    return _digest(
        {
            "id": question.id,
            "levels": [_folded(text) for text in question.levels],
            "question": _folded(question.question),
            "values": [str(exact(option.value)) for option in questionnaire.scale],
        }
    )


def as_asked(questionnaire: Questionnaire) -> AskedQuestionnaire:
    """Return *questionnaire* with its fingerprints, ready to be carried by an assessment.

    The fingerprint of the whole covers its id, its scale and its questions in any order. Of the
    facts only those go along that the questionnaire names.
    """
    asked = questionnaire.model_copy(update={"sources": _named_facts(questionnaire)})
    return AskedQuestionnaire(
        fingerprint=_whole(questionnaire, prints := _prints(questionnaire)),
        fingerprints=prints,
        questionnaire=asked,
    )


def verify(assessment: Assessment) -> None:
    """Make sure that every questionnaire is still the one that was asked.

    Raises:
        AssessError: Its texts or values were changed after the assessment was made.

    """
    for asked in assessment.as_asked:
        now = _prints(asked.questionnaire)
        changed = sorted(
            name
            for name in {*now, *asked.fingerprints}
            if now.get(name) != asked.fingerprints.get(name)
        )
        if changed or _whole(asked.questionnaire, now) != asked.fingerprint:
            what = ", ".join(changed) or _("the scale")
            raise AssessError(
                _(
                    "The questionnaire {id} inside the file is no longer the one that was "
                    "asked (changed: {what}). Take the file from a backup; wording is "
                    "changed in the questionnaire itself, for the next assessment.",
                    id=asked.questionnaire.id,
                    what=what,
                )
            )


def _prints(questionnaire: Questionnaire) -> dict[str, str]:
    return {q.id: question_fingerprint(q, questionnaire) for q in questionnaire.questions.values()}


def _whole(questionnaire: Questionnaire, prints: Mapping[str, str]) -> str:
    scale = [[_folded(o.name), str(exact(o.value))] for o in questionnaire.scale]
    return _digest(
        {"id": questionnaire.id, "questions": dict(sorted(prints.items())), "scale": scale}
    )


def _named_facts(questionnaire: Questionnaire) -> Catalogue:
    catalogue = questionnaire.sources
    named = {fact for facts in _fact_lists(questionnaire) for fact in facts}
    facts = {name: fact for name, fact in catalogue.facts.items() if name in named}
    sources = {name.rpartition("-")[0] for name in facts}
    kept = {name: source for name, source in catalogue.sources.items() if name in sources}
    return Catalogue(sources=kept, facts=facts)


def _fact_lists(questionnaire: Questionnaire) -> Iterator[tuple[str, ...]]:
    for dimension in questionnaire.dimensions:
        yield dimension.facts
        yield from (section.facts for section in dimension.sections)
        yield from (question.facts for question in dimension.questions)
    yield from (rule.facts for rule in questionnaire.rules)
    yield from (pattern.facts for pattern in questionnaire.patterns)
    yield from (strength.facts for strength in questionnaire.strengths)


def answers_fingerprint(assessment: Assessment) -> str:
    """Return the SHA-256 of everything that was answered, noted and shown.

    What is only parked for later says nothing.
    """
    return _digest(
        [
            [interview.id, interview.role, name, _said(answer)]
            for interview in assessment.interviews
            for name, answer in sorted(interview.answers.items())
            if answer != _PARKED
        ]
    )


_PARKED = Answer.model_construct(parked=True)


def _said(answer: Answer) -> dict[str, object]:
    return {
        "level": answer.level,
        "dont_know": answer.dont_know,
        "not_applicable": answer.not_applicable,
        "note": answer.note,
        "evidence": answer.evidence,
    }


class _Folding(dict[int, str]):
    """A table for `str.translate` that learns each character once: punctuation becomes a blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.category(character).startswith(("P", "Z", "C"))
        self[code] = " " if folded else character
        return self[code]


_FOLDING = _Folding()


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(plain.translate(_FOLDING).split())


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

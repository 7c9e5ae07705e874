"""Every text of a questionnaire that a person reads, in the shape in which side files translate it.

A tree of keys: its leaves are texts, lists stand for texts in a row, and levels go by number. What
says nothing in the base language is not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from assess.model.base import Frozen
    from assess.model.questionnaire import Catalogue, Dimension, Question, Questionnaire

Texts: TypeAlias = Mapping[str, "str | list[str] | Texts"]
"""Texts by key; keys are ids, names of fields, or texts of the base language."""

SINGLE = ("title", "purpose", "intro", "scale", "special_answers")
"""The keys of the whole; each is one entry, below every other key each id is one."""


def texts_of(questionnaire: Questionnaire) -> Texts:
    """Return the texts of *questionnaire* without its sources."""
    q = questionnaire
    actions = [a for question in q.questions.values() for a in question.actions]
    return _said(
        {
            "title": q.title,
            "purpose": q.purpose,
            "intro": q.intro,
            "scale": _numbered(tuple(option.name for option in q.scale)),
            "special_answers": _fields(q.special_answers, "dont_know", "not_applicable"),
            "roles": dict(q.roles),
            "companions": {name: companion.title for name, companion in q.companions.items()},
            "owners": {action.owner: action.owner for action in actions},
            "dimensions": {d.id: _dimension(d) for d in q.dimensions},
            "questions": {name: _question(one, q) for name, one in q.questions.items()},
            "limits": {limit.id: _fields(limit, "say") for limit in q.limits},
            "patterns": {
                p.id: _fields(p, "name", "description", "plain", "consequence", "check")
                for p in q.patterns
            },
            "strengths": {s.id: _fields(s, "name", "plain", "keep") for s in q.strengths},
            "rules": {rule.id: _fields(rule, "title", "formula", "say") for rule in q.rules},
        }
    )


def texts_of_sources(catalogue: Catalogue) -> Texts:
    """Return the texts of a catalogue of facts."""
    facts = catalogue.facts.values()
    return _said(
        {
            "sources": {
                name: _fields(source, "topic", "author")
                for name, source in catalogue.sources.items()
            },
            "facts": {name: fact.text for name, fact in catalogue.facts.items()},
            "places": {fact.where: fact.where for fact in facts if fact.where},
            "kinds": {fact.kind: fact.kind for fact in facts},
        }
    )


def entries_of(texts: Texts) -> Iterator[tuple[str, str | list[str] | Texts]]:
    """Yield what is translated at once, with its key: `title`, `questions/process-effort`."""
    for key, part in texts.items():
        if key in SINGLE or not isinstance(part, Mapping):
            yield key, part
        else:
            yield from ((f"{key}/{name}", entry) for name, entry in part.items())


def digest(entry: str | list[str] | Texts) -> str:
    """Return eight hexadecimal digits that change with any text of *entry*."""
    return hashlib.sha256(repr(entry).encode()).hexdigest()[:8]


def leaves(entry: str | list[str] | Texts) -> Iterator[str]:
    """Yield the texts of *entry* in order."""
    if isinstance(entry, str):
        yield entry
    else:
        for part in entry.values() if isinstance(entry, Mapping) else entry:
            yield from leaves(part)


def _dimension(dimension: Dimension) -> Texts:
    sections = {section.id: section.title for section in dimension.sections}
    return {**_fields(dimension, "title", "purpose"), **_said({"sections": sections})}


def _question(question: Question, questionnaire: Questionnaire) -> Texts:
    described = question.levels != tuple(option.name for option in questionnaire.scale)
    return _said(
        {
            "title": question.title,
            "question": question.question,
            "levels": _numbered(question.levels) if described else {},
            "evidence": list(question.evidence),
            "why": question.why,
            "actions": {action.id: action.action for action in question.actions},
        }
    )


def _fields(part: Frozen, *names: str) -> Texts:
    return _said({name: getattr(part, name) for name in names})


def _numbered(texts: tuple[str, ...]) -> Texts:
    return {str(place): text for place, text in enumerate(texts, 1)}


def _said(texts: Texts) -> Texts:
    return {key: part for key, part in texts.items() if part}

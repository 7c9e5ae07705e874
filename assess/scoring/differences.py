"""Two versions of a questionnaire side by side: meaning, wording, weight, new and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.difference import Difference, Differing
from assess.scoring.fingerprint import question_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.base import Frozen
    from assess.model.difference import Kind
    from assess.model.questionnaire import Question, Questionnaire

_COUNTS = ("weight", "required_for_overall", "not_applicable", "section", "reversed", "express")
"""What of a question decides how it counts, not what it says."""


def difference(before: Questionnaire, after: Questionnaire) -> Difference:
    """Return what differs from *before* to *after*.

    Questions are compared by the fingerprint that joins the years: only those that have the same
    one on both sides can be compared.
    """
    parts = (*_questions(before, after), *_others(before, after))
    same = [
        name
        for name, question in after.questions.items()
        if name in before.questions
        and question_fingerprint(question, after)
        == question_fingerprint(before.questions[name], before)
    ]
    return Difference(
        before=f"{before.id} {before.version}",
        after=f"{after.id} {after.version}",
        parts=parts,
        comparable=len(same),
    )


def _questions(before: Questionnaire, after: Questionnaire) -> Iterator[Differing]:
    for name, new in after.questions.items():
        old = before.questions.get(name)
        if old is None:
            yield _differing("new", new, "", new.question)
        elif kind := _kind(old, new, before, after):
            said = (old.question, new.question) if old.question != new.question else ("", "")
            yield _differing(kind, new, *said)
    for name, old in before.questions.items():
        if name not in after.questions:
            yield _differing("gone", old, old.question, "")


def _differing(kind: Kind, question: Question, before: str, after: str) -> Differing:
    breaks = kind in {"meaning", "gone"}
    return Differing(
        part="question",
        id=question.id,
        kind=kind,
        title=question.title,
        before=before,
        after=after,
        breaks=breaks,
    )


def _kind(old: Question, new: Question, before: Questionnaire, after: Questionnaire) -> Kind | None:
    if question_fingerprint(old, before) != question_fingerprint(new, after):
        return "meaning"
    if _without(old, _COUNTS) != _without(new, _COUNTS):
        return "wording"
    return None if old == new else "weight"


def _without(part: Frozen, keys: tuple[str, ...]) -> dict[str, object]:
    return {key: value for key, value in part if key not in keys}


def _others(before: Questionnaire, after: Questionnaire) -> Iterator[Differing]:
    """Yield what differs besides the questions, which never breaks a comparison of answers."""
    sides = [
        {
            **{
                ("dimension", d.id): d.model_copy(update={"questions": ()}) for d in side.dimensions
            },
            **{("pattern", p.id): p for p in side.patterns},
            **{("strength", s.id): s for s in side.strengths},
            **{("limit", limit.id): limit for limit in side.limits},
            **{("rule", rule.id): rule for rule in side.rules},
        }
        for side in (before, after)
    ]
    old, new = sides
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            yield Differing.model_validate(
                {
                    "part": key[0],
                    "id": key[1],
                    "kind": "new" if key not in old else "gone" if key not in new else "wording",
                    "title": _title(new.get(key) or old[key]),
                }
            )


def _title(part: Frozen) -> str:
    named: Mapping[str, object] = dict(part)
    return str(named.get("title") or named.get("name") or named.get("say") or "")

"""Two versions of a questionnaire side by side: meaning, wording, weight, new and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.difference import Difference, Differing
from assess.scoring.fingerprint import question_fingerprint
from assess.scoring.joining import renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.base import Frozen
    from assess.model.difference import Kind
    from assess.model.questionnaire import Question, Questionnaire

_COUNTS = ("weight", "required_for_overall", "not_applicable", "section", "reversed", "express")
"""What of a question decides how it counts, not what it says."""


def difference(before: Questionnaire, after: Questionnaire) -> Difference:
    """Return what differs from *before* to *after*.

    Questions are joined as the years are, by their ids and by what replaces what; only those that
    have the same fingerprint on both sides can be compared.
    """
    names = renamed([before], [after])
    pairs = [
        (before.questions.get(names.get(name, name)), question)
        for name, question in after.questions.items()
    ]
    parts = (*_questions(pairs, before, after), *_others(before, after))
    same = [new.id for old, new in pairs if old and _same(old, new, before, after)]
    return Difference(
        before=f"{before.id} {before.version}",
        after=f"{after.id} {after.version}",
        parts=parts,
        comparable=len(same),
    )


def _questions(
    pairs: list[tuple[Question | None, Question]], before: Questionnaire, after: Questionnaire
) -> Iterator[Differing]:
    for old, new in pairs:
        if old is None:
            yield _differing("new", new, "", new.question)
        elif kind := _kind(old, new, before, after):
            yield _differing(kind, new, *_said(kind, old, new))
    joined = {old.id for old, _new in pairs if old}
    for name, old in before.questions.items():
        if name not in joined:
            yield _differing("gone", old, old.question, "")


def _said(kind: Kind, old: Question, new: Question) -> tuple[str, str]:
    """Return what to show of both sides; nothing where the question reads the same."""
    if kind == "renamed":
        return old.id, new.id
    return (old.question, new.question) if old.question != new.question else ("", "")


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
    if not _same(old, new, before, after):
        return "meaning"
    if old.id != new.id:
        return "renamed"
    if _without(old, _COUNTS) != _without(new, _COUNTS):
        return "wording"
    return None if old == new else "weight"


def _same(old: Question, new: Question, before: Questionnaire, after: Questionnaire) -> bool:
    """Tell whether both mean the same; a new id alone does not change the meaning."""
    renamed_back = new.model_copy(update={"id": old.id})
    return question_fingerprint(old, before) == question_fingerprint(renamed_back, after)


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

"""Two versions of a questionnaire side by side: meaning, wording, weight, new and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.model.difference import Difference, Differing
from assess.scoring.fingerprint import question_fingerprint
from assess.scoring.joining import print_under, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.base import Frozen
    from assess.model.difference import Kind
    from assess.model.questionnaire import Question, Questionnaire

_COUNTS = ("weight", "required_for_overall", "not_applicable", "section", "express")
"""What of a question decides how it counts, not what it says."""


def difference(before: Questionnaire, after: Questionnaire) -> Difference:
    """Return what differs from *before* to *after*.

    Questions are compared by what joins the years: only those that mean the same on both sides can
    be compared. One that replaces another is compared with that.
    """
    names = standing_in(before.questions, after.questions)
    same = [
        name
        for name, question in after.questions.items()
        if (old := before.questions.get(names.get(name, name)))
        and _means_the_same(old, question, before, after)
    ]
    return Difference(
        before=f"{before.id} {before.version}",
        after=f"{after.id} {after.version}",
        parts=(*_questions(before, after, names), *_others(before, after)),
        comparable=len(same),
    )


def _questions(
    before: Questionnaire, after: Questionnaire, names: Mapping[str, str]
) -> Iterator[Differing]:
    for name, new in after.questions.items():
        old = before.questions.get(names.get(name, name))
        if old is None:
            yield _differing("new", new, "", new.question)
        elif kind := _kind(old, new, before, after):
            yield _differing(kind, new, *_said(old, new), replaces=names.get(name))
    for name, old in before.questions.items():
        if name not in after.questions and name not in names.values():
            yield _differing("gone", old, old.question, "")


def _said(old: Question, new: Question) -> tuple[str, str]:
    """Return the texts of both that differ: the question, or else the lowest such level."""
    if old.question != new.question:
        return old.question, new.question
    levels = enumerate(zip(old.levels, new.levels, strict=False), 1)
    pairs = ((f"{n}: {one}", f"{n}: {other}") for n, (one, other) in levels if one != other)
    return next(pairs, ("", ""))


def _differing(
    kind: Kind, question: Question, before: str, after: str, *, replaces: str | None = None
) -> Differing:
    return Differing(
        part="question",
        id=question.id,
        replaces=replaces,
        kind=kind,
        title=question.title,
        before=before,
        after=after,
        breaks=kind in {"meaning", "gone"},
    )


def _kind(old: Question, new: Question, before: Questionnaire, after: Questionnaire) -> Kind | None:
    if not _means_the_same(old, new, before, after):
        return "meaning"
    if old.id != new.id:
        return "renamed"
    if _without(old, _COUNTS) != _without(new, _COUNTS):
        return "wording"
    return None if _without(old, ()) == _without(new, ()) else "weight"


def _means_the_same(
    old: Question, new: Question, before: Questionnaire, after: Questionnaire
) -> bool:
    return old.reversed == new.reversed and question_fingerprint(old, before) == print_under(
        old.id, new, after
    )


def _without(question: Question, keys: tuple[str, ...]) -> dict[str, object]:
    """Return *question* without *keys* and without what it replaces, which differs by itself."""
    return {key: value for key, value in question if key not in {*keys, "replaces"}}


def _others(before: Questionnaire, after: Questionnaire) -> Iterator[Differing]:
    """Yield what differs besides the questions, which never breaks a comparison of answers."""
    old, new = _parts(before), _parts(after)
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


def _parts(questionnaire: Questionnaire) -> dict[tuple[str, str], Frozen]:
    """Return everything but the questions, by what it is and its id."""
    dimensions = (d.model_copy(update={"questions": ()}) for d in questionnaire.dimensions)
    return {
        **{("dimension", dimension.id): dimension for dimension in dimensions},
        **{("pattern", pattern.id): pattern for pattern in questionnaire.patterns},
        **{("strength", strength.id): strength for strength in questionnaire.strengths},
        **{("limit", limit.id): limit for limit in questionnaire.limits},
        **{("rule", rule.id): rule for rule in questionnaire.rules},
    }


def _title(part: Frozen) -> str:
    named: Mapping[str, object] = dict(part)
    return str(named.get("title") or named.get("name") or named.get("say") or "")

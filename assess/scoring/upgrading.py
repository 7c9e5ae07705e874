"""What another version of a questionnaire changes for the answers of last year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.scoring.differences import difference
from assess.scoring.joining import meanings_under, renamed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import AskedQuestionnaire
    from assess.model.difference import Kind


COUNTED: frozenset[Kind] = frozenset({"wording", "weight"})
"""What may differ of a question without another meaning."""


class Upgrade(NamedTuple):
    """The ids of the questions by what happens to them, joined as a comparison joins them.

    `renamed` are the earlier ids of those that mean the same under another one; `comparable` counts
    them and all others that can be compared; `besides` counts other wording, weights and rules.
    """

    before: str
    after: str
    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    renamed: Mapping[str, str]
    comparable: int
    besides: int


def upgrade(before: AskedQuestionnaire, after: AskedQuestionnaire) -> Upgrade:
    """Return what becomes of the questions of *before* in *after*."""
    names = renamed([before], [after])
    old, new = before.questionnaire, after.questionnaire
    then, now = meanings_under([before], {}), meanings_under([after], names)
    asked = {names.get(name, name): name for name in new.questions}
    same = {earlier for earlier in asked if earlier in then and then[earlier] == now[earlier]}
    differ = difference(old, new)
    return Upgrade(
        before=differ.before,
        after=differ.after,
        changed=tuple(name for earlier, name in asked.items() if earlier in then.keys() - same),
        new=tuple(name for earlier, name in asked.items() if earlier not in then),
        gone=tuple(name for name in old.questions if name not in asked),
        renamed={name: earlier for name, earlier in names.items() if earlier in same},
        comparable=len(same),
        besides=sum(part.part != "question" or part.kind in COUNTED for part in differ.parts),
    )

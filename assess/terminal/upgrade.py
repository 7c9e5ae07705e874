"""What an upgrade of the questionnaire changes, by name, before somebody says yes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.messages import _, n_
from assess.scoring.movements import REASONS
from assess.terminal.layout import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.model.comparison import Movement
    from assess.model.difference import Difference, Kind


TOLD: Final[dict[Kind, Movement]] = {
    "meaning": "question-changed",
    "new": "new-question",
    "gone": "question-gone",
}
"""What breaks the comparison of a question, in the words of a comparison."""


def what_changes(found: Difference, titles: Mapping[str, str]) -> str:
    """Return the lines that say what *found* changes; *titles* are those of all questions by id."""
    width = columns()
    return "\n".join(
        [
            wrapped(f"{_headline(found)} {_comparable(found)}", width),
            *(wrapped(line, width, first="- ") for line in _lines(found, titles)),
        ]
    )


def _headline(found: Difference) -> str:
    if found.before == found.after:
        return _("{name} has changed since it was asked.", name=found.before)
    return _("{before} can become {after}.", before=found.before, after=found.after)


def _comparable(found: Difference) -> str:
    return n_("{n} question stays comparable.", "{n} questions stay comparable.", found.comparable)


def _lines(found: Difference, titles: Mapping[str, str]) -> Iterator[str]:
    questions = [part for part in found.parts if part.part == "question"]
    for kind, movement in TOLD.items():
        for one in questions:
            if one.kind == kind:
                yield f"{titles[one.id]} ({one.id}): {_(REASONS[movement])}"
    renamed = [one for one in questions if one.kind == "renamed"]
    for one in renamed:
        yield f"{titles[one.id]} ({one.replaces} → {one.id})"
    told = sum(one.kind in TOLD for one in questions) + len(renamed)
    if besides := len(found.parts) - told:
        yield n_(
            "{n} wording, weight or rule differs besides",
            "{n} wordings, weights or rules differ besides",
            besides,
        )

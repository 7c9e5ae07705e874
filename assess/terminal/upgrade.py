"""What an upgrade of the questionnaire changes, by name, before somebody says yes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, n_
from assess.scoring.movements import REASONS
from assess.terminal.layout import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from assess.model.comparison import Movement
    from assess.scoring.upgrading import Upgrade


def what_changes(found: Upgrade, titles: Mapping[str, str]) -> str:
    """Return the lines that say what *found* changes; *titles* are those of all questions by id."""
    width = columns()
    return "\n".join(
        [
            wrapped(f"{_headline(found)} {_comparable(found)}", width),
            *(wrapped(line, width, first="- ") for line in _lines(found, titles)),
        ]
    )


def _headline(found: Upgrade) -> str:
    if found.before == found.after:
        return _("{name} has changed since it was asked.", name=found.before)
    return _("{before} can become {after}.", before=found.before, after=found.after)


def _comparable(found: Upgrade) -> str:
    return n_("{n} question stays comparable.", "{n} questions stay comparable.", found.comparable)


def _lines(found: Upgrade, titles: Mapping[str, str]) -> Iterator[str]:
    told: tuple[tuple[Iterable[str], Movement], ...] = (
        (found.changed, "question-changed"),
        (found.new, "new-question"),
        (found.gone, "question-gone"),
    )
    for names, movement in told:
        for name in names:
            yield f"{titles[name]} ({name}): {_(REASONS[movement])}"
    for name, earlier in found.renamed.items():
        yield f"{titles[name]} ({earlier} → {name})"
    if found.besides:
        yield n_(
            "{n} wording, weight or rule differs besides",
            "{n} wordings, weights or rules differ besides",
            found.besides,
        )

"""What an upgrade of the questionnaire changes, by name, before somebody says yes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, n_
from assess.terminal.layout import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    named = {name: f"{title} ({name})" for name, title in titles.items()}
    for name in found.changed:
        yield _("{question}: changes its meaning", question=named[name])
    for name in found.new:
        yield _("{question}: is new", question=named[name])
    for name in found.gone:
        yield _("{question}: is gone", question=named[name])
    for name, earlier in found.renamed.items():
        yield _("{question}: was asked as {name}", question=named[name], name=earlier)
    if found.besides:
        yield n_(
            "{n} wording, weight or rule differs besides",
            "{n} wordings, weights or rules differ besides",
            found.besides,
        )

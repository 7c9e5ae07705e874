"""The levels to reach: asked once for all dimensions, or for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.interview.layouts import by_position
from assess.language.messages import _
from assess.terminal.asking import WrongEntryError, ask, listed_options, place_in
from assess.terminal.layout import columns
from assess.terminal.new_assessment import named_level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.questionnaire import Questionnaire
    from assess.terminal.teletype import Teletype

_BY_DIMENSION: Final = "p"
"""What is typed to give each dimension a level of its own."""


def ask_targets(line: Teletype, core: Questionnaire) -> Mapping[str, int]:
    """Return the levels by dimension that are not the target of the questionnaire itself.

    Raises:
        InputEndedError: The input ended.

    """
    names = [option.name for option in core.scale]
    other = (_BY_DIMENSION, _("each dimension has a level of its own"))
    question = _("Which level should the dimensions reach?")
    line.say(listed_options(question, names, columns(), others=[other]))
    level = ask(line, _wanted(core), lambda typed: _level_or_letter(names, typed))
    levels = {dimension.id: level for dimension in core.dimensions}
    if level == _BY_DIMENSION:
        levels = _asked_by_dimension(line, core, names)
    return {
        name: level
        for name, level in levels.items()
        if isinstance(level, int) and level != core.target
    }


def _wanted(core: Questionnaire) -> str:
    if core.target is None:
        return _("Number or p (Enter: no target)")
    return _("Number or p (Enter: {answer})", answer=named_level(core, core.target))


def _level_or_letter(names: list[str], typed: str) -> int | str | None:
    if by_position(typed.lower()) == _BY_DIMENSION:
        return _BY_DIMENSION
    try:
        return place_in(names, typed)
    except WrongEntryError:
        most = len(names)
        said = _("Type a number from 1 to {most}, p, or only Enter.", most=most)
        raise WrongEntryError(said) from None


def _asked_by_dimension(
    line: Teletype, core: Questionnaire, names: list[str]
) -> dict[str, int | str | None]:
    usual = None if core.target is None else named_level(core, core.target)
    return {
        dimension.id: ask(
            line,
            _("{dimension} (Enter: no target)", dimension=dimension.title)
            if usual is None
            else _("{dimension} (Enter: {answer})", dimension=dimension.title, answer=usual),
            lambda typed: place_in(names, typed),
        )
        for dimension in core.dimensions
    }

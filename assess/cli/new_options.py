"""What options of `assess new` say in a text each: a day, targets and weights of dimensions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import DimensionWeight
    from assess.model.questionnaire import Questionnaire


def said(text: str | None, option: str) -> str | None:
    """Return what an option says, as files hold it: without white space around it.

    Raises:
        click.UsageError: It is there and says nothing.

    """
    if text is None:
        return None
    if not (bare := text.strip()):
        raise click.UsageError(_("{option} says nothing.", option=option))
    return bare


def day(text: str | None) -> dt.date:
    """Return the day that `--date` says, today without it.

    Raises:
        click.UsageError: It is no day.

    """
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(
            _("--date is a day such as 2026-03-31, not {text}.", text=text)
        ) from error


def targets(texts: tuple[str, ...], questionnaire: Questionnaire) -> Mapping[str, int]:
    """Return levels by dimension, from texts such as `training=3`, or `3` for all dimensions.

    Raises:
        click.UsageError: One names no dimension, one twice, or no level.

    """
    everywhere = [text for text in texts if text.isascii() and text.isdigit()]
    if len(everywhere) > 1:
        raise click.UsageError(_("--target: only one level can be that of all dimensions."))
    named = tuple(text for text in texts if text not in everywhere)
    pairs = _pairs(named, "--target", questionnaire)
    most = len(questionnaire.scale)
    wanted = {d.id: level for d in questionnaire.dimensions for level in everywhere}
    for name, level in (*zip(everywhere, everywhere, strict=True), *pairs.items()):
        _make_sure_level(name, level, most)
    return {dimension: int(level) for dimension, level in {**wanted, **pairs}.items()}


def weights(
    texts: tuple[str, ...], because: str, questionnaire: Questionnaire
) -> Mapping[str, DimensionWeight]:
    """Return weights by dimension, from texts such as `hiring=2`, each with the one reason.

    Raises:
        click.UsageError: One names no dimension, one twice, or no weight; or the reason is missing.

    """
    from assess.model.assessment import DimensionWeight

    if texts and not because.strip():
        raise click.UsageError(_("--weight needs a reason: --because TEXT."))
    if because and not texts:
        raise click.UsageError(_("--because is the reason for --weight, which is missing."))
    return {
        dimension: DimensionWeight(weight=_weight(number), because=because)
        for dimension, number in _pairs(texts, "--weight", questionnaire).items()
    }


def _make_sure_level(name: str, level: str, most: int) -> None:
    if level not in map(str, range(1, most + 1)):
        raise click.UsageError(
            _(
                "--target {dimension}: a level is a number from 1 to {most}.",
                dimension=name,
                most=most,
            )
        )


def _weight(text: str) -> int | float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= 1000:  # noqa: PLR2004  the bounds that the message names
        raise click.UsageError(
            _("--weight {text}: a weight is a number above 0, at most 1000.", text=text)
        )
    return int(number) if number.is_integer() else number


def _pairs(texts: tuple[str, ...], option: str, questionnaire: Questionnaire) -> Mapping[str, str]:
    known = [d.id for d in questionnaire.dimensions]
    pairs: dict[str, str] = {}
    for text in texts:
        dimension, equals, value = text.partition("=")
        if not equals or dimension not in known:
            raise click.UsageError(
                _(
                    "{option} {text}: write DIMENSION=N with one of {names}.",
                    option=option,
                    text=text,
                    names=", ".join(known),
                )
            )
        if dimension in pairs:
            raise click.UsageError(
                _("{option}: {dimension} is named twice.", option=option, dimension=dimension)
            )
        pairs[dimension] = value.strip()
    return pairs

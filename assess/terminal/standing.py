"""The scores while the interview goes on, shown only where somebody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.terminal.screen import level, number, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.scorecard import Result, Scorecard


def scores_so_far(card: Scorecard) -> Iterator[str]:
    """Yield a line for the whole, one for each dimension that has a score, and a warning."""
    yield _line(_("Altogether"), card.overall)
    for dimension in (*card.dimensions, *card.companions):
        if dimension.score is not None:
            yield _line(dimension.title, dimension)
    yield _("Who sees the scores begins to answer for them: better look at the end.")


def _line(title: str, result: Result) -> str:
    return _(
        "{title}: score {score}, {level}, coverage {coverage}",
        title=title,
        score=number(result.score),
        level=level(result),
        coverage=percent(result.coverage),
    )

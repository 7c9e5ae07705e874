"""Since the earlier cycle: what rose, fell and stayed, and what cannot be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import decimal
from assess.language.messages import _, n_
from assess.report import bridge, numbers
from assess.report.moves import levels_of, moves
from assess.scoring import years
from assess.scoring.wording import basis_in_words

if TYPE_CHECKING:
    from assess.model.comparison import (
        Comparison,
        Delta,
        DimensionChange,
        LikeForLike,
    )
    from assess.report.index import Index
    from assess.report.moves import Moves


class Pair(NamedTuple):
    """A score on both sides, as it was given and over the common questions only."""

    title: str
    anchor: str
    before: str
    after: str
    change: numbers.Change | None
    like_before: str
    like_after: str
    like_change: numbers.Change | None
    basis: str
    levels: str


class Since(NamedTuple):
    """Everything about the change between two cycles."""

    before: str
    after: str
    pairs: tuple[Pair, ...]
    bridge: bridge.Way
    moves: tuple[Moves, ...]
    stayed: str
    version: str
    rounding: str


def since(index: Index, comparison: Comparison) -> Since:
    """Return what changed from the earlier side of *comparison* to the later one."""
    return Since(
        before=years.before(comparison),
        after=years.after(comparison),
        pairs=(*(_pair(d) for d in comparison.dimensions), _overall(comparison)),
        bridge=bridge.way(index, comparison),
        moves=tuple(moves(index, comparison)),
        stayed=_stayed(comparison),
        version=_version(comparison),
        rounding=_(
            "Changes are computed from unrounded scores and may differ by {step} from the rounded "
            "ones. A change marked ≈ is no larger than what one answer, one level better or worse, "
            "makes, and is called neither a rise nor a fall.",
            step=decimal("0.1"),
        ),
    )


def _stayed(comparison: Comparison) -> str:
    count = sum(change.movement == "stayed" for change in comparison.questions)
    if not count:
        return ""
    return n_(
        "{n} question has the same level on both sides.",
        "{n} questions have the same level on both sides.",
        count,
    )


def _pair(change: DimensionChange) -> Pair:
    levels = levels_of(change.before_level, change.after_level)
    return _sides(change.title, f"d-{change.id}", change.score, change.like_for_like, levels)


def _overall(comparison: Comparison) -> Pair:
    levels = levels_of(comparison.before_level, comparison.after_level)
    return _sides(_("Overall"), "s-summary", comparison.overall, comparison.like_for_like, levels)


def _sides(title: str, anchor: str, score: Delta, like: LikeForLike, levels: str) -> Pair:
    return Pair(
        title=title,
        anchor=anchor,
        before=numbers.score(score.before),
        after=numbers.score(score.after),
        change=numbers.change(score),
        like_before=numbers.score(like.before),
        like_after=numbers.score(like.after),
        like_change=numbers.change(like),
        basis=basis_in_words(like),
        levels=levels,
    )


def _version(comparison: Comparison) -> str:
    before, after = comparison.before.questionnaire, comparison.after.questionnaire
    told = [
        _("Both sides answered the same questionnaire, version {version}.", version=after.version)
        if before.version == after.version and before.fingerprint == after.fingerprint
        else _(
            "The questionnaire went from version {before} to {after}.",
            before=before.version,
            after=after.version,
        ),
        _comparable(comparison),
    ]
    if years.another(comparison):
        name = years.before(comparison)
        told.append(_("The other side is {name}, not an earlier cycle.", name=name))
    return " ".join(told)


def _comparable(comparison: Comparison) -> str:
    other = sum(bool(q.reason) for q in comparison.questions)
    if not other:
        return _("All questions can be compared.")
    if other == len(comparison.questions):
        return _("No question can be compared.")
    return n_("{n} question cannot be compared.", "{n} questions cannot be compared.", other)

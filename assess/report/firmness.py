"""How firm the priorities and the level are: under other weights, and with one other answer."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.messages import _, n_
from assess.report import numbers
from assess.report.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.stability import Stability
    from assess.report.index import Index

FIRM: Final = 0.8
"""From this share of weightings on the first actions are said to hold."""


class Firmness(NamedTuple):
    """What is said of what was `tried`: `head` over the shares of the actions, and the method.

    `top` is on the first actions, `movers` on the answers that move the level; both may be empty.
    """

    tried: Stability
    head: str
    top: str
    movers: str
    method: str


def firmness(index: Index) -> Firmness | None:
    """Return how firm the results are; None where that was not tried."""
    tried = index.stability
    if tried is None:
        return None
    return Firmness(
        tried=tried,
        head=_("Among the top {top}", top=tried.top),
        top=_top(index, tried),
        movers=" ".join(_movers(index, tried)),
        method=_(
            "How firm the priorities are was tried with {draws} weightings, drawn at random with "
            "the fixed seed {seed}: each multiplies the weight of every question by a number of "
            "its own between {least} and {most}, and answers stay as they are. Which single answer "
            "would move the overall level was tried with every answer, one level better and one "
            "level worse.",
            draws=tried.draws,
            seed=tried.seed,
            least=numbers.plain(tried.least),
            most=numbers.plain(tried.most),
        ),
    )


def _top(index: Index, tried: Stability) -> str:
    """Return whether the first actions stay the first; nothing where there are no others."""
    shares = [tried.shares[action.id] for action in index.card.actions]
    first, others = shares[: tried.top], shares[tried.top :]
    if not others:
        return ""
    if min(first) >= FIRM:
        return _(
            "The top {top} hold: each stays among them in at least {share} of {draws} plausible "
            "weightings.",
            top=tried.top,
            share=numbers.percent(min(first)),
            draws=tried.draws,
        )
    return _(
        "The top {top} are not settled: action {leaving} stays among them in only {share} of "
        "{draws} plausible weightings, and action {coming} takes a place there in {other}.",
        top=tried.top,
        leaving=first.index(min(first)) + 1,
        share=numbers.percent(min(first)),
        draws=tried.draws,
        coming=tried.top + others.index(max(others)) + 1,
        other=numbers.percent(max(others)),
    )


def _movers(index: Index, tried: Stability) -> Iterator[str]:
    """Yield which answers would move the level alone; nothing while there is none."""
    now = index.card.overall.level
    if now is None:
        return
    if not tried.movers:
        yield _("No single answer, one level better or worse, moves the overall level.")
    found: dict[int, list[str]] = defaultdict(list)
    for mover in tried.movers:
        found[mover.overall].append(index.titles.get(mover.question, mover.question))
    for level in sorted(found, reverse=True):
        yield _moved(index, level, found[level], up=level > now)


def _moved(index: Index, level: int, titles: list[str], *, up: bool) -> str:
    named, shown = index.level_named(level), listed(titles)
    if up:
        return n_(
            "One level better at {titles} alone would lift the overall result to {level}.",
            "One level better at any one of {n} questions alone would lift the overall result to "
            "{level}: {titles}.",
            len(titles),
            titles=shown,
            level=named,
        )
    return n_(
        "One level worse at {titles} alone would lower the overall result to {level}.",
        "One level worse at any one of {n} questions alone would lower the overall result to "
        "{level}: {titles}.",
        len(titles),
        titles=shown,
        level=named,
    )

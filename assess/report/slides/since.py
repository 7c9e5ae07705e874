"""The slides of what changed: both sides as bars, and the questions that moved most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.messages import _, n_
from assess.report.numbers import marked
from assess.report.slides import plots
from assess.report.slides.bars import add_bars
from assess.report.slides.bridge import add_bridge
from assess.report.slides.charts import Series
from assess.report.slides.paragraphs import BAD, GOOD, SOFT, Paragraph, Run, fitted, paragraph
from assess.report.slides.writing import add_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assess.model.comparison import Comparison, Delta
    from assess.report.changes import Pair, Since
    from assess.report.moves import Moves
    from assess.report.sections import Section
    from assess.report.slides.boxes import Box
    from assess.report.slides.deck import Deck, Page

TONES: Final = {"good": GOOD, "bad": BAD, "calm": SOFT}
MOST: Final = 4
"""How many questions of a group are named."""

SHARES: Final = (0.6, 0.4)
"""The width of the bars and of the questions beside them."""

GAP: Final = 36.0
SIZES: Final = (14, 13, 12, 11, 10)


class Sides(NamedTuple):
    """A score on both sides: in words, and its numbers."""

    pair: Pair
    delta: Delta


def add_since(deck: Deck, section: Section) -> None:
    """Add the scores of both sides, beside them the questions that moved, and then the bridge."""
    since, comparison = deck.report.since, deck.report.comparison
    if since is None or comparison is None:
        return
    left, _right = deck.main.columns(*SHARES, gap=GAP)
    sides = _sides(since, comparison)
    names = [pair.title for pair in since.pairs]
    drawn = any((one.delta.before, one.delta.after) != (None, None) for one in sides)
    for number, part in enumerate(plots.split(sides, names, left), 1):
        page = deck.page(section, number=number)
        lines = [_line(one.pair) for one in part]
        if drawn:
            box = left if number == 1 else deck.main
            shown = plots.plot(deck, *_bars(since, part), [section.headline, *lines])
            add_bars(page.slide, box.above(plots.height(len(part), box.height)), shown)
        if number == 1:
            _add_moves(deck, page, since, drawn=drawn)
        page.remark(_remark(since))
        page.note([section.headline, *lines, since.version])
    add_bridge(deck, section)


def _add_moves(deck: Deck, page: Page, since: Since, *, drawn: bool) -> None:
    """Add the questions that moved, beside the bars where there are any."""
    room = deck.main.columns(*SHARES, gap=GAP)[1] if drawn else deck.main
    if since.moves:
        add_text(page.slide.shapes, room, _moves(since.moves, room))


def _remark(since: Since) -> str:
    """Return how to read the numbers, and why there is no bridge where there is none."""
    missing = "" if since.bridge.chart else since.bridge.told
    return " ".join(filter(None, (since.version, since.stayed, missing, since.rounding)))


def _sides(since: Since, comparison: Comparison) -> list[Sides]:
    deltas = [*(change.score for change in comparison.dimensions), comparison.overall]
    return [Sides(*both) for both in zip(since.pairs, deltas, strict=True)]


def _bars(since: Since, part: Sequence[Sides]) -> tuple[list[str], list[Series]]:
    """Return the categories and the two series."""
    before = Series("before", since.before, tuple(sides.delta.before for sides in part))
    after = Series("now", since.after, tuple(sides.delta.after for sides in part))
    return [sides.pair.title for sides in part], [before, after]


def _line(pair: Pair) -> str:
    """Return a score of both sides, official and like for like."""
    told = f"{pair.title}: {pair.before} → {pair.after} ({marked(pair.change)})"
    like = f"{pair.like_before} → {pair.like_after} ({marked(pair.like_change)})"
    return f"{told}. {_('Like for like')}: {like}, {_('Questions')}: {pair.basis}"


def _moves(groups: Sequence[Moves], box: Box) -> tuple[Paragraph, ...]:
    """Return the groups with their first questions; those that did not move are only counted."""
    told = [group for group in groups if group.tone != "calm"] or groups[:1]

    def build(size: float) -> list[Paragraph]:
        return [one for group in groups for one in _group(group, size, named=group in told)]

    return fitted(build, SIZES, room=box.width, high=box.height)


def _group(group: Moves, size: float, *, named: bool) -> Iterable[Paragraph]:
    questions = group.questions[:MOST] if named else ()
    more = len(group.questions) - len(questions)
    title = Run(group.title, bold=True, colour=TONES[group.tone])
    count = Run(f"  {len(group.questions)}", colour=SOFT)
    yield Paragraph((title, count), size + 1, size / 4 if questions else size / 2)
    for question in questions:
        levels = Run(f"  {question.levels}{question.reason}", colour=SOFT)
        yield Paragraph((Run(question.title), levels), size, size / 4)
    if questions and more:
        yield paragraph(n_("{n} more", "{n} more", more), size, colour=SOFT, after=size / 2)

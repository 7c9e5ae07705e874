"""A comparison in the terminal: the scores, what moved, and what only looks changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.language.forms import capitalised
from assess.language.messages import _, n_
from assess.scoring import years
from assess.scoring.means import rounded
from assess.scoring.wording import with_sign
from assess.terminal.bridge import print_bridge
from assess.terminal.relapses import print_relapses
from assess.terminal.safe import safe_text
from assess.terminal.screen import (
    NONE,
    console,
    entry,
    heading,
    in_lines,
    number,
    number_table,
    paragraph,
    print_lines,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from assess.model.comparison import (
        Comparison,
        Delta,
        DimensionChange,
        LikeForLike,
        QuestionChange,
    )


LONG: Final = 13
SHORT: Final = 6
"""Up to how many characters a column's name has one line: names of units leave less room."""


def print_comparison(comparison: Comparison) -> None:
    """Print *comparison* on standard output."""
    here, side = console(), comparison.after
    before, after = years.names(comparison)
    beside = years.another(comparison)
    whose = filter(None, (side.organisation, "" if beside else side.unit))
    heading(
        here,
        _(
            "{organisation}: {before} to {after}",
            organisation=", ".join(whose),
            before=before,
            after=after,
        ),
    )
    _print_scores(here, comparison)
    print_bridge(here, comparison.bridge, before, after, beside=beside)
    print_relapses(here, comparison.relapses)
    rose = [q for q in comparison.questions if q.movement == "rose"]
    _print_moved(here, _("Lower") if beside else _("Fell"), _fallen(comparison))
    _print_moved(here, _("Higher") if beside else _("Rose"), rose)
    _print_renamed(here, [q for q in comparison.questions if q.replaces])
    _print_apart(here, [q for q in comparison.questions if q.reason])


def _print_scores(here: Console, comparison: Comparison) -> None:
    beside = years.another(comparison)
    told = _("higher/lower/same") if beside else _("rose/fell/stayed")
    names = (*years.names(comparison), _("change"), _("like for like"), told)
    every = (*comparison.dimensions, *comparison.companions)
    rows = [(d.title, *_cells(d.score, d.like_for_like), _moved(d)) for d in every]
    rows.append((_("Overall"), *_cells(comparison.overall, comparison.like_for_like), ""))
    if in_lines(here):
        here.print()
        print_lines(here, names, rows)
    else:
        _print_table(here, names, rows, one_line=SHORT if beside else LONG)
    _print_overall(here, comparison)


def _cells(score: Delta, common: LikeForLike) -> tuple[str, str, str, str]:
    """Return the score before and after, its change, and the change like for like."""
    return number(score.before), number(score.after), moved(score), moved(common)


def _moved(dimension: DimensionChange) -> str:
    return f"{dimension.rose}/{dimension.fell}/{dimension.stayed}"


def _print_table(
    here: Console, names: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, one_line: int
) -> None:
    table = number_table(map(capitalised, names), rows, one_line=one_line)
    for title, *cells in rows[:-1]:
        table.add_row(safe_text(title, lines=False), *cells)
    table.add_section()
    table.add_row(*rows[-1], style="bold")
    here.print(table)


def _print_overall(here: Console, comparison: Comparison) -> None:
    common = comparison.like_for_like
    before, after = (
        _("provisional") if level is None else _("level {level}", level=level)
        for level in (comparison.before_level, comparison.after_level)
    )
    told = _("Overall {before} to {after}.", before=before, after=after)
    basis = n_(
        "Like for like: {questions} of {n} question means the same and has a level on both sides.",
        "Like for like: {questions} of {n} questions mean the same and have a level on both sides.",
        common.of,
        questions=common.questions,
    )
    paragraph(here, " ".join(filter(None, (told, basis, _like_for_like(common)))))


def _like_for_like(common: LikeForLike) -> str:
    if common.change is None:
        return ""
    return _(
        "Over these the score goes from {before} to {after}.",
        before=number(common.before),
        after=number(common.after),
    )


def _fallen(comparison: Comparison) -> list[QuestionChange]:
    """Return what fell, without the relapses, which are told already."""
    told = {relapse.question for relapse in comparison.relapses}
    return [q for q in comparison.questions if q.movement == "fell" and q.id not in told]


def _print_moved(here: Console, title: str, changes: list[QuestionChange]) -> None:
    if changes:
        heading(here, f"{title}: {len(changes)}")
    for change in sorted(changes, key=lambda one: -one.distance):
        entry(here, f"{change.before} → {change.after}", f"{change.title} ({change.id})")


def _print_renamed(here: Console, changes: list[QuestionChange]) -> None:
    if changes:
        heading(here, _("Asked under another id: {n}", n=len(changes)))
    for change in changes:
        entry(here, "-", f"{change.title} ({change.replaces} → {change.id})")


def _print_apart(here: Console, changes: list[QuestionChange]) -> None:
    if changes:
        heading(here, _("Not comparable: {n}", n=len(changes)))
    for change in changes:
        entry(here, "-", f"{change.title} ({change.id}): {change.reason}")


def moved(delta: Delta) -> str:
    """Return the change with its sign; `=` where nothing shows, a dash for none.

    "≈" stands before a change that one answer makes.
    """
    if delta.change is None:
        return NONE
    shown = rounded(delta.change)
    if not shown:
        return "="
    return f"{'≈' if delta.within_margin else ''}{with_sign(shown)}"

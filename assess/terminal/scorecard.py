"""A scorecard in the terminal: ladder, dimensions, limits, patterns, first actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from assess.model.base import exact
from assess.terminal.safe import safe, safe_text
from assess.terminal.screen import (
    NONE,
    console,
    entry,
    heading,
    level,
    number,
    paragraph,
    percent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from assess.model.scorecard import BindingLimit, DimensionResult, Scorecard

FIRST_ACTIONS = 7
"""How many actions are shown; the report has all of them."""

NARROW = 72
"""Below this width the table of dimensions becomes one line for each."""

_MARKS = {"critical": "!!!", "high": "!!", "medium": "!", "low": "·"}


def print_scorecard(card: Scorecard) -> None:
    """Print *card* on standard output."""
    here = console()
    unit = f", {card.unit}" if card.unit else ""
    heading(here, f"{card.organisation}{unit} · {card.cycle} · {card.questionnaires[0].title}")
    _print_overall(here, card)
    _print_dimensions(here, card)
    _print_limits(here, card)
    _print_patterns(here, card)
    _print_findings(here, card)
    _print_actions(here, card)


def _print_overall(here: Console, card: Scorecard) -> None:
    result = card.overall
    if result.level is None:
        paragraph(here, f"Provisional: {_open(card)}")
    steps = "  ".join(
        f"[{step.level} {step.name}]" if step.level == result.level else f"{step.level} {step.name}"
        for step in card.scale
    )
    paragraph(here, steps)
    paragraph(
        here,
        f"Score {number(result.score)} · with evidence {number(result.evidenced_score)} · "
        f"coverage {percent(result.coverage)} · {result.rated} of {result.dimensions} "
        "dimensions rated",
    )


def _open(card: Scorecard) -> str:
    missing = ", ".join(card.overall.missing) or "every dimension"
    return f"the whole has no level before these are answered: {missing}."


def _print_dimensions(here: Console, card: Scorecard) -> None:
    here.print()
    if here.width < NARROW:
        for dimension in card.dimensions:
            said = zip(("score", "target", "coverage", "level"), _cells(dimension), strict=True)
            text = ", ".join(f"{name} {cell}" for name, cell in said)
            entry(here, "-", f"{dimension.title}: {text}")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("Dimension", overflow="fold")
    for name in ("Score", "Target", "Cover"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("Level", overflow="fold")
    table.add_column("", no_wrap=True)
    for dimension in card.dimensions:
        title = safe_text(dimension.title, lines=False)
        table.add_row(title, *_cells(dimension), _bar(dimension, card))
    here.print(table)


def _cells(dimension: DimensionResult) -> tuple[str, str, str, str]:
    """Return score, target, coverage and level as text."""
    return (
        number(dimension.score),
        NONE if dimension.target is None else str(dimension.target),
        percent(dimension.coverage),
        safe(level(dimension) + (" (limited)" if dimension.limits else ""), lines=False),
    )


def _bar(dimension: DimensionResult, card: Scorecard) -> str:
    """Draw the score between the lowest and the highest value: 12 characters, `|` the target."""
    if dimension.score is None:
        return ""
    low, high = exact(card.scale[0].value), exact(card.scale[-1].value)
    places = 12
    filled = round((dimension.score - low) / (high - low) * places)
    bar = "█" * filled + "·" * (places - filled)
    if dimension.target is None:
        return bar
    value = exact(card.scale[dimension.target - 1].value)
    at = min(places - 1, round((value - low) / (high - low) * places))
    return bar[:at] + "|" + bar[at + 1 :]


def _print_limits(here: Console, card: Scorecard) -> None:
    named = [*_limits("The whole", card.overall.limits)]
    for dimension in card.dimensions:
        named.extend(_limits(dimension.title, dimension.limits))
    if named:
        heading(here, "What limits the result")
    for where, limit in named:
        entry(here, "-", f"{where}: not above level {limit.level}. {limit.because}")
        paragraph(here, f"Held down by: {_titles(limit.questions, card)}", indent=2, style="dim")


def _limits(where: str, limits: tuple[BindingLimit, ...]) -> Iterator[tuple[str, BindingLimit]]:
    return ((where, limit) for limit in limits)


def _titles(questions: tuple[str, ...], card: Scorecard) -> str:
    titles = {q.id: q.title for d in card.dimensions for q in d.questions}
    return "; ".join(titles.get(question, question) for question in questions)


def _print_patterns(here: Console, card: Scorecard) -> None:
    seen = [p for p in card.patterns if p.state == "seen"]
    unknown = sum(p.state == "unknown" for p in card.patterns)
    if card.patterns:
        heading(here, f"Failure patterns: {len(seen)} seen, {unknown} cannot be judged")
    for pattern in seen:
        entry(here, _MARKS[pattern.severity], f"{pattern.name} ({pattern.severity})")
        paragraph(here, pattern.plain, indent=4)
    strengths = [s for s in card.strengths if s.state == "seen"]
    if strengths:
        heading(here, "Strengths to keep")
    for strength in strengths:
        entry(here, "+", f"{strength.name}: {strength.plain}")


def _print_findings(here: Console, card: Scorecard) -> None:
    if card.findings:
        heading(here, "Worth knowing")
    for finding in card.findings:
        where = f" ({finding.dimension})" if finding.dimension else ""
        entry(here, finding.rule, f"{finding.say}{where}")
        if finding.questions:
            titles = _titles(finding.questions, card)
            paragraph(here, titles, indent=len(finding.rule) + 1, style="dim")


def _print_actions(here: Console, card: Scorecard) -> None:
    if not card.actions:
        return
    heading(here, f"First actions ({min(FIRST_ACTIONS, len(card.actions))} of {len(card.actions)})")
    for place, action in enumerate(card.actions[:FIRST_ACTIONS], 1):
        entry(here, f"{place}.", action.action)
        quick = " · quick win" if action.quick_win else ""
        waits = f" · waits for {', '.join(action.waits_for)}" if action.waits_for else ""
        about = (
            f"{action.owner}, {action.horizon_days} days · effort {action.effort}, "
            f"impact {action.impact}{quick}{waits} · {action.id}"
        )
        paragraph(here, about, indent=3, style="dim")

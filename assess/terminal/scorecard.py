"""A scorecard in the terminal: ladder, dimensions, limits, patterns, first actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from assess.language.forms import clauses
from assess.language.messages import N_, _, n_
from assess.model.base import exact
from assess.scoring.wording import SEVERITIES
from assess.terminal.safe import safe, safe_text
from assess.terminal.screen import (
    NONE,
    column,
    console,
    entry,
    heading,
    in_lines,
    level,
    number,
    paragraph,
    percent,
    print_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from assess.model.scorecard import (
        BindingLimit,
        DimensionResult,
        Finding,
        ProposedAction,
        Scorecard,
    )

FIRST_ACTIONS = 7
"""How many actions are shown; the report has all of them."""

_BAR = 12
"""How many characters draw a score."""

_ANSWERED = {"R10": N_("don't know"), "R11": N_("not applicable")}
"""How the questions were answered that a finding of a rule names."""

_MARKS = {"critical": "!!!", "high": "!!", "medium": "!", "low": "·"}


def print_scorecard(card: Scorecard) -> None:
    """Print *card* on standard output."""
    here = console()
    unit = f", {card.unit}" if card.unit else ""
    heading(here, f"{card.organisation}{unit} · {card.cycle} · {card.questionnaires[0].title}")
    _print_overall(here, card)
    here.print()
    _print_dimensions(here, card.dimensions, card)
    if card.companions:
        heading(here, _("Companions, which do not enter the whole"))
        _print_dimensions(here, card.companions, card)
    _print_limits(here, card)
    _print_patterns(here, card)
    _print_findings(here, card)
    _print_actions(here, card)


def _print_overall(here: Console, card: Scorecard) -> None:
    result = card.overall
    if result.level is None:
        paragraph(here, _("Provisional: {reason}", reason=_why_provisional(card)))
    steps = "  ".join(
        f"[{step.level} {step.name}]" if step.level == result.level else f"{step.level} {step.name}"
        for step in card.scale
    )
    paragraph(here, steps)
    paragraph(
        here,
        n_(
            "Score {score} · with evidence {evidenced} · coverage {coverage}"
            " · {rated} of {n} dimension rated",
            "Score {score} · with evidence {evidenced} · coverage {coverage}"
            " · {rated} of {n} dimensions rated",
            result.dimensions,
            score=number(result.score),
            evidenced=number(result.evidenced_score),
            coverage=percent(result.coverage),
            rated=result.rated,
        ),
    )


def _why_provisional(card: Scorecard) -> str:
    """Return what the whole lacks: rated dimensions, and what must have a level by itself."""
    whole, dimensions = card.overall, {d.id: d.title for d in card.dimensions}
    missing, said = whole.missing, []
    if whole.rated < whole.rated_needed:
        # Any of the unrated dimensions would do, so none of them is named.
        missing = tuple(name for name in missing if name not in dimensions)
        said = [
            _(
                "Dimensions rated: {rated} of {total}; needed: {needed}.",
                rated=whole.rated,
                total=whole.dimensions,
                needed=whole.rated_needed,
            )
        ]
    if missing:
        said.append(_("The whole needs a level for: {titles}.", titles=_titles(missing, card)))
    return " ".join(said)


def _print_dimensions(
    here: Console, dimensions: tuple[DimensionResult, ...], card: Scorecard
) -> None:
    if in_lines(here):
        names = (_("score"), _("target"), _("coverage"), _("level"))
        print_lines(here, names, [(one.title, *_cells(one)) for one in dimensions])
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(_("Dimension"), overflow="fold")
    for name in (_("Score"), _("Target"), _("Coverage")):
        column(table, name, right=True)
    cells = [_cells(dimension) for dimension in dimensions]
    column(table, _("Level"), (level for *_numbers, level in cells), one_line=20)
    table.add_column("", width=_BAR)
    for dimension, row in zip(dimensions, cells, strict=True):
        title = safe_text(dimension.title, lines=False)
        table.add_row(title, *row, _bar(dimension, card))
    here.print(table)


def _cells(dimension: DimensionResult) -> tuple[str, str, str, str]:
    """Return score, target, coverage and level as text."""
    return (
        number(dimension.score),
        NONE if dimension.target is None else str(dimension.target),
        percent(dimension.coverage),
        safe(_limited(dimension) if dimension.limits else level(dimension), lines=False),
    )


def _limited(dimension: DimensionResult) -> str:
    return _("{level} (limited)", level=level(dimension))


def _bar(dimension: DimensionResult, card: Scorecard) -> str:
    """Draw the score between the lowest and the highest value; `|` is the target."""
    if dimension.score is None:
        return ""
    low, high = exact(card.scale[0].value), exact(card.scale[-1].value)
    filled = round((dimension.score - low) / (high - low) * _BAR)
    bar = "█" * filled + "·" * (_BAR - filled)
    if dimension.target is None:
        return bar
    value = exact(card.scale[dimension.target - 1].value)
    at = min(_BAR - 1, round((value - low) / (high - low) * _BAR))
    return bar[:at] + "|" + bar[at + 1 :]


def _print_limits(here: Console, card: Scorecard) -> None:
    named = [*_limits(_("The whole"), card.overall.limits)]
    for dimension in card.every_dimension:
        named.extend(_limits(dimension.title, dimension.limits))
        for section in dimension.sections:
            named.extend(_limits(f"{dimension.title}, {section.title}", section.limits))
    if named:
        heading(here, _("What limits the result"))
    for where, limit in named:
        entry(
            here,
            "-",
            _(
                "{where}: not above level {level}. {because}",
                where=where,
                level=limit.level,
                because=limit.because,
            ),
        )
        held = _("Held down by: {titles}", titles=_titles(limit.questions, card))
        paragraph(here, held, indent=2, style="dim")


def _limits(where: str, limits: tuple[BindingLimit, ...]) -> Iterator[tuple[str, BindingLimit]]:
    return ((where, limit) for limit in limits)


def _titles(names: tuple[str, ...], card: Scorecard) -> str:
    titles = {**card.titles, **{d.id: d.title for d in card.every_dimension}}
    return clauses(titles.get(name, name) for name in names)


def _print_patterns(here: Console, card: Scorecard) -> None:
    seen = [p for p in card.patterns if p.state == "seen"]
    unknown = sum(p.state == "unknown" for p in card.patterns)
    if card.patterns:
        heading(
            here,
            _(
                "Failure patterns: {seen} seen, {unknown} cannot be judged",
                seen=len(seen),
                unknown=unknown,
            ),
        )
    for pattern in seen:
        entry(here, _MARKS[pattern.severity], f"{pattern.name} ({_(SEVERITIES[pattern.severity])})")
        paragraph(here, pattern.plain, indent=4)
    strengths = [s for s in card.strengths if s.state == "seen"]
    if strengths:
        heading(here, _("Strengths to keep"))
    for strength in strengths:
        entry(here, "+", f"{strength.name}: {strength.plain}")


def _print_findings(here: Console, card: Scorecard) -> None:
    if card.findings:
        heading(here, _("Worth knowing"))
    said = dict.fromkeys((finding.rule, finding.say) for finding in card.findings)
    for rule, say in said:
        entry(here, rule, say)
        for finding in card.findings:
            if (finding.rule, finding.say) == (rule, say) and (text := _about(finding, card)):
                paragraph(here, text, indent=len(rule) + 1, style="dim")


def _about(finding: Finding, card: Scorecard) -> str:
    """Return which dimension and which questions a finding means."""
    dimension = _titles((finding.dimension,), card) if finding.dimension else ""
    where = ", ".join(
        part
        for part in (dimension, _(_ANSWERED[finding.rule]) if finding.rule in _ANSWERED else "")
        if part
    )
    return ": ".join(part for part in (where, _titles(finding.questions, card)) if part)


def _print_actions(here: Console, card: Scorecard) -> None:
    if not card.actions:
        return
    heading(
        here,
        _(
            "First actions ({n} of {total})",
            n=min(FIRST_ACTIONS, len(card.actions)),
            total=len(card.actions),
        ),
    )
    for place, action in enumerate(card.actions[:FIRST_ACTIONS], 1):
        entry(here, f"{place}.", action.action)
        paragraph(here, _about_action(action, card), indent=3, style="dim")


def _about_action(action: ProposedAction, card: Scorecard) -> str:
    told = [
        n_("{owner}, {n} day", "{owner}, {n} days", action.horizon_days, owner=action.owner),
        _("effort {effort}, impact {impact}", effort=action.effort, impact=action.impact),
        _("quick win") if action.quick_win else "",
        _("waits for {titles}", titles=_titles(action.waits_for, card)) if action.waits_for else "",
        action.id,
    ]
    return " · ".join(part for part in told if part)

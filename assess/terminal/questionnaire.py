"""Questionnaires in the terminal: the list of them, and one of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from assess.terminal.layout import counted
from assess.terminal.safe import safe_text
from assess.terminal.screen import NONE, console, entry, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from assess.model.questionnaire import Dimension, Question, Questionnaire
    from assess.store.library import Listing


def print_listings(listings: Iterable[Listing]) -> None:
    """Print one line for each questionnaire; unusable ones with the reason."""
    here = console()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in ("Id", "Version", "Questions", "Where", "Title"):
        table.add_column(name, overflow="fold")
    for listing in listings:
        found = listing.questionnaire
        cells = (found.version, str(len(found.questions))) if found else (NONE, NONE)
        title = found.title if found else f"cannot be used: {listing.problem}"
        table.add_row(listing.id, *cells, listing.where, safe_text(title))
    here.print(table)


def print_questionnaire(questionnaire: Questionnaire) -> None:
    """Print *questionnaire* as a person reads it, questions, levels, advice and rules."""
    here = console()
    heading(here, f"{questionnaire.title} ({questionnaire.id} {questionnaire.version})")
    if questionnaire.purpose:
        paragraph(here, questionnaire.purpose)
    if questionnaire.intro:
        here.print()
        paragraph(here, questionnaire.intro)
    for dimension in questionnaire.dimensions:
        _print_dimension(here, dimension, questionnaire)
    _print_rules(here, questionnaire)


def _print_dimension(here: Console, dimension: Dimension, questionnaire: Questionnaire) -> None:
    questions = counted(len(dimension.questions), "question")
    heading(here, f"{dimension.title} ({dimension.id}, {questions})")
    if dimension.purpose:
        paragraph(here, dimension.purpose)
    sections = {section.id: section.title for section in dimension.sections}
    for question in dimension.questions:
        here.print()
        section = f" · {sections[question.section]}" if question.section else ""
        about = f"{question.id} · weight {question.weight}{section}"
        paragraph(here, f"{question.title}  ({about}{' · express' if question.express else ''})")
        paragraph(here, question.question, style="bold")
        _print_question(here, question, questionnaire)


def _print_question(here: Console, question: Question, questionnaire: Questionnaire) -> None:
    for place, text in enumerate(question.levels, 1):
        entry(here, f"{place}", text, indent=2)
    details = (
        ("Evidence", "; ".join(question.evidence)),
        ("Ask", ", ".join(question.ask)),
        ("Why", question.why),
        ("Sources", ", ".join(question.facts)),
    )
    for label, text in details:
        if text:
            entry(here, f"{label}:", text, indent=2)
    for action in question.actions:
        names = ", ".join(questionnaire.level_name(place) for place in action.from_levels)
        days = counted(action.horizon_days, "day")
        about = f"{action.owner}, {days}, effort {action.effort}"
        entry(here, "→", f"{action.action} ({about}; from {names})", indent=2)


def _print_rules(here: Console, questionnaire: Questionnaire) -> None:
    named = (
        ("Limits", [(limit.id, limit.say) for limit in questionnaire.limits]),
        ("Failure patterns", [(p.name, p.plain) for p in questionnaire.patterns]),
        ("Strengths", [(s.name, s.plain) for s in questionnaire.strengths]),
        ("Rules", [(f"{rule.id} {rule.title}", rule.say) for rule in questionnaire.rules]),
    )
    for title, rows in named:
        if rows:
            heading(here, f"{title}: {len(rows)}")
        for name, text in rows:
            entry(here, "-", f"{name}: {text}")

"""Questionnaires in the terminal: the list of them, and one of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import clauses, percent
from assess.language.messages import N_, _, n_
from assess.model.roles import role_in_words
from assess.terminal.safe import safe_text
from assess.terminal.screen import console, entry, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console

    from assess.model.coverage import Coverage
    from assess.model.questionnaire import Dimension, Question, Questionnaire
    from assess.store.library import Listing


_WHERE = {"here": N_("here"), "yours": N_("yours"), "built in": N_("built in")}
"""What the places are called in which questionnaires are found."""


def print_listings(
    listings: Iterable[Listing],
    languages: Mapping[str, Mapping[str, Coverage]],
    titles: Mapping[str, str],
) -> None:
    """Print each questionnaire with its *languages*; unusable ones with the reason."""
    here = console()
    for listing in listings:
        found = listing.questionnaire
        if found is None:
            reason = _("cannot be used: {problem}", problem=listing.problem)
            paragraph(here, f"{listing.id}: {reason}")
            continue
        count = len(found.questions)
        facts = (
            f"{listing.id} {found.version}",
            n_("{n} question", "{n} questions", count),
            _(_WHERE[listing.where]),
            _languages(listing, languages),
        )
        here.print(safe_text(titles[listing.id], "bold", lines=False), soft_wrap=True)
        paragraph(here, " · ".join(facts), indent=2)


def _languages(listing: Listing, languages: Mapping[str, Mapping[str, Coverage]]) -> str:
    """Return the base language, then the others with what is done of them where it is not all."""
    base = [listing.questionnaire.language] if listing.questionnaire else []
    others = [
        language if done.share == 100 else f"{language} {percent(str(done.share))}"  # noqa: PLR2004
        for language, done in languages[listing.id].items()
    ]
    return " ".join((*base, *others))


def print_questionnaire(questionnaire: Questionnaire, *, sources: bool = False) -> None:
    """Print *questionnaire* as a person reads it, questions, levels, advice and rules.

    With *sources* the facts behind each question stand under it.
    """
    here = console()
    heading(here, f"{questionnaire.title} ({questionnaire.id} {questionnaire.version})")
    if questionnaire.purpose:
        paragraph(here, questionnaire.purpose)
    if questionnaire.intro:
        here.print()
        paragraph(here, questionnaire.intro)
    for dimension in questionnaire.dimensions:
        _print_dimension(here, dimension, questionnaire, sources=sources)
    _print_rules(here, questionnaire)


def _print_dimension(
    here: Console, dimension: Dimension, questionnaire: Questionnaire, *, sources: bool
) -> None:
    questions = n_("{n} question", "{n} questions", len(dimension.questions))
    heading(here, f"{dimension.title} ({dimension.id}, {questions})")
    if dimension.purpose:
        paragraph(here, dimension.purpose)
    sections = {section.id: section.title for section in dimension.sections}
    for question in dimension.questions:
        here.print()
        section = f" · {sections[question.section]}" if question.section else ""
        weight = _("weight {weight}", weight=question.weight)
        express = " · " + _("express") if question.express else ""
        paragraph(here, f"{question.title}  ({question.id} · {weight}{section}{express})")
        paragraph(here, question.question, style="bold")
        _print_question(here, question, questionnaire)
        if sources:
            _print_facts(here, question, questionnaire)


def _print_question(here: Console, question: Question, questionnaire: Questionnaire) -> None:
    for place, text in enumerate(question.levels, 1):
        entry(here, f"{place}", text, indent=2)
    details = (
        (_("Evidence"), clauses(question.evidence)),
        (_("Ask"), ", ".join(role_in_words(role, questionnaire.roles) for role in question.ask)),
        (_("Why"), question.why),
        (_("Sources"), ", ".join(question.facts)),
    )
    for label, text in details:
        if text:
            entry(here, f"{label}:", text, indent=2)
    for action in question.actions:
        names = ", ".join(questionnaire.level_name(place) for place in action.from_levels)
        about = n_(
            "{owner}, {n} day, effort {effort}; from {levels}",
            "{owner}, {n} days, effort {effort}; from {levels}",
            action.horizon_days,
            owner=action.owner,
            effort=action.effort,
            levels=names,
        )
        entry(here, "→", f"{action.action} ({about})", indent=2)


def _print_facts(here: Console, question: Question, questionnaire: Questionnaire) -> None:
    catalogue = questionnaire.sources
    for name in question.facts:
        if fact := catalogue.facts.get(name):
            source = catalogue.sources[name.rpartition("-")[0]]
            entry(here, f"{name}:", f"{fact.text} ({source.topic}, {fact.where})", indent=2)


def _print_rules(here: Console, questionnaire: Questionnaire) -> None:
    named = (
        (_("Limits"), [(limit.id, limit.say) for limit in questionnaire.limits]),
        (_("Failure patterns"), [(p.name, p.plain) for p in questionnaire.patterns]),
        (_("Strengths"), [(s.name, s.plain) for s in questionnaire.strengths]),
        (_("Rules"), [(f"{rule.id} {rule.title}", rule.say) for rule in questionnaire.rules]),
    )
    for title, rows in named:
        if rows:
            heading(here, f"{title}: {len(rows)}")
        for name, text in rows:
            entry(here, "-", f"{name}: {text}")

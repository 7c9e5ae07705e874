"""What `assess new` asks a person: everything that no option said, one question after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from assess.cli.companions import words_for_customer
from assess.cli.speaking import shown_in, wished_language
from assess.cli.wishes import Wishes, assessment_of, cycle_of, languages_for, path_of, wished_or_own
from assess.errors import AssessError
from assess.language.messages import N_, _, spoken
from assess.store import assessments, durable
from assess.store.characters import FORBIDDEN, named
from assess.store.library import available, load_questionnaire
from assess.terminal import asking
from assess.terminal.asking import InputEndedError, WrongEntryError
from assess.terminal.layout import columns, wrapped
from assess.terminal.new_assessment import language_name, summary, titled
from assess.terminal.signals import stopping
from assess.terminal.targets import ask_targets

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from assess.model.questionnaire import Questionnaire
    from assess.terminal.teletype import Teletype

_WORDS: Final = {
    "customer": N_("customers"),
    "patient": N_("patients"),
    "citizen": N_("citizens"),
    "member": N_("members"),
    "guest": N_("guests"),
}
"""The words of the built-in questionnaires as they stand in a list; others stand there as ids."""


def asked(wishes: Wishes, given: AbstractSet[str], *, force: bool) -> Wishes:
    """Return *wishes* with a person's answers for the fields that are not *given* by options.

    What options say is checked first, so that nothing is typed in vain; at the end stands what will
    be created.

    Raises:
        AssessError: The file exists without *force*, or an option cannot be fulfilled.
        click.UsageError: An option cannot be fulfilled, or the input ended.

    """
    assessments.dumps(assessment_of(replace(wishes, organisation="?")))
    if wishes.name and not force:
        durable.make_sure_free(path_of(wishes))
    line = asking.at_the_terminal()
    with stopping(_("Stopped. Nothing was created.")):
        line.say(
            wrapped(
                _("Enter takes what stands in brackets. Ctrl-C stops, and nothing is created."),
                columns(),
            )
        )
        for field, question in _QUESTIONS.items():
            if field not in given and not (force and field == "name"):
                wishes = _answered(question, wishes, line)
    _show_summary(wishes, line)
    return wishes


class _Question(NamedTuple):
    option: str
    ask: Callable[[Wishes, Teletype], Wishes]


def _answered(question: _Question, wishes: Wishes, line: Teletype) -> Wishes:
    try:
        return question.ask(wishes, line)
    except InputEndedError:
        raise click.UsageError(
            _(
                "The input ended where {option} was asked for; nothing was created.",
                option=question.option,
            )
        ) from None


def _organisation(wishes: Wishes, line: Teletype) -> Wishes:
    def understood(typed: str) -> str:
        if not typed:
            raise WrongEntryError(_("Type the name of the organisation that is assessed."))
        return _savable(typed)

    return replace(wishes, organisation=asking.ask(line, _("Organisation"), understood))


def _unit(wishes: Wishes, line: Teletype) -> Wishes:
    return replace(
        wishes, unit=asking.ask(line, _("Unit (Enter: the whole organisation)"), _savable)
    )


def _cycle(wishes: Wishes, line: Teletype) -> Wishes:
    usual = cycle_of(wishes)
    cycle = asking.ask(line, _("Cycle (Enter: {cycle})", cycle=usual), _savable)
    return replace(wishes, cycle=cycle or usual)


def _free_name(wishes: Wishes, line: Teletype) -> Wishes:
    """Ask for the name of the file only where the usual one cannot be had."""
    try:
        durable.make_sure_free(path_of(wishes))
    except AssessError as error:
        taken = error
    else:
        return wishes

    def understood(typed: str) -> Wishes:
        if not typed:
            raise taken
        renamed = replace(wishes, name=Path(typed))
        try:
            durable.make_sure_free(path_of(renamed))
        except (AssessError, click.UsageError) as error:
            raise WrongEntryError(str(error)) from error
        return renamed

    line.say(wrapped(str(taken), columns()))
    return asking.ask(line, _("Another name for the file (Enter: create nothing)"), understood)


def _questionnaire(wishes: Wishes, line: Teletype) -> Wishes:
    cores = _found(companions=False)
    names = [one.id for one in cores]
    if wishes.wanted not in names or len(cores) == 1:
        return wishes
    usual = names.index(wishes.wanted)
    title = _shown(cores[usual]).title
    question = _("Which questionnaire is asked?")
    place = asking.choose(line, question, _titled(cores), usual + 1, named=title)
    return replace(wishes, wanted=names[place - 1])


def _language(wishes: Wishes, line: Teletype) -> Wishes:
    core = load_questionnaire(wishes.wanted)
    languages, usual = languages_for(core), wished_or_own(core)
    if len(languages) == 1:
        return wishes
    names = [language_name(language) for language in languages]
    question = _("Which language is the assessment in?")
    place = asking.choose(line, question, names, languages.index(usual) + 1)
    return replace(wishes, language=languages[place - 1])


def _companions(wishes: Wishes, line: Teletype) -> Wishes:
    core = load_questionnaire(wishes.wanted)
    offered = [one for one in _found(companions=True) if one.id != core.id]
    order = list(core.companions)
    offered.sort(key=lambda one: order.index(one.id) if one.id in order else len(order))
    if not offered:
        return wishes

    def chosen(places: tuple[int, ...]) -> Wishes:
        return replace(wishes, companions=tuple(offered[place - 1].id for place in places))

    def check(places: tuple[int, ...]) -> None:
        try:
            assessment_of(chosen(places))
        except (AssessError, click.UsageError) as error:
            raise WrongEntryError(str(error)) from error

    question = _("Which questionnaires accompany it?")
    return chosen(asking.choose_some(line, question, _titled(offered), check))


def _customer(wishes: Wishes, line: Teletype) -> Wishes:
    words = ("customer", *words_for_customer(assessment_of(wishes)))
    if len(words) == 1:
        return wishes
    question = _("What are the people called who are served?")
    place = asking.choose(line, question, [_word(word) for word in words], 1)
    return replace(wishes, customer=words[place - 1])


def _targets(wishes: Wishes, line: Teletype) -> Wishes:
    levels = ask_targets(line, _shown(load_questionnaire(wishes.wanted), wishes.customer))
    return replace(wishes, targets=tuple(f"{name}={level}" for name, level in levels.items()))


def _assessor(wishes: Wishes, line: Teletype) -> Wishes:
    line.say("")
    return replace(wishes, assessor=asking.ask(line, _("Assessor (Enter: stays empty)"), _savable))


_QUESTIONS: Final = {
    "organisation": _Question("--organisation", _organisation),
    "unit": _Question("--unit", _unit),
    "cycle": _Question("--cycle", _cycle),
    "name": _Question("NAME", _free_name),
    "wanted": _Question("--questionnaire", _questionnaire),
    "language": _Question("--lang", _language),
    "companions": _Question("--with", _companions),
    "customer": _Question("--customer", _customer),
    "targets": _Question("--target", _targets),
    "assessor": _Question("--assessor", _assessor),
}
"""What is asked for each field of the wishes, in this order."""


def _show_summary(wishes: Wishes, line: Teletype) -> None:
    assessment = assessment_of(wishes)
    shown = [_shown(one, assessment.customer) for one in assessment.questionnaires]
    word = _word(assessment.customer) if assessment.customer else ""
    line.say(summary(assessment, shown, str(path_of(wishes)), word, columns()))


def _savable(typed: str) -> str:
    if found := FORBIDDEN.search(typed):
        raise WrongEntryError(
            _("{character} cannot be saved; type it without.", character=named(found[0]))
        )
    return typed


def _found(*, companions: bool) -> list[Questionnaire]:
    """Return the questionnaires that can be found: the companions, or all the others.

    A companion goes with one of more dimensions; each of the two may name the other.
    """
    found = [listing.questionnaire for listing in available() if listing.questionnaire]
    return [one for one in found if companions == any(_accompanies(one, other) for other in found)]


def _accompanies(one: Questionnaire, other: Questionnaire) -> bool:
    related = one.id in other.companions or other.id in one.companions
    return related and len(other.dimensions) > len(one.dimensions)


def _titled(questionnaires: list[Questionnaire]) -> list[str]:
    return [titled(_shown(questionnaire)) for questionnaire in questionnaires]


def _shown(questionnaire: Questionnaire, word: str = "") -> Questionnaire:
    """Return the questionnaire as the person at the terminal reads it."""
    return shown_in(questionnaire, wished_language() or spoken(), word).questionnaire


def _word(word: str) -> str:
    return _(_WORDS.get(word, word))

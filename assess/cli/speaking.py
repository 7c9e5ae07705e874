"""In which language a command speaks, and an assessment is shown."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from assess.cli.spoken import Option
from assess.language.choice import OPTION, VARIABLE, asked_for, of_the_locale
from assess.language.messages import LANGUAGES, _, speak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.assessment import Assessment
    from assess.model.localised import Localised
    from assess.model.questionnaire import Questionnaire

_WISH = "assess.language"


def begin_to_speak(arguments: Sequence[str] | None) -> None:
    """Choose the language before anything is parsed: the option, the environment, the locale."""
    given = sys.argv[1:] if arguments is None else arguments
    wish = asked_for(given, os.environ)
    speak(wish if wish in LANGUAGES else of_the_locale(os.environ))


def language_option() -> click.Option:
    """Return the option that every command understands."""
    return Option(
        [OPTION],
        metavar="LANGUAGE",
        expose_value=False,
        callback=_remember,
        help="The language of everything that is shown: en, es, el, ru or hu.",
    )


def wished_language() -> str | None:
    """Return the language that the command line or `ASSESS_LANG` asks for, None for none.

    Raises:
        click.UsageError: Nothing here speaks it.

    """
    option = language_of_the_option()
    wish = option or os.environ.get(VARIABLE) or None
    if wish is None or wish in LANGUAGES or wish in _languages_of_questionnaires():
        return wish
    raise click.UsageError(
        _(
            "{option} {language}: one of {languages}.",
            option=OPTION if option else VARIABLE,
            language=wish,
            languages=", ".join(LANGUAGES),
        )
    )


def language_of_the_option() -> str | None:
    """Return what `--lang` says on this command line, None where it stands nowhere."""
    context = click.get_current_context(silent=True)
    said: str | None = context.find_root().meta.get(_WISH) if context else None
    return said


def language_for(assessment: Assessment) -> str:
    """Return the language in which *assessment* is shown, and speak it."""
    language = wished_language() or assessment.language
    speak(language)
    return language


class Shown(NamedTuple):
    """An assessment as it is shown, and how many texts stand there in their base language."""

    assessment: Assessment
    untranslated: int


def shown_in(questionnaire: Questionnaire, language: str, word: str = "") -> Localised:
    """Return *questionnaire* in *language*, its base language where it has no translation.

    Raises:
        AssessError: A side file cannot be read or does not agree with the questionnaire.

    """
    from assess.model.localised import localised
    from assess.model.translation import NOTHING

    if language == questionnaire.language:
        return localised(questionnaire, NOTHING, word)._replace(untranslated=0)
    from assess.store.ready import ready_translation

    translation = ready_translation(questionnaire.id, language)
    if translation is None:
        from assess.store.translations import translation_of

        translation = translation_of(questionnaire.id, language)
    return localised(questionnaire, translation or NOTHING, word)


def shown(assessment: Assessment, language: str | None = None) -> Shown:
    """Return *assessment* with its questionnaires as they are shown: for reading, never to save.

    They are shown in *language*, or in that of the assessment, which is spoken then.
    """
    language = language or language_for(assessment)
    every = [
        shown_in(one.questionnaire, language, assessment.customer) for one in assessment.as_asked
    ]
    asked = tuple(
        one.model_copy(update={"questionnaire": localised.questionnaire})
        for one, localised in zip(assessment.as_asked, every, strict=True)
    )
    return Shown(
        assessment.model_copy(update={"as_asked": asked}),
        sum(localised.untranslated for localised in every),
    )


def _remember(context: click.Context, _option: click.Parameter, wish: str | None) -> None:
    if wish is not None:
        context.find_root().meta[_WISH] = wish


def _languages_of_questionnaires() -> set[str]:
    from assess.store.library import available
    from assess.store.translations import languages_of

    listings = available()
    bases = {entry.questionnaire.language for entry in listings if entry.questionnaire}
    return bases.union(*(languages_of(entry.path) for entry in listings))

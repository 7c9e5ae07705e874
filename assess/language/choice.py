"""Which language is wanted: said on the command line, by the environment, or by the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from assess.language.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OPTION = "--lang"
VARIABLE = "ASSESS_LANG"

Source: TypeAlias = Literal["option", "environment", "locale", "default"]
"""Who chose the language that is spoken."""


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return what `--lang` says, else `ASSESS_LANG`; None where neither does.

    It is looked up before anything is parsed, since the parser's own sentences depend on it.
    """
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            return next(iter(arguments[place + 1 :]), None)
        if argument.startswith(f"{OPTION}="):
            return argument.partition("=")[2]
    return environment.get(VARIABLE) or None


def of_the_locale(environment: Mapping[str, str]) -> str:
    """Return the language of the locale, English where the program does not speak it."""
    language = _language(locale_name(environment))
    return language if language in LANGUAGES else LANGUAGES[0]


def locale_name(environment: Mapping[str, str]) -> str:
    """Return the locale for messages, such as `el_GR.UTF-8`; empty where none is set."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "")


def source(option: str | None, environment: Mapping[str, str]) -> Source:
    """Return who chose the spoken language, *option* being what `--lang` says."""
    if (option or environment.get(VARIABLE)) in LANGUAGES:
        return "option" if option else "environment"
    return "locale" if _language(locale_name(environment)) in LANGUAGES else "default"


def _language(locale: str) -> str:
    return locale.partition("_")[0].partition(".")[0].lower()

"""Which language is wanted: said on the command line, by the environment, or by the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OPTION = "--lang"


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
    return environment.get("ASSESS_LANG") or None


def of_the_locale(environment: Mapping[str, str]) -> str:
    """Return the language of the locale, English where the program does not speak it."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    language = locale.partition("_")[0].partition(".")[0].lower()
    return language if language in LANGUAGES else LANGUAGES[0]

"""The sentences of the program in the language that was chosen; English where one is missing.

A sentence is written in English where it is said, as `_("Wrote {file}", file=path)`. What stands in
braces is filled in after the sentence was looked up, so that no content is ever taken for a place.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Final

CATALOGUES: Final = Path(__file__).with_name("catalogues")
"""The folder of the catalogues: LANGUAGE/LC_MESSAGES/assess.po, from which .mo is compiled."""

DOMAIN: Final = "assess"

NAMES: Final = {"en": "English", "es": "Español", "el": "Ελληνικά", "ru": "Русский", "hu": "Magyar"}
"""The languages that the program speaks, and what each is called by those who speak it."""

LANGUAGES: Final = tuple(NAMES)
"""Their codes, English first: the sentences in the code are English."""


class _Voice:
    """The language that is spoken; one for the whole program."""

    language: str = LANGUAGES[0]
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str) -> None:
    """Say everything in *language* from now on; English where the program does not speak it.

    The parser of the command line asks the standard library for its sentences, which goes by the
    environment.
    """
    _Voice.language = language if language in LANGUAGES else LANGUAGES[0]
    _Voice.catalogue = gettext.translation(
        DOMAIN, CATALOGUES, languages=[_Voice.language], fallback=True
    )
    if _Voice.language != LANGUAGES[0]:
        gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
        gettext.textdomain(DOMAIN)
        os.environ["LANGUAGE"] = _Voice.language


def spoken() -> str:
    """Return the language that is spoken, such as `el`."""
    return _Voice.language


def _(message: str, **places: object) -> str:
    """Return *message* in the spoken language, with its places filled in."""
    said = _Voice.catalogue.gettext(message)
    return said.format(**places) if places else said


def n_(one: str, many: str, n: int, **places: object) -> str:
    """Return the form of a sentence that goes with the number *n*, which may stand in it as {n}.

    Languages have one to four such forms; the catalogue knows by CLDR which.
    """
    said = _Voice.catalogue.ngettext(one, many, n)
    return said.format(**{"n": n, **places})


def p_(context: str, message: str, **places: object) -> str:
    """Return *message* as it is said in *context*, where English has one word for two things."""
    said = _Voice.catalogue.pgettext(context, message)
    return said.format(**places) if places else said


def N_(message: str) -> str:  # noqa: N802  the name that extracting programs look for
    """Return *message* as it is: a constant that is translated where it is said."""
    return message

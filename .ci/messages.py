"""Gather what the program says into the catalogues of its languages, or check that they have it.

Usage: messages.py [--check]

New sentences get an empty translation, changed ones too, those that are gone go. With --check
nothing is written: status 1 when a catalogue lacks a sentence, has an empty or a doubtful one.
"""

from __future__ import annotations

import io
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from assess.cli import commands
from assess.language.messages import CATALOGUES, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2), "p_": ((1, "c"), 2)}
CLICK_KEYWORDS = {"_": None, "ngettext": (1, 2)}
PLACES = (
    ("assess", [("**.py", "python")], KEYWORDS),
    ("templates", [("**.j2", "jinja2.ext.babel_extract")], KEYWORDS),
)
WIDTH = 100
DATED = (
    '"POT-Creation-',
    '"PO-Revision-',
    '"Generated-By',
    '"Last-Tr',
    '"Report-Msg',
    '"Language-Team',
)
"""What of a catalogue's head says when and by whom it was written."""


def main(*arguments: str) -> int:
    """Write the catalogues, or return 1 when one is not complete."""
    template = gathered()
    problems = []
    for language in LANGUAGES[1:]:
        file = CATALOGUES / language / "LC_MESSAGES" / "assess.po"
        catalogue = _read(file, language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        problems += [f"{file.relative_to(ROOT)}: {one}" for one in problems_of(catalogue)]
        if "--check" not in arguments:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_text(catalogue))
        elif not file.is_file() or file.read_bytes() != _text(catalogue):
            problems.append(f"{file.relative_to(ROOT)}: not up to date; `make messages` writes it")
    print(*problems, sep="\n")
    print(f"{len(template)} sentences, {len(problems)} problems")
    return 1 if problems else 0


def gathered() -> Catalog:
    """Return every sentence of the code, the templates, the help, and the command-line parser."""
    catalogue = Catalog(project="assess", fuzzy=False)
    for folder, methods, keywords in PLACES:
        for name, _line, said, comments, context in extract_from_dir(
            ROOT / folder, methods, keywords=keywords, comment_tags=("Translators:",)
        ):
            catalogue.add(
                said, locations=[(f"{folder}/{name}", 0)], context=context, auto_comments=comments
            )
    for said in _help(commands):
        catalogue.add(said, locations=[("assess/cli", 0)])
    for _name, _line, said, _comments, context in extract_from_dir(
        Path(click.__file__).parent, [("**.py", "python")], keywords=CLICK_KEYWORDS
    ):
        catalogue.add(said, locations=[("click", 0)], context=context)
    return catalogue


def problems_of(catalogue: Catalog) -> Iterator[str]:
    """Yield what is missing or doubtful: no translation, other places than the English."""
    for message in catalogue:
        if not message.id:
            continue
        forms = message.string if message.pluralizable else (message.string,)
        named = message.id[0] if message.pluralizable else message.id
        if not all(forms) or len(forms) < (catalogue.num_plurals if message.pluralizable else 1):
            yield f"not translated: {named!r}"
            continue
        if message.fuzzy:
            yield f"translated for other words, to be settled: {named!r}"
        wanted = [_places(one) for one in (message.id if message.pluralizable else [message.id])]
        for form in forms:
            if not any(_places(form) == places for places in wanted):
                yield f"other places in braces than the English: {named!r}: {form!r}"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _help(command: click.Command) -> Iterator[str]:
    """Yield the help of *command*, its options and the commands below it, in English."""
    texts = [command, *command.params]
    for one in texts:
        if said := getattr(one, "english", None):
            yield said
        if isinstance(one, click.Argument):
            yield one.metavar or (one.name or "").upper()
        elif isinstance(one, click.Option) and one.metavar:
            yield one.metavar
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _help(below)


def _read(file: Path, language: str) -> Catalog:
    if not file.is_file():
        return Catalog(locale=Locale.parse(language), project="assess", fuzzy=False)
    return read_po(io.BytesIO(file.read_bytes()), locale=language)


def _text(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    catalogue.header_comment = "# What the program says. English is the key; braces are filled in."
    write_po(
        buffer, catalogue, width=WIDTH, sort_output=False, omit_header=False, include_lineno=False
    )
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(DATED)).encode()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

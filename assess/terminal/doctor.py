"""What `assess doctor` found out, on the screen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from assess.language.forms import listed
from assess.language.messages import _, n_
from assess.terminal.safe import safe_text
from assess.terminal.screen import console, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from assess.model.checkup import Checkup, FoundFile, Trouble


def print_checkup(checkup: Checkup) -> None:
    """Print *checkup* on standard output: a heading and sentences for each part of it."""
    here = console()
    for title, sentences in (
        (_("Program"), _program(checkup)),
        (_("Terminal"), _terminal(checkup)),
        (_("Language"), _language(checkup)),
        (_("Interview"), _interview(checkup)),
        (_("Configuration"), (_file(file) for file in checkup.configuration)),
        (_("Questionnaires"), _questionnaires(checkup)),
        (_("This folder"), _folder(checkup)),
    ):
        heading(here, title)
        for sentence in sentences:
            paragraph(here, sentence, indent=2)
    _print_problems(here, checkup.problems)


def _program(checkup: Checkup) -> Iterator[str]:
    yield _(
        "This is assess {version} on Python {python}, {platform}.",
        version=checkup.version,
        python=checkup.python,
        platform=checkup.platform,
    )
    found = [f"{name} {version}" for name, version in checkup.packages.items() if version]
    yield _("It runs on {packages}.", packages=listed(found))


def _terminal(checkup: Checkup) -> Iterator[str]:
    seen, encoding = checkup.terminal, checkup.encoding
    yield (
        _("Standard input is a terminal.") if seen.stdin else _("Standard input is no terminal.")
    )
    yield (
        _("Standard output is a terminal.") if seen.stdout else _("Standard output is no terminal.")
    )
    yield _("The window is {columns} by {rows}.", columns=seen.columns, rows=seen.rows)
    yield _("TERM is {term}.", term=seen.term) if seen.term else _("TERM is not set.")
    if seen.colorterm:
        yield _("COLORTERM is {colorterm}.", colorterm=seen.colorterm)
    yield seen.colour_reason
    yield _("Standard output is written as {encoding}.", encoding=encoding.output)
    yield _(
        "The encoding of the locale is {locale}, that of file names {names}.",
        locale=encoding.locale,
        names=encoding.file_names,
    )


def _language(checkup: Checkup) -> Iterator[str]:
    yield checkup.language.reason
    yield _("It speaks {languages}.", languages=listed(checkup.language.available))


def _interview(checkup: Checkup) -> Iterator[str]:
    interview = checkup.interview
    yield interview.reason
    if interview.accessible:
        yield _("ACCESSIBLE is set: results come in lines, without tables and bars.")
    if interview.theme_from is None:
        yield _("The theme of the full screen is {theme}, the default.", theme=interview.theme)
    else:
        yield _(
            "The theme of the full screen is {theme}, because {file} says so.",
            theme=interview.theme,
            file=interview.theme_from,
        )


def _file(file: FoundFile) -> str:
    if not file.exists:
        return _("{file} is not there.", file=file.file)
    if not file.sound:
        return _("{file} cannot be used; see below.", file=file.file)
    return _("{file} is used.", file=file.file)


def _questionnaires(checkup: Checkup) -> Iterator[str]:
    for folder in checkup.questionnaires:
        if not folder.exists:
            yield _("There is no folder {file}.", file=folder.folder)
            continue
        yield n_(
            "{n} questionnaire is used from {folder}.",
            "{n} questionnaires are used from {folder}.",
            folder.used,
            folder=folder.folder,
        )
        if folder.unusable:
            yield n_(
                "{n} questionnaire in {folder} cannot be used; see below.",
                "{n} questionnaires in {folder} cannot be used; see below.",
                folder.unusable,
                folder=folder.folder,
            )


def _folder(checkup: Checkup) -> Iterator[str]:
    folder = checkup.folder
    if folder.writable:
        yield _("{folder} can be written.", folder=folder.folder)
    else:
        yield _("{folder} cannot be written; see below.", folder=folder.folder)


def _print_problems(here: Console, problems: tuple[Trouble, ...]) -> None:
    if not problems:
        here.print()
        paragraph(here, _("Nothing is wrong."))
        return
    heading(here, _("What to mend: {n}", n=len(problems)))
    for remedy, together in groupby(problems, key=lambda problem: problem.remedy):
        for problem in together:
            here.print(safe_text(_shown(problem)), soft_wrap=True)
        if remedy:
            paragraph(here, remedy, indent=2)


def _shown(problem: Trouble) -> str:
    """Return what is wrong with its place, as editors understand it, and the line itself."""
    if not problem.line:
        return problem.message
    path = f"{problem.path}: " if problem.path else ""
    told = f"{problem.file}:{problem.line}:{problem.column}: {path}{problem.message}"
    return f"{told}\n{problem.excerpt}" if problem.excerpt else told

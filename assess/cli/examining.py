"""Look at everything that a command would use here; what is wrong is a value, never an end."""

from __future__ import annotations

import locale
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from assess import __version__
from assess.cli.speaking import language_of_the_option, wished_language
from assess.errors import AssessError, DocumentError, UnreadableError, excerpt_with_caret
from assess.language.choice import locale_name, source
from assess.language.messages import LANGUAGES, N_, _, spoken
from assess.model.checkup import (
    Checkup,
    Encodings,
    FoundFile,
    FoundFolder,
    InterviewMode,
    SeenTerminal,
    SpokenLanguage,
    Trouble,
    WorkingFolder,
)
from assess.store.configuration import configuration_files, settled
from assess.store.durable import make_sure_writable
from assess.store.library import available, folders
from assess.store.source import shown_name
from assess.terminal.colour import colour
from assess.terminal.layout import accessible
from assess.terminal.mode import Terminal, chosen, here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.store.configuration import ConfigurationFile
    from assess.store.library import Listing

PACKAGES: Final = ("click", "jinja2", "pydantic", "pyyaml", "rich", "textual")
"""What the program runs on, by the names under which it is installed."""

_REASONS: Final = {
    "option": N_("The program speaks {language}, because --lang asks for it."),
    "environment": N_("The program speaks {language}, because ASSESS_LANG asks for it."),
    "locale": N_("The program speaks {language}, because the locale is {locale}."),
}


def examined(ui: Literal["plain", "full-screen"] | None) -> Checkup:
    """Return what would be used, with *ui* as the option that asks for a mode of the interview."""
    problems: list[Trouble] = []
    terminal, files = here(), configuration_files()
    return Checkup(
        version=__version__,
        python=platform.python_version(),
        platform=platform.platform(),
        packages=_packages(problems),
        terminal=_terminal(terminal),
        encoding=_encodings(terminal, problems),
        language=_language(problems),
        configuration=tuple(_file(file, problems) for file in files),
        interview=_interview(ui, files, terminal, problems),
        questionnaires=_questionnaires(problems),
        folder=_folder(problems),
        problems=tuple(problems),
    )


def _packages(problems: list[Trouble]) -> dict[str, str | None]:
    from importlib.metadata import PackageNotFoundError, version

    found: dict[str, str | None] = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
            message = _("The package {name} is not installed.", name=name)
            remedy = _("Install the program again, the way it was installed.")
            problems.append(Trouble(message=message, remedy=remedy))
    return found


def _terminal(terminal: Terminal) -> SeenTerminal:
    used, reason = colour(terminal)
    return SeenTerminal(
        **terminal._asdict(),
        term=os.environ.get("TERM") or None,
        colorterm=os.environ.get("COLORTERM") or None,
        colour=used,
        colour_reason=reason,
    )


def _encodings(terminal: Terminal, problems: list[Trouble]) -> Encodings:
    output = sys.stdout.encoding.lower()
    if terminal.stdout and output.replace("-", "").replace("_", "") != "utf8":
        message = _(
            "The terminal takes {encoding}: letters that it lacks appear as escapes.",
            encoding=output,
        )
        remedy = _("Choose a locale with UTF-8, such as LC_ALL=C.UTF-8.")
        problems.append(Trouble(message=message, remedy=remedy))
    return Encodings(
        output=output,
        locale=locale.getencoding().lower(),
        file_names=sys.getfilesystemencoding(),
    )


def _language(problems: list[Trouble]) -> SpokenLanguage:
    try:
        wished_language()
    except click.UsageError as error:
        problems.append(Trouble(message=error.format_message()))
    except AssessError:
        pass  # a folder of questionnaires cannot be read, which is said where they are counted
    name = locale_name(os.environ)
    by = source(language_of_the_option(), os.environ)
    if by != "default":
        reason = _(_REASONS[by], language=spoken(), locale=name)
    elif name:
        reason = _(
            "The program speaks {language}, because it knows no language of the locale {locale}.",
            language=spoken(),
            locale=name,
        )
    else:
        reason = _("The program speaks {language}, because no locale is set.", language=spoken())
    return SpokenLanguage(
        language=spoken(), source=by, reason=reason, locale=name or None, available=LANGUAGES
    )


def _file(file: ConfigurationFile, problems: list[Trouble]) -> FoundFile:
    remedy = _("Mend the file or move it away; without it the defaults hold.")
    if isinstance(file.error, DocumentError):
        problems += [
            Trouble(
                message=problem.message,
                remedy=remedy,
                file=problem.file,
                line=problem.line,
                column=problem.column,
                path=problem.path,
                excerpt=excerpt_with_caret(problem),
            )
            for problem in file.error.problems
        ]
    elif file.error:
        problems.append(Trouble(message=str(file.error), remedy=remedy))
    return FoundFile(file=shown_name(file.path), exists=file.exists, sound=file.error is None)


def _interview(
    ui: Literal["plain", "full-screen"] | None,
    files: Sequence[ConfigurationFile],
    terminal: Terminal,
    problems: list[Trouble],
) -> InterviewMode:
    configured = settled(files)
    says = (file for file in files if "theme" in file.said.model_fields_set)
    themed = next(says, None)
    mode: Literal["plain", "full-screen"] | None = None
    try:
        found = chosen(ui, configured.ui, os.environ, terminal)
        mode, reason = "full-screen" if found.full_screen else "plain", found.reason
    except AssessError as error:
        reason = str(error)
        problems.append(Trouble(message=reason))
    return InterviewMode(
        mode=mode,
        reason=reason,
        accessible=accessible(os.environ),
        theme=configured.theme,
        theme_from=shown_name(themed.path) if themed else None,
    )


def _questionnaires(problems: list[Trouble]) -> tuple[FoundFolder, ...]:
    listings: tuple[Listing, ...] = ()
    try:
        listings = available()
    except UnreadableError as error:
        remedy = _("Make the folder readable or move it away.")
        problems.append(Trouble(message=str(error), remedy=remedy))
    for listing in listings:
        if listing.problem:
            file = shown_name(listing.path)
            remedy = _("assess check {file} shows all of it.", file=file)
            problems.append(Trouble(message=listing.problem, remedy=remedy, file=file))
    return tuple(
        FoundFolder(
            where=where,
            folder=shown_name(folder),
            exists=folder.is_dir(),
            used=sum(listing.where == where and not listing.problem for listing in listings),
            unusable=sum(listing.where == where and bool(listing.problem) for listing in listings),
        )
        for where, folder in folders()
    )


def _folder(problems: list[Trouble]) -> WorkingFolder:
    try:
        folder = Path.cwd()
    except OSError:
        folder = Path()  # somebody has removed it meanwhile
    try:
        make_sure_writable(folder)
    except AssessError as error:
        remedy = _("Go to a folder of your own: assessments are written where you are.")
        problems.append(Trouble(message=str(error), remedy=remedy))
        return WorkingFolder(folder=shown_name(folder), writable=False)
    return WorkingFolder(folder=shown_name(folder), writable=True)

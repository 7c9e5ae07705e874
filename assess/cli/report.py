"""`assess report`: the report for the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from assess.cli import spoken
from assess.cli.files import ENDING as ASSESSMENT
from assess.cli.files import (
    FILE,
    STANDARD_OUTPUT,
    beside,
    load_assessment,
    load_shown,
    odd_pair,
    put,
)
from assess.language.messages import _
from assess.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assess.report.report import Report

ENDING = ".report"
HTML = "html"


def _copy_templates(ctx: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    if folder is None:
        return
    from assess.store.shipped import copy_report_templates

    for file in copy_report_templates(folder):
        click.echo(file)
    ctx.exit()


class Target(NamedTuple):
    """Where a report goes, and in which format."""

    path: Path
    format: str


@spoken.command("report")
@spoken.argument("file", type=FILE)
@spoken.option(
    "-o",
    "--output",
    type=FILE,
    metavar="PATH",
    help="Where to write; NAME.report.html beside FILE, if not given. `-` is standard output.",
)
@spoken.option(
    "--format",
    "wished",
    type=click.Choice(list(FORMATS)),
    help="The kind of file; by the end of PATH, if not given, or html.",
)
@spoken.option(
    "--against", type=FILE, metavar="FILE", help="Last year's assessment: show the change."
)
@spoken.option(
    "--sections",
    metavar="NAMES",
    help="Only these sections, such as summary,gaps,roadmap.",
)
@spoken.option("--short", is_flag=True, help="Only page one.")
@spoken.option(
    "--templates",
    type=FILE,
    metavar="FOLDER",
    help="Files that stand in for those of the program's own of the same name.",
)
@spoken.option(
    "--copy-templates",
    type=FILE,
    metavar="FOLDER",
    is_eager=True,
    expose_value=False,
    callback=_copy_templates,
    help="Write the program's own templates into FOLDER, to be changed there, and exit.",
)
@spoken.option("--open", "opened", is_flag=True, help="Show the report.")
@spoken.option("--force", is_flag=True, help="Overwrite the report if it exists.")
def command(  # noqa: PLR0913, PLR0917  one parameter an option, as click passes them
    file: Path,
    output: Path | None,
    wished: str | None,
    against: Path | None,
    sections: str | None,
    templates: Path | None,
    *,
    short: bool,
    opened: bool,
    force: bool,
) -> None:
    """Write the report on FILE: one self-contained HTML page, ready to mail and to print.

    Other formats show the same: PDF, Word, PowerPoint, Excel, Markdown, JSON and CSV.
    """
    from assess.cli.reporting import look_of, report_of
    from assess.report.formats import made
    from assess.store.durable import make_sure_free

    target = _target(file, output, wished)
    _make_sure_no_assessment(target.path, file, against)
    names = _names(sections, short=short, kind=target.format)
    assessment, missing = load_shown(file)
    last_year = load_assessment(against) if against else None
    if last_year and (note := odd_pair(last_year, assessment)):
        click.echo(note, err=True)
    if not force and target.path != STANDARD_OUTPUT:
        make_sure_free(target.path)
    report = _chosen(report_of(assessment, last_year, untranslated=missing), names)
    content = made(report, look_of(assessment, file, templates=templates), target.format)
    put(target.path, content, force=force, opened=opened)


def _target(file: Path, output: Path | None, wished: str | None) -> Target:
    kind = wished or (_format_of(output) if output else None) or HTML
    return Target(output or beside(file, f"{ENDING}.{kind}"), kind)


def _format_of(output: Path) -> str | None:
    return next((name for name in FORMATS if output.name.lower().endswith(f".{name}")), None)


def _make_sure_no_assessment(target: Path, file: Path, against: Path | None) -> None:
    same = [other for other in (file, against) if other and target.resolve() == other.resolve()]
    if same or target.name.endswith(ASSESSMENT):
        raise click.UsageError(
            _("-o {target} is an assessment; a report would destroy it.", target=target)
        )


def _names(sections: str | None, *, short: bool, kind: str) -> tuple[str, ...]:
    """Return the names of the wished sections; none where all are meant.

    Raises:
        click.UsageError: There are no such sections, or this kind of file has none.

    """
    from assess.model.spelling import did_you_mean
    from assess.report.sections import NAMES, PAGE_ONE

    if short and sections is not None:
        raise click.UsageError(_("--short and --sections exclude each other."))
    wished = map(str.strip, (sections or "").split(","))
    names = (PAGE_ONE,) if short else tuple(filter(None, wished))
    if names and not FORMATS[kind].sectioned:
        raise click.UsageError(_("A {kind} file has no sections to choose from.", kind=kind))
    for name in names:
        if name not in NAMES:
            raise click.UsageError(
                _(
                    "There is no section {name}.{guess} Sections: {names}.",
                    name=name,
                    guess=did_you_mean(name, NAMES),
                    names=", ".join(NAMES),
                )
            )
    return names


def _chosen(report: Report, names: Sequence[str]) -> Report:
    """Return the report with the sections called *names*; all of them where none are.

    Raises:
        click.UsageError: None of them has anything to show here.

    """
    from dataclasses import replace

    found = tuple(section for section in report.sections if section.id in names)
    if names and not found:
        raise click.UsageError(
            _("This report has nothing to show in: {names}.", names=", ".join(names))
        )
    return replace(report, sections=found or report.sections)

"""`assess questionnaire`: what can be asked; the workshop of authors hangs below it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from assess.cli import workshop
from assess.cli.speaking import shown_in, wished_language
from assess.cli.spoken import argument, group, option
from assess.language.messages import spoken

if TYPE_CHECKING:
    from assess.model.questionnaire import Questionnaire


@group("questionnaire")
def command() -> None:
    """List, show and describe questionnaires."""


for part in (workshop.new, workshop.translate, workshop.diff):
    command.add_command(part)


@command.command("list")
@option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_(*, as_json: bool) -> None:
    """List the questionnaires of this folder, your own and the built-in ones."""
    from assess.store.library import available
    from assess.store.translations import coverages, title_in
    from assess.terminal.questionnaire import print_listings

    listings = available()
    languages = {entry.id: coverages(entry) for entry in listings}
    language = wished_language() or spoken()
    titles = {entry.id: title_in(entry, language) for entry in listings}
    if as_json:
        rows = [
            {
                "id": entry.id,
                "version": entry.questionnaire.version if entry.questionnaire else None,
                "title": titles[entry.id] or None,
                "questions": len(entry.questionnaire.questions) if entry.questionnaire else None,
                "where": entry.where,
                "language": entry.questionnaire.language if entry.questionnaire else None,
                "translations": {
                    language: dict(done._asdict(), share=done.share)
                    for language, done in languages[entry.id].items()
                },
                "problem": entry.problem,
            }
            for entry in listings
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_listings(listings, languages, titles)


@command.command("show")
@argument("name", metavar="ID")
@option("--sources", is_flag=True, help="Show the facts behind each question as well.")
@option("--html", "as_html", is_flag=True, help="Print a booklet to fill in by hand, as HTML.")
@option("--json", "as_json", is_flag=True, help="Print the questionnaire as JSON.")
def show(name: str, *, sources: bool, as_html: bool, as_json: bool) -> None:
    """Show the questionnaire ID (or a path): questions, levels, evidence, actions and rules.

    With --html it is an interview guide to print: assess questionnaire show ID --html > guide.html
    """
    from assess.store.library import load_questionnaire
    from assess.terminal.questionnaire import print_questionnaire

    questionnaire = load_questionnaire(name)
    language = wished_language()
    if as_json and language is None:
        shown = questionnaire
    else:
        shown = shown_in(questionnaire, language or spoken()).questionnaire
    if as_html:
        click.echo(_booklet(shown), nl=False)
    elif as_json:
        click.echo(shown.model_dump_json(by_alias=True, exclude_none=True, indent=2))
    else:
        print_questionnaire(shown, sources=sources)


def _booklet(questionnaire: Questionnaire) -> str:
    from assess import __version__
    from assess.report.booklet import booklet
    from assess.store.shipped import report_templates

    return booklet(questionnaire, folder=report_templates()[0], program_version=__version__)


@command.command("schema")
@option(
    "--of",
    "kind",
    type=click.Choice(["questionnaire", "dimension", "part", "translation", "sources"]),
    default="questionnaire",
    show_default=True,
    help="Which file of a questionnaire it describes.",
)
def schema(kind: str) -> None:
    """Print the JSON Schema with which editors complete and check questionnaires."""
    from assess.model.schema import json_schema

    click.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))

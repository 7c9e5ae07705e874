"""`assess questionnaire`: what can be asked."""

from __future__ import annotations

import json

import click

from assess.cli.speaking import shown_in, wished_language
from assess.cli.spoken import argument, group, option
from assess.language.messages import spoken


@group("questionnaire")
def command() -> None:
    """List, show and describe questionnaires."""


@command.command("list")
@option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_(*, as_json: bool) -> None:
    """List the questionnaires of this folder, your own and the built-in ones."""
    from assess.store.library import available
    from assess.terminal.questionnaire import print_listings

    listings = available()
    if as_json:
        rows = [
            {
                "id": entry.id,
                "version": entry.questionnaire.version if entry.questionnaire else None,
                "title": entry.questionnaire.title if entry.questionnaire else None,
                "questions": len(entry.questionnaire.questions) if entry.questionnaire else None,
                "where": entry.where,
                "problem": entry.problem,
            }
            for entry in listings
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_listings(listings)


@command.command("show")
@argument("name", metavar="ID")
@option("--sources", is_flag=True, help="Show the facts behind each question as well.")
@option("--json", "as_json", is_flag=True, help="Print the questionnaire as JSON.")
def show(name: str, *, sources: bool, as_json: bool) -> None:
    """Show the questionnaire ID (or a path): questions, levels, evidence, actions and rules."""
    from assess.store.library import load_questionnaire
    from assess.terminal.questionnaire import print_questionnaire

    questionnaire = load_questionnaire(name)
    language = wished_language()
    if as_json and language is None:
        shown = questionnaire
    else:
        shown = shown_in(questionnaire, language or spoken())
    if as_json:
        click.echo(shown.model_dump_json(by_alias=True, exclude_none=True, indent=2))
    else:
        print_questionnaire(shown, sources=sources)


@command.command("schema")
@option(
    "--of",
    "kind",
    type=click.Choice(["questionnaire", "dimension", "part"]),
    default="questionnaire",
    show_default=True,
    help="Which file of a questionnaire it describes.",
)
def schema(kind: str) -> None:
    """Print the JSON Schema with which editors complete and check questionnaires."""
    from assess.model.schema import json_schema

    click.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))

"""`assess questionnaire`: what can be asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from assess.cli.speaking import shown_in, wished_language
from assess.cli.spoken import argument, group, option
from assess.language.messages import _, spoken

if TYPE_CHECKING:
    from assess.model.questionnaire import Questionnaire


@group("questionnaire")
def command() -> None:
    """List, show and describe questionnaires."""


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
        shown = shown_in(questionnaire, language or spoken()).questionnaire
    if as_json:
        click.echo(shown.model_dump_json(by_alias=True, exclude_none=True, indent=2))
    else:
        print_questionnaire(shown, sources=sources)


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


@command.command("new")
@argument("name", metavar="ID")
@option("--force", is_flag=True, help="Overwrite the file if it exists.")
def new(name: str, *, force: bool) -> None:
    """Write a small sound questionnaire to edit: questionnaires/ID.yaml.

    It is written in the language that is spoken, or that --lang says.
    """
    from pathlib import Path

    from assess.store.durable import create
    from assess.store.skeleton import skeleton

    text = skeleton(name, wished_language() or spoken())
    folder = Path("questionnaires")
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.yaml"
    create(file, text.encode(), force=force)
    click.echo(_("Wrote {target}", target=file), err=True)
    click.echo(_("Next: edit it, then assess check {name}", name=name), err=True)


@command.command("translate")
@argument("name", metavar="ID")
@argument("language", metavar="LANGUAGE")
@option(
    "--settled",
    multiple=True,
    metavar="KEY",
    help="The translation of KEY fits the changed text (questions/ID, title, ... or all).",
)
@option("--check", "only_look", is_flag=True, help="Write nothing; status 1 if work is left.")
@click.pass_context
def translate(
    ctx: click.Context, name: str, language: str, settled: tuple[str, ...], *, only_look: bool
) -> None:
    """Write or update the side files of ID for LANGUAGE, such as questionnaires/ID/el/.

    What is missing is added with its source above it; what changed since it was translated is
    marked. Nothing that somebody wrote is lost; lines that begin with #: are written anew.
    """
    from assess.store.durable import create
    from assess.store.folders import make_folder
    from assess.store.translating import translation_work

    work = translation_work(name, language, settled)
    if not only_look:
        for path, text in work.files.items():
            make_folder(path.parent)
            create(path, text.encode(), force=True)
            click.echo(_("Wrote {target}", target=path), err=True)
    done = work.coverage
    click.echo(
        _(
            "{language}: {share}% done; {missing} missing, {changed} changed",
            language=language,
            share=done.share,
            missing=done.missing,
            changed=done.changed,
        )
    )
    ctx.exit(int(only_look and bool(done.missing or done.changed)))


@command.command("diff")
@argument("old", metavar="OLD")
@argument("new_one", metavar="NEW")
@option("--json", "as_json", is_flag=True, help="Print the difference as JSON.")
def diff(old: str, new_one: str, *, as_json: bool) -> None:
    """Show what changed from OLD to NEW: meaning, wording, new, gone; and what breaks comparison.

    Each is an id, a path to a questionnaire, or an assessment, whose questionnaire is meant.
    """
    from assess.cli.printing import print_json
    from assess.scoring.differences import difference
    from assess.terminal.difference import print_difference

    found = difference(_questionnaire(old), _questionnaire(new_one))
    if as_json:
        print_json(found)
    else:
        print_difference(found)


def _questionnaire(name: str) -> Questionnaire:
    if name.endswith(".json"):
        from assess.store import assessments

        return assessments.load(name).core
    from assess.store.library import load_questionnaire

    return load_questionnaire(name)

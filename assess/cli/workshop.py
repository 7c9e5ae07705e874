"""`assess questionnaire new`, `translate` and `diff`: the workshop of authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.cli.speaking import wished_language
from assess.cli.spoken import argument, command, option
from assess.language.messages import _, spoken

if TYPE_CHECKING:
    from assess.model.questionnaire import Questionnaire


@command("new")
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


@command("translate")
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


@command("diff")
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

"""`assess check`: whether files are sound."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment
from assess.errors import AssessError, DiskError, DocumentError, Problem, UnreadableError
from assess.language.messages import _


@spoken.command("check")
@spoken.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@spoken.option("--json", "as_json", is_flag=True, help="Print every problem as JSON.")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Say whether each FILE is sound: questionnaires (a path or an id) and assessments.

    Exit status 1 if one is not, 2 if one cannot be read. Every problem is found at once, as
    file:line:column; the first 20 of a file are shown, --json lists all. `-` is an assessment on
    standard input.
    """
    from assess.cli.ending import show_error

    failures = {str(file): _failure(file) for file in files}
    if as_json:
        rows = [row for name, error in failures.items() if error for row in _rows(name, error)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for name, error in failures.items():
            if error:
                show_error(error)
            else:
                click.echo(_("{name}: sound", name=name))
    ctx.exit(max(_status(error) for error in failures.values()))


def _status(error: AssessError | None) -> int:
    """Return 0 for a sound file, 1 for an unsound one, more where nothing is known about it."""
    if isinstance(error, UnreadableError | DiskError):
        return error.status
    return 1 if error else 0


def _failure(file: Path) -> AssessError | None:
    """Return what is wrong with *file*, None if nothing is."""
    from assess.store.library import load_questionnaire

    try:
        if file.suffix == ".json" or file == Path("-"):
            load_assessment(file)
        else:
            load_questionnaire(str(file))
    except AssessError as error:
        return error
    return None


def _rows(name: str, error: AssessError) -> list[dict[str, str | int]]:
    whole = (Problem(file=name, message=str(error)),)
    problems = error.problems if isinstance(error, DocumentError) else whole
    return [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "path": problem.path,
            "message": problem.message,
        }
        for problem in problems
    ]

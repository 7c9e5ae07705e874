"""`assess check`: whether files are sound."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from assess.cli import spoken
from assess.cli.files import FILE, load_assessment
from assess.errors import AssessError, DiskError, DocumentError, Problem, UnreadableError
from assess.language.messages import _, n_


@spoken.command("check")
@spoken.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@spoken.option("--json", "as_json", is_flag=True, help="Print every problem as JSON.")
@spoken.option("--strict", is_flag=True, help="Status 1 also for remarks on the wording.")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], *, as_json: bool, strict: bool) -> None:
    """Say whether each FILE is sound: questionnaires (a path or an id) and assessments.

    Exit status 1 if one is not, 2 if one cannot be read. Every problem is found at once, as
    file:line:column; the first 20 of a file are shown, --json lists all. Translations of a
    questionnaire are checked with it, and its wording is reviewed: remarks do not make it unsound.
    `-` is an assessment on standard input.
    """
    found = {str(file): _looked_at(file) for file in files}
    if as_json:
        rows = [row for name, looked in found.items() for row in _rows(name, looked)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for name, looked in found.items():
            _show(name, looked)
    remarks = any(looked.remarks for looked in found.values())
    status = max(_status(looked.error) for looked in found.values())
    ctx.exit(status or int(strict and remarks))


class _Looked(NamedTuple):
    """What came of looking at a file: why it is not sound, or remarks on its wording."""

    error: AssessError | None
    remarks: tuple[Problem, ...] = ()


def _show(name: str, looked: _Looked) -> None:
    from assess.cli.ending import show_error

    if looked.error:
        show_error(looked.error)
        return
    if looked.remarks:
        remarks = [replace(r, message=_("remark: {text}", text=r.message)) for r in looked.remarks]
        show_error(DocumentError(tuple(remarks)))
        count = len(looked.remarks)
        told = n_("{name}: sound, {n} remark", "{name}: sound, {n} remarks", count, name=name)
        click.echo(told)
        return
    click.echo(_("{name}: sound", name=name))


def _status(error: AssessError | None) -> int:
    """Return 0 for a sound file, 1 for an unsound one, more where nothing is known about it."""
    if isinstance(error, UnreadableError | DiskError):
        return error.status
    return 1 if error else 0


def _looked_at(file: Path) -> _Looked:
    """Return what is to be said about *file*."""
    from assess.store.review import reviewed

    try:
        if file.suffix == ".json" or file == Path("-"):
            load_assessment(file)
            return _Looked(None)
        return _Looked(None, reviewed(str(file)))
    except AssessError as error:
        return _Looked(error)


def _rows(name: str, looked: _Looked) -> list[dict[str, str | int]]:
    error = looked.error
    whole = (Problem(file=name, message=str(error)),) if error else ()
    problems = error.problems if isinstance(error, DocumentError) else whole
    return [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "path": problem.path,
            "message": problem.message,
            "kind": kind,
        }
        for kind, found in (("problem", problems), ("remark", looked.remarks))
        for problem in found
    ]

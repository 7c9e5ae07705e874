"""Write docs/commands.md from what `--help` says; with --check only say whether it is up to date.

Usage: write_commands.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli import commands

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("commands.md")
WIDTH = 88
INTRODUCTION = """# Commands

Written by `make docs` from what `--help` says.

Results go to standard output, everything else to standard error; `-` is standard input or output.
Every reading command has `--json`, whose keys are only ever added to. Nothing is overwritten
without `--force`. Colours are left out where the output is no terminal, and with `NO_COLOR` or
`TERM=dumb`.

| Exit status | Means |
| --- | --- |
| 0 | fine |
| 1 | the answer is no: `check` found a file unsound |
| 2 | wrong usage, or input that cannot be read |
| 74 | the disk failed; what was saved before is safe |
| 75 | the file is in use, or was changed by somebody else |
| 130 | interrupted |
"""


def main(*arguments: str) -> int:
    """Return 1 when the page was to be checked and is out of date, 0 otherwise."""
    page = "\n".join([INTRODUCTION, *_sections(commands, None, "assess")])
    if "--check" not in arguments:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/commands.md is not what --help says now; `make docs` writes it.")
    return 1


def _sections(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    """Yield a section for *command* and each command below it, in the order of the help."""
    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    settings = {**command.context_settings, **width}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    title = f"## {context.command_path}"
    yield f"{title}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _sections(found, context, below)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

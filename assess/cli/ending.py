"""How the program ends: every failure a user can cause is a sentence and an exit status."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from assess.errors import (
    INTERRUPTED,
    AssessError,
    DiskError,
    DocumentError,
    excerpt_with_caret,
)
from assess.language.messages import _

MOST_PROBLEMS = 20
"""How many problems are shown at most; the rest is counted."""


def run_to_the_end(commands: click.Group, arguments: list[str] | None) -> int:
    """Run *commands* and return the exit status, whatever happens on the way."""
    _speak_utf8()
    try:
        status = commands.main(arguments, prog_name="assess", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say(_("Interrupted."))
        return INTERRUPTED
    except AssessError as error:
        show_error(error)
        return error.status
    except BrokenPipeError:
        _forget_output()
        return 0
    except OSError as error:
        _say(
            _(
                "Error: {reason}: {file}",
                reason=error.strerror or error,
                file=error.filename or _("standard output"),
            )
        )
        _forget_output()
        return DiskError.status
    return status if isinstance(status, int) else 0


def show_error(error: AssessError) -> None:
    """Print *error* on standard error: its sentence, or its problems with line and caret."""
    if not isinstance(error, DocumentError):
        _say(_("Error: {error}", error=error))
        return
    for problem in error.problems[:MOST_PROBLEMS]:
        _say(str(problem))
        if problem.excerpt:
            _say(excerpt_with_caret(problem))
    if (more := len(error.problems) - MOST_PROBLEMS) > 0:
        _say(_("... and {n} more", n=more))


def _say(text: str) -> None:
    from assess.terminal.safe import safe

    with suppress(OSError):
        click.echo(safe(text), err=True)


def _speak_utf8() -> None:
    """Write UTF-8 wherever the locale knows only ASCII, and to every pipe and file."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            ascii_only = stream.encoding.lower() in {"ascii", "ansi_x3.4-1968", "us-ascii"}
            unicode = ascii_only or not stream.isatty()
            stream.reconfigure(
                encoding="utf-8" if unicode else stream.encoding, errors="backslashreplace"
            )


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8", newline="\n")  # noqa: PTH123  it lives as long as the program


def _forget_output() -> None:
    """Keep the interpreter from complaining once more about what cannot be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

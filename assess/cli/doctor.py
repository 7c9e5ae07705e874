"""`assess doctor`: what would be used here and why, and what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from assess.cli import spoken

if TYPE_CHECKING:
    from assess.model.checkup import Checkup


@spoken.command("doctor")
@spoken.option("--plain", "ui", flag_value="plain", help="What would `run` do with --plain?")
@spoken.option(
    "--full-screen", "ui", flag_value="full-screen", help="What would `run` do with --full-screen?"
)
@spoken.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def command(
    ctx: click.Context, ui: Literal["plain", "full-screen"] | None, *, as_json: bool
) -> None:
    """Show what would be used here, and why: versions, terminal, language, interview, files.

    What is wrong is shown with the way out. Exit status 1 if something is.
    """
    from assess.cli.examining import examined
    from assess.cli.printing import print_json
    from assess.terminal.doctor import print_checkup

    checkup: Checkup = examined(ui)
    if as_json:
        print_json(checkup)
    else:
        print_checkup(checkup)
    ctx.exit(1 if checkup.problems else 0)

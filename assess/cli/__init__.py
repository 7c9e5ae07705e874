"""The `assess` command: each subcommand is one short module of this package.

Subcommands are imported when they run, and import what they need inside their bodies, so that
`assess --help` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from assess import __version__
from assess.cli.speaking import begin_to_speak, language_option
from assess.cli.spoken import Group, Option
from assess.language.messages import N_, _

COMMANDS = {
    "new": N_("Start an assessment of one organisation or unit."),
    "run": N_("Hold the interview; it always goes on where it stopped."),
    "score": N_("Show scores, levels, limits, patterns and first actions."),
    "explain": N_("Show how a number came about, down to the answers."),
    "report": N_("Write the report: one HTML file for the board."),
    "plan": N_("Agree actions, assign them, follow them up, export them."),
    "renew": N_("Start the next cycle's assessment from this one."),
    "compare": N_("Show what changed from one assessment to the next."),
    "check": N_("Say whether questionnaires and assessments are sound."),
    "questionnaire": N_("List, show and describe questionnaires."),
    "doctor": N_("Show what would be used here, and why."),
    "demo": N_("Write three example years, their reports and the trend."),
}
"""Every command with its line in the help; each is the `command` of the module of its name."""

BEGINNING = ("new", "demo")
"""What an empty folder may begin with."""

EPILOG = N_(
    "Exit status: 0 fine, 1 the answer is no, 2 usage or unreadable input, 74 the disk "
    "failed, 75 in use by somebody else, 130 interrupted."
)


class Commands(Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, which then understands `--no-input` as the program does."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(f"assess.cli.{cmd_name}").command
        _understand_everywhere(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with.

        Raises:
            click.UsageError: There is none; names the one that may be meant.

        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from assess.model.spelling import did_you_mean

            hint = did_you_mean(args[0], COMMANDS)
            message = _("No such command: {name}.{hint}", name=args[0], hint=hint)
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the table of commands without importing any of them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(said)) for name, said in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write what the exit statuses mean."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(EPILOG))


def _understand_everywhere(command: click.Command) -> None:
    """Let *command* and those below it understand what the program itself does."""
    if not any(option.name == "no_input" for option in command.params):
        command.params += [language_option(), _no_input_option()]
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        _understand_everywhere(below)


def _no_input_option() -> click.Option:
    return Option(
        ["--no-input"],
        is_flag=True,
        expose_value=False,
        callback=_forbid_prompts,
        help="Never ask: what is missing is an error that names the option.",
    )


def _forbid_prompts(ctx: click.Context, _option: click.Parameter, chosen: bool) -> None:  # noqa: FBT001  click's signature
    if chosen:
        ctx.find_root().meta["assess.no_input"] = True


@click.pass_context
def _without_command(ctx: click.Context) -> None:
    """Show the assessments of this folder where no command is given; how to begin without any."""
    if ctx.invoked_subcommand is None:
        from assess.cli.overview import show_overview

        if not show_overview():
            click.echo(_("There is no assessment in this folder yet. How to begin:"))
            formatter = ctx.make_formatter()
            with formatter.indentation():
                formatter.write_dl([(f"assess {name}", _(COMMANDS[name])) for name in BEGINNING])
            click.echo(formatter.getvalue(), nl=False)
        click.echo("\n" + _("All commands: assess --help"))


commands = Commands(
    "assess",
    params=[language_option(), _no_input_option()],
    callback=_without_command,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    help="Assess the maturity of a service culture: interview, scorecard, report, next year.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
commands = click.version_option(
    __version__, prog_name="assess", cls=Option, help="Show the version and exit."
)(commands)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line on *arguments* (default: the program's own) and exit with its status."""
    from assess.cli.ending import run_to_the_end

    begin_to_speak(arguments)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody else's, whatever is there
    gc.disable()  # a command is over before collecting pays; only the interview lasts
    sys.exit(run_to_the_end(commands, arguments))

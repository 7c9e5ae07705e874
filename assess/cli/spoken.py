"""Commands and options whose help is said in the spoken language, looked up when it is shown.

Their English stands where they are declared; the catalogues take it from there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from assess.language.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable


class _Spoken:
    """What keeps its help in English and says it in the language of the moment."""

    english: str | None = None

    @property
    def help(self) -> str | None:
        """The help as it is shown."""
        return _(self.english) if self.english else self.english

    @help.setter  # noqa: A003  it is click's name
    def help(self, english: str | None) -> None:
        self.english = english


class Option(_Spoken, click.Option):
    """An option with its help and the name of its value."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value."""
        return _(super().make_metavar(ctx))


class Argument(click.Argument):
    """An argument with its name."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value, in brackets where it may be left out."""
        name = self.metavar or (self.name or "").upper()
        return super().make_metavar(ctx).replace(name, _(name))


class Command(_Spoken, click.Command):
    """A command with its help."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind the name in the line on usage."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]


class Group(_Spoken, click.Group):
    """A command that has commands of its own."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind the name in the line on usage."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]


PIECES = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))
"""What the line on usage is made of besides names."""


def group(name: str) -> Callable[[Callable[..., None]], Group]:
    """Return what makes a function the group of commands called *name*."""
    return click.group(name, cls=Group)


command = partial(click.command, cls=Command)
option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)

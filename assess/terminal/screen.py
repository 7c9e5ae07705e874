"""The console that results are printed on, and the few shapes they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from assess.language.forms import decimal
from assess.language.messages import _
from assess.scoring import wording
from assess.scoring.means import rounded
from assess.terminal.layout import wrapped
from assess.terminal.safe import safe_text

if TYPE_CHECKING:
    from fractions import Fraction

    from assess.model.scorecard import Result

NARROWEST = 40
WIDEST = 110
"""Text is laid out between these widths, in characters."""

NARROW = 72
"""Below this width a table of dimensions becomes one line for each."""

NONE = "–"  # noqa: RUF001  the dash of typography, as in the report
"""What stands where there is no number."""


class _Screen(Console):
    """A console that leaves it to the program what a closed pipe means."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console() -> Console:
    """Return a console that never reads markup, emoji names or numbers into text."""
    here = _Screen(markup=False, emoji=False, highlight=False, legacy_windows=False)
    here.width = max(NARROWEST, min(WIDEST, here.width))
    return here


def heading(here: Console, text: str) -> None:
    """Print a blank line and *text* in bold."""
    here.print()
    here.print(safe_text(text, "bold", lines=False))


def paragraph(here: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    """Print *text*, wrapped, every line indented by *indent* blanks."""
    _print_wrapped(here, text, " " * indent, style)


def entry(here: Console, mark: str, text: str, *, indent: int = 0) -> None:
    """Print *text* behind *mark*, wrapped lines standing under the first one's text."""
    _print_wrapped(here, text, f"{' ' * indent}{mark} ", "")


def _print_wrapped(here: Console, text: str, first: str, style: str) -> None:
    lines = wrapped(text, here.width, first=first)
    here.print(safe_text(lines, style), soft_wrap=True)


def number(value: Fraction | None) -> str:
    """Return *value* for people, with one digit, half up; a dash where there is none."""
    return NONE if value is None else decimal(f"{rounded(value)}")


def percent(share: Fraction | None) -> str:
    """Return a share of 0 to 1 in whole per cent; a dash where there is none."""
    return NONE if share is None else wording.percent(share)


def level(result: Result) -> str:
    """Return a level with its name, or that it is provisional."""
    return _("provisional") if result.level is None else f"{result.level} {result.level_name}"

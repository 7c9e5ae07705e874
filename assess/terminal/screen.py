"""The console that results are printed on, and the few shapes they share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from assess.language.forms import decimal
from assess.language.messages import _
from assess.scoring import wording
from assess.scoring.means import rounded
from assess.terminal.layout import accessible, wrapped
from assess.terminal.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from assess.model.scorecard import Result

NARROWEST = 40
WIDEST = 110
"""Text is laid out between these widths, in characters."""

_NARROW = 72
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


def in_lines(here: Console) -> bool:
    """Tell whether a table becomes a line for each row: in a narrow window, or to be read aloud."""
    return here.width < _NARROW or accessible(os.environ)


def print_lines(here: Console, names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a line for each row: its title, and the cells that are not empty with their *names*."""
    for title, *cells in rows:
        said = (f"{name} {cell}" for name, cell in zip(names, cells, strict=True) if cell)
        entry(here, "-", f"{title}: {', '.join(said)}")


def number_table(
    names: Iterable[str], rows: Sequence[Sequence[str]], *, one_line: int = 13
) -> Table:
    """Return an empty table for *rows*: a column for their titles, one of numbers for each name.

    Names of more than *one_line* characters have two lines.
    """
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("", overflow="fold")
    for place, name in enumerate(names, 1):
        column(table, name, [row[place] for row in rows], right=True, one_line=one_line)
    return table


def column(
    table: Table, name: str, cells: Iterable[str] = (), *, right: bool = False, one_line: int = 0
) -> None:
    """Add the column *name*, of a fixed width that breaks no word, to *table*.

    Its texts have one line where the longest has at most *one_line* characters, else about two.
    """
    texts = (name, *cells)
    whole = max(map(cell_len, texts))
    word = max(cell_len(word) for text in texts for word in text.split())
    table.add_column(
        safe_text(name, lines=False),
        justify="right" if right else "left",
        overflow="fold",
        width=whole if whole <= one_line else max(word, -(-whole // 2)),
    )


def heading(here: Console, text: str) -> None:
    """Print a blank line and *text* in bold."""
    here.print()
    here.print(safe_text(text, "bold", lines=False))


def paragraph(here: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    """Print *text*, wrapped, every line indented by *indent* blanks."""
    _print_wrapped(here, text, " " * indent, style)


def entry(here: Console, mark: str, text: str, *, indent: int = 0) -> None:
    """Print *text* after *mark*, wrapped lines standing under the first one's text."""
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

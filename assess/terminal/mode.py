"""Whether the interview takes the full screen or goes line by line, and the reason in a sentence.

A full screen that cannot be typed at or drawn would hang, so it never starts there, whoever asks.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TextIO

from assess.errors import AssessError
from assess.language.messages import N_, _
from assess.model.spelling import did_you_mean
from assess.terminal.layout import accessible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.configuration import Ui

COLUMNS: Final = 60
ROWS: Final = 16
"""The smallest window that gets a full screen without being asked for one."""

VARIABLE: Final = "ASSESS_UI"
_SPELLINGS: Final[dict[str, Ui]] = {
    "plain": "plain",
    "full": "full-screen",
    "full-screen": "full-screen",
    "auto": "auto",
}

Asked = Literal["option", "environment", "configuration", "automatic"]
"""Who decides."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How the interview is held; `reason` names the mode and why, in the spoken language."""

    full_screen: bool
    reason: str


class Terminal(NamedTuple):
    """Whether the standard streams are terminals, and the window's size in characters."""

    stdin: bool
    stdout: bool
    columns: int
    rows: int


_PLAIN: Final = {
    "option": N_("Line mode, because --plain asks for it."),
    "environment": N_("Line mode, because ASSESS_UI asks for it."),
    "configuration": N_("Line mode, because the configuration asks for it."),
}

_FULL: Final = {
    "option": N_("Full screen, because --full-screen asks for it."),
    "environment": N_("Full screen, because ASSESS_UI asks for it."),
    "configuration": N_("Full screen, because the configuration asks for it."),
}

_IMPOSSIBLE: Final[dict[str, dict[Asked, str]]] = {
    "stdin": {
        "option": N_(
            "--full-screen is not possible, because standard input is no terminal. "
            "Leave it out for line mode."
        ),
        "environment": N_(
            "Line mode, although ASSESS_UI asks for full screen, "
            "because standard input is no terminal."
        ),
        "configuration": N_(
            "Line mode, although the configuration asks for full screen, "
            "because standard input is no terminal."
        ),
        "automatic": N_("Line mode, because standard input is no terminal."),
    },
    "stdout": {
        "option": N_(
            "--full-screen is not possible, because standard output is no terminal. "
            "Leave it out for line mode."
        ),
        "environment": N_(
            "Line mode, although ASSESS_UI asks for full screen, "
            "because standard output is no terminal."
        ),
        "configuration": N_(
            "Line mode, although the configuration asks for full screen, "
            "because standard output is no terminal."
        ),
        "automatic": N_("Line mode, because standard output is no terminal."),
    },
    "dumb": {
        "option": N_(
            "--full-screen is not possible, because TERM is {term}. Leave it out for line mode."
        ),
        "environment": N_(
            "Line mode, although ASSESS_UI asks for full screen, because TERM is {term}."
        ),
        "configuration": N_(
            "Line mode, although the configuration asks for full screen, because TERM is {term}."
        ),
        "automatic": N_("Line mode, because TERM is {term}."),
    },
}
"""Why there is no full screen, by what stands in its way and by who asks for one."""


def chosen(
    option: Literal["plain", "full-screen"] | None,
    configured: Ui,
    environment: Mapping[str, str],
    terminal: Terminal,
) -> Mode:
    """Return how the interview is held: the option, `ASSESS_UI`, `ACCESSIBLE`, the configuration.

    Where none of them decides, the terminal does. `auto` decides nothing: in `ASSESS_UI` it passes
    over the configuration, never over `ACCESSIBLE`.

    Raises:
        AssessError: *option* asks for a full screen where there can be none, or `ASSESS_UI` says
            something else than it may.

    """
    if option:
        return _asked_for(option, "option", environment, terminal)
    wish = _wish(environment)
    if wish in {"plain", "full-screen"}:
        return _asked_for(wish, "environment", environment, terminal)
    if accessible(environment):
        return Mode(full_screen=False, reason=_("Line mode, because ACCESSIBLE is set."))
    if wish is None and configured != "auto":
        return _asked_for(configured, "configuration", environment, terminal)
    return _automatic(environment, terminal)


def here() -> Terminal:
    """Return the terminal that the program runs in; what it does not tell is 80 by 24.

    Errors count as output: the full screen is drawn where they go.
    """
    size = _window()
    shown = _is_terminal(sys.stdout) and _is_terminal(sys.stderr)
    return Terminal(_is_terminal(sys.stdin), shown, size.columns, size.lines)


def _wish(environment: Mapping[str, str]) -> Ui | None:
    said = environment.get(VARIABLE, "").strip()
    if not said:
        return None
    if said.lower() not in _SPELLINGS:
        raise AssessError(
            _(
                "ASSESS_UI is `{said}`; it may be plain, full-screen or auto.{guess}",
                said=said,
                guess=did_you_mean(said, _SPELLINGS),
            )
        )
    return _SPELLINGS[said.lower()]


def _asked_for(
    wish: Ui,
    by: Literal["option", "environment", "configuration"],
    environment: Mapping[str, str],
    terminal: Terminal,
) -> Mode:
    if wish == "plain":
        return Mode(full_screen=False, reason=_(_PLAIN[by]))
    obstacle = _obstacle(environment, terminal)
    if obstacle is None:
        return Mode(full_screen=True, reason=_(_FULL[by]))
    reason = _impossible(obstacle, by, environment)
    if by == "option":
        raise AssessError(reason)
    return Mode(full_screen=False, reason=reason)


def _automatic(environment: Mapping[str, str], terminal: Terminal) -> Mode:
    columns, rows = terminal.columns, terminal.rows
    if obstacle := _obstacle(environment, terminal):
        reason = _impossible(obstacle, "automatic", environment)
    elif not environment.get("TERM"):
        reason = _("Line mode, because TERM is not set.")
    elif columns < COLUMNS or rows < ROWS:
        reason = _(
            "Line mode, because the window is {columns} by {rows}; "
            "full screen needs {least_columns} by {least_rows}.",
            columns=columns,
            rows=rows,
            least_columns=COLUMNS,
            least_rows=ROWS,
        )
    else:
        told = _(
            "Full screen, because this is a terminal of {columns} by {rows}.",
            columns=columns,
            rows=rows,
        )
        return Mode(full_screen=True, reason=told)
    return Mode(full_screen=False, reason=reason)


def _obstacle(environment: Mapping[str, str], terminal: Terminal) -> str | None:
    """Return what makes a full screen impossible, None where nothing does."""
    if not terminal.stdin:
        return "stdin"
    if not terminal.stdout:
        return "stdout"
    return "dumb" if environment.get("TERM", "").lower() in {"dumb", "unknown"} else None


def _impossible(obstacle: str, by: Asked, environment: Mapping[str, str]) -> str:
    return _(_IMPOSSIBLE[obstacle][by], term=environment.get("TERM", ""))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False  # it is closed


def _window() -> os.terminal_size:
    """Return the size of the real window, which `COLUMNS` and `LINES` only stand in for."""
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return shutil.get_terminal_size()
    return size if size.columns and size.lines else shutil.get_terminal_size()

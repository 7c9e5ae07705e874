"""The plan as a Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.report.markdown import escaped
from assess.report.plans.rows import heads, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assess.model.planned import PlannedAction
    from assess.report.plans import Sheet


def render(plan: Sequence[PlannedAction], sheet: Sheet) -> bytes:
    """Return a title and one row an action."""
    titles = heads()
    lines = [f"# {escaped(sheet.title)}", "", _line(titles), _line(["---"] * len(titles))]
    lines += [_line(["" if v is None else escaped(v) for v in row]) for row in rows(plan)]
    return "".join(f"{line}\n" for line in lines).encode()


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"

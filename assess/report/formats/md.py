"""The report as Markdown: CommonMark with the tables of GitHub, from templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assess.report import numbers
from assess.report.markdown import escaped
from assess.report.templates import rendered

if TYPE_CHECKING:
    from assess.report.look import Look
    from assess.report.report import Report


def render(report: Report, look: Look) -> bytes:
    """Return the report in the words and the order of the HTML page, without its charts.

    Raises:
        AssessError: A template of the consultancy is at fault.

    """
    shown = {
        **vars(report),
        "confidentiality": look.confidentiality,
        "by": look.by,
        "marked": numbers.marked,
    }
    text = rendered(look.folders, "report.md.j2", shown, escaped)
    return re.sub("\n{3,}", "\n\n", f"{text.strip()}\n").encode()

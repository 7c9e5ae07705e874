"""The report as one HTML file: no script, nothing loaded, the same input gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import jinja2
from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined
from markupsafe import Markup

from assess.language.forms import date, decimal
from assess.language.messages import _, n_, spoken
from assess.model.roles import role_name
from assess.report import argument, changes, details, drawing, plan, rows, summary
from assess.report.findings import named_findings, patterns
from assess.report.index import Index
from assess.report.sections import sections
from assess.report.sources import sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from assess.model.comparison import Comparison
    from assess.model.scorecard import Scorecard

DRAWINGS: Final = {
    "delta": drawing.delta,
    "dot": drawing.dot,
    "draw_matrix": drawing.matrix,
    "draw_radar": drawing.radar,
    "dumbbell": drawing.dumbbell,
    "ladder": drawing.ladder,
    "line": drawing.line,
    "spread": drawing.spread,
}
"""What templates draw with."""

COMPILED: Final = "compiled"
"""The folder beside the templates with what was compiled of them, by Jinja's version."""

HEAD_LETTERS = 90
"""How much of the organisation's name fits the head of a printed page."""


def render(
    scorecard: Scorecard,
    *,
    comparison: Comparison | None,
    templates: Path,
    program_version: str,
    untranslated: int = 0,
) -> str:
    """Return the report; *templates* is the folder that holds `report/`.

    *untranslated* counts the texts that are shown in the language in which they were asked.
    """
    folder = templates.joinpath("report")
    index = Index(scorecard, comparison)
    style = _style(folder, scorecard)
    page = environment(folder).get_template("report.html.j2")
    return page.render(
        _page(index), program_version=program_version, untranslated=untranslated, **style
    )


@cache
def environment(folder: Path) -> Environment:
    """Return what renders the templates in *folder*.

    They may lie beside themselves as this Jinja compiled them when the program was built.
    """
    compiled = folder / COMPILED / jinja2.__version__
    ready = compiled.is_dir()
    made = Environment(
        loader=ModuleLoader(compiled) if ready else FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # spares more when compiling than it costs when rendering once
    )
    made.globals.update(DRAWINGS, _=_, n_=n_, date=date)
    return made


def _page(index: Index) -> Mapping[str, Any]:
    """Return everything that the templates show, by name."""
    comparison = index.comparison
    return {
        "card": index.card,
        "comparison": comparison,
        "sections": sections(index),
        "language": spoken(),
        "scale": ", ".join(f"{step.level} {step.name}" for step in index.card.scale),
        "step": decimal("0.1"),
        "sources": sources(index),
        "role": role_name(index.card.role),
        "lead": argument.lead(index),
        "limit_reason": argument.limit_reason(index),
        "glance": argument.glance(index),
        "hero": rows.hero(index),
        "figures": summary.figures(index),
        "lists": summary.lists(index),
        "rows": rows.rows(index),
        "rows_by_gap": rows.rows_by_gap(index),
        "radar": rows.profile(index),
        "legend": rows.legend(index),
        "numbered": rows.numbered(index),
        "since": changes.since(index, comparison) if comparison else None,
        "patterns": patterns(index),
        "urgent": plan.urgent(index),
        "matrix": plan.chart(index),
        "lanes": plan.lanes(index),
        "chapters": details.chapters(index),
        "findings": named_findings(index),
    }


def _style(folder: Path, card: Scorecard) -> Mapping[str, Any]:
    head = " · ".join(part for part in (card.organisation, card.unit, card.cycle) if part)
    return style(folder / "style.css", head[:HEAD_LETTERS], _("Confidential"))


def style(sheet: Path, head: str, corner: str) -> Mapping[str, Any]:
    """Return the style *sheet* and the hash by which the page's security policy allows it.

    *head* and *corner* stand at the top of each printed page, left and right.
    """
    css = sheet.read_text(encoding="utf-8")
    css = css.replace('"RUNNING HEAD"', css_string(head))
    css = css.replace('"CONFIDENTIAL"', css_string(corner))
    digest = hashlib.sha256(css.encode("utf-8")).digest()
    # Safe as markup: the file is ours, and css_string leaves no letter that HTML or CSS could read.
    return {
        "css": Markup(css),  # noqa: S704 - see above
        "css_hash": f"sha256-{base64.b64encode(digest).decode('ascii')}",
    }


def css_string(text: str) -> str:
    r"""Return *text* as a CSS string in which every letter but A-Z, a-z, 0-9 is a `\` escape."""
    return f'"{"".join(map(_css_letter, text))}"'


def _css_letter(letter: str) -> str:
    if letter.isascii() and (letter.isalnum() or letter == " "):
        return letter
    return f"\\{ord(letter):x} "  # the space ends the escape and is not shown

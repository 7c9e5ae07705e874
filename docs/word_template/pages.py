"""The whole document, and the head and foot of its pages."""

from __future__ import annotations

from typing import Final

from word_template import details, method, plan, results, summary
from word_template.marks import (
    contents,
    each,
    field,
    paragraph,
    run,
    said,
    section,
    slot,
    tabulator,
    when,
)

WHOSE: Final = "{{ card.organisation }}{% if card.unit %} · {{ card.unit }}{% endif %}"
RIGHT: Final = '<w:tabs><w:tab w:val="right" w:pos="9865"/></w:tabs>'
"""A tabulator at the right margin."""


def body() -> str:
    """Return everything between the head and the foot of the pages."""
    sections = {
        "since": (results.since(), slot("since")),
        "agreed": (plan.agreed(), slot("agreed")),
        "profile": (results.profile(), slot("profile")),
        "gaps": (results.gaps(), slot("gaps")),
        "patterns": (results.patterns(), slot("patterns")),
        "priorities": (plan.priorities(), slot("priorities")),
        "roadmap": (plan.roadmap(), slot("roadmap")),
        "details": (slot("details"), each("chapter in chapters", details.chapter())),
        "findings": (method.findings(), slot("findings")),
        "method": (method.method(), slot("method"), method.sources()),
    }
    listed = when("listed|length > 1", paragraph(said("Contents"), style="TOCHeading"), contents())
    first = (_title(), when("'summary' in shows", summary.summary()), listed)
    return "".join((*first, *(section(name, *blocks) for name, blocks in sections.items())))


def header() -> str:
    """Return the head of each page: whose results these are, and who may read them."""
    return _edge("header", f"{WHOSE} · {{{{ card.cycle }}}}", run("{{ confidentiality }}"))


def footer() -> str:
    """Return the foot of each page: what this is, who made it, and the number of the page."""
    told = "{{ title }} · {{ date(card.date) }}{% if by %} · {{ by }}{% endif %}"
    return _edge("footer", told, f"{field('PAGE')}{run(' / ')}{field('NUMPAGES')}")


def _edge(style: str, left: str, right: str) -> str:
    form = f'<w:pPr><w:pStyle w:val="{style}"/>{RIGHT}</w:pPr>'
    return f"<w:p>{form}{run(left)}{tabulator()}{right}</w:p>"


def _title() -> str:
    by = said("assessed by {name}", "name=card.assessor")
    meta = (
        "{{ title }} · {{ card.cycle }} · {{ date(card.date) }}"
        f"{{% if card.assessor %}} · {by}{{% endif %}}"
    )
    return "".join(
        (
            when("logo", paragraph("{{ logo }}", style="Logo")),
            paragraph(WHOSE, style="Organisation"),
            paragraph(meta, style="FigureNote"),
            when("by", paragraph("{{ by }}", style="FigureNote")),
            paragraph("{{ verdict if 'summary' in shows else title }}", style="Title"),
        )
    )

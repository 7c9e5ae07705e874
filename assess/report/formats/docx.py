"""The report as a Word document, made from a template that a consultancy can replace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from assess.language.messages import _, n_
from assess.report.archive import repacked
from assess.report.document.runs import Runs, curled, delta, link, moved, text
from assess.report.document.template import Picture, WordTemplate
from assess.report.sections import PAGE_ONE
from assess.report.templates import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from assess.report.look import Look
    from assess.report.report import Report

TEMPLATE: Final = "report.docx"


class Shown(NamedTuple):
    """A section that was chosen, with its place among them."""

    number: int
    name: str
    headline: str


def render(report: Report, look: Look) -> bytes:
    """Return the report as a Word document.

    Raises:
        AssessError: The template of the consultancy is at fault.

    """
    card = report.card
    template = WordTemplate(look.file(TEMPLATE))
    template.fill({**vars(report), **_shown(report), **_look(template, look)}, _environment())
    template.speak(report.language)
    template.describe(
        card.date,
        title=f"{card.organisation}, {card.cycle} \N{EN DASH} {report.title}",
        subject=report.verdict,
        author=look.by or card.assessor,
        last_modified_by=look.by or card.assessor,
        language=report.language,
    )
    if look.branding.accent:
        template.recolour(look.branding.accent)
    return repacked(template.content(), card.date)


def _shown(report: Report) -> Mapping[str, Any]:
    return {
        "shows": {
            section.id: Shown(number, section.name, section.headline)
            for number, section in enumerate(report.sections, 1)
        },
        "listed": [section for section in report.sections if section.id != PAGE_ONE],
        "comment": _("Comment of the consultant"),
    }


def _look(template: WordTemplate, look: Look) -> Mapping[str, Any]:
    pen, logo = Runs(look.palette), None
    if look.logo and look.logo.kind != "image/svg+xml":  # which Word cannot show by itself
        logo = Picture(template, look.logo, look.branding.consultancy or _("Logo"))
    return {
        "branding": look.branding,
        "confidentiality": look.confidentiality,
        "by": look.by,
        "logo": logo,
        "bar": pen.bar,
        "spread": pen.spread,
        "step_bar": pen.step,
        "mark": pen.mark,
        "chip": pen.chip,
        "dot": pen.dot,
        "ground": pen.ground,
        "delta": delta,
        "moved": moved,
        "link": link,
    }


def _environment() -> Environment:
    """Return what fills a template, which may have come by mail and gets at nothing but this."""
    made = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_printed, optimized=False
    )
    made.globals.update({**SPOKEN, "_": _said, "n_": _counted})
    return made


def _printed(value: object) -> object:
    """Return *value* as it is written into the document."""
    return text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _said(message: str, **places: object) -> str:
    return _(curled(message), **places)


def _counted(one: str, many: str, n: int, **places: object) -> str:
    return n_(curled(one), curled(many), n, **places)

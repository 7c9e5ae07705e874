"""The formats of a report: each is one module with `render(report, look)`, which gives bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.errors import AssessError
from assess.language.messages import _

if TYPE_CHECKING:
    from assess.report.look import Look
    from assess.report.report import Report


class Format(NamedTuple):
    """How files of a format end, and which extra of the package makes it, if any does.

    `sectioned` tells whether it shows sections, of which some can be chosen.
    """

    ending: str
    extra: str = ""
    sectioned: bool = True


FORMATS: Final = {
    "html": Format(".html"),
    "pdf": Format(".pdf", extra="pdf"),
    "docx": Format(".docx", extra="docx"),
    "pptx": Format(".pptx", extra="pptx"),
    "xlsx": Format(".xlsx", extra="xlsx"),
    "md": Format(".md"),
    "json": Format(".json", sectioned=False),
    "csv": Format(".csv", sectioned=False),
}
"""Every format by its name, which is also that of its module."""

PACKAGE: Final = "assess-service-culture"


def made(report: Report, look: Look, name: str) -> bytes:
    """Return *report* as a file of the format called *name*.

    Raises:
        AssessError: What makes it is not installed, or a template is at fault.

    """
    extra = FORMATS[name].extra
    try:
        module = import_module(f"{__name__}.{name}")
    except ImportError as error:
        if not extra or not error.name or error.name.startswith("assess"):
            raise
        raise AssessError(
            _(
                "A report in {format} needs the package {package}, which is not installed. "
                "Install it with: python -m pip install '{install}'",
                format=name,
                package=error.name,
                install=f"{PACKAGE}[{extra}]",
            )
        ) from error
    content: bytes = module.render(report, look)
    return content

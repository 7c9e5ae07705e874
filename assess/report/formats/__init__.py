"""The formats of a report: each is one module with `render(report, look)`, which gives bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.errors import AssessError
from assess.language.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from assess.report.look import Look
    from assess.report.report import Report


class Format(NamedTuple):
    """Which extra of the package makes a format, if any does.

    `sectioned` tells whether it shows sections, of which some can be chosen.
    """

    extra: str = ""
    sectioned: bool = True


FORMATS: Final = {
    "html": Format(),
    "pdf": Format(extra="pdf"),
    "docx": Format(extra="docx"),
    "pptx": Format(extra="pptx"),
    "xlsx": Format(extra="xlsx"),
    "md": Format(),
    "json": Format(sectioned=False),
    "csv": Format(sectioned=False),
}
"""Every format by its name, which is also that of its module and the ending of its files."""

PACKAGE: Final = "assess-service-culture"


def made(report: Report, look: Look, name: str) -> bytes:
    """Return *report* as a file of the format called *name*.

    Raises:
        AssessError: What makes it is not installed, or a template is at fault.

    """
    module = loaded(name, lambda: import_module(f"{__name__}.{name}"))
    content: bytes = module.render(report, look)
    return content


def loaded(name: str, load: Callable[[], ModuleType]) -> ModuleType:
    """Return the module of the format called *name*, which *load* imports.

    Raises:
        AssessError: What makes such files is not installed.

    """
    extra = FORMATS[name].extra
    try:
        return load()
    except ImportError as error:
        told = _(
            "A report in {format} needs the package {package}, which is not installed. "
            "Install it with: python -m pip install '{install}'",
            format=name,
            **lacking(error, extra),
        )
        raise AssessError(told) from error


def lacking(error: ImportError, extra: str) -> Mapping[str, str]:
    """Return which `package` is not installed, and what to `install`: this one with its *extra*.

    Raises:
        ImportError: Nothing is lacking, the mistake is our own.

    """
    if not extra or not error.name or error.name.startswith("assess"):
        raise error
    return {"package": error.name, "install": f"{PACKAGE}[{extra}]"}

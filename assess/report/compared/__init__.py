"""Many cycles, or many assessments, as a page or a workbook.

Each format is one module with `render(compared, look)`, which gives bytes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

from assess.report.formats import FORMATS as OF_REPORTS
from assess.report.formats import loaded

if TYPE_CHECKING:
    from assess.report.compared.cycles import Cycles
    from assess.report.compared.members import Members
    from assess.report.look import Look

    Compared: TypeAlias = Cycles | Members

FORMATS: Final = {name: OF_REPORTS[name] for name in ("html", "xlsx")}
"""Every format by its name, which is also that of its module and the ending of its files."""


def made(compared: Compared, look: Look, name: str) -> bytes:
    """Return *compared* as a file of the format called *name*.

    Raises:
        AssessError: What makes it is not installed, or a template is at fault.

    """
    content: bytes = loaded(name, lambda: import_module(f"{__name__}.{name}")).render(
        compared, look
    )
    return content

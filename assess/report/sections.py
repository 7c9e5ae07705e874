"""Which sections a report has, in their order, each with its headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.forms import capitalised
from assess.language.messages import _
from assess.report import agreed, argument, headlines, movements
from assess.report.plan import URGENT
from assess.scoring import years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.report.index import Index


PAGE_ONE: Final = "summary"

NAMES: Final = (
    PAGE_ONE,
    "since",
    "agreed",
    "profile",
    "gaps",
    "patterns",
    "priorities",
    "roadmap",
    "details",
    "findings",
    "method",
)
"""The names of all sections; a report has those for which there is something to show."""


class Section(NamedTuple):
    """One section: its name in the contents and its conclusion."""

    id: str
    name: str
    headline: str

    @property
    def template(self) -> str:
        """The file that shows it."""
        return f"{self.id}.html.j2"


def sections(index: Index) -> tuple[Section, ...]:
    """Return the sections for which there is something to show."""
    return tuple(_sections(index))


def _sections(index: Index) -> Iterator[Section]:
    card = index.card
    yield Section("summary", _("Summary"), argument.verdict(index))
    if index.comparison:
        name = capitalised(years.against(index.comparison))
        yield Section("since", name, movements.since(index.comparison))
    if card.plan:
        yield Section("agreed", _("What was agreed"), agreed.headline(index))
    yield Section("profile", _("Profile"), headlines.profile(index))
    yield Section("gaps", _("Gaps to target"), headlines.gaps(index))
    if card.patterns:
        yield Section("patterns", _("Patterns"), headlines.patterns(index))
    if card.actions:
        yield Section(
            "priorities", _("Priorities"), headlines.priorities(index, card.actions[:URGENT])
        )
        yield Section("roadmap", _("Roadmap"), headlines.roadmap(index))
    yield Section("details", _("Dimensions in detail"), headlines.details(index))
    if card.findings or card.relapses:
        yield Section("findings", _("Findings"), headlines.findings(index))
    yield Section("method", _("Method and limits"), _(headlines.METHOD))

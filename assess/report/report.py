"""Everything that a report says, in the words and digits of the spoken language.

Every format shows this and nothing else, so that no two of them can differ in a number. What a
format draws or counts itself (a chart that can be edited, a cell that can be added up), it takes
from `card` and `comparison`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assess.language.messages import spoken
from assess.model.roles import role_name
from assess.report import argument, changes, details, findings, plan, rows, summary, sums
from assess.report.agreed import Agreed, agreed
from assess.report.firmness import Firmness, firmness
from assess.report.index import Index
from assess.report.lifting import what_lifts
from assess.report.sections import sections
from assess.report.sources import sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.comparison import Comparison
    from assess.model.lift import Lift
    from assess.model.scorecard import Scorecard
    from assess.model.stability import Stability
    from assess.report.charts.matrix import Matrix
    from assess.report.charts.radar import Radar
    from assess.report.findings import Named, Patterns
    from assess.report.rows import Hero, Row
    from assess.report.sections import Section
    from assess.report.sources import Article


@dataclass(frozen=True, kw_only=True)
class Report:
    """The results in words; `sections` are those that were wished for, in their order.

    `untranslated` counts the texts that are shown in the language in which they were asked.
    """

    card: Scorecard
    comparison: Comparison | None
    program_version: str
    untranslated: int
    language: str
    sections: tuple[Section, ...]
    title: str
    verdict: str
    lead: str
    limit_reason: str
    lift: str
    glance: str
    dense: bool
    hero: Hero
    figures: tuple[summary.Figure, ...]
    lists: tuple[summary.Points, ...]
    rows: tuple[Row, ...]
    rows_by_gap: tuple[Row, ...]
    radar: Radar | None
    legend: tuple[tuple[str, str], ...]
    numbered: bool
    since: changes.Since | None
    agreed: tuple[Agreed, ...]
    patterns: Patterns
    steps: tuple[plan.Step, ...]
    urgent: tuple[plan.Step, ...]
    decisions: tuple[plan.Step, ...]
    no_decision: str
    firmness: Firmness | None
    matrix: Matrix
    lanes: tuple[plan.Lane, ...]
    chapters: tuple[details.Chapter, ...]
    findings: tuple[Named, ...]
    scale: str
    sources: Sequence[Article]
    role: str
    sum: str


DENSE: Final = 1300
"""From so many letters on page one is set smaller on paper, to stay on one sheet."""


def report_on(  # noqa: PLR0913  everything that a report tells of
    card: Scorecard,
    comparison: Comparison | None = None,
    *,
    lift: Lift | None = None,
    stability: Stability | None = None,
    program_version: str,
    untranslated: int = 0,
) -> Report:
    """Return the report on *card*, with what changed where there is a *comparison*.

    *lift* is what would raise the overall level, *stability* how firm the priorities are, where
    that is known.
    """
    index = Index(card, comparison, stability)
    every = plan.steps(index)
    return Report(
        card=card,
        comparison=comparison,
        program_version=program_version,
        untranslated=untranslated,
        language=spoken(),
        sections=sections(index),
        title=card.questionnaires[0].title,
        verdict=argument.verdict(index),
        lead=argument.lead(index),
        limit_reason=argument.limit_reason(index),
        lift=what_lifts(index, lift),
        glance=argument.glance(index),
        dense=_letters(index) > DENSE,
        hero=rows.hero(index),
        figures=summary.figures(index),
        lists=summary.lists(index),
        rows=rows.rows(index),
        rows_by_gap=rows.rows_by_gap(index),
        radar=rows.profile(index),
        legend=rows.legend(index),
        numbered=rows.numbered(index),
        since=changes.since(index, comparison) if comparison else None,
        agreed=agreed(index),
        patterns=findings.patterns(index),
        steps=every,
        urgent=every[: plan.URGENT],
        decisions=summary.decisions(index, every),
        no_decision=summary.no_decision(every),
        firmness=firmness(index),
        matrix=plan.chart(index),
        lanes=plan.lanes(every),
        chapters=details.chapters(index, every),
        findings=findings.named_findings(index),
        scale=", ".join(f"{step.level} {step.name}" for step in card.scale),
        sources=sources(index),
        role=role_name(card.role),
        sum=sums.of_whole(card),
    )


def _letters(index: Index) -> int:
    """Return how many letters page one has, apart from its key figures."""
    told = [argument.verdict(index), argument.lead(index), argument.limit_reason(index)]
    points = [point for found in summary.lists(index) for point in found.points]
    titles = [dimension.title for dimension in index.card.dimensions]
    return sum(map(len, [*told, *titles, *(part for p in points for part in (p.name, p.text))]))

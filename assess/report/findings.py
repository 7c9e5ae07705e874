"""Patterns and findings with the names of what they point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.report.wording import agree, counted

if TYPE_CHECKING:
    from assess.model.scorecard import PatternResult
    from assess.report.index import Index

SEVERITY_WORDS = {
    "critical": "Critical",
    "high": "High risk",
    "medium": "Medium risk",
    "low": "Low risk",
}

Links = Sequence[tuple[str, str]]
"""Ids of questions with their titles."""


@dataclass(frozen=True, slots=True)
class Card:
    """A pattern that is seen, with its severity in words and the questions that triggered it."""

    pattern: PatternResult
    severity: str
    questions: Links


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A pattern that cannot be judged: questions still open, and how many were never asked."""

    name: str
    open: Links
    not_asked: str
    were: str


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns: cards for those that are seen, names for those that cannot be judged."""

    cards: tuple[Card, ...]
    unjudged: tuple[Unjudged, ...]
    not_seen: int


@dataclass(frozen=True, slots=True)
class Named:
    """A finding with the rule's title and the questions it is about."""

    rule: str
    title: str
    say: str
    dimension: str
    questions: Links


def patterns(index: Index) -> Patterns:
    """Return the patterns as the report shows them."""
    found = index.card.patterns
    return Patterns(
        cards=tuple(
            Card(p, SEVERITY_WORDS[p.severity], index.named(p.questions)) for p in index.seen
        ),
        unjudged=tuple(_unjudged(index, p) for p in found if p.state == "unknown"),
        not_seen=sum(p.state == "not-seen" for p in found),
    )


def _unjudged(index: Index, pattern: PatternResult) -> Unjudged:
    asked = [name for name in pattern.missing if name in index.titles]
    never = len(set(pattern.missing)) - len(set(asked))
    return Unjudged(
        name=pattern.name,
        open=index.named(asked),
        not_asked=counted(never, "question", "questions") if never else "",
        were=agree(never, "was", "were"),
    )


def named_findings(index: Index) -> tuple[Named, ...]:
    """Return the findings in their order."""
    rules = {rule.id: rule.title for rule in index.card.rules}
    return tuple(
        Named(
            rule=finding.rule,
            title=rules.get(finding.rule, finding.rule),
            say=finding.say,
            dimension=index.titles.get(finding.dimension or "", ""),
            questions=index.named(finding.questions),
        )
        for finding in index.card.findings
    )

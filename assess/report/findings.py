"""Patterns and findings with the names of what they point at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import clauses, quoted
from assess.language.messages import N_, _, n_
from assess.report.moves import ARROW, RELAPSED

if TYPE_CHECKING:
    from assess.model.scorecard import PatternResult
    from assess.report.index import Index

SEVERITY_WORDS = {
    "critical": N_("Critical"),
    "high": N_("High risk"),
    "medium": N_("Medium risk"),
    "low": N_("Low risk"),
}

NEEDS = {
    "roles": N_("needs the views of several roles"),
    "cycles": N_("needs two earlier cycles"),
}
"""What an unjudged pattern waits for besides answers."""

RELAPSE = "R13"
"""The rule on what rose and fell again."""

Links = Sequence[tuple[str, str]]
"""Ids of questions with their titles."""


class Card(NamedTuple):
    """A pattern that is seen, with its severity in words and the questions that triggered it.

    `more` are further parts with their names: the first remedy, and how to check.
    """

    pattern: PatternResult
    severity: str
    questions: Links
    more: Links


class Unjudged(NamedTuple):
    """A pattern that cannot be judged: questions still open, and those of a companion."""

    name: str
    open: Links
    not_asked: str


class Patterns(NamedTuple):
    """All patterns: cards for those that are seen, names for those that cannot be judged."""

    cards: tuple[Card, ...]
    unjudged: tuple[Unjudged, ...]
    not_seen: int


class Named(NamedTuple):
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
        cards=tuple(_card(index, pattern) for pattern in index.seen),
        unjudged=tuple(_unjudged(index, p) for p in found if p.state == "unknown"),
        not_seen=sum(p.state == "not-seen" for p in found),
    )


def _card(index: Index, pattern: PatternResult) -> Card:
    parts = ((_("First remedy"), pattern.remedy_text), (_("Check it"), pattern.check))
    return Card(
        pattern=pattern,
        severity=_(SEVERITY_WORDS[pattern.severity]),
        questions=index.named(pattern.questions),
        more=[(name, text) for name, text in parts if text],
    )


def _unjudged(index: Index, pattern: PatternResult) -> Unjudged:
    asked = [name for name in pattern.missing if name in index.titles]
    told = [
        _not_asked(len(missing), companion.title)
        for companion in index.card.absent.values()
        if (missing := set(pattern.missing).intersection(companion.questions))
    ]
    known = {*index.titles, *(name for c in index.card.absent.values() for name in c.questions)}
    if nowhere := set(pattern.missing) - known:
        told.append(
            n_(
                "needs {n} question that was not asked",
                "needs {n} questions that were not asked",
                len(nowhere),
            )
        )
    told += [_(NEEDS[need]) for need in pattern.needs]
    return Unjudged(name=pattern.name, open=index.named(asked), not_asked=clauses(told))


def _not_asked(count: int, companion: str) -> str:
    return n_(
        "needs {n} question of {companion}",
        "needs {n} questions of {companion}",
        count,
        companion=quoted(companion),
    )


def named_findings(index: Index) -> tuple[Named, ...]:
    """Return the findings in their order, relapses (R13) with their last three levels.

    Relapses come first and are told also where the questionnaire has no words for them.
    """
    rules = {rule.id: rule.title for rule in index.card.rules}
    fallen = _with_levels(index)
    found = [
        Named(
            rule=finding.rule,
            title=rules.get(finding.rule, finding.rule),
            say=finding.say,
            dimension=index.titles.get(finding.dimension or "", ""),
            questions=fallen if finding.rule == RELAPSE else index.named(finding.questions),
        )
        for finding in index.card.findings
    ]
    if fallen and RELAPSE not in {finding.rule for finding in found}:
        found.insert(0, Named(RELAPSE, _(RELAPSED[0]), "", "", fallen))
    return tuple(found)


def _with_levels(index: Index) -> Links:
    return [
        (one.question, f"{index.titles[one.question]} {ARROW.join(map(str, one.levels))}")
        for one in index.card.relapses
    ]

"""The headlines of the sections: each is a conclusion, computed from the numbers of its table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from assess.language.forms import clauses
from assess.language.messages import N_, _, n_
from assess.report import numbers
from assess.report.argument import equally_far, furthest
from assess.report.findings import named_findings
from assess.report.movements import moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.scorecard import DimensionResult, ProposedAction
    from assess.report.index import Index

METHOD: Final = N_("How the scores were made, and how far to trust them")


def profile(index: Index) -> str:
    """Return what the profile shows."""
    if index.comparison and (told := moved(index, index.comparison)):
        return told
    if not index.scored:
        return _("No dimension has a score yet")
    highest, lowest = index.scored[0], index.scored[-1]
    top, bottom = numbers.score(highest.score), numbers.score(lowest.score)
    if highest is lowest:
        return _("{title} stands at {score}", title=highest.title, score=top)
    if top == bottom:
        return n_(
            "{n} dimension with a score of {score}",
            "{n} dimensions, each with a score of {score}",
            len(index.scored),
            score=top,
        )
    return _(
        "From {low} ({lowest}) to {high} ({highest})",
        low=bottom,
        lowest=lowest.title,
        high=top,
        highest=highest.title,
    )


def gaps(index: Index) -> str:
    """Return how far the dimensions are from their targets."""
    below = [d for d in index.by_gap if d.gap]
    compared = sum(d.gap is not None for d in index.card.dimensions)
    if not compared:
        return _("No dimension can be compared with a target yet")
    told = _below(below, compared)
    apart = len(index.card.dimensions) - compared
    if not apart:
        return told
    other = n_("{n} more cannot be compared yet", "{n} more cannot be compared yet", apart)
    return clauses((told, other))


def _below(below: Sequence[DimensionResult], compared: int) -> str:
    if not below:
        return n_(
            "In score, {n} of {total} dimensions has come up to target",
            "In score, {n} of {total} dimensions have come up to target",
            compared,
            total=compared,
        )
    told = n_(
        "{n} of {total} dimensions is below target",
        "{n} of {total} dimensions are below target",
        len(below),
        total=compared,
    )
    gap = numbers.gap(below[0].gap)
    if len(below) == 1:
        return _("{told}: {title}, by {gap}", told=told, title=below[0].title, gap=gap)
    if equally_far(below):
        return _("{told}, each by {gap}", told=told, gap=gap)
    return _("{told}, furthest {names}, by {gap}", told=told, names=furthest(below), gap=gap)


def patterns(index: Index) -> str:
    """Return how many failure patterns are seen, and how many cannot be judged."""
    unknown = sum(p.state == "unknown" for p in index.card.patterns)
    told = [_seen(index)]
    if unknown:
        told.append(n_("{n} cannot be judged yet", "{n} cannot be judged yet", unknown))
    return clauses(told)


def _seen(index: Index) -> str:
    seen, critical = len(index.seen), sum(p.severity == "critical" for p in index.seen)
    if not seen:
        return _("No failure pattern is seen")
    if not critical:
        return n_("{n} pattern is seen", "{n} patterns are seen", seen)
    if critical == seen:
        return n_(
            "{n} pattern is seen, and it is critical", "{n} patterns are seen, all critical", seen
        )
    return n_(
        "{n} pattern is seen, {critical} of them critical",
        "{n} patterns are seen, {critical} of them critical",
        seen,
        critical=critical,
    )


def priorities(index: Index, shown: Sequence[ProposedAction]) -> str:
    """Return where the most urgent actions lie; *shown* are those in the table."""
    name, most = Counter(action.dimension for action in shown).most_common(1)[0]
    title = index.titles.get(name, name)
    if len(shown) == 1:
        return _("The first step: {title}", title=title)
    if most == 1:
        return n_(
            "{n} action comes first",
            "{n} actions come first, each in another dimension",
            len(shown),
        )
    if most * 3 < len(shown):
        return n_(
            "{n} action comes first, in {count} dimensions",
            "{n} actions come first, in {count} dimensions",
            len(shown),
            count=len({action.dimension for action in shown}),
        )
    return n_(
        "{title}: {n} of the {total} most urgent actions",
        "{title}: {n} of the {total} most urgent actions",
        most,
        total=len(shown),
        title=title,
    )


def roadmap(index: Index) -> str:
    """Return how long the plan is and how it begins."""
    total = len(index.card.actions)
    quick = sum(action.quick_win for action in index.card.actions)
    if not quick:
        return n_(
            "{n} action, with an owner and a term",
            "{n} actions, each with an owner and a term",
            total,
        )
    actions = n_("a plan of {n} action", "a plan of {n} actions", total)
    return n_("{n} quick win opens {plan}", "{n} quick wins open {plan}", quick, plan=actions)


def details(index: Index) -> str:
    """Return how many answers something was shown for."""
    answers = [q for d in index.card.dimensions for q in d.questions if q.state == "level"]
    if not answers:
        return _("The questions, still without a rated answer")
    shown = sum(bool(q.evidence) for q in answers)
    if not shown:
        return _("What was answered; no evidence was noted for it")
    return n_(
        "What was answered: {n} of {total} answers with evidence",
        "What was answered: {n} of {total} answers with evidence",
        shown,
        total=len(answers),
    )


def findings(index: Index) -> str:
    """Return how many things the reader should know beside the scores."""
    return n_(
        "{n} thing to know when reading the scores",
        "{n} things to know when reading the scores",
        len(named_findings(index)),
    )

"""The report as JSON for programs: what it says, and the exact numbers behind it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from assess.report import numbers

if TYPE_CHECKING:
    from assess.report.agreed import Agreed
    from assess.report.bridge import Way
    from assess.report.changes import Pair, Since
    from assess.report.findings import Links, Named, Patterns
    from assess.report.firmness import Firmness
    from assess.report.look import Look
    from assess.report.plan import Lane, Step
    from assess.report.report import Report
    from assess.report.rows import Hero, Row

SCHEMA: Final = 1
"""The number of this form; keys are only ever added to it."""

Value = dict[str, Any]
"""An object of JSON."""


def render(report: Report, look: Look) -> bytes:
    """Return the whole report, whatever sections were chosen, with a fixed order of keys."""
    comparison, firm = report.comparison, report.firmness
    content = {
        "schema": SCHEMA,
        "format": "assess-report",
        "language": report.language,
        "program_version": report.program_version,
        "title": report.title,
        "confidentiality": look.confidentiality,
        "by": look.by,
        "sections": [section._asdict() for section in report.sections],
        **_page_one(report),
        "dimensions": [_dimension(row) for row in report.rows],
        "companions": [_dimension(c.row) for c in report.chapters if c.role],
        "since": _since(report.since) if report.since else None,
        "agreed": [_agreed(action) for action in report.agreed],
        "patterns": _patterns(report.patterns),
        "actions": [_action(step) for step in report.steps],
        "firmness": _firmness(firm) if firm else None,
        "roadmap": [_lane(lane) for lane in report.lanes],
        "findings": [_finding(finding) for finding in report.findings],
        "scorecard": report.card.model_dump(mode="json", by_alias=True),
        "comparison": comparison and comparison.model_dump(mode="json", by_alias=True),
        "stability": firm and firm.tried.model_dump(mode="json", by_alias=True),
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def _page_one(report: Report) -> Value:
    return {
        "verdict": report.verdict,
        "lead": report.lead,
        "limit_reason": report.limit_reason,
        "lift": report.lift,
        "glance": report.glance,
        "overall": _overall(report.hero),
        "figures": [
            {"title": figure.title, "value": figure.value, "note": figure.note}
            for figure in report.figures
        ],
        "lists": [
            {
                "title": points.title,
                "tone": points.tone,
                "points": [{"name": point.name, "text": point.text} for point in points.points],
                "nothing": points.nothing,
            }
            for points in report.lists
        ],
        "decisions": [step.number for step in report.decisions],
    }


def _overall(hero: Hero) -> Value:
    return {
        "score": hero.score,
        "of": hero.of,
        "level": hero.level,
        "change": numbers.marked(hero.change),
        "against": hero.against,
        "like_for_like": hero.like,
        "level_before": hero.level_before,
        "note": hero.note,
    }


def _dimension(row: Row) -> Value:
    return {
        "id": row.id,
        "number": row.number,
        "title": row.title,
        "score": row.score,
        "evidenced": row.evidenced,
        "coverage": row.coverage,
        "level": row.level,
        "target": row.target,
        "gap": row.gap,
        "held": row.held,
        "change": numbers.marked(row.change),
    }


def _since(since: Since) -> Value:
    return {
        "before": since.before,
        "after": since.after,
        "version": since.version,
        "stayed": since.stayed,
        "scores": [_pair(pair) for pair in since.pairs],
        "bridge": _bridge(since.bridge),
        "moves": [
            {
                "title": moves.title,
                "tone": moves.tone,
                "questions": [
                    {"title": move.title, "levels": move.levels, "reason": move.reason}
                    for move in moves.questions
                ],
            }
            for moves in since.moves
        ],
    }


def _bridge(way: Way) -> Value:
    return {
        "told": way.told,
        "before": way.before,
        "after": way.after,
        "change": numbers.marked(way.whole),
        "steps": [
            {
                "name": step.name,
                "change": numbers.marked(step.change),
                "score": step.score,
                "questions": step.took,
            }
            for step in way.steps
        ],
        "note": way.note,
    }


def _pair(pair: Pair) -> Value:
    return {
        "title": pair.title,
        "before": pair.before,
        "after": pair.after,
        "change": numbers.marked(pair.change),
        "levels": pair.levels,
        "like_for_like_before": pair.like_before,
        "like_for_like_after": pair.like_after,
        "like_for_like_change": numbers.marked(pair.like_change),
        "questions": pair.basis,
    }


def _agreed(action: Agreed) -> Value:
    """Return an agreed action as it is shown; its numbers stand in the scorecard."""
    return {
        **action._asdict(),
        "status": action.status.words,
        "moved": action.moved.words,
    }


def _patterns(patterns: Patterns) -> Value:
    return {
        "seen": [
            {
                "id": card.pattern.id,
                "name": card.pattern.name,
                "severity": card.severity,
                "questions": _named(card.questions),
            }
            for card in patterns.cards
        ],
        "unjudged": [
            {"name": pattern.name, "open": _named(pattern.open), "not_asked": pattern.not_asked}
            for pattern in patterns.unjudged
        ],
        "not_seen": patterns.not_seen,
    }


def _action(step: Step) -> Value:
    """Return an action as it is shown, with the day until which it is asked for as ISO 8601."""
    return step._asdict()


def _lane(lane: Lane) -> Value:
    steps = [step.number for step in lane.steps]
    return {"title": lane.title, "actions": steps, "more": lane.more}


def _finding(finding: Named) -> Value:
    return {**finding._asdict(), "questions": _named(finding.questions)}


def _firmness(firm: Firmness) -> Value:
    return {"head": firm.head, "top": firm.top, "movers": firm.movers, "method": firm.method}


def _named(links: Links) -> list[Value]:
    return [{"id": name, "title": title} for name, title in links]

"""Every dimension with its sections, questions and answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.report import numbers
from assess.report.charts.answers import Part, shade, stacked
from assess.report.plan import TIMES, Step, steps
from assess.report.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assess.model.comparison import QuestionChange
    from assess.model.scorecard import DimensionResult, QuestionResult
    from assess.report.index import Index

STATES = {
    "dont-know": "Don't know",
    "not-applicable": "Not applicable",
    "unanswered": "Not answered",
}


@dataclass(frozen=True, slots=True)
class Spread:
    """How many answers stand at each level, as a bar and in words."""

    parts: tuple[Part, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What happened to one answer since the earlier cycle."""

    direction: str
    words: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer; `chip` is the shade of its level, 0 where it has none."""

    question: QuestionResult
    answer: str
    chip: int
    unproven: bool
    discredited_by: str
    moved: Moved | None
    actions: tuple[Step, ...]

    @property
    def told(self) -> bool:
        """Whether anything stands under the answer."""
        q = self.question
        more = (q.reason, q.note, q.evidence, q.next_level_text, self.actions)
        return any(more) or self.unproven or bool(self.discredited_by)


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a dimension with its questions; no title for questions outside of sections."""

    title: str
    score: str
    level: str
    questions: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One dimension in full."""

    row: Row
    purpose: str
    limits: tuple[str, ...]
    discredited_by: str
    weight: str
    spread: Spread
    sections: tuple[Passage, ...]
    companion: bool


def chapters(index: Index) -> tuple[Chapter, ...]:
    """Return the dimensions in the order of the questionnaire, companions last."""
    actions: dict[str, list[Step]] = defaultdict(list)
    for step in steps(index):
        actions[step.question].append(step)
    core = len(index.card.dimensions)
    every = (*index.card.dimensions, *index.card.companions)
    return tuple(
        _chapter(index, d, place, actions, companion=place > core)
        for place, d in enumerate(every, 1)
    )


def _chapter(
    index: Index,
    dimension: DimensionResult,
    place: int,
    actions: Mapping[str, Sequence[Step]],
    *,
    companion: bool,
) -> Chapter:
    return Chapter(
        row=row(index, dimension, place),
        purpose=dimension.purpose,
        limits=tuple(dict.fromkeys(limit.because for limit in dimension.limits)),
        discredited_by=_pattern(index, dimension.discredited_by),
        weight=_weight(dimension),
        spread=_spread(index, dimension),
        sections=_sections(index, dimension, actions),
        companion=companion,
    )


def _pattern(index: Index, name: str | None) -> str:
    if name is None:
        return ""
    return next((p.name for p in index.card.patterns if p.id == name), name)


def _weight(dimension: DimensionResult) -> str:
    if not dimension.weight_because:
        return ""
    return f"Counts with weight {numbers.plain(dimension.weight)}: {dimension.weight_because}"


def _spread(index: Index, dimension: DimensionResult) -> Spread:
    found = Counter(q.level for q in dimension.questions if q.level is not None)
    levels = len(index.values)
    counts = [(f"h{shade(level, levels)}", found[level]) for level in range(1, levels + 1)]
    words = [f"{found[s.level]}{TIMES}level {s.level}" for s in index.card.scale if found[s.level]]
    for kind, count in _without_level(dimension):
        counts.append(("none", count))
        words += [f"{count}{TIMES}{STATES[kind]}"] if count else []
    return Spread(stacked(counts), tuple(words))


def _without_level(dimension: DimensionResult) -> tuple[tuple[str, int], ...]:
    return (
        ("dont-know", dimension.dont_know),
        ("not-applicable", dimension.not_applicable),
        ("unanswered", dimension.unanswered),
    )


def _sections(
    index: Index, dimension: DimensionResult, actions: Mapping[str, Sequence[Step]]
) -> tuple[Passage, ...]:
    by_section: dict[str | None, list[Answered]] = defaultdict(list)
    for question in dimension.questions:
        by_section[question.section].append(_answered(index, question, actions))
    found = [Passage("", "", "", tuple(by_section[None]))] if by_section[None] else []
    for section in dimension.sections:
        level = "no level" if section.level is None else index.level_named(section.level)
        own = tuple(by_section[section.id])
        found.append(Passage(section.title, numbers.score(section.score), level, own))
    return tuple(found)


def _answered(
    index: Index, question: QuestionResult, actions: Mapping[str, Sequence[Step]]
) -> Answered:
    if question.level is None:
        answer, chip = STATES[question.state], 0
    else:
        step = index.card.scale[question.level - 1]
        answer, chip = f"{step.level} {step.name}", shade(step.level, len(index.values))
    return Answered(
        question=question,
        answer=answer,
        chip=chip,
        unproven=question.counted != question.value,
        discredited_by=_pattern(index, question.discredited_by),
        moved=_moved(index.question_changes.get(question.id)),
        actions=tuple(actions.get(question.id, ())),
    )


def _moved(change: QuestionChange | None) -> Moved | None:
    if change is None or change.movement == "open":
        return None
    if change.movement == "stayed":
        return Moved("same", "unchanged")
    if change.movement in {"rose", "fell"}:
        return Moved("up" if change.movement == "rose" else "down", f"was level {change.before}")
    return Moved("other", change.reason)

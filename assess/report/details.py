"""Every dimension with its sections, questions and answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from assess.language.forms import clauses, quoted
from assess.language.messages import N_, _
from assess.report import numbers, sums
from assess.report.charts.answers import Part, shade, stacked
from assess.report.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assess.model.comparison import QuestionChange
    from assess.model.scorecard import DimensionResult, QuestionResult
    from assess.report.index import Index
    from assess.report.plan import Step

STATES = {
    "dont-know": N_("Don't know"),
    "not-applicable": N_("Not applicable"),
    "unanswered": N_("Not answered"),
}

Fact = tuple[str, str, str]
"""A label, what it says, and a remark in small letters."""


class Spread(NamedTuple):
    """How many answers stand at each level, as a bar and in words."""

    parts: tuple[Part, ...]
    words: str


class Moved(NamedTuple):
    """What happened to an answer since the earlier cycle; `direction` is up, down or same."""

    direction: str
    words: str


class Answered(NamedTuple):
    """One question with its answer; `chip` is the shade of its level, 0 where it has none."""

    id: str
    label: str
    title: str
    weight: str
    text: str
    answer: str
    chip: int
    moved: Moved
    level_text: str
    facts: tuple[Fact, ...]


class Passage(NamedTuple):
    """A section of a dimension; questions outside of sections stand in one without a title."""

    title: str
    result: str
    questions: tuple[Answered, ...]


class Chapter(NamedTuple):
    """One dimension in full; `warnings` are titles with their reasons, `sum` makes the score."""

    row: Row
    role: str
    purpose: str
    warnings: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    sum: str
    spread: Spread
    sections: tuple[Passage, ...]


def chapters(index: Index, steps: Iterable[Step]) -> tuple[Chapter, ...]:
    """Return the dimensions in the order of the questionnaire, companions last."""
    actions: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        actions[step.question].append(step)
    every = (*index.card.dimensions, *index.card.companions)
    return tuple(_chapter(index, d, place, actions) for place, d in enumerate(every, 1))


def _chapter(
    index: Index, dimension: DimensionResult, place: int, actions: Mapping[str, Sequence[Step]]
) -> Chapter:
    shown = row(index, dimension, place)
    companion = place > len(index.card.dimensions)
    return Chapter(
        row=shown,
        role=_("companion, does not enter the overall score") if companion else "",
        purpose=dimension.purpose,
        warnings=tuple(_warnings(index, dimension, shown)),
        facts=(
            (_("Target"), shown.target),
            (_("Gap"), shown.gap),
            (_("Evidenced"), shown.evidenced),
            (_("Coverage"), shown.coverage),
        ),
        sum=sums.of_dimension(dimension),
        spread=_spread(index, dimension),
        sections=tuple(_passages(index, dimension, actions)),
    )


def _warnings(index: Index, dimension: DimensionResult, shown: Row) -> Iterator[tuple[str, str]]:
    for reason in dict.fromkeys(limit.because for limit in dimension.limits):
        yield _("Level limited ({held}).", held=shown.held), reason
    if dimension.discredited_by:
        yield _no_strength(index, dimension.discredited_by), ""
    if dimension.weight_because:
        weight = numbers.plain(dimension.weight)
        yield _("Counts with weight {weight}:", weight=weight), dimension.weight_because


def _no_strength(index: Index, name: str) -> str:
    pattern = next((p.name for p in index.card.patterns if p.id == name), name)
    return _("Not a strength while {pattern} is seen.", pattern=quoted(pattern))


def _spread(index: Index, dimension: DimensionResult) -> Spread:
    found = Counter(q.level for q in dimension.questions if q.level is not None)
    levels = len(index.values)
    counts = [(f"h{shade(level, levels)}", found[level]) for level in range(1, levels + 1)]
    words = [
        sums.TIMES.join((str(found[s.level]), _("level {level}", level=s.level)))
        for s in index.card.scale
        if found[s.level]
    ]
    states: Counter[str] = Counter(q.state for q in dimension.questions)
    for state, name in STATES.items():
        counts.append(("none", states[state]))
        words += [f"{states[state]}{sums.TIMES}{_(name)}"] if states[state] else []
    return Spread(stacked(counts), " · ".join(words))


def _passages(
    index: Index, dimension: DimensionResult, actions: Mapping[str, Sequence[Step]]
) -> Iterator[Passage]:
    by_section: dict[str | None, list[Answered]] = defaultdict(list)
    for question in dimension.questions:
        answered = _answered(index, question, actions.get(question.id, ()))
        by_section[question.section].append(answered)
    yield Passage("", "", tuple(by_section[None]))
    for section in dimension.sections:
        level = _("no level") if section.level is None else index.level_named(section.level)
        result = f"{numbers.score(section.score)} · {level}"
        yield Passage(section.title, result, tuple(by_section[section.id]))


def _answered(index: Index, question: QuestionResult, actions: Sequence[Step]) -> Answered:
    answer, chip = _(STATES[question.state]) if question.state in STATES else "", 0
    if question.level is not None:
        step = index.card.scale[question.level - 1]
        answer, chip = f"{step.level} {step.name}", shade(step.level, len(index.values))
    return Answered(
        id=question.id,
        label=index.labels[question.id],
        title=question.title,
        weight=_weight(question),
        text=question.text,
        answer=answer,
        chip=chip,
        moved=_moved(index.question_changes.get(question.id)),
        level_text=question.level_text,
        facts=tuple(_facts(index, question, actions)),
    )


def _weight(question: QuestionResult) -> str:
    if question.weight == 1:
        return ""
    return _("weight {weight}", weight=numbers.plain(question.weight))


def _moved(change: QuestionChange | None) -> Moved:
    if change is None or change.movement == "open":
        return Moved("same", "")
    told = {
        "rose": Moved("up", _("▲ was level {level}", level=change.before)),
        "fell": Moved("down", _("▼ was level {level}", level=change.before)),
        "stayed": Moved("same", _("unchanged")),
    }
    return told.get(change.movement, Moved("same", change.reason))


def _facts(index: Index, question: QuestionResult, actions: Sequence[Step]) -> Iterator[Fact]:
    """Yield what stands under the answer, without what is empty."""
    shown = clauses(question.evidence)
    if question.counted != question.value:
        shown = _("None noted: counts less in the evidenced score.")
    warned = question.discredited_by
    for label, text in (
        (_("Reason"), question.reason),
        (_("Note"), question.note),
        (_("Evidence"), shown),
        (_("But"), _no_strength(index, warned) if warned else ""),
        (_("Next level"), question.next_level_text),
    ):
        if text:
            yield label, text, ""
    for step in actions:
        priority = _("priority {priority} = {factors}", priority=step.priority, factors=step.why)
        more = f"{step.who} · {priority}"
        yield (
            _("Action {n}", n=step.number),
            step.action,
            f"{more} · {step.waits}".removesuffix(" · "),
        )

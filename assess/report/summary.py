"""Page one: what works, what holds back, what to decide, and the key figures."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from assess.language.forms import clauses
from assess.language.messages import _, n_
from assess.report import argument, numbers
from assess.report.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assess.model.planned import Status
    from assess.model.scorecard import BindingLimit, DimensionResult
    from assess.report.index import Index
    from assess.report.plan import Step

Shown = TypeVar("Shown")

MOST = 3
"""How many points each list on page one holds at most, so that it fits one sheet."""

UNDECIDED: Final[frozenset[Status]] = frozenset({"partly", "dropped"})
"""How an agreed action may have ended so that it can be decided on again."""

LETTERS = 620
"""How many letters the points of a list have together, at most: long ones are fewer."""


class Point(NamedTuple):
    """A point of a list: what it is called, what follows from it, and where to read on."""

    name: str
    text: str
    anchor: str

    @property
    def joint(self) -> str:
        """What stands between the name and a text that is a sentence of its own."""
        return "." if self.text[:1].isupper() else ""


class Figure(NamedTuple):
    """A key figure with its meaning above, its explanation below, and where it comes from."""

    title: str
    value: str
    note: str
    anchor: str


class Points(NamedTuple):
    """A list on page one; `nothing` stands there when it is empty, `tone` is good or bad."""

    title: str
    tone: str
    points: tuple[Point, ...]
    nothing: str


def decisions(index: Index, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the first actions to decide on, as many as page one has room for.

    What is agreed and open, or done already, is none.
    """
    decided = {name for name, one in index.planned.items() if one.status not in UNDECIDED}
    every = zip(index.card.actions, steps, strict=True)
    left = [step for action, step in every if action.id not in decided]
    return _fitting(left, lambda step: f"{step.action} {step.asked}")


def no_decision(steps: Sequence[Step]) -> str:
    """Return what is said where nothing is left to decide."""
    if steps:
        return _("Every proposed action is agreed.")
    return _("No action follows from the answers so far.")


def lists(index: Index) -> tuple[Points, ...]:
    """Return what works and what holds back."""
    return (
        Points(_("What works"), "good", works(index), _("Nothing stands out yet.")),
        Points(_("What holds back"), "bad", holds_back(index), _("Nothing in the answers so far.")),
    )


def works(index: Index) -> tuple[Point, ...]:
    """Return the strengths that are seen, then dimensions that reached their target.

    What a seen pattern discredits is left out. Where nothing qualifies, the highest dimension
    is named as what it is.
    """
    points = [Point(s.name, s.plain, _first(s.questions)) for s in index.strengths]
    points += [
        Point(d.title, _at_target(d), f"d-{d.id}")
        for d in index.scored
        if d.target_reached and not d.discredited_by
    ]
    return _fitting(points, _words) or _highest(index)


def holds_back(index: Index) -> tuple[Point, ...]:
    """Return binding limits, then critical and high patterns, then the lowest dimension."""
    points = [
        Point(
            listed(argument.holders(index, limit), most=2) or limit.rule,
            n_(
                "holds the result at {level}.",
                "hold the result at {level}.",
                max(1, len(argument.holders(index, limit))),
                level=index.level_named(limit.level),
            ),
            _held_by(index, limit),
        )
        for limit in index.card.overall.limits[:1]
    ]
    severe = [p for p in index.seen if p.severity in {"critical", "high"}]
    room = MOST - len(points)
    points += [Point(p.name, p.consequence, f"p-{p.id}") for p in severe[:room]]
    named = {point.anchor for point in points}
    lowest = [point for point in _lowest(index) if point.anchor not in named]
    return _fitting([*points, *lowest], _words)


def figures(index: Index) -> tuple[Figure, ...]:
    """Return the key figures: what was shown, what was asked, how far it is, what goes wrong."""
    return (_evidenced(index), _coverage(index), _targets(index), _patterns(index))


def _words(point: Point) -> str:
    return f"{point.name} {point.text}"


def _fitting(points: Sequence[Shown], words: Callable[[Shown], str]) -> tuple[Shown, ...]:
    """Return the first points that fit, at least one where there is one."""
    ends = accumulate(len(words(point)) for point in points[:MOST])
    return tuple(p for p, end in zip(points, ends, strict=False) if end <= LETTERS) or tuple(
        points[:1]
    )


def _held_by(index: Index, limit: BindingLimit) -> str:
    """Return the anchor of the first dimension that holds the result down."""
    known = (index.dimension_of[name].id for name in limit.questions if name in index.dimension_of)
    return next((f"d-{name}" for name in known), "s-method")


def _first(questions: tuple[str, ...]) -> str:
    return f"q-{questions[0]}" if questions else "s-details"


def _at_target(dimension: DimensionResult) -> str:
    score = numbers.score(dimension.score)
    return _("stands at {score} and has reached its target.", score=score)


def _highest(index: Index) -> tuple[Point, ...]:
    """Return the highest dimension that is not discredited, unless it is also the lowest."""
    credible = [d for d in index.rated if not d.discredited_by]
    if not credible or credible[0].score == index.rated[-1].score:
        return ()
    top = credible[0]
    score = numbers.score(top.score)
    told = (
        _("is the highest, at {score}.", score=score)
        if top is index.rated[0]
        else _("is the highest without a warning, at {score}.", score=score)
    )
    return (Point(top.title, told, f"d-{top.id}"),)


def _lowest(index: Index) -> list[Point]:
    """Return what has not reached its target, lowest first, without what is named as working."""
    praised = {point.anchor for point in works(index)}
    below = [
        d for d in reversed(index.rated) if not d.target_reached and f"d-{d.id}" not in praised
    ]
    return [Point(d.title, _stands(d), f"d-{d.id}") for d in below]


def _stands(dimension: DimensionResult) -> str:
    score, gap = numbers.score(dimension.score), numbers.gap(dimension.gap)
    if dimension.gap:
        return _("stands at {score}, {gap} below target.", score=score, gap=gap)
    return _("stands at {score}.", score=score)


def _evidenced(index: Index) -> Figure:
    overall = index.card.overall
    answers = [q for d in index.card.dimensions for q in d.questions if q.state == "level"]
    shown = sum(bool(q.evidence) for q in answers)
    note = n_(
        "evidence noted for {n} of {total} answers",
        "evidence noted for {n} of {total} answers",
        shown,
        total=len(answers),
    )
    if not answers:
        note = _("no question has a level")
    return Figure(_("Evidenced score"), numbers.score(overall.evidenced_score), note, "s-details")


def _coverage(index: Index) -> Figure:
    overall = index.card.overall
    total = overall.answered + overall.dont_know + overall.not_applicable + overall.unanswered
    note = n_(
        "{n} of {total} questions has a level",
        "{n} of {total} questions have a level",
        overall.answered,
        total=total,
    )
    return Figure(_("Coverage"), numbers.percent(overall.coverage), note, "s-profile")


def _targets(index: Index) -> Figure:
    wanted = [d for d in index.card.dimensions if d.target is not None]
    if not wanted:
        return Figure(_("Targets reached"), numbers.NONE, _("no targets are set"), "s-gaps")
    count = sum(d.target_reached is True for d in wanted)
    reached = _("{n} of {total}", n=count, total=len(wanted))
    return Figure(_("Targets reached"), reached, _widest_gap(index, wanted), "s-gaps")


def _widest_gap(index: Index, wanted: Sequence[DimensionResult]) -> str:
    below = [d for d in index.by_gap if d.gap]
    if below:
        widest = numbers.gap(below[0].gap)
        named = listed([d.title for d in below if numbers.gap(d.gap) == widest], most=1)
        return _("widest gap {gap}, {names}", gap=widest, names=named)
    compared = sum(d.gap is not None for d in wanted)
    if not compared:
        return _("no score to compare yet")
    if compared == len(wanted):
        return _("no gap in score")
    return _("no gap where there is a score")


def _patterns(index: Index) -> Figure:
    if not index.card.patterns:
        return Figure(
            _("Patterns seen"), numbers.NONE, _("this questionnaire names none"), "s-method"
        )
    unknown = sum(p.state == "unknown" for p in index.card.patterns)
    note = _("of {total} known ones", total=len(index.card.patterns))
    if unknown:
        note = clauses((note, n_("{n} cannot be judged", "{n} cannot be judged", unknown)))
    return Figure(_("Patterns seen"), str(len(index.seen)), note, "s-patterns")

"""From the earlier score to the later one: in steps that add up as they are shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.language.forms import capitalised, clauses
from assess.language.messages import N_, _, n_
from assess.report import numbers
from assess.report.charts.bridge import waterfall
from assess.scoring import years
from assess.scoring.wording import parts_as_shown, score_in_bridge, with_sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from assess.model.comparison import Bridge, BridgePart, Comparison, PartKind
    from assess.report.charts.bridge import Stretch, Waterfall
    from assess.report.index import Index

FEW: Final = 3
"""So many questions of a step are named; more are only counted."""

ASKED: Final[tuple[PartKind, ...]] = ("gone", "new", "changed", "weights")
COUNTED: Final[tuple[PartKind, ...]] = ("applicability", "coverage")
"""The steps that come from the questionnaire, and those from which of its questions count."""

SAME: Final = N_("the questionnaire and the answers count the same way on both sides")


class Named(NamedTuple):
    """A question with the place in the report that says more about it."""

    anchor: str
    title: str


class Step(NamedTuple):
    """One step with the score after it; `change` is None where no dimension is rated there.

    `counted` says how many questions it took; they are named where they are few.
    """

    name: str
    change: numbers.Change | None
    score: str
    stretch: Stretch | None
    counted: str
    questions: tuple[Named, ...]

    @property
    def took(self) -> str:
        """The questions by name, or how many they are."""
        return clauses(question.title for question in self.questions) or self.counted


class Way(NamedTuple):
    """The steps that moved the score or took a question, with the conclusion in `told`.

    Without a score on both sides there is only `told`, which says so.
    """

    told: str
    before: str
    after: str
    whole: numbers.Change | None
    chart: Waterfall | None
    steps: tuple[Step, ...]
    note: str


class Part(NamedTuple):
    """A part of the bridge with its change as it is shown."""

    part: BridgePart
    change: Decimal | None


def way(index: Index, comparison: Comparison) -> Way:
    """Return the way from the earlier overall score of *comparison* to the later one."""
    found = comparison.bridge
    if found.before is None or found.after is None:
        told = _("One side has no overall score, so there is no way from one to the other.")
        return Way(told, numbers.NONE, numbers.NONE, None, None, (), "")
    moved = parts(found)
    chart = waterfall(index.values, found.before, [one.part.score for one in moved])
    return Way(
        told=_told(comparison, moved),
        before=exactly(found.before),
        after=exactly(found.after),
        whole=numbers.as_shown(difference(found), within=comparison.overall.within_margin),
        chart=chart,
        steps=tuple(_steps(index, comparison, moved, chart)),
        note=_note(moved),
    )


def parts(bridge: Bridge) -> Sequence[Part]:
    """Return the parts of *bridge* that moved the score or took a question."""
    both = zip(bridge.parts, parts_as_shown(bridge), strict=True)
    return [Part(part, change) for part, change in both if part.change or part.questions]


def difference(bridge: Bridge) -> Decimal:
    """Return what lies between both ends of *bridge* as they are shown."""
    return sum((change for change in parts_as_shown(bridge) if change), Decimal("0.00"))


def exactly(score: Fraction | None) -> str:
    """Return a score with the digits that a bridge shows."""
    return numbers.NONE if score is None else score_in_bridge(score)


def _steps(
    index: Index, comparison: Comparison, moved: Sequence[Part], chart: Waterfall
) -> Iterator[Step]:
    names = _names(index, comparison)
    for (part, change), stretch in zip(moved, chart.steps, strict=True):
        count = len(part.questions)
        yield Step(
            name=_name_of(part.kind, comparison),
            change=None if change is None else numbers.as_shown(change),
            score=exactly(part.score),
            stretch=stretch,
            counted=n_("{n} question", "{n} questions", count) if count else "",
            questions=tuple(names[q] for q in part.questions) if count <= FEW else (),
        )


def _name_of(kind: PartKind, comparison: Comparison) -> str:
    """Return what a part of the *kind* is called, as it begins a row."""
    return capitalised(years.part_name(kind, beside=years.another(comparison)))


def _names(index: Index, comparison: Comparison) -> Mapping[str, Named]:
    """Return the questions by the ids that join the years; those that are gone have no place."""
    return {
        change.joined_as: Named(
            f"q-{change.id}" if change.id in index.titles else "s-since", change.title
        )
        for change in comparison.questions
    }


def _told(comparison: Comparison, moved: Sequence[Part]) -> str:
    """Return where the difference comes from, in signed numbers that are true in every case."""
    whole = difference(comparison.bridge)
    if years.another(comparison):
        told = _("The scores differ by {change}", change=with_sign(whole))
        still = _("The scores do not differ")
    else:
        told = _("The score moved by {change}", change=with_sign(whole))
        still = _("The score did not move")
    origins = list(_origins(comparison.bridge, moved))
    lead = told if whole else still
    return _("{told}: {names}", told=lead, names=clauses(origins)) if origins else lead


def _origins(bridge: Bridge, moved: Sequence[Part]) -> Iterator[str]:
    """Yield what is real and what is not.

    What is real can always be told: before it both sides have a level for the same questions.
    """
    apart = all(part.score is not None for part in bridge.parts if part.kind == ASKED[-1])
    real, rest = _sum(moved, "real"), list(_rest(moved, apart=apart))
    if rest and any(one.part.kind == "real" and one.part.change for one in moved):
        yield _("{change} is real", change=with_sign(real))
    elif rest and difference(bridge):
        yield _("none of it is real")
    elif real:
        yield _("all of it is real")
    yield from rest
    if all(one.part.kind == "real" for one in moved):
        yield _(SAME)


def _rest(moved: Sequence[Part], *, apart: bool) -> Iterator[str]:
    """Yield what does not come from the answers; *apart* says whether both can be told apart."""
    asked, counted = _sum(moved, *ASKED), _sum(moved, *COUNTED)
    if not apart and asked + counted:
        yield _(
            "{change} comes from the questionnaire and from questions that count on one side only",
            change=with_sign(asked + counted),
        )
        return
    if asked:
        yield _("{change} comes from the questionnaire", change=with_sign(asked))
    if counted:
        yield _(
            "{change} comes from questions that count on one side only", change=with_sign(counted)
        )


def _sum(moved: Sequence[Part], *kinds: PartKind) -> Decimal:
    changes = [one.change for one in moved if one.change and one.part.kind in kinds]
    return sum(changes, Decimal("0.00"))


def _note(moved: Sequence[Part]) -> str:
    told = [
        _(
            "Scores have two digits here, and each change is the difference between the scores "
            "above and beside it; so the changes add up, as the unrounded ones do."
        )
    ]
    if any(one.change is None for one in moved):
        told.append(_("Where no dimension is rated after a step, the next step stands for both."))
    return " ".join(told)

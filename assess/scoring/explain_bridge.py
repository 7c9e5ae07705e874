"""The bridge between two scores, each part down to the questions that it took."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.comparison import PART_NAMES
from assess.model.explanation import Explanation
from assess.scoring.bridge import steps
from assess.scoring.wording import (
    STATES,
    change_in_words,
    parts_as_shown,
    plain,
    score_in_words,
    share_in_words,
    way_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from assess.model.assessment import State as Answered
    from assess.model.comparison import Bridge, BridgePart, Comparison, QuestionChange
    from assess.scoring.bridge import Part, Place, State, Step
    from assess.scoring.sides import Both

ABSENT = "–"  # noqa: RUF001  the dash of typography, as in the report
"""What stands for a question or a dimension on the side that lacks it."""


def explain_bridge(both: Both, comparison: Comparison) -> Explanation:
    """Return how the parts of the bridge came about: which answers and weights each step took."""
    found, before, after = comparison.bridge, comparison.before.cycle, comparison.after.cycle
    titles = {d.id: d.title for d in comparison.dimensions}
    return Explanation(
        label=_("From {before} to {after}", before=before, after=after),
        text=way_in_words(found.before, found.after, found.change),
        value=found.change,
        parts=(
            _end(before, both.before, titles),
            *_parts(both, found, titles),
            _end(after, both.after, titles),
        ),
    )


def _parts(both: Both, found: Bridge, titles: Mapping[str, str]) -> Iterator[Explanation]:
    changes = {change.joined_as: change for change in both.changes}
    ways = steps(both.before, both.after, both.changes)
    for step, part, shown in zip(ways, found.parts, parts_as_shown(found), strict=True):
        yield Explanation(
            label=_(PART_NAMES[part.kind]),
            text=_effect(step, part, shown),
            value=part.change,
            parts=(*_questions(step, part, changes), *_dimensions(step, titles)),
        )


def _end(cycle: str, state: State, titles: Mapping[str, str]) -> Explanation:
    """Return the score of one side as the mean of its dimensions."""
    return Explanation(
        label=cycle,
        text=score_in_words(state.score),
        value=state.score,
        parts=tuple(
            Explanation(label=titles[part.dimension], text=_rated(part), value=part.score)
            for part in state.parts
        ),
    )


def _effect(step: Step, part: BridgePart, shown: Decimal | None) -> str:
    if step.before == step.after:
        return _("nothing")
    if part.score is None:
        return _("no dimension is rated after it; the next part stands for both")
    score = score_in_words(part.score)
    change = ABSENT if part.change is None else change_in_words(part.change, shown)
    return f"{change} → {score}"


def _questions(
    step: Step, part: BridgePart, changes: Mapping[str, QuestionChange]
) -> Iterator[Explanation]:
    for name in part.questions:
        yield Explanation(label=changes[name].id, text=_taken(name, step, changes[name]))


def _taken(name: str, step: Step, change: QuestionChange) -> str:
    """Return how a question counted before the step and after it, and why it stands here."""
    after = change.before_state if step.kind == "weights" else change.after_state
    old, new = step.before.places.get(name), step.after.places.get(name)
    was, now = _counted(old, change.before_state), _counted(new, after)
    if old and new and old.dimension != new.dimension:
        was, now = f"{was} ({old.dimension})", f"{now} ({new.dimension})"
    because = f", {change.reason}" if change.reason and step.kind != "weights" else ""
    return f"{was} → {now}{because}  {change.title}"


def _counted(place: Place | None, state: Answered | None) -> str:
    if place is None or state is None:
        return ABSENT
    if state == "level" and place.value is not None:
        return f"{plain(place.value)} x {plain(place.weight)}"
    weight = f" x {plain(place.weight)}" if place.applicable else ""
    return f"{_(STATES[state])}{weight}"


def _dimensions(step: Step, titles: Mapping[str, str]) -> Iterator[Explanation]:
    """Yield the dimensions that enter the score in another way after the step."""
    old = {part.dimension: part for part in step.before.parts}
    new = {part.dimension: part for part in step.after.parts}
    for name in {**new, **old}:
        was, now = old.get(name), new.get(name)
        if was != now:
            text = f"{_rated(was)} → {_rated(now)}"
            yield Explanation(label=titles[name], text=text, value=now and now.score)


def _rated(part: Part | None) -> str:
    """Return the score of a dimension with its weight, or why it stays out."""
    if part is None:
        return ABSENT
    if not part.rated or part.coverage is None:
        return _(
            "left out: {share} answered is too little",
            share=share_in_words(part.coverage or Fraction(0)),
        )
    return f"{score_in_words(part.score)} x {plain(part.weight)}"

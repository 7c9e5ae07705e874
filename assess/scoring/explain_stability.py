"""How far priorities and the level would hold, and what rose and fell again, in detail."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.language.forms import clauses, decimal
from assess.language.messages import _, n_
from assess.model.base import exact
from assess.model.explanation import Explanation
from assess.scoring.movers import movers
from assess.scoring.relapses import NEEDED, levels
from assess.scoring.sheet import only_interview, sheets_of
from assess.scoring.stability import DRAWS, LEAST, MOST, SEED, TOP, places
from assess.scoring.wording import plain, share_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.assessment import Assessment
    from assess.model.scorecard import ProposedAction, Scorecard


def explain_stability(assessment: Assessment, card: Scorecard) -> Explanation:
    """Return how often each action stays among the first, and which answers move the level."""
    found = places(card)
    first = [action for action in card.actions if any(found[action.id])]
    return Explanation(
        label=_("Stability"),
        text=_method(),
        parts=(
            *(_share(action, found[action.id]) for action in first),
            *_others(len(card.actions) - len(first)),
            _movers(assessment, card),
        ),
    )


def stability_of(action: ProposedAction, card: Scorecard) -> Explanation:
    """Return how often *action* stays among the first of *card*, and why."""
    counts = places(card)[action.id]
    least, most = (plain(action.priority * exact(bound)) for bound in (LEAST, MOST))
    spread = _("priority between {least} and {most}", least=least, most=most)
    found = [Fraction(count, DRAWS) for count in counts]
    parts = (
        Explanation(label="R14", text=spread, value=action.priority),
        *(
            Explanation(
                label=_("place {place}", place=place), text=share_in_words(share), value=share
            )
            for place, share in enumerate(found, 1)
        ),
    )
    told = _share(action, counts)
    return told.model_copy(update={"label": _("Stability"), "parts": parts})


def explain_relapses(assessment: Assessment, card: Scorecard) -> Explanation:
    """Return which questions rose and fell again over the last three cycles (R13)."""
    if len(assessment.earlier) < NEEDED:
        text = _("cannot be told before the third cycle")
        return Explanation(label=_("Relapses"), text=text)
    cycles = [*(one.cycle for one in assessment.earlier[-NEEDED:]), assessment.cycle]
    titles = card.titles
    fallen = tuple(
        Explanation(label=one.question, text=_levels(cycles, one.levels, titles[one.question]))
        for one in card.relapses
    )
    said = n_(
        "{n} question rose and has fallen again (R13)",
        "{n} questions rose and have fallen again (R13)",
        len(fallen),
    )
    return Explanation(label=_("Relapses"), text=said, parts=(*fallen, *_unjudged(assessment)))


def _method() -> str:
    return _(
        "{draws} weightings, drawn with the seed {seed}: in each the weight of every question is "
        "multiplied by a number between {least} and {most}, then the actions are put in order "
        "again (R14); shown is how often an action stays among the first {top}",
        draws=DRAWS,
        seed=SEED,
        least=decimal(str(LEAST)),
        most=decimal(str(MOST)),
        top=TOP,
    )


def _share(action: ProposedAction, counts: Sequence[int]) -> Explanation:
    share = Fraction(sum(counts), DRAWS)
    text = _(
        "among the first {top} in {share} of the weightings", top=TOP, share=share_in_words(share)
    )
    return Explanation(label=action.id, text=text, value=share)


def _others(count: int) -> Iterator[Explanation]:
    if count:
        text = n_(
            "{n} is never among the first {top}",
            "{n} are never among the first {top}",
            count,
            top=TOP,
        )
        yield Explanation(label=_("other actions"), text=text)


def _movers(assessment: Assessment, card: Scorecard) -> Explanation:
    label = _("single answers that move the level")
    if card.overall.level is None:
        return Explanation(label=label, text=_("provisional"))
    parts = tuple(
        Explanation(
            label=one.question,
            text=_(
                "{level} → {other}: the overall level becomes {overall}",
                level=one.level,
                other=one.other,
                overall=one.overall,
            ),
        )
        for one in movers(assessment, card)
    )
    text = _("one level better or worse, all others as they are") if parts else _("none")
    return Explanation(label=label, text=text, parts=parts)


def _levels(cycles: Sequence[str], found: Sequence[int], title: str) -> str:
    told = " → ".join(f"{cycle}: {level}" for cycle, level in zip(cycles, found, strict=True))
    return f"{told}  {title}"


def _unjudged(assessment: Assessment) -> tuple[Explanation, ...]:
    """Return the questions of which it cannot be told whether they relapsed."""
    interview = only_interview(assessment)
    sheets = sheets_of(assessment, interview.answers if interview else {})
    open_ones = [name for name, found in levels(assessment, sheets) if None in found]
    if not open_ones:
        return ()
    label = _("no level, or another meaning, in one of the cycles")
    return (Explanation(label=label, text=clauses(open_ones)),)

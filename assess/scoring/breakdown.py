"""Scores, levels and coverage broken down: weights, exclusions, limits and rounding."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.language.messages import _
from assess.model.base import exact
from assess.model.explanation import Explanation
from assess.model.scorecard import OverallResult
from assess.scoring.wording import (
    answer_in_words,
    exact_or_none,
    plain,
    score_in_words,
    share_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.model.base import Number
    from assess.model.scorecard import (
        DimensionResult,
        QuestionResult,
        Result,
        Scorecard,
        SectionResult,
    )


def explain_overall(card: Scorecard) -> Explanation:
    """Return how the overall score, level, coverage and evidenced score came about."""
    result = card.overall
    proven = tuple(
        _weighted(d.title, d.evidenced_score, d.weight)
        for d in card.dimensions
        if not d.provisional
    )
    return Explanation(
        label=_("Overall"),
        text=_headline(result, card),
        value=result.score,
        parts=(
            _level(result, card),
            _overall_score(card),
            _coverage(result),
            _evidenced(result, proven),
        ),
    )


def explain_dimension(dimension: DimensionResult, card: Scorecard) -> Explanation:
    """Return the same for *dimension* of *card*, down to its answers, with sections and gap."""
    unproven = tuple(
        Explanation(label=q.id, text=_unproven(q), value=exact_or_none(q.counted))
        for q in dimension.questions
        if q.counted != q.value
    )
    return Explanation(
        label=dimension.title,
        text=_headline(dimension, card),
        value=dimension.score,
        parts=(
            _level(dimension, card),
            _dimension_score(dimension),
            _coverage(dimension),
            _evidenced(dimension, unproven),
            *(_section(section) for section in dimension.sections),
            *_gap(dimension, card),
        ),
    )


def _overall_score(card: Scorecard) -> Explanation:
    rated = [d for d in card.dimensions if not d.provisional]
    left_out = [d for d in card.dimensions if d.provisional]
    mean = _(
        "mean of {rated} of {total} dimensions by weight",
        rated=len(rated),
        total=len(card.dimensions),
    )
    return Explanation(
        label=_("score"),
        text=_mean(card.overall.score, mean, [d.weight for d in rated]),
        value=card.overall.score,
        parts=(
            *(_weighted(d.title, d.score, d.weight, d.weight_because) for d in rated),
            *(Explanation(label=d.title, text=_why_not_rated(d)) for d in left_out),
        ),
    )


def _dimension_score(dimension: DimensionResult) -> Explanation:
    answered = [q for q in dimension.questions if q.value is not None]
    left_out = [q for q in dimension.questions if q.value is None]
    weights = [q.weight for q in answered]
    return Explanation(
        label=_("score"),
        text=_mean(dimension.score, _("mean of the answers by weight"), weights),
        value=dimension.score,
        parts=(
            *(_weighted(q.id, exact_or_none(q.value), q.weight, q.title) for q in answered),
            *(
                Explanation(
                    label=q.id,
                    text=_(
                        "left out: {answer} (weight {weight})",
                        answer=answer_in_words(q),
                        weight=q.weight,
                    ),
                )
                for q in left_out
            ),
        ),
    )


def _headline(result: Result, card: Scorecard) -> str:
    if result.level is None:
        return _("score {score}, provisional: no level", score=score_in_words(result.score))
    level = _(
        "level {level} of {most}, {name}",
        level=result.level,
        most=len(card.scale),
        name=result.level_name,
    )
    return _("{level}; score {score}", level=level, score=score_in_words(result.score))


def _level(result: Result, card: Scorecard) -> Explanation:
    if result.unlimited_level is None:
        return Explanation(
            label=_("level"), text=_("none while provisional: {reason}", reason=_open(result))
        )
    name = card.scale[result.unlimited_level - 1].name
    nearest = _(
        "{level} ({name}): the nearest value, halves up", level=result.unlimited_level, name=name
    )
    limits = tuple(
        Explanation(
            label=_("limit {rule} ({source})", rule=limit.rule, source=limit.source),
            text=_(
                "not above {level}: {because} Holding it down: {names}.",
                level=limit.level,
                because=limit.because,
                names=", ".join(limit.questions) or _("the rule itself"),
            ),
            value=Fraction(limit.level),
        )
        for limit in result.limits
    )
    end = (
        _("{nearest}; limited to {level}", nearest=nearest, level=result.level)
        if limits
        else nearest
    )
    return Explanation(label=_("level"), text=end, value=Fraction(result.level or 0), parts=limits)


def _open(result: Result) -> str:
    """Return what keeps *result* provisional."""
    if not isinstance(result, OverallResult):
        return _("too few questions have a level")
    if result.rated < result.rated_needed:
        return _(
            "rated {rated} of {dimensions}, needed {needed}",
            rated=result.rated,
            dimensions=result.dimensions,
            needed=result.rated_needed,
        )
    return _("a level is missing in {names}", names=", ".join(result.missing))


def _coverage(result: Result) -> Explanation:
    states = _(
        "{answered} answered, {dont_know} don't know, {unanswered} open, {not_applicable} "
        "not applicable",
        answered=result.answered,
        dont_know=result.dont_know,
        unanswered=result.unanswered,
        not_applicable=result.not_applicable,
    )
    if result.coverage is None:
        return Explanation(
            label=_("coverage"), text=_("none: nothing is applicable; {states}", states=states)
        )
    text = _(
        "{share} of the applicable weight; {states}",
        share=share_in_words(result.coverage),
        states=states,
    )
    return Explanation(label=_("coverage"), text=text, value=result.coverage)


def _evidenced(result: Result, parts: tuple[Explanation, ...]) -> Explanation:
    score = result.evidenced_score
    because = _(": levels without evidence count as less") if parts else ""
    text = f"{score_in_words(score)}{because}"
    return Explanation(label=_("evidenced score"), text=text, value=score, parts=parts)


def _unproven(question: QuestionResult) -> str:
    return _(
        "no evidence: counts as {counted} instead of {value}",
        counted=question.counted,
        value=question.value,
    )


def _section(section: SectionResult) -> Explanation:
    level = "" if section.level is None else _(", level {level}", level=section.level)
    return Explanation(
        label=_("section {title}", title=section.title),
        text=f"{score_in_words(section.score)}{level}",
        value=section.score,
    )


def _gap(dimension: DimensionResult, card: Scorecard) -> Iterator[Explanation]:
    if dimension.target is not None and dimension.gap is not None:
        name = card.scale[dimension.target - 1].name
        away = (
            _("{score} away", score=score_in_words(dimension.gap))
            if dimension.gap
            else _reached(dimension)
        )
        text = _("target {target} ({name}), {away}", target=dimension.target, name=name, away=away)
        yield Explanation(label=_("gap"), text=text, value=dimension.gap)


def _reached(dimension: DimensionResult) -> str:
    if dimension.target_reached:
        return _("reached")
    held = (
        _("provisional")
        if dimension.level is None
        else _("held at level {level}", level=dimension.level)
    )
    return _("reached by score, {held}", held=held)


def _mean(score: Fraction | None, what: str, weights: Iterable[Number]) -> str:
    if score is None:
        return _("none: nothing to take the mean of")
    total = sum((exact(weight) for weight in weights), Fraction(0))
    return _(
        "{score}: {what}, divided by the sum of weights {weights}",
        score=score_in_words(score),
        what=what,
        weights=plain(total),
    )


def _weighted(label: str, value: Fraction | None, weight: Number, note: str = "") -> Explanation:
    shown = _("none") if value is None else plain(value)
    text = f"{shown} x {weight}{f'  {note}' if note else ''}"
    return Explanation(label=label, text=text, value=value)


def _why_not_rated(dimension: DimensionResult) -> str:
    if dimension.coverage is None:
        return _("left out: nothing is applicable")
    return _("left out: {share} answered is too little", share=share_in_words(dimension.coverage))

"""Scores, shares and answers as people read them; exact where rounding hides something."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from assess.language import forms
from assess.language.forms import clauses, decimal
from assess.language.messages import N_, _
from assess.model.base import exact
from assess.model.planned import STATUS_WORDS
from assess.scoring.means import rounded

if TYPE_CHECKING:
    from decimal import Decimal

    from assess.model.assessment import State
    from assess.model.base import Number
    from assess.model.comparison import Bridge, LikeForLike
    from assess.model.planned import Status
    from assess.model.rules import Severity
    from assess.model.scorecard import QuestionResult

BRIDGE_DIGITS: Final = 2
"""Small steps need one digit more than scores have elsewhere."""

MINUS: Final = "\N{MINUS SIGN}"

STATES: dict[State, str] = {
    "dont-know": N_("don't know"),
    "not-applicable": N_("not applicable"),
    "unanswered": N_("not answered"),
}
"""What the answers without a level are called."""


SEVERITIES: dict[Severity, str] = {
    "critical": N_("critical"),
    "high": N_("high"),
    "medium": N_("medium"),
    "low": N_("low"),
}
"""What the severities of failure patterns are called."""


def score_in_words(value: Fraction | None) -> str:
    """Return *value* with one digit, and exactly where that differs."""
    if value is None:
        return _("none")
    short = rounded(value)
    shown = decimal(f"{short}")
    return (
        shown
        if Fraction(short) == value
        else _("{score} (exactly {value})", score=shown, value=value)
    )


def percent(share: Fraction) -> str:
    """Return *share* (0 to 1) in whole percent, as every front end shows it."""
    return forms.percent(f"{rounded(share * 100, 0)}")


def share_in_words(share: Fraction) -> str:
    """Return *share* (0 to 1) in whole percent, and exactly where that differs."""
    whole = (share * 100).denominator == 1
    return (
        percent(share)
        if whole
        else _("{score} (exactly {value})", score=percent(share), value=share)
    )


def plain(value: Fraction) -> str:
    """Return *value* with at most two digits, without needless zeros."""
    return decimal(f"{rounded(value, 2):f}".rstrip("0").rstrip("."))


def with_sign(change: Decimal) -> str:
    """Return a difference with its sign, a minus sign as typography has it; 0 has none."""
    sign = {1: "+", 0: "", -1: MINUS}[(change > 0) - (change < 0)]
    return f"{sign}{decimal(str(abs(change)))}"


def change_in_words(change: Fraction | None, shown: Decimal | None = None) -> str:
    """Return a difference with its sign, and exactly where that differs from what is *shown*.

    Two digits are shown, if nothing else is.
    """
    if change is None:
        return _("none")
    short = rounded(change, BRIDGE_DIGITS) if shown is None else shown
    if Fraction(short) == change:
        return with_sign(short)
    exactly = str(change).replace("-", MINUS)
    return _("{score} (exactly {value})", score=with_sign(short), value=exactly)


def way_in_words(before: Fraction | None, after: Fraction | None, change: Fraction | None) -> str:
    """Return both scores, and what lies between them where there is one on both sides."""
    way = f"{score_in_words(before)} → {score_in_words(after)}"
    return way if change is None else f"{way}: {change_in_words(change)}"


def score_in_bridge(value: Fraction) -> str:
    """Return a score with the digits that a bridge shows."""
    return decimal(str(rounded(value, BRIDGE_DIGITS)))


def basis_in_words(like: LikeForLike) -> str:
    """Return how many of the questions can be compared."""
    return _("{n} of {total}", n=like.questions, total=like.of)


def parts_as_shown(bridge: Bridge) -> tuple[Decimal | None, ...]:
    """Return each part of *bridge* for people, so that what is shown adds up to what is shown.

    A part is the rounded score after its step minus the rounded score before it: so it may differ
    from its own rounding by one in the last digit, and never has another sign.
    """
    last, found = _rounded(bridge.before), []
    for part in bridge.parts:
        score = _rounded(part.score)
        found.append(None if score is None or last is None else score - last)
        last = last if score is None else score
    return tuple(found)


def _rounded(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value, BRIDGE_DIGITS)


def answer_in_words(question: QuestionResult) -> str:
    """Return what was said, with the reason where it is not applicable."""
    if question.state == "level":
        return _(
            "level {level}: {level_text}", level=question.level, level_text=question.level_text
        )
    reason = f": {question.reason}" if question.reason else ""
    return f"{_(STATES[question.state])}{reason}"


def proof_in_words(question: QuestionResult) -> str:
    """Return what was shown, or what it means that nothing was."""
    if question.evidence:
        return clauses(question.evidence)
    if question.counted != question.value:
        return _("none: counts as {counted} in the evidenced score", counted=question.counted)
    return _("none; none is needed at this level")


def status_in_words(status: Status, *, overdue: bool) -> str:
    """Return where an agreed action stands, and that it is *overdue*."""
    word = _(STATUS_WORDS[status])
    return _("{state}, overdue", state=word) if overdue else word


def exact_or_none(value: Number | None) -> Fraction | None:
    """Return *value* as an exact fraction."""
    return None if value is None else exact(value)

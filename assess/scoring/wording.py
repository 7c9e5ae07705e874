"""Scores, shares and answers as people read them; exact where rounding hides something."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from assess.model.base import exact
from assess.scoring.means import rounded

if TYPE_CHECKING:
    from assess.model.assessment import State
    from assess.model.base import Number
    from assess.model.scorecard import QuestionResult

STATES: dict[State, str] = {
    "dont-know": "don't know",
    "not-applicable": "not applicable",
    "unanswered": "not answered",
}
"""What the answers without a level are called."""


def score_in_words(value: Fraction | None) -> str:
    """Return *value* with one digit, and exactly where that differs."""
    if value is None:
        return "none"
    short = rounded(value)
    return f"{short}" if Fraction(short) == value else f"{short} (exactly {value})"


def percent(share: Fraction) -> str:
    """Return *share* (0 to 1) in whole percent, as every front end shows it."""
    return f"{rounded(share * 100, 0)}%"


def share_in_words(share: Fraction) -> str:
    """Return *share* (0 to 1) in whole percent, and exactly where that differs."""
    whole = (share * 100).denominator == 1
    return percent(share) if whole else f"{percent(share)} (exactly {share})"


def plain(value: Fraction) -> str:
    """Return *value* with at most two digits, without needless zeros."""
    return f"{rounded(value, 2):f}".rstrip("0").rstrip(".")


def answer_in_words(question: QuestionResult) -> str:
    """Return what was said, with the reason where it is not applicable."""
    if question.state == "level":
        return f"level {question.level}: {question.level_text}"
    reason = f": {question.reason}" if question.reason else ""
    return f"{STATES[question.state]}{reason}"


def proof_in_words(question: QuestionResult) -> str:
    """Return what was shown, or what it means that nothing was."""
    if question.evidence:
        return "; ".join(question.evidence)
    if question.counted != question.value:
        return f"none: counts as {question.counted} in the evidenced score"
    return "none; none is needed at this level"


def exact_or_none(value: Number | None) -> Fraction | None:
    """Return *value* as an exact fraction."""
    return None if value is None else exact(value)

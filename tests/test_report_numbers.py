"""How numbers are shown."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from assess.language import forms
from assess.model.comparison import Delta
from assess.report import numbers


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, numbers.NONE),
        (Fraction(9, 4), "2.3"),
        (Fraction(3), "3.0"),
        (Fraction(100), "100.0"),
        (Fraction(-1, 20), "-0.1"),
    ],
)
def test_scores(value, shown):
    assert numbers.score(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, numbers.NONE),
        (Fraction(0), "0.0"),
        (Fraction(1, 30), "< 0.1"),
        (Fraction(1, 20), "0.1"),
        (Fraction(17, 10), "1.7"),
    ],
)
def test_a_small_gap_is_not_no_gap(value, shown):
    assert numbers.gap(value) == shown


def delta(change, margin=None):
    return Delta(before=None, after=None, change=change, margin=margin)


@pytest.mark.parametrize(
    ("change", "margin", "direction", "sign", "words"),
    [
        (Fraction(1, 2), None, "up", "▲ 0.5", "up 0.5"),
        (Fraction(-1, 4), Fraction(1, 5), "down", "▼ 0.3", "down 0.3"),
        (Fraction(1, 30), Fraction(1, 40), "same", "±0.0", "unchanged"),
        (Fraction(0), Fraction(1, 5), "same", "±0.0", "unchanged"),
        (Fraction(1, 8), Fraction(1, 8), "within", "≈ +0.1", "+0.1, no more than one answer makes"),
        (
            Fraction(-1, 8),
            Fraction(1, 4),
            "within",
            "≈ −0.1",
            "−0.1, no more than one answer makes",
        ),
    ],
)
def test_changes(change, margin, direction, sign, words):
    shown = numbers.change(delta(change, margin))
    assert (shown.direction, shown.sign, shown.words) == (direction, sign, words)


def test_no_change_where_one_side_is_missing():
    assert numbers.change(delta(None, Fraction(1))) is None


@pytest.mark.parametrize(
    ("share", "shown"),
    [(None, numbers.NONE), (Fraction(0), "0%"), (Fraction(1, 3), "33%"), (Fraction(1), "100%")],
)
def test_shares(share, shown):
    assert numbers.percent(share) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(Fraction(50), "50"), (Fraction(5, 4), "1.25"), (Fraction(20, 3), "6.67")]
)
def test_factors(value, shown):
    assert numbers.factor(value) == shown


def test_dates_have_the_month_in_letters():
    assert forms.date(dt.date(2026, 2, 1)) == "1 February 2026"


@pytest.mark.parametrize(("days", "said"), [(1, "within 1 day"), (30, "within 30 days")])
def test_terms(days, said):
    assert numbers.within(days) == said

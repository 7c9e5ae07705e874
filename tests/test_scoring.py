"""Answers in, scorecard out: the rules by hand-computed cases.

Each case file computes its numbers by hand from the rules that the questionnaire states.
"""

from __future__ import annotations

import pytest

from assess.scoring.evaluate import evaluate
from tests.conftest import cases
from tests.scoring_cases import as_json, assessment, checklist, differences, read_case

CASES = cases("scoring")


@pytest.mark.parametrize("file", CASES)
def test_scorecard(file):
    case = read_case(file)
    assert differences(case["expect"], as_json(evaluate(assessment(case)))) == []


def test_every_rule_has_a_case():
    covered = {case.id.split("-")[0].upper() for case in CASES}
    wording_only = {"R17"}
    assert {rule.id for rule in checklist().rules} <= covered | wording_only

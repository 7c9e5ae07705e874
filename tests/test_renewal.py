"""The next cycle: what travels along, under which ids, and what a relapse is (R13)."""

from __future__ import annotations

import datetime as dt

import pytest

from assess.model.planned import PlannedAction
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.fingerprint import as_asked
from assess.scoring.renewal import renewed
from assess.store import assessments
from tests.scoring_cases import assessment

ONE = {"d": {"questions": {"a": {"question": "How is a?"}, "b": {}}}}
RENAMED = {"d": {"questions": {"c": {"replaces": "a", "question": "How is a?"}, "b": {}}}}
CHANGED = {"d": {"questions": {"c": {"replaces": "a", "question": "Why is a?"}, "b": {}}}}
RULES = {
    "rules": ["R13"],
    "patterns": [{"id": "slips", "severity": "high", "when": {"fell": {"q": "any"}, "min": 1}}],
}


def year(answers, dimensions=ONE, **more):
    return assessment(
        {"questionnaire": {"dimensions": dimensions, **RULES}, "answers": answers} | more
    )


def history(*levels, now=ONE):
    """The assessment after several years in which question `a` had these levels."""
    *before, last = levels
    name = next(iter(now["d"]["questions"]))
    return following(
        [*(year({"a": level, "b": 3}) for level in before), year({name: last, "b": 3}, now)]
    )


def following(years):
    """The last of these *years*, each renewed from the one before."""
    found, *later = years
    for number, one in enumerate(later, 2027):
        begun = renewed(found, cycle=str(number), date=dt.date(number, 5, 1), as_asked=one.as_asked)
        found = begun.model_copy(update={"interviews": one.interviews})
    return found


def test_the_answers_travel_along_in_short_and_are_never_copied():
    last = year({"a": {"level": 2, "note": "Seen"}, "b": {"not-applicable": "None here"}})
    found = renewed(last, cycle="2027", date=dt.date(2027, 1, 31))
    assert (found.cycle, found.organisation) == ("2027", last.organisation)
    assert [dict(one.answers) for one in found.interviews] == [{}]
    (cycle,) = found.earlier
    answers = {name: (a.level, a.note, a.not_applicable) for name, a in cycle.answers.items()}
    assert answers == {"a": (2, "Seen", None), "b": (None, "", "None here")}
    again = renewed(found, cycle="2028", date=dt.date(2028, 1, 31))
    assert [one.cycle for one in again.earlier] == ["2026", "2027"]
    assert again.earlier[0].answers["a"].note == ""


def test_targets_of_dimensions_that_are_gone_are_left_out():
    last = year({"a": 2}).model_copy(update={"targets": {"d": 4}})
    gone = year({}, {"e": {"questions": {"c": {}}}}).as_asked
    found = renewed(last, cycle="2027", date=dt.date(2027, 1, 31), as_asked=gone)
    assert found.targets == {}
    assert renewed(last, cycle="2027", date=dt.date(2027, 1, 31)).targets == {"d": 4}


@pytest.mark.parametrize(
    ("levels", "now", "relapsed"),
    [
        ((2, 4, 3), ONE, ("a",)),
        ((2, 4, 4), ONE, ()),
        ((4, 4, 3), ONE, ()),
        ((2, 4), ONE, None),
        ((1, 2, 4, 3), ONE, ("a",)),
        ((2, 4, 3), RENAMED, ("c",)),
        ((2, 4, 3), CHANGED, ()),
    ],
)
def test_a_rise_that_fell_again_is_a_relapse(levels, now, relapsed):
    card = evaluate(history(*levels, now=now))
    states = {None: "unknown", (): "not-seen"}
    assert card.patterns[0].state == states.get(relapsed, "seen")
    found = [finding.questions for finding in card.findings if finding.rule == "R13"]
    assert found == ([relapsed] if relapsed else [])


def test_a_reversed_question_relapses_upwards():
    asked = {"d": {"questions": {"a": {"reversed": True}, "b": {}}}}
    found = {
        levels: evaluate(following([year({"a": n, "b": 3}, asked) for n in levels])).relapses
        for levels in ((4, 2, 3), (2, 4, 3))
    }
    assert [one.levels for one in found[4, 2, 3]] == [(4, 2, 3)]
    assert found[2, 4, 3] == ()


def test_an_id_that_was_given_up_and_stands_for_another_question_now_brings_no_answers_back():
    other = {"d": {"questions": {"c": {"question": "How is a?"}, "b": {}}}}
    found = following([year({"c": 1}, other), year({"a": 4}), year({"c": 3}, RENAMED)])
    levels = [{name: a.level for name, a in cycle.answers.items()} for cycle in found.earlier]
    assert levels == [{}, {"c": 4}]
    assert evaluate(found).relapses == ()


def test_a_history_survives_being_saved(tmp_path):
    found = history(2, 4, 3)
    assessments.create(tmp_path / "x.assess.json", found)
    assert assessments.load(tmp_path / "x.assess.json") == found
    assert compare(found, found).overall.change == 0
    assert as_asked(found.core) == found.as_asked[0]


def test_an_action_goes_on_aiming_at_its_question_under_the_new_id():
    aimed = PlannedAction(id="own-1", action="Improve a.", agreed="2026", question="a")
    loose = PlannedAction(id="own-2", action="Improve something.", agreed="2026")
    last = year({"a": 2}).model_copy(update={"plan": (aimed, loose)})
    asked = year({}, RENAMED).as_asked
    found = renewed(last, cycle="2027", date=dt.date(2027, 1, 31), as_asked=asked)
    assert [one.question for one in found.plan] == ["c", None]

"""`assess plan`: agree, assign, update, remove; what is due; nothing that is not there."""

from __future__ import annotations

import datetime as dt
import json
import shutil

import pytest

from assess.model.planned import PlannedAction
from assess.report.index import Index
from assess.report.report import report_on
from assess.report.sections import sections
from assess.scoring import planning
from assess.scoring.evaluate import evaluate
from assess.scoring.renewal import renewed
from assess.store.assessments import load
from tests.conftest import ROOT
from tests.scoring_cases import assessment

TODAY = "2026-12-31"


@pytest.fixture
def plan(run, folder):
    """Run `assess plan` on the example, and return what it prints."""
    shutil.copy(ROOT / "examples/orvella-water-2026.assess.json", folder / "acme.assess.json")

    def planned(*options, status=0):
        ran = run("plan", "acme.assess.json", "--today", TODAY, *options)
        assert ran.status == status, ran.err
        return ran.err if status else ran.out

    return planned


def agreed(folder):
    return load(folder / "acme.assess.json").plan


def test_nothing_is_agreed_at_first_so_the_proposals_are_shown(plan):
    shown = plan()
    assert "Nothing is agreed yet." in shown
    assert "First actions (7 of 45)" in shown
    assert "1. Hold a weekly 15-minute round" in shown


def test_nothing_is_proposed_where_nothing_is_answered(run, folder):
    run("new", "desk", "--organisation", "Desk", "--cycle", "2026")
    assert run("plan", "desk.assess.json").out.split("\n") == ["Nothing is agreed yet.", ""]


def test_several_are_accepted_at_once(plan, folder):
    plan("--accept", "2,standards-balance.low.1")
    assert [a.id for a in agreed(folder)] == [
        "attitude-staff-care.low.1",
        "standards-balance.low.1",
    ]


def test_an_action_named_twice_is_accepted_once(plan, folder):
    plan("--accept", "1,1", "--accept", "attitude-frontline-voice.low.1")
    assert [a.id for a in agreed(folder)] == ["attitude-frontline-voice.low.1"]


def test_proposed_actions_are_accepted_with_owner_and_day(plan, folder):
    plan("--accept", "1", "--accept", "standards-balance.low.1")
    found = [(a.id, a.owner, str(a.due), a.status, a.agreed) for a in agreed(folder)]
    assert found == [
        ("attitude-frontline-voice.low.1", "Service manager", "2026-12-06", "agreed", "2026"),
        ("standards-balance.low.1", "Service manager", "2026-12-06", "agreed", "2026"),
    ]


def test_an_accepted_action_is_assigned_at_once(plan, folder):
    plan("--accept", "1", "--owner", "Ana Ruiz", "--due", "2027-01-15")
    assert [(a.owner, str(a.due)) for a in agreed(folder)] == [("Ana Ruiz", "2027-01-15")]


def test_accepting_twice_changes_nothing(plan, folder):
    plan("--accept", "1", "--owner", "Ana Ruiz")
    plan("--accept", "1")
    assert [a.owner for a in agreed(folder)] == ["Ana Ruiz"]


def test_an_action_of_ones_own(plan, folder):
    plan("--add", "Move the desk", "--question", "process-time", "--owner", "Ana Ruiz")
    plan("--add", "Paint it")
    found = [(a.id, a.action, a.question, a.owner) for a in agreed(folder)]
    assert found == [
        ("own-1", "Move the desk", "process-time", "Ana Ruiz"),
        ("own-2", "Paint it", None, ""),
    ]


def test_a_question_may_be_called_as_actions_of_ones_own_are():
    proposed = PlannedAction(id="own-time.low.1", action="Give time", agreed="2026")
    ids = [one.id for one in planning.added((proposed,), "Move", "2026")]
    assert ids == ["own-time.low.1", "own-1"]


def test_an_action_is_followed_up_by_its_number(plan, folder):
    plan("--accept", "1", "--accept", "2")
    plan("--update", "2", "--status", "done", "--evidence", "Minutes of May", "--note", "At last")
    plan("--update", "2", "--evidence", "Photo")
    second = agreed(folder)[1]
    assert (second.status, second.evidence, second.note) == (
        "done",
        ("Minutes of May", "Photo"),
        "At last",
    )


def test_an_action_is_taken_out(plan, folder):
    plan("--accept", "1", "--accept", "2")
    plan("--remove", "1")
    assert [a.id for a in agreed(folder)] == ["attitude-staff-care.low.1"]


def test_what_is_overdue_is_said(plan):
    plan("--accept", "1", "--accept", "2")
    plan("--update", "1", "--status", "done")
    shown = plan()
    assert "2 agreed actions · 1 settled · 1 overdue" in shown
    assert "agreed, overdue" in shown


def test_programs_read_the_plan(plan):
    plan("--accept", "1")
    assert [action["id"] for action in json.loads(plan("--json"))] == [
        "attitude-frontline-voice.low.1"
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--accept", "99"], "No action 99 is proposed here. The numbers go from 1 to 45."),
        (["--accept", "standards-balance.low.2"], "Did you mean"),
        (["--update", "7", "--status", "done"], "There is no action 7 in the plan."),
        (["--remove", "own-1"], "There is no action own-1 in the plan."),
        (["--owner", "Ana"], "--owner needs --accept, --add or --update."),
        (["--add", "Move", "--question", "process-tim"], "no such question."),
        (["--add", "Move", "--due", "tomorrow"], "--due is a day such as 2026-03-31"),
        (["--add", "  "], "--add says nothing."),
        (["--update", ""], "--update says nothing."),
        (["--accept", "1", "--evidence", " "], "--evidence says nothing."),
        (["--export", "plan"], "not as “plan”."),
    ],
)
def test_what_cannot_be_done_changes_nothing(options, said, plan, folder):
    before = (folder / "acme.assess.json").read_bytes()
    assert said in plan(*options, status=2)
    assert (folder / "acme.assess.json").read_bytes() == before


def test_what_is_due_comes_first_and_keeps_its_number():
    plan = [
        PlannedAction(id="own-1", action="Later", agreed="2026", due=dt.date(2027, 5, 1)),
        PlannedAction(id="own-2", action="Some day", agreed="2026"),
        PlannedAction(id="own-3", action="Done", agreed="2026", status="done"),
        PlannedAction(id="own-4", action="Late", agreed="2026", due=dt.date(2026, 5, 1)),
    ]
    found = planning.in_order(plan, dt.date(2026, 12, 31))
    assert [(n, one.action) for n, one in found] == [
        (4, "Late"),
        (1, "Later"),
        (2, "Some day"),
        (3, "Done"),
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_the_plan_on_the_screen(columns, plan, run, folder, golden):
    plan("--accept", "1,2,3", "--due", "2027-01-15")
    plan("--add", "Move the desk", "--question", "process-time", "--owner", "Ana Ruiz")
    plan("--update", "1", "--status", "done", "--evidence", "Minutes of May", "--evidence", "Photo")
    plan("--update", "2", "--status", "in-progress", "--note", "Late by a month")
    run("renew", "acme.assess.json", "--cycle", "2027", "--date", "2027-11-05", "--keep")
    ran = run("plan", "acme-2027.assess.json", "--today", "2027-02-01", columns=columns)
    golden(f"cli/plan-{columns}.txt", ran.out)


def test_a_settled_action_can_be_agreed_anew(plan, folder):
    plan("--accept", "1")
    plan("--update", "1", "--status", "dropped")
    plan("--accept", "1")
    assert [a.status for a in agreed(folder)] == ["agreed"]


def test_what_came_of_it_in_an_earlier_cycle_stays_when_it_is_agreed_anew(run, folder):
    name = "attitude-staff-care.low.1"
    shutil.copy(ROOT / "examples/orvella-water-2027.assess.json", folder / "acme.assess.json")
    run("plan", "acme.assess.json", "--accept", name)
    run("plan", "acme.assess.json", "--update", name, "--status", "in-progress")
    states = [(a.agreed, a.status) for a in agreed(folder) if a.id == name]
    assert states == [("2026", "partly"), ("2027", "in-progress")]
    assert run("check", "acme.assess.json").status == 0


# -------------------------------------------------------------------------------- what became of it


ASKED = {
    "d": {"questions": {"a": {}, "b": {}, "worse": {"reversed": True}, "kept": {}}},
    "e": {"questions": {"open": {}, "lost": {}, "moved": {"question": "How?"}}},
}
LATER = {
    "d": ASKED["d"],
    "e": {"questions": {"open": {}, "lost": {}, "moved": {"question": "Why?"}}},
}
THEN = {"a": 2, "b": 4, "worse": 4, "kept": 3, "lost": 2, "moved": 2}
NOW = {"a": 3, "b": 3, "worse": 2, "kept": 3, "open": 3, "moved": 4}


def action(number, question, **fields):
    usual = {"id": f"own-{number}", "action": "Do", "agreed": "2025", "question": question}
    return PlannedAction(**usual | fields)


def next_year(*plan, **later):
    """What became of *plan* in 2026."""
    return scored_next_year(*plan, **later).plan


def scored_next_year(*plan, asked=LATER, answers=NOW):
    """The scorecard of 2026, to which *plan* travelled from 2025."""
    last = assessment({"questionnaire": {"dimensions": ASKED}, "answers": THEN, "cycle": "2025"})
    later = assessment({"questionnaire": {"dimensions": asked}, "answers": answers})
    found = renewed(
        last.model_copy(update={"plan": plan}),
        cycle="2026",
        date=dt.date(2026, 11, 21),
        as_asked=later.as_asked,
    )
    return evaluate(found.model_copy(update={"interviews": later.interviews}))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("a", ("rose", 2, 3)),
        ("b", ("fell", 4, 3)),
        ("worse", ("rose", 4, 2)),
        ("kept", ("stayed", 3, 3)),
        ("open", ("no-level-then", None, 3)),
        ("lost", ("no-level-now", 2, None)),
        ("moved", ("question-changed", None, 4)),
        ("nowhere", ("question-gone", None, None)),
        (None, ("no-question", None, None)),
    ],
)
def test_beside_an_action_stands_how_its_question_moved(question, expected):
    (found,) = next_year(action(1, question))
    assert (found.course, found.before, found.after) == expected


def test_what_was_agreed_earlier_comes_first():
    now, earlier = action(1, "a", agreed="2026"), action(2, "a")
    found = [(one.id, one.course, one.before) for one in next_year(now, earlier)]
    assert found == [("own-2", "rose", 2), ("own-1", "agreed-now", None)]


def test_what_is_overdue_on_the_day_of_the_assessment():
    late, today = dt.date(2026, 11, 20), dt.date(2026, 11, 21)
    plan = (action(1, "a", due=late), action(2, "a", due=today))
    assert [one.overdue for one in next_year(*plan)] == [True, False]
    assert not next_year(action(1, "a", due=late, status="partly"))[0].overdue


def test_a_renamed_question_is_followed_up_under_its_new_id():
    renamed = {"d": {"questions": {"z": {"replaces": "a", "question": "How is a?"}}}}
    (found,) = next_year(action(1, "a"), asked=renamed, answers={"z": 5})
    assert (found.question, found.course, found.before, found.after) == ("z", "rose", 2, 5)


def test_the_scorecard_tells_programs_what_became_of_the_plan(plan, run):
    plan("--accept", "1", "--due", "2026-01-31")
    (found,) = json.loads(run("score", "acme.assess.json", "--json").out)["plan"]
    assert found["overdue"]
    assert (found["course"], found["before"], found["after"]) == ("agreed-now", None, 2)


DONE = {"status": "done"}
LATE = {"due": dt.date(2026, 1, 31)}


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ([{"question": "a"}], "The agreed action is not done"),
        ([{"question": "a"}, LATE], "Not one of the 2 agreed actions is done; 1 is overdue"),
        ([DONE | {"question": None}], "The agreed action is done"),
        (
            [DONE | {"question": "a"}, DONE | {"question": "worse"}],
            "All 2 agreed actions are done; the questions behind 2 of the done ones rose",
        ),
        (
            [DONE | {"question": "kept"}, {"question": "b"}, {"agreed": "2026"}],
            (
                "1 of 2 agreed actions is done; no question behind the done ones rose; "
                "1 more is agreed now"
            ),
        ),
        ([{"agreed": "2026"}, {"agreed": "2026"}], "2 actions are agreed"),
        ([DONE | {"agreed": "2026"}], "The agreed action is done"),
    ],
)
def test_the_headline_says_how_much_is_done(plan, said):
    plan = [action(n, **{"question": None} | fields) for n, fields in enumerate(plan, 1)]
    card = scored_next_year(*plan)
    told = {section.id: section.headline for section in sections(Index(card, None))}
    assert told["agreed"] == said


def test_without_a_plan_there_is_no_section():
    assert "agreed" not in {found.id for found in sections(Index(scored_next_year(), None))}


def test_what_was_agreed_is_not_proposed_as_new(plan, run):
    plan("--accept", "1", "--owner", "Ana Ruiz", "--due", "2027-01-15")
    plan("--accept", "2")
    plan("--update", "2", "--status", "done")
    shown = json.loads(run("report", "acme.assess.json", "-o", "-", "--format", "json").out)
    first, second = shown["actions"][:2]
    assert (first["agreed"], first["taken"]) == ("agreed", True)
    assert (first["asked"], first["day"]) == ("Ana Ruiz, by 15 January 2027", "2027-01-15")
    assert (second["agreed"], second["taken"]) == ("done", False)
    assert shown["decisions"] == [3, 4, 5]
    assert [lane["title"] for lane in shown["roadmap"] if 1 in lane["actions"]] == [
        "Within 90 days"
    ]


def test_where_everything_is_agreed_nothing_is_left_to_decide():
    questions = {"a": {"actions": [{"action": "Do it"}]}}
    case = {"questionnaire": {"dimensions": {"d": {"questions": questions}}}, "answers": {"a": 2}}
    plan = (action(1, "a", id="a.low.1", agreed="2026"),)
    card = evaluate(assessment(case).model_copy(update={"plan": plan}))
    report = report_on(card, program_version="1.2.3")
    assert (report.decisions, report.no_decision) == ((), "Every proposed action is agreed.")

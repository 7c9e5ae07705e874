"""What the report says of change: where the difference comes from, and what moved, in its order."""

from __future__ import annotations

import pytest
from hypothesis import given

from assess.report.formats import made
from assess.report.look import Look
from assess.report.report import report_on
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.store.shipped import report_templates
from tests.bridge_readers import WORDS, questions_in
from tests.change_samples import changes
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW

TWO = {"d": {"questions": {"a": {}, "b": {}}}}
LOOK = Look(report_templates())


def year(answers, dimensions=TWO, *, unit="", **more):
    case = {key: more.pop(key) for key in ("cycle", "earlier") if key in more}
    asked = {"questionnaire": {"dimensions": dimensions, **more}, "answers": answers}
    return assessment(asked | case).model_copy(update={"unit": unit})


def before(answers, dimensions=TWO, **more):
    return year(answers, dimensions, cycle="2025", **more)


def since(earlier, later):
    report = report_on(evaluate(later), compare(earlier, later), program_version="1.2.3")
    return report.since


OTHER = {"d": {"questions": {"a": {"question": "Why?"}, "b": {}}}}
ONE = {"d": {"questions": {"a": {}}}}
THREE = {"d": {"questions": {"a": {}, "b": {}, "c": {}}}}
HEAVY = {"d": {"questions": {"a": {}, "b": {"weight": 3}, "c": {}}}}
OLD, NEW = ({name: {"questions": {name: {}}}, "f": {"questions": {"g": {}}}} for name in "ac")
NOT = {"not-applicable": "None"}

SAME = "the questionnaire and the answers count the same way on both sides"
ASKED = "comes from the questionnaire"
ONE_SIDE = "comes from questions that count on one side only"
LESS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (
            before({"a": 2, "b": 2}),
            year({"a": 4, "b": 2}),
            f"The score moved by +1.00: all of it is real; {SAME}",
        ),
        (
            before({"a": 2, "b": 4}),
            year({"a": 4, "b": 2}),
            f"The score did not move: {SAME}",
        ),
        (
            before({"a": 2, "b": 2}),
            year({"a": 4, "b": 2}, OTHER),
            f"The score moved by +1.00: none of it is real; +1.00 {ASKED}",
        ),
        (
            before({"a": 2, "b": 2}),
            year({"a": 1, "b": 5}, OTHER),
            f"The score moved by +1.00: +1.50 is real; {LESS}0.50 {ASKED}",
        ),
        (
            before({"a": 4, "b": 2}),
            year({"a": 2, "b": 4}, OTHER),
            f"The score did not move: +1.00 is real; {LESS}1.00 {ASKED}",
        ),
        (
            before({"a": 1, "b": 3}),
            year({"a": NOT, "b": 2}),
            f"The score did not move: {LESS}1.00 is real; +1.00 {ONE_SIDE}",
        ),
        (
            before({"a": 1, "b": 3}, THREE),
            year({"a": 1, "b": 3, "c": 5}, HEAVY),
            f"The score moved by +1.00: none of it is real; +0.50 {ASKED}; +0.50 {ONE_SIDE}",
        ),
        (
            before({"a": 2}, ONE),
            year({"a": 2, "b": 2}),
            "The score did not move",
        ),
        (
            before({"a": 2}, OLD),
            year({"c": 4, "g": 2}, NEW),
            f"The score moved by +1.00: none of it is real; +2.00 {ASKED}; {LESS}1.00 {ONE_SIDE}",
        ),
        (
            before({"a": 2, "b": NOT}),
            year({"a": NOT, "b": 4}),
            f"The score moved by +2.00: none of it is real; +2.00 {ONE_SIDE}",
        ),
        (
            before({"a": 2, "b": 2}, unit="North"),
            year({"a": 4, "b": 2}, OTHER, unit="South"),
            f"The scores differ by +1.00: none of it is real; +1.00 {ASKED}",
        ),
        (
            before({"a": 2, "b": 2}, unit="North"),
            year({"a": 2, "b": 2}, unit="South"),
            f"The scores do not differ: {SAME}",
        ),
        (
            before({}),
            year({"a": 2, "b": 2}),
            "One side has no overall score, so there is no way from one to the other.",
        ),
    ],
)
def test_the_conclusion_is_true_in_every_case(earlier, later, told):
    assert since(earlier, later).bridge.told == told


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("answers", [{"a": 2, "b": 3}, {}], ids=["a way", "no score before"])
def test_the_conclusion_stands_in_every_format(name, answers):
    earlier, later = before(answers), year({"a": 4, "b": 1})
    report = report_on(evaluate(later), compare(earlier, later), program_version="1.2.3")
    assert report.since.bridge.told in WORDS[name](made(report, LOOK, name))


def numbers_of(bridge):
    """Return the score before, the changes that have one, and the score after, in hundredths."""
    signs = {"up": 1, "down": -1, "same": 0}
    changes = [step.change for step in bridge.steps if step.change]
    moved = [signs[change.direction] * hundredths(change.amount) for change in changes]
    return hundredths(bridge.before), moved, hundredths(bridge.after)


def hundredths(shown):
    return int(shown.replace(".", ""))


@LAW
@given(changes(scale=[1, 2, 3, 4, 5]))
def test_what_is_shown_adds_up(change):
    report = report_on(*change, program_version="1.2.3")
    before, moved, after = (
        numbers_of(report.since.bridge) if report.since.bridge.chart else (0, [], 0)
    )
    assert before + sum(moved) == after


@LAW
@given(changes())
def test_what_is_real_can_always_be_told(change):
    bridge = change[1].bridge
    parts = {part.kind: part for part in bridge.parts}
    assert bridge.change is None or parts["coverage"].score is not None


# ---------------------------------------------------------------------------- steps without a score


GONE = before({"a": 2, "b": 4})
FRESH = year({"c": 5}, {"e": {"questions": {"c": {}}}})


def test_a_step_after_which_nothing_is_rated_stands_with_the_next():
    bridge = since(GONE, FRESH).bridge
    assert [(step.name, step.change, step.score, step.took) for step in bridge.steps] == [
        ("Questions that are gone", None, "–", "A; B"),
        ("New questions", ("up", "2.00"), "5.00", "C"),
    ]
    assert bridge.note.endswith("the next step stands for both.")
    assert [step.stretch is None for step in bridge.steps] == [True, False]


# ------------------------------------------------------------------------- what moved, in its order


MANY = {"d": {"questions": {name: {} for name in ("fell", "rose", "again", "deep", "same")}}}
CYCLES = [{"again": 2, "deep": 1, "fell": 3}, {"again": 3, "deep": 5, "fell": 3}]
LAST = before({"fell": 3, "rose": 2, "again": 3, "deep": 5, "same": 2}, MANY)
NOW = {"fell": 2, "rose": 3, "again": 2, "deep": 2, "same": 2}


def groups(found):
    return [(group.title, [plain(move) for move in group.questions]) for group in found.moves]


def plain(move):
    return straight(f"{move.title} {move.levels}{move.reason}")


def straight(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_relapses_come_first_and_are_no_falls():
    assert groups(since(LAST, year(NOW, MANY, earlier=CYCLES))) == [
        ("Rose and fell again", ["Deep 1 → 5 → 2", "Again 2 → 3 → 2"]),
        ("Fell", ["Fell 3 → 2"]),
        ("Rose", ["Rose 2 → 3"]),
    ]


def test_what_rose_and_fell_elsewhere_is_no_relapse():
    found = since(LAST.model_copy(update={"unit": "North"}), year(NOW, MANY, earlier=CYCLES))
    assert [(title, len(names)) for title, names in groups(found)] == [("Lower", 3), ("Higher", 1)]


def test_the_workbook_lists_relapses_with_their_levels_first():
    later = year(NOW, MANY, earlier=CYCLES)
    report = report_on(evaluate(later), compare(LAST, later), program_version="1.2.3")
    rows = questions_in(made(report, LOOK, "xlsx"))
    assert [(*row, straight(reason or "")) for *row, reason in rows] == [
        ("Deep", 5, 2, "Rose and fell again", "1 → 5 → 2"),
        ("Again", 3, 2, "Rose and fell again", "2 → 3 → 2"),
        ("Fell", 3, 2, "Fell", ""),
        ("Rose", 2, 3, "Rose", ""),
        ("Same", 2, 2, "The same", ""),
    ]


def test_a_renamed_question_is_shown_as_such():
    new = {"d": {"questions": {"c": {"replaces": "a", "question": "How is a?"}, "b": {}}}}
    old = {"d": {"questions": {"a": {"question": "How is a?"}, "b": {}}}}
    found = since(before({"a": 2, "b": 2}, old), year({"c": 2, "b": 2}, new))
    assert groups(found) == [("Asked under another id", ["C 2, was asked as a"])]


def test_where_nothing_stayed_no_gap_is_left():
    earlier, later = before({"a": 2, "b": 2}), year({"a": 3, "b": 3})
    report = report_on(evaluate(later), compare(earlier, later), program_version="1.2.3")
    assert "All questions can be compared. Changes are" in made(report, LOOK, "md").decode()


# ----------------------------------------------------------------------- relapses without last year


@pytest.mark.parametrize(
    ("rules", "found"),
    [(["R13"], ("R13", "R13.")), ([], ("Rose and fell again", ""))],
)
def test_relapses_need_no_other_file(rules, found):
    card = evaluate(year(NOW, MANY, earlier=CYCLES, rules=rules))
    report = report_on(card, program_version="1.2.3")
    first = report.findings[0]
    assert (first.title, first.say) == found
    assert [straight(title) for _id, title in first.questions] == [
        "Again 2 → 3 → 2",
        "Deep 1 → 5 → 2",
    ]
    assert "findings" in [section.id for section in report.sections]

"""What the report says: grammatical for every count, and never other than its tables."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from assess.report import argument, changes, findings, headlines, numbers, rows, summary, wording
from assess.report.firmness import firmness
from assess.report.index import Index
from assess.report.plan import HORIZONS, lanes, steps
from assess.report.sections import sections
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from tests.conftest import cases
from tests.report_samples import indexes
from tests.scoring_cases import assessment, read_case

relaxed = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

WRONG = (
    r"(?<!of )\b1 (?:quick )?(?:dimensions|questions|actions|patterns|answers|things|wins)\b",
    r"(?<!of )\b(?:2|3|5) (?:dimension|question|action|pattern|thing)\b",
    r"(?<!of )\b1 \w+ (?:are|have)\b",
    r"(?<!of )\b(?:0|[2-9]|1\d) (?:dimension|pattern|action|answer)s (?:is|has|holds)\b(?<!1 of)",
    r"None",
    r"[{}]",
    r"  ",
    r" [.,;:]",
    r"\.\.",
    r"[(\[{<]\w*object",
)


def sentences(index):
    """Everything that is said in sentences, headlines first."""
    told = [section.headline for section in sections(index)]
    told += [argument.lead(index), argument.limit_reason(index), argument.glance(index)]
    told += [point.text for point in (*summary.works(index), *summary.holds_back(index))]
    told += list(firmness(index) or ())[1:]
    return [*told, *(figure.note for figure in summary.figures(index))]


@relaxed
@given(indexes())
def test_every_sentence_is_grammatical(index):
    told = " | ".join(s for s in sentences(index) if s)
    assert not [(wrong, told) for wrong in WRONG if re.search(wrong, told)]


@relaxed
@given(indexes())
def test_no_headline_is_empty(index):
    assert all(section.headline.strip() for section in sections(index))
    assert argument.glance(index).strip()


@relaxed
@given(indexes())
def test_counts_in_sentences_are_those_of_the_tables(index):
    table = rows.rows(index)
    below = sum(row.gap not in {numbers.NONE, "0.0"} for row in table)
    counts = {
        headlines.gaps(index): below,
        headlines.profile(index): sum(row.change.direction == "up" for row in table if row.change),
        headlines.patterns(index): len(index.seen),
    }
    numbered = {said: int(m[1]) for said in counts if (m := OPENING.match(said))}
    assert all(counts[said] == told for said, told in numbered.items())


OPENING = re.compile(
    r"(\d+) (?:of \d+ dimensions? (?:are|is) below|dimensions? rose|patterns? (?:is|are))"
)


@relaxed
@given(indexes())
def test_dimensions_said_to_be_at_target_have_no_gap_in_the_table(index):
    gaps = {row.title: row.gap for row in rows.rows(index)}
    praised = [p.name for p in summary.works(index) if "reached its target" in p.text]
    assert all(gaps[name] == "0.0" for name in praised)


@relaxed
@given(indexes())
def test_nothing_is_at_once_a_strength_and_a_brake(index):
    praised = {point.name for point in summary.works(index) if point.anchor}
    blamed = {point.name for point in summary.holds_back(index) if point.anchor.startswith("d-")}
    assert not praised & blamed


@relaxed
@given(indexes())
def test_what_a_pattern_discredits_is_never_praised(index):
    discredited = {f"d-{d.id}" for d in index.card.dimensions if d.discredited_by}
    assert not discredited & {point.anchor for point in summary.works(index)}


@relaxed
@given(indexes())
def test_every_action_stands_in_exactly_one_lane(index):
    found = lanes(steps(index))
    assert sum(len(lane.steps) + lane.more for lane in found) == len(steps(index))
    within = {f"Within {days} days": days for days in HORIZONS}
    terms = [(step.days, within.get(lane.title)) for lane in found for step in lane.steps]
    assert all(days > HORIZONS[-1] if last is None else days <= last for days, last in terms)


@relaxed
@given(indexes())
def test_a_bar_is_drawn_exactly_where_the_table_has_a_gap(index):
    table = rows.rows(index)
    assert [row.marks.gap for row in table] == [
        row.gap not in {numbers.NONE, "0.0"} for row in table
    ]


@relaxed
@given(indexes())
def test_the_dimensions_at_a_glance_are_all_there_widest_gap_first(index):
    widest = [d.gap for d in index.by_gap if d.gap is not None]
    assert sorted(widest, reverse=True) == widest
    assert {d.id for d in index.by_gap} == {d.id for d in index.card.dimensions}


@pytest.mark.parametrize("file", cases("report"))
def test_sentences(file):
    case = read_case(file)
    expect = case.pop("expect")
    earlier, side = case.pop("before", None), case.pop("earlier", {})
    after = assessment(case)
    before = earlier and assessment(case | {"cycle": "2025"} | earlier).model_copy(update=side)
    index = Index(evaluate(after), compare(before, after) if before else None)
    told = {section.id: section.headline for section in sections(index)}
    told |= {
        "lead": argument.lead(index),
        "limit": argument.limit_reason(index),
        "glance": argument.glance(index),
        "works": [f"{point.name}: {point.text}" for point in summary.works(index)],
        "holds": [f"{point.name}: {point.text}" for point in summary.holds_back(index)],
        "figures": {f.title: f"{f.value}, {f.note}" for f in summary.figures(index)},
        "priorities": told.get("priorities"),
        "version": changes.since(index, index.comparison).version if before else "",
        "legend": [name for _, name in rows.legend(index)],
        "moves": [m.title for m in changes.since(index, index.comparison).moves] if before else [],
        "names": [section.name for section in sections(index)[:2]],
        "level": [rows.hero(index).level, *(row.level for row in rows.rows(index))],
        "unjudged": [pattern.not_asked for pattern in findings.patterns(index).unjudged],
        "sections": [section.id for section in sections(index)],
    }
    assert {key: told[key] for key in expect} == expect


# ------------------------------------------------------------------------------------ small words


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and 1 more"),
        (list("ABCDE"), "A, B, C and 2 more"),
    ],
)
def test_lists(names, said):
    assert wording.listed(names) == said

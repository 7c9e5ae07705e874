"""Scorecards of every kind: dimensions, scales, limits, patterns and answers as they come."""

from __future__ import annotations

import datetime as dt
from itertools import cycle

from hypothesis import strategies as st

from assess.model.planned import PlannedAction
from assess.report.index import Index
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.renewal import renewed
from assess.scoring.stability import stability
from assess.store.assessments import load
from tests.conftest import ROOT
from tests.scoring_cases import assessment

SCALES = ([1, 2, 3, 4, 5], [0, 10, 50, 100], [0, 1], [-2.5, 0, 0.5])
TITLES = ("Hiring", "Recruitment and selection", "<script>alert(1)</script>", "Обучение персонала")

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    '"; } body { display: none } /*',
    'it\'s & "so" <b>',
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " \ufeff=1+1",
    "＝1+1",
    "\u202egnp.exe",
    "bell \x07, escape \x1b[2J, null \x00, no character \uffff",
    "_x0041_ and _x0000_",
    "http://example.org/?a=1&b=2",
    "mailto:someone@example.org",
    "| a | b |\n| - | - |",
    "two\nlines\r\nor three",
    "'quoted",
    'a,b;c\td"e',
    "&[Picture] R&G &D",
    "\U0001f469\u200d\U0001f680 Ελληνικά עברית",
)
"""Texts that mean something to a browser, a template, a spreadsheet, a terminal or a parser."""


@st.composite
def cases(draw, scale=None, shape=None):
    """A case in the notation of `scoring_cases`, on a scale and with a shape drawn or given."""
    values = scale or draw(st.sampled_from(SCALES))
    counts = shape or draw(st.lists(st.integers(1, 3), min_size=1, max_size=12))
    names = [[f"q{d}-{q}" for q in range(count)] for d, count in enumerate(counts)]
    every = [name for group in names for name in group]
    levels = st.integers(1, len(values))
    return {
        "questionnaire": {
            "scale": values,
            "dimensions": _dimensions(draw, names),
            "thresholds": {"overall_rated": draw(st.integers(1, len(counts)))},
            "evidence": draw(st.sampled_from([None, {"from": 2, "counts_as": 1}])),
            "target": draw(st.none() | levels),
            "limits": _limits(draw, every, levels),
            "patterns": _patterns(draw, every),
            "strengths": draw(
                st.sampled_from([[], [{"id": "s", "when": {"q": every[0], "min": 2}}]])
            ),
            "rules": draw(st.sampled_from([[], ["R7", "R10", "R11", "R12"]])),
        },
        "answers": draw(st.dictionaries(st.sampled_from(every), _answers(levels))),
    }


def _dimensions(draw, names):
    actions = st.lists(
        st.fixed_dictionaries(
            {
                "effort": st.sampled_from("SML"),
                "impact": st.integers(1, 5),
                "horizon_days": st.sampled_from([1, 30, 90, 400]),
                "from_levels": st.just([1, 2]),
            }
        ),
        max_size=1,
    )
    return {
        f"d{place}": {
            "title": f"{draw(st.sampled_from(TITLES))} {place}",
            "questions": {
                name: {"weight": draw(st.integers(1, 3)), "actions": draw(actions)}
                for name in group
            },
        }
        for place, group in enumerate(names)
    }


def _limits(draw, every, levels):
    limit = {"id": "gate", "rule": "R3", "caps": "overall", "at": {"level": draw(levels)}}
    condition = {"when": {"q": draw(st.sampled_from(every)), "max": 2}}
    return draw(st.sampled_from([[], [limit], [limit | condition]]))


def _patterns(draw, every):
    severities = st.lists(st.sampled_from(["critical", "high", "medium", "low"]), max_size=3)
    return [
        {
            "id": f"p{place}",
            "severity": severity,
            "when": {"q": draw(st.sampled_from(every)), "max": 1},
            "discredits": draw(st.sampled_from([[], ["d0"]])),
        }
        for place, severity in enumerate(draw(severities))
    ]


def _answers(levels):
    return st.one_of(
        levels,
        st.just("dont-know"),
        st.just({"not-applicable": "None of it here"}),
        st.builds(lambda level: {"level": level, "evidence": ["A list"], "note": "Seen"}, levels),
    )


@st.composite
def indexes(draw):
    """A scorecard with its stability, alone or with the comparison to an earlier year."""
    case = draw(cases())
    after = assessment(case).model_copy(update={"plan": draw(_plans())})
    card = evaluate(after)
    tried = draw(st.sampled_from([None, stability(after, card)]))
    if draw(st.booleans()):
        return Index(card, None, tried)
    again = draw(st.permutations(list(case["answers"])))
    earlier = {
        name: case["answers"][other] for name, other in zip(case["answers"], again, strict=True)
    }
    before = assessment(case | {"answers": earlier, "cycle": "2025"})
    return Index(card, compare(before, after), tried)


def _plans():
    """Plans of this and of earlier cycles, aiming at questions that may not be there."""
    actions = st.builds(
        PlannedAction,
        id=st.sampled_from(["q0-0.low.1", "q1-0.low.1", "own-1", "own-2"]),
        action=st.sampled_from(["Ask customers", "Walk the floor"]),
        agreed=st.sampled_from(["2025", "2026"]),
        question=st.sampled_from([None, "q0-0", "q1-0", "gone"]),
        owner=st.sampled_from(["", "Ana Ruiz"]),
        due=st.sampled_from([None, dt.date(2026, 1, 31), dt.date(2027, 1, 31)]),
        status=st.sampled_from(["agreed", "in-progress", "done", "partly", "dropped"]),
        evidence=st.sampled_from([(), ("Minutes", "Photo")]),
        note=st.sampled_from(["", "At last"]),
    )
    return st.lists(actions, max_size=4, unique_by=lambda action: action.id).map(tuple)


def with_texts(text):
    """A small assessment in which every text that users and authors write is *text*."""
    actions = [{"action": text, "owner": text, "from_levels": [1, 2, 3]}]
    question = {"title": text, "question": text, "actions": actions}
    pattern = {"id": "p", "when": {"q": "q", "max": 4}}
    texts = dict.fromkeys(("name", "description", "plain", "consequence", "check"), text)
    case = {
        "questionnaire": {
            "title": text,
            "dimensions": {"d": {"title": text, "purpose": text, "questions": {"q": question}}},
            "patterns": [pattern | texts],
            "target": 4,
        },
        "answers": {"q": {"level": 3, "note": text, "evidence": [text, text]}},
    }
    named = dict.fromkeys(("organisation", "unit", "cycle", "assessor"), text)
    shown = {"evidence": (text, text)} | dict.fromkeys(("action", "agreed", "owner", "note"), text)
    plan = (
        PlannedAction.model_construct(id="own-1", question="q", **shown),
        PlannedAction.model_construct(id="q.low.1", question="q", **shown),
    )
    return assessment(case).model_copy(update=named | {"plan": plan})


PLAN = (
    {"question": "process-time", "status": "done", "due": dt.date(2026, 3, 31)},
    {"question": "attitude-staff-care", "status": "done"},
    {"question": "attitude-speaking", "due": dt.date(2026, 6, 30)},
    {"question": "rewards-system-review", "status": "in-progress", "due": dt.date(2027, 1, 31)},
    {"question": "policy-consistency", "status": "partly"},
    {"question": "gone-for-good", "status": "dropped"},
    {"status": "in-progress"},
    {"id": "attitude-frontline-voice.low.1", "question": "attitude-frontline-voice"}
    | {"due": dt.date(2026, 12, 31)},
    {"id": "standards-balance.low.1", "question": "standards-balance", "agreed": "2026"},
)
"""Actions in every state, whose questions moved in every way."""


def with_plan(*texts):
    """The example of this year as renewed from last year's, with a plan, and last year's.

    *texts* are its owners, evidence, remarks and actions, in turn.
    """
    last, now = (load(ROOT / f"examples/orvella-water-{year}.assess.json") for year in (2025, 2026))
    said = cycle(texts or ("Ana Ruiz", "Minutes of May 2026", "Every team takes part", "Walk"))
    plan = tuple(
        PlannedAction(
            **{"id": f"own-{number}", "agreed": "2025"} | fields,
            owner=next(said),
            evidence=(next(said),),
            note=next(said),
            action=f"{next(said)} {number}",
        )
        for number, fields in enumerate(PLAN, 1)
    )
    again = renewed(last, cycle=now.cycle, date=now.date, as_asked=now.as_asked)
    return last, again.model_copy(update={"interviews": now.interviews, "plan": plan})

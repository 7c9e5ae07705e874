"""Files of several cycles, and of many units, for the tests of what is compared."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from assess.store import assessments
from tests.scoring_cases import assessment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from assess.model.assessment import Assessment

OLD = {
    "version": "1.0.0",
    "dimensions": {
        "care": {"listen": 1, "speak": 2, "retired": 1},
        "skill": {"learn": 1, "teach": 1},
    },
}
NEW = {
    "version": "2.0.0",
    "dimensions": {
        "care": {"listen": 1, "speak": {"weight": 2, "question": "Do you speak up?"}},
        "skill": {"learn": 1, "teach": 1},
        "pace": {"fast": 1, "steady": 1},
    },
}

HISTORY: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...] = (
    ("2023", OLD, {"listen": 2, "speak": 1, "retired": 4, "learn": 2, "teach": 3}),
    ("2024", OLD, dict.fromkeys(["listen", "speak", "retired", "learn", "teach"], "dont-know")),
    ("2025", OLD, {"listen": 4, "speak": 2, "retired": 4, "learn": 4, "teach": 3}),
    (
        "2026",
        NEW,
        {"listen": 5, "speak": 2, "learn": 5, "teach": 2, "fast": 3, "steady": 2},
    ),
    (
        "2027",
        NEW,
        {"listen": 2, "speak": 3, "learn": 5, "teach": {"not-applicable": "all are taught"}}
        | {"fast": 4, "steady": 4},
    ),
)
"""A year in which nobody knew, an upgrade of the questionnaire, and a relapse in the last."""


def of_cycle(cycle: str, asked: Mapping[str, Any], answers: Mapping[str, Any]) -> Assessment:
    """Return the assessment of one of `HISTORY`."""
    case = {"questionnaire": asked, "answers": answers, "cycle": cycle}
    return belonging(assessment(case), date=dt.date(int(cycle), 11, 21))


def belonging(one: Assessment, **changed: object) -> Assessment:
    """Return the assessment with other `organisation`, `unit`, `cycle` or `date`."""
    return one.model_copy(update=changed)


def written(folder: Path, every: Sequence[Assessment]) -> list[Path]:
    """Write each to a file of its own in *folder*, and return the paths."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"client-{number}.assess.json" for number in range(len(every))]
    for path, one in zip(paths, every, strict=True):
        assessments.create(path, one)
    return paths


def of_level(level: int, name: str, unit: str = "", day: str = "2026-05-17") -> Assessment:
    """Return an assessment with one *level* everywhere."""
    made = assessment({"questionnaire": OLD, "everything": level, "cycle": day[:4]})
    return belonging(made, organisation=name, unit=unit, date=dt.date.fromisoformat(day))

"""From the key press to the next question on the screen, with the durable save in between.

`python benchmarks/latency.py` answers a whole checklist in both modes and writes the file of the
assessment once more after each answer, so that the disk's share is known from the same run.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

from kills import new_assessment
from person import MODES, Person

import assess.terminal.fullscreen.app  # noqa: F401  loaded once for all
from assess.store import assessments, durable

LIMIT = 100
"""Milliseconds at the 95th percentile."""


def main() -> None:
    """Measure both modes; end with 1 where one is too slow."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for mode in MODES:
            answers, disk = _measured(Path(folder) / f"acme{mode}.assess.json", mode)
            print(
                f"{mode}: next question {_told(answers)}; of it the disk {_told(disk)}", flush=True
            )
            slowest = max(slowest, _percentile(answers))
    sys.exit(slowest >= LIMIT)


def _measured(file: Path, mode: str) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each answer, and of each save alone."""
    assessments.create(file, new_assessment())
    questions = list(assessments.load(file).core.questions)
    person, answers, disk = Person(file, mode), [], []
    person.wait_for(f"[{questions[0]}]")
    for question in questions[1:]:
        while person.look(0.2):
            pass  # nothing is painted any more
        begun = time.perf_counter()
        person.press("3\r")
        person.wait_for(f"[{question}]")
        answers.append((time.perf_counter() - begun) * 1000)
        disk.append(_saved_once_more(file))
    person.go(signal.SIGKILL)
    return answers, disk


def _saved_once_more(file: Path) -> float:
    content = file.read_bytes()
    begun = time.perf_counter()
    durable.replace(file.with_suffix(".copy"), content)
    return (time.perf_counter() - begun) * 1000


def _told(milliseconds: list[float]) -> str:
    half = sorted(milliseconds)[len(milliseconds) // 2]
    return f"{half:.1f} ms at the median, {_percentile(milliseconds):.1f} ms at the 95th percentile"


def _percentile(milliseconds: list[float]) -> float:
    return quantiles(milliseconds, n=20)[-1]


if __name__ == "__main__":
    main()

"""Kill the interview at random moments, in both modes; no acknowledged answer may be lost.

`python benchmarks/kills.py --kills 500` exits with 1 if one was.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from itertools import groupby
from pathlib import Path

from person import MODES, Person

import assess.terminal.fullscreen.app  # noqa: F401  loaded once for all
from assess.model.assessment import Assessment
from assess.scoring.fingerprint import as_asked
from assess.store import assessments
from assess.store.library import load_questionnaire

ACKNOWLEDGED = re.compile(r"saved ([a-z-]+): level (\d)")
"""What must be in the history of the file afterwards, in the same order."""

_READY = {"--plain": "for help:", "--full-screen": "help"}
"""What is there when the first question is."""

_EARLY = 0.1
"""So many are killed while the program starts."""


def main() -> None:
    """Kill, look what is left, and count."""
    wish = argparse.ArgumentParser(description=__doc__)
    wish.add_argument("--kills", type=int, default=50, help="how often in each mode")
    wish.add_argument("--seed", type=int, default=1)
    wishes = wish.parse_args()
    chance, lost = random.Random(wishes.seed), 0  # noqa: S311  no secret
    with tempfile.TemporaryDirectory() as folder:
        for mode in MODES:
            told = Counter()
            begun = time.monotonic()
            for number in range(wishes.kills):
                lost += _killed(
                    Path(folder) / f"acme{mode}{number // 25}.assess.json", mode, chance, told
                )
            print(mode, dict(told), f"{time.monotonic() - begun:.0f} s", flush=True)
    sys.exit(bool(lost))


def _killed(file: Path, mode: str, chance: random.Random, told: Counter[str]) -> int:
    """Answer for a while, kill at any moment, and return how much of it was lost."""
    if not file.exists():
        assessments.create(file, new_assessment())
    before = _steps(file)
    person = Person(file, mode)
    if chance.random() < _EARLY:
        time.sleep(chance.random())
    else:
        person.wait_for(_READY[mode])
        _answer(person, chance)
    person.go(signal.SIGKILL)
    acknowledged = [pair for pair, _again in groupby(ACKNOWLEDGED.findall(person.seen))]
    return _compare(acknowledged, _steps(file)[len(before) :], told, file.parent)


def _answer(person: Person, chance: random.Random) -> None:
    """Answer quickly, for a second at most."""
    until = time.monotonic() + chance.random()
    while time.monotonic() < until:
        more = chance.choice(("\r", "\r", "\rb\r", "\r\r", "\rl\r"))
        person.press(f"{chance.randint(1, 5)}{more}")
        person.look(chance.random() * 0.05)


def _compare(
    acknowledged: list[tuple[str, str]],
    steps: list[tuple[str, str]],
    told: Counter[str],
    folder: Path,
) -> int:
    """Return how many acknowledgements have no step of this session, in the same order."""
    left = iter(steps)
    missing = [pair for pair in acknowledged if pair not in left]
    told["kills"] += 1
    told["acknowledged"] += len(acknowledged)
    told["lost"] += len(missing)
    told["most files"] = max(told["most files"], len([*folder.iterdir()]))
    return len(missing)


def _steps(file: Path) -> list[tuple[str, str]]:
    """Return every answer with a level that the file's history holds, first to last."""
    interviews = assessments.load(file).interviews
    return [
        (step.question, str(step.new.level))
        for interview in interviews
        for step in interview.history
        if step.new and step.new.level
    ]


def new_assessment() -> Assessment:
    """Return an assessment by the checklist that nobody has answered."""
    asked = as_asked(load_questionnaire("service-culture"))
    today = dt.date(2026, 1, 31)
    return Assessment(organisation="Acme", cycle="2026", date=today, as_asked=(asked,))


if __name__ == "__main__":
    main()

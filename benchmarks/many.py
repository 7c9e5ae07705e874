"""What it costs to compare thousands of files, in times what `json.loads` takes for their bytes.

Usage: python -m benchmarks.many [FILES]

Writes FILES assessments (5,000, if not said) of 53 answers, with notes and histories, of several
versions of the questionnaire. A quarter, a half and all of them are read by `json.loads` and
compared by the program, each in a process of its own, one after the other. Ends with status 1
where the whole takes more CPU, more memory, or grows faster than it may.
"""

from __future__ import annotations

import datetime as dt
import math
import os
import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.model.assessment import Answer, Change, Interview
from assess.scoring.fingerprint import as_asked
from assess.store import assessments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.assessment import Assessment
    from assess.model.questionnaire import Questionnaire

ROOT: Final = Path(__file__).resolve().parent.parent
EXAMPLE: Final = ROOT / "examples" / "orvella-water-2026.assess.json"

FILES: Final = 5000
VERSIONS: Final = 4
SHARES: Final = (4, 2, 1)
"""A quarter, a half and all of the files."""

MOST_TIMES: Final = 6
MOST_MEGABYTES: Final = 300
STEEPEST: Final = 1.05
"""The slope of the CPU over the number of files, both as logarithms: 1 is linear."""

LOADING: Final = """
import json, pathlib, sys
for name in sys.stdin.read().split("\\n"):
    json.loads(pathlib.Path(name).read_bytes())
"""
READING: Final = """
import json, pathlib, sys
for name in sys.stdin.read().split("\\n"):
    pathlib.Path(name).read_bytes()
"""
COMPARING: Final = """
import sys
from assess.cli import main
main(["compare", *sys.stdin.read().split("\\n"), "--by", "unit", "--json"])
"""


class Cost(NamedTuple):
    """What a process took: CPU seconds, and megabytes at most."""

    seconds: float
    megabytes: float


class Row(NamedTuple):
    """So many files, what it took to load their bytes, and to compare them."""

    files: int
    loading: float
    comparing: Cost

    @property
    def times(self) -> float:
        """How many times as much CPU comparing takes."""
        return self.comparing.seconds / self.loading


def main() -> int:
    """Print one line for each number of files; return 1 where a limit is not held."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with tempfile.TemporaryDirectory() as folder:
        names = list(_written(count, Path(folder)))
        rows = [_measured(names[: count // share]) for share in SHARES]
    print(f"{'files':>6}{'json.loads':>12}{'compare':>10}{'times':>7}{'memory':>9}")
    for row in rows:
        print(
            f"{row.files:>6}{row.loading:>10.2f} s{row.comparing.seconds:>8.2f} s"
            f"{row.times:>7.1f}{row.comparing.megabytes:>6.0f} MB"
        )
    first, last = rows[0], rows[-1]
    grown = last.comparing.seconds / first.comparing.seconds
    slope = math.log(grown) / math.log(last.files / first.files)
    print(f"slope {slope:.2f}")
    held = (
        last.times <= MOST_TIMES and last.comparing.megabytes < MOST_MEGABYTES and slope <= STEEPEST
    )
    return 0 if held else 1


def _measured(names: list[str]) -> Row:
    """Return what the files called *names* cost; reading them is left out of `json.loads`."""
    loading = _cost(LOADING, names).seconds - _cost(READING, names).seconds
    return Row(len(names), loading, _cost(COMPARING, names))


def _cost(script: str, names: list[str]) -> Cost:
    """Return what a new interpreter takes for *script*, given *names* on standard input."""
    with tempfile.TemporaryFile() as given, Path(os.devnull).open("wb") as nowhere:
        given.write("\n".join(names).encode())
        given.seek(0)
        files = [
            (os.POSIX_SPAWN_DUP2, given.fileno(), 0),
            (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1),
        ]
        command = [sys.executable, "-c", script]
        own = {**os.environ, "PYTHONPATH": str(ROOT)}
        child = os.posix_spawn(sys.executable, command, own, file_actions=files)
    _pid, status, used = os.wait4(child, 0)
    if status:
        raise RuntimeError(script)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _written(count: int, folder: Path) -> Iterator[str]:
    """Write *count* assessments of units in two cycles; yield the names of the files."""
    example, chance = assessments.load(EXAMPLE), random.Random(1)  # noqa: S311  not a secret
    versions = [as_asked(_version(example.core, number)) for number in range(VERSIONS)]
    for number in range(count):
        made = example.model_copy(
            update={
                "organisation": f"Organisation {number % 97}",
                "unit": f"Unit {number // 2}",
                "cycle": str(2025 + number % 2),
                "date": dt.date(2025 + number % 2, 11, 1 + number % 28),
                "interviews": (_interview(example, chance),),
                "as_asked": (versions[number % VERSIONS],),
            }
        )
        path = folder / f"{number:05}.assess.json"
        path.write_bytes(assessments.dumps(made))
        yield str(path)


def _version(questionnaire: Questionnaire, number: int) -> Questionnaire:
    """Return another version of *questionnaire*, in which another question is asked otherwise."""
    dimension = questionnaire.dimensions[number]
    first, *others = dimension.questions
    asked = first.model_copy(update={"question": f"{first.question} ({number})"})
    changed = dimension.model_copy(update={"questions": (asked, *others)})
    dimensions = tuple(changed if d is dimension else d for d in questionnaire.dimensions)
    return questionnaire.model_copy(update={"version": f"1.{number}.0", "dimensions": dimensions})


def _interview(example: Assessment, chance: random.Random) -> Interview:
    """Return 53 answers with the notes of *example*, each with its step in the history."""
    said = example.interviews[0].answers
    begun = dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)
    middle = chance.uniform(1, 5)
    answers = {
        name: Answer(
            level=min(5, max(1, round(chance.gauss(middle, 1)))),
            note=said[name].note if name in said else "",
            evidence=said[name].evidence if name in said else (),
        )
        for name in example.core.questions
    }
    history = tuple(
        Change(at=begun + dt.timedelta(seconds=50 * place), question=name, new=answer)
        for place, (name, answer) in enumerate(answers.items())
    )
    return Interview(id="interview-1", answers=answers, history=history)


if __name__ == "__main__":
    sys.exit(main())

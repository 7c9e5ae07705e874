"""CPU seconds that each report of the gallery takes, and that it is the same every time.

Usage: python -m benchmarks.reports

Each report is made twice in one process; the second time nothing is imported or read anew, and is
what is measured. Ends with 1 where an HTML report takes more than its limit or has other bytes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from assess.report.formats import FORMATS
from docs.gallery.build import build, command, run, working_in
from docs.gallery.samples import names, sample

LIMIT = 0.4
"""CPU seconds of an HTML report, without imports."""


class Measured(NamedTuple):
    """A report: its file, how long it took, and whether both times gave the same bytes."""

    file: str
    seconds: float
    same: bool

    @property
    def problem(self) -> str:
        """Return what is wrong with it, or nothing."""
        slow = self.seconds > LIMIT and self.file.endswith(".html")
        return "too slow" if slow else "" if self.same else "other bytes"


def main() -> int:
    """Print one line a report; return 1 where any has a problem."""
    problems = 0
    with tempfile.TemporaryDirectory() as folder, working_in(Path(folder)):
        for name in names():
            for found in _measured(name):
                problems += bool(found.problem)
                print(f"{found.file:32}{found.seconds:6.2f} s  {found.problem}", flush=True)
    return 1 if problems else 0


def _measured(name: str) -> list[Measured]:
    one = sample(name)
    files = build(one)
    kinds = {file: kind for kind in FORMATS for file in files if file.suffix[1:] == kind}
    return [_made_again(file, command(one, kind)) for file, kind in kinds.items()]


def _made_again(file: Path, words: list[str]) -> Measured:
    before = file.read_bytes()
    begun = time.process_time()
    run(words)
    return Measured(file.name, time.process_time() - begun, before == file.read_bytes())


if __name__ == "__main__":
    sys.exit(main())

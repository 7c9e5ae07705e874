"""Count what a command costs in instructions, in times a bare interpreter, beside its budget.

Usage: instructions.py

Needs valgrind and Python 3.11 or newer with pip. Installs the program into a clean environment
with compiled bytecode; instructions, unlike seconds, are the same on a busy machine.
Ends with status 1 when a command is over its budget.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COUNTER = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
BUDGETS = {
    ("--help",): 6,
    ("score", "{file}"): 30,
    ("report", "{file}", "-o", "{page}", "--force"): 40,
}
MORE = 8
"""What another language, or a companion, may cost on top."""

ON_TOP = {
    ("score", "{file}", "--lang", "el"): ("score", "{file}"),
    ("report", "{file}", "-o", "{page}", "--force", "--lang", "el"): (
        "report",
        "{file}",
        "-o",
        "{page}",
        "--force",
    ),
    ("score", "{companion}"): ("score", "{file}"),
}
"""Commands with a translation or a companion, and the same without."""


def main() -> int:
    """Print one line a command; return 1 when any is over its budget."""
    with tempfile.TemporaryDirectory() as folder:
        python, script = _install(Path(folder))
        places = _examples(python, script, Path(folder)) | {"page": f"{folder}/page.html"}
        bare = _instructions(python, "-c", "pass")
        print(f"{'python -c pass':28}{bare / 1e6:6.0f} million instructions")
        os.chdir(folder)  # no ./questionnaires here
        counted = {
            command: _instructions(python, script, *(word.format(**places) for word in command))
            for command in (*BUDGETS, *ON_TOP)
        }
    for command, budget in BUDGETS.items():
        print(_line(_name(command), counted[command], bare, budget))
    for command, without in ON_TOP.items():
        print(_line(f"  more: {_name(command)}", counted[command] - counted[without], bare, MORE))
    budgets = {**{c: n * bare for c, n in BUDGETS.items()}}
    budgets |= {c: counted[without] + MORE * bare for c, without in ON_TOP.items()}
    return int(any(counted[command] > most for command, most in budgets.items()))


def _name(command: tuple[str, ...]) -> str:
    return " ".join(word for word in command if word not in {"-o", "{page}", "--force"})


def _install(folder: Path) -> tuple[str, str]:
    """Return the interpreter and the script of a clean environment."""
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    python = str(folder / "env" / "bin" / "python")
    constraints = str(ROOT / "constraints.txt")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "-c", constraints, str(ROOT)], check=True
    )
    subprocess.run([python, "-m", "compileall", "-q", folder / "env" / "lib"], check=False)
    return python, str(folder / "env" / "bin" / "assess")


def _examples(python: str, script: str, folder: Path) -> dict[str, str]:
    """Return a full assessment of the shipped example, and one with a companion besides."""
    demo = folder / "demo"
    subprocess.run([python, script, "demo", demo], check=True, stdout=subprocess.DEVNULL)
    answered = demo / "orvella-water-2026.assess.json"
    companion = folder / "companion.assess.json"
    shutil.copy(answered, companion)
    nothing = folder / "nothing.yaml"
    nothing.write_text("{}\n", encoding="utf-8")
    subprocess.run(
        [python, script, "run", companion, "--with", "service-recovery", "--answers", nothing],
        check=True,
        capture_output=True,
    )
    return {"file": str(answered), "companion": str(companion)}


def _line(name: str, counted: int, bare: int, budget: int) -> str:
    verdict = "within" if counted <= budget * bare else "OVER"
    return (
        f"{name:28}{counted / 1e6:6.0f} million, {counted / bare:5.1f} times ({verdict} {budget})"
    )


def _instructions(*command: str) -> int:
    """Run *command* once to warm its caches, then count it."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "NO_COLOR": "1", "LANG": "C.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    done = subprocess.run(
        [*COUNTER, *command], check=True, capture_output=True, encoding="utf-8", env=environment
    )
    counted = re.search(r"I +refs: +([0-9,]+)", done.stderr)
    if counted is None:
        sys.exit(f"valgrind said nothing to count:\n{done.stderr}")
    return int(counted[1].replace(",", ""))


if __name__ == "__main__":
    sys.exit(main())

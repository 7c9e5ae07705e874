"""What the package promises: cheap to start, complete, reproducible, and quiet about machines."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = {"pydantic", "pydantic_core", "jinja2", "yaml", "rich"}
LIST_IMPORTS = """
import json, sys
from assess.cli import main
try:
    main(sys.argv[1:])
except SystemExit as exit:
    status = exit.code or 0
print(json.dumps([status, sorted(sys.modules)]))
"""
ADDRESSES = re.compile(
    r"index-url|find-links|https?://[^\s\"'<>]*/simple\b|pypi\.|pythonhosted|\"resolved\":",
    re.IGNORECASE,
)
TEXTS = {".py", ".toml", ".txt", ".yaml", ".md", ".json", ".html", ".j2", ".css", ".js", ".mjs", ""}
PLACES = ("assess", "questionnaires", "templates", "examples", "tests", "docs", "benchmarks")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements() -> list[str]:
    wanted = [
        *PROJECT["build-system"]["requires"],
        *PROJECT["project"]["dependencies"],
        *itertools.chain.from_iterable(PROJECT["project"]["optional-dependencies"].values()),
        *itertools.chain.from_iterable(PROJECT["dependency-groups"].values()),
    ]
    names = {normal(re.match(r"[A-Za-z0-9._-]+", line).group()) for line in wanted}
    return sorted(names - {normal(PROJECT["project"]["name"])})


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {normal(name): version for name, version in pairs}


def texts() -> list[Path]:
    below = [file for place in (*PLACES, ".ci") for file in (ROOT / place).rglob("*")]
    files = [*ROOT.iterdir(), *below]
    return sorted(f for f in files if f.is_file() and f.suffix in TEXTS and f != Path(__file__))


def text_of(file: Path) -> str:
    """Return the text; some cases hold bytes that are no UTF-8 on purpose."""
    return file.read_text(encoding="utf-8", errors="replace")


def imported_by(*arguments: str) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", LIST_IMPORTS, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    status, modules = json.loads(done.stdout.splitlines()[-1])
    return status, set(modules)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("report", "--help")])
def test_help_is_cheap(arguments):
    status, modules = imported_by(*arguments)
    assert status == 0
    assert "click" in modules
    assert not modules & HEAVY


def test_line_mode_needs_neither_textual_nor_rich_nor_jinja(tmp_path):
    file = shutil.copy(ROOT / "examples/orvella-water-2026.assess.json", tmp_path)
    status, modules = imported_by("run", "--plain", str(file))
    assert status == 0
    assert "assess.terminal.lines" in modules
    assert not modules & {"textual", "rich", "jinja2"}


@pytest.mark.parametrize("name", requirements())
def test_every_dependency_has_one_exact_version(name):
    assert re.fullmatch(r"[0-9][0-9A-Za-z.+!]*", constraints()[name])


def test_constraints_are_names_and_versions_only():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    odd = [line for line in lines[1:] if not re.fullmatch(r"[A-Za-z0-9_.-]+==[^\s;@/]+", line)]
    assert odd == []


def test_no_file_names_a_registry():
    named = [str(file) for file in texts() if ADDRESSES.search(text_of(file))]
    assert named == []


def test_the_wheel_carries_what_people_edit_at_the_top():
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {
        folder: f"assess/_data/{folder}" for folder in ("questionnaires", "templates", "examples")
    }


def test_the_sdist_carries_what_the_tests_need():
    sdist = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    needed = {*PLACES, "Makefile", "constraints.txt", "CHANGELOG.md", "CONTRIBUTING.md"}
    assert needed <= {path.removeprefix("/") for path in sdist}


def test_the_makefile_knows_no_machine():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"(?<![\w.)~])/(?!dev/null)[a-z]+/", text) == []

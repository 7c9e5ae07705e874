"""What the documentation shows is what happens: every block is run as a reader would run it."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assess.cli import COMMANDS
from tests.conftest import ROOT

PAGES = [
    "README.md",
    "docs/questionnaires.md",
    "docs/translations.md",
    "docs/assessment-file.md",
    "docs/scoring.md",
    "docs/comparing.md",
    "docs/next-year.md",
    "docs/configuration.md",
    "docs/tables.md",
    "docs/word-template.md",
    "docs/slides.md",
]
BLOCKS = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINKS = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
ANYTHING = "..."


def output_of(command: str, folder: Path) -> str:
    """Return what a reader sees after typing *command* in *folder*."""
    own = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env={**os.environ, **own},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    shown = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    return shown.replace(str(folder), "FOLDER").strip("\n")


def run_yaml(text: str, folder: Path) -> str:
    """Write the file that the first line names, as a reader would."""
    file = folder / text.partition("\n")[0].removeprefix("# ")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return text


def run_console(text: str, folder: Path) -> str:
    """Return the block as it looks when its commands are run now."""
    typed = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return "".join(_shown_now(entry, folder) for entry in typed)


def _shown_now(entry: str, folder: Path) -> str:
    command, _, expected = entry.partition("\n")
    shown = output_of(command, folder)
    parts = [re.escape(part) for part in f"\n{expected}".split(f"\n{ANYTHING}\n")]
    if len(parts) > 1 and re.fullmatch(r"\n(?:.*\n)*?".join(parts), f"\n{shown}\n"):
        return f"$ {entry}"
    return f"$ {command}\n" + (f"{shown}\n" if shown else "")


def run_page(page: Path, folder: Path) -> str:
    """Return the page as it reads when everything in it is run now."""
    run = {"yaml": run_yaml, "console": run_console}

    def again(block: re.Match[str]) -> str:
        return f"```{block[1]}\n{run[block[1]](block[2], folder)}```"

    return BLOCKS.sub(again, page.read_text(encoding="utf-8"))


def links_of(page: Path) -> list[Path]:
    return [page.parent / link for link in LINKS.findall(page.read_text(encoding="utf-8"))]


@pytest.fixture
def updated():
    """Compare a page with what it should be; `UPDATE_GOLDEN=1` writes it instead."""

    def check(page: Path, text: str) -> None:
        if os.environ.get("UPDATE_GOLDEN"):
            page.write_text(text, encoding="utf-8", newline="\n")
        assert text == page.read_text(encoding="utf-8")

    return check


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_happens(name, tmp_path, updated):
    updated(ROOT / name, run_page(ROOT / name, tmp_path))


def test_the_page_of_ten_years_shows_what_happens(tmp_path, updated):
    example = ROOT / "examples" / "ten-years"
    shutil.copytree(example, tmp_path, dirs_exist_ok=True)
    updated(example / "README.md", run_page(example / "README.md", tmp_path))


def test_the_page_of_commands_says_what_help_says():
    script = ROOT / "docs" / "write_commands.py"
    done = subprocess.run([sys.executable, script, "--check"], check=False, capture_output=True)
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_docs(name):
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"\n## assess {name}\n" in text


def test_every_link_leads_somewhere():
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = itertools.chain.from_iterable(links_of(page) for page in pages)
    assert [str(link) for link in links if not link.exists()] == []


def test_the_readme_names_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_the_screen_in_the_docs_is_the_real_one():
    page = (ROOT / "docs" / "interview.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("\n```")[0]
    assert f"== a level is chosen\n{shown}\n" in (
        ROOT / "tests" / "golden" / "screens" / "en-120x40.txt"
    ).read_text(encoding="utf-8")

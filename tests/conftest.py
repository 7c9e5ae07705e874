"""Helpers that every test may use."""

from __future__ import annotations

import gc
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assess.cli import main
from assess.language.messages import LANGUAGES, speak
from tests.line_mode_terminal import started

HERE = Path(__file__).parent
ROOT = HERE.parent


@dataclass(frozen=True)
class Ran:
    """What the program did: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line in this process, on a screen of 80 columns if not said otherwise."""
    monkeypatch.setenv("LANGUAGE", "")  # another language sets it; the next test speaks English

    def invoke(*arguments: object, columns: int = 80) -> Ran:
        monkeypatch.setenv("COLUMNS", str(columns))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        gc.enable()
        captured = capsys.readouterr()
        return Ran(ended.value.code, captured.out, captured.err)

    yield invoke
    speak(LANGUAGES[0])


@pytest.fixture
def speaking():
    """Return what makes the program speak another language, until the test is over."""
    yield speak
    speak(LANGUAGES[0])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in an empty folder with an empty configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    return tmp_path


@pytest.fixture(scope="session")
def unanswered(tmp_path_factory):
    """Return an assessment of five questions that nobody has answered, not to be changed."""
    return started(tmp_path_factory.mktemp("unanswered"))


@pytest.fixture
def file(tmp_path, unanswered):
    """Return an assessment of five questions to answer."""
    return Path(shutil.copy(unanswered, tmp_path))


@pytest.fixture
def golden():
    """Compare text with a file below `golden/`; `UPDATE_GOLDEN=1` writes it instead."""

    def check(name: str, text: str) -> None:
        file = HERE / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return check


def cases(folder: str, suffix: str = "yaml") -> list[Any]:
    """Return one pytest parameter for each file of a folder below `cases/`."""
    files = sorted((HERE / "cases" / folder).glob(f"*.{suffix}"))
    assert files, f"no cases in {folder}"
    return [pytest.param(file, id=file.stem) for file in files]

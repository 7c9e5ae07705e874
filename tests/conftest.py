"""Helpers that every test may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent


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

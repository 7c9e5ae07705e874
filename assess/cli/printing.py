"""Results as JSON on standard output: the public interface for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel


def print_json(value: BaseModel | Sequence[BaseModel]) -> None:
    """Print *value* with a fixed key order, UTF-8 as is, two blanks a level."""
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        text = value.model_dump_json(by_alias=True, indent=2)
    else:
        rows = [entry.model_dump(mode="json", by_alias=True) for entry in value]
        text = json.dumps(rows, ensure_ascii=False, indent=2)
    click.echo(text)

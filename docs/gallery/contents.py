"""The page of contents of the gallery: every sample, its sentence, its files and its command."""

from __future__ import annotations

import shlex
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.report.templates import rendered, styled
from assess.store.shipped import report_templates
from docs.gallery.build import command
from docs.gallery.samples import HERE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docs.gallery.samples import Sample

STYLE: Final = "main li p{margin:0}main li{margin-bottom:1rem}main li code{font-size:.8rem}"


class Entry(NamedTuple):
    """A sample as it is shown: where its files lie, how large they are, and what makes them."""

    name: str
    shows: str
    files: tuple[tuple[str, str, str], ...]
    command: str


def contents(made: Mapping[Sample, tuple[Path, ...]]) -> str:
    """Return the page of contents of the samples that were *made*, each with its files."""
    folders = (HERE, *report_templates())
    css = (folders[1] / "style.css").read_text(encoding="utf-8") + STYLE
    groups = [
        (group, [_entry(sample, made[sample]) for sample in members])
        for group, members in groupby(made, key=lambda sample: sample.group)
    ]
    shown = {"groups": groups, **styled(css, "", "")}
    return rendered(folders, "contents.html.j2", shown)


def _entry(sample: Sample, files: tuple[Path, ...]) -> Entry:
    return Entry(
        name=sample.name,
        shows=sample.shows,
        files=tuple(
            (f"{file.parent.name}/{file.name}", file.suffix[1:], f"{file.stat().st_size:,}")
            for file in files
        ),
        command=shlex.join(["assess", *command(sample, "html")]),
    )

"""Building the samples: files of assessments, and the command that reports on them."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import shutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assess.cli import main
from assess.report.compared import FORMATS as OF_COMPARISONS
from assess.report.formats import FORMATS
from assess.store import assessments
from docs.gallery.samples import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.gallery.samples import Sample

LOGO: Final = "logo.svg"
QUIET: Final = {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "ASSESS_LANG": "", "XDG_CONFIG_HOME": "none"}
"""The environment of a build: English, and no configuration of whoever builds."""


def build(sample: Sample) -> tuple[Path, ...]:
    """Write the assessments and reports of *sample* into the working folder; return the reports.

    Raises:
        SystemExit: The report could not be made; says why.

    """
    assessments.create(f"{sample.name}.assess.json", sample.assessment, force=True)
    if sample.against:
        assessments.create(f"{sample.name}.against.assess.json", sample.against, force=True)
    for place, other in enumerate(sample.among):
        assessments.create(_among(sample, place), other, force=True)
    kinds = formats_here(sample) if sample.every_format else ("html",)
    for kind in kinds:
        run(command(sample, kind))
    return tuple(Path(f"{sample.name}.{kind}") for kind in kinds)


def formats_here(sample: Sample) -> tuple[str, ...]:
    """Return the formats of *sample* for which everything is installed here."""
    found = []
    for name in OF_COMPARISONS if sample.among else FORMATS:
        with contextlib.suppress(ImportError):
            import_module(f"assess.report.formats.{name}")
            found.append(name)
    return tuple(found)


def command(sample: Sample, kind: str) -> list[str]:
    """Return the words after `assess` that make the report of *sample* in the format *kind*."""
    command = "compare" if sample.among else "report"
    files = [_among(sample, place) for place in range(len(sample.among))]
    words = [command, *files, f"{sample.name}.assess.json", "-o", f"{sample.name}.{kind}"]
    if sample.against:
        words += ["--against", f"{sample.name}.against.assess.json"]
    return [*words, *sample.options, "--force"]


def _among(sample: Sample, place: int) -> str:
    """Return the name of the file of one of those among which *sample* stands."""
    return f"{sample.name}.{place + 1}.assess.json"


def run(words: list[str]) -> None:
    """Run `assess` in this process.

    Raises:
        SystemExit: It did not end well; says what the program said.

    """
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        try:
            main(words)
        except SystemExit as ended:
            if ended.code:
                raise SystemExit(f"assess {' '.join(words)}\n{said.getvalue()}") from ended
        finally:
            gc.enable()


@contextlib.contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Work in *folder*, with the logo of the samples and without anybody's configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / LOGO, folder)
    before = dict(os.environ)
    os.environ.update(QUIET)
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)

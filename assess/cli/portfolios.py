"""Many assessments in one go: units of an organisation, or clients of a consultancy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from assess.cli.files import ENDING, make_sure_as_asked
from assess.cli.speaking import shown
from assess.errors import AssessError
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from assess.model.assessment import Assessment
    from assess.model.portfolio import Portfolio
    from assess.scoring.entries import Entry
    from assess.scoring.portfolio import Asked, By

MANY = 50
"""From so many files on a bar shows how far it is."""


class Gathered(NamedTuple):
    """What was found in many files; `left_out` says why some of them are not in it."""

    portfolio: Portfolio
    left_out: tuple[AssessError, ...]


def gathered(files: Iterable[Path], by: By, *, anonymous: bool) -> Gathered:
    """Return *files*, and the assessments in folders among them, side by side.

    Raises:
        AssessError: Nothing can be read, or they answer different questionnaires.

    """
    from assess.scoring.portfolio import portfolio

    reading = _Reading()
    every = list(dict.fromkeys(_every(files)))
    with _bar(every) as bar:
        for file in bar:
            reading.take(file)
    return Gathered(
        portfolio(
            reading.entries,
            by=by,
            asked=reading.asked(),
            anonymous=_("No. {n}") if anonymous else "",
        ),
        tuple(reading.left_out),
    )


def tell_left_out(left_out: Sequence[AssessError]) -> None:
    """Name what could not be read, and end with the status 1; do nothing where all could."""
    if left_out:
        told = n_("{n} file was left out:", "{n} files were left out:", len(left_out))
        click.echo("\n".join([told, *map(str, left_out)]), err=True)
        raise SystemExit(1)


class _Reading:
    """Reads one file after the other, and keeps of each only its results."""

    def __init__(self) -> None:
        from assess.store.glances import Glances

        self.entries: list[Entry] = []
        self.left_out: list[AssessError] = []
        self._glances = Glances(make_sure_as_asked)
        self._titles: dict[str, str] = {}
        self._last: Assessment | None = None

    def take(self, file: Path) -> None:
        """Take the results of *file*, or the reason why there are none.

        Raises:
            AssessError: It answers another questionnaire than the files before it.

        """
        try:
            assessment = self._glances.read(file)
            entry = _entry(assessment, file)
        except AssessError as error:
            self.left_out.append(error)
            return
        if self._last is not None:
            _make_sure_same(self._last, assessment, file)
        self.entries.append(entry)
        self._titles |= {d.id: d.title for d in assessment.core.dimensions}
        if self._last is None or self._last.date <= assessment.date:
            self._last = assessment

    def asked(self) -> Asked:
        """Return the questionnaire as the latest assessment has it, in the language it is shown.

        Dimensions that only earlier versions have come last.

        Raises:
            AssessError: No file could be read.

        """
        from assess.scoring.evaluate import steps
        from assess.scoring.portfolio import Asked

        if self._last is None:
            reason = next(iter(self.left_out), None)
            raise reason or AssessError(_("There is no assessment to compare."))
        core = shown(self._last).assessment.core
        now = {dimension.id: dimension.title for dimension in core.dimensions}
        return Asked(core.id, core.title, {**now, **_without(self._titles, now)}, steps(core))


def _without(titles: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    return {name: title for name, title in titles.items() if name not in known}


def _every(files: Iterable[Path]) -> Iterator[Path]:
    from assess.store.folders import files_ending

    for file in files:
        if file.is_dir():
            yield from files_ending(file, ENDING)
        else:
            yield file


def _bar(files: list[Path]) -> click._termui_impl.ProgressBar[Path]:
    import sys

    quiet = len(files) < MANY or not sys.stderr.isatty()
    return click.progressbar(files, label=_("Reading"), file=sys.stderr, hidden=quiet)


def _entry(assessment: Assessment, file: Path) -> Entry:
    from assess.scoring.entries import entry_of

    try:
        return entry_of(assessment)
    except AssessError as error:
        raise AssessError(f"{file}: {error}") from error


def _make_sure_same(last: Assessment, assessment: Assessment, file: Path) -> None:
    """Make sure that the results can stand side by side.

    Raises:
        AssessError: They are of another questionnaire, or on another scale.

    """
    if last.core.id != assessment.core.id:
        raise AssessError(
            _(
                "{file}: answers {other}, the files before it {one}; only answers to the same "
                "questionnaire stand side by side.",
                file=file,
                one=last.core.id,
                other=assessment.core.id,
            )
        )
    if [step.value for step in last.core.scale] != [step.value for step in assessment.core.scale]:
        raise AssessError(
            _(
                "{file}: its levels have other values than those of the files before it, so that "
                "their scores cannot stand side by side.",
                file=file,
            )
        )

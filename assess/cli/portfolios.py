"""Many assessments in one go: units of an organisation, or clients of a consultancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.cli.files import ENDING
from assess.cli.speaking import shown
from assess.errors import AssessError
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from assess.model.assessment import Assessment
    from assess.model.portfolio import Portfolio
    from assess.scoring.portfolio import By, Entry

MANY = 50
"""From so many files on a bar shows how far it is."""


def show_portfolio(files: Sequence[Path], by: By, *, anonymous: bool, as_json: bool) -> None:
    """Print ranks, quarters and spread of *files*, and of the assessments in folders among them.

    What cannot be read is named and left out; the exit status is 1 then.

    Raises:
        AssessError: Nothing can be read, or they answer different questionnaires.

    """
    from assess.cli.printing import print_json
    from assess.terminal.portfolio import print_portfolio

    left_out: list[AssessError] = []
    found = _portfolio(list(_every(files)), by, left_out, anonymous=anonymous)
    if as_json:
        print_json(found)
    else:
        print_portfolio(found)
    if left_out:
        told = n_("{n} file was left out:", "{n} files were left out:", len(left_out))
        click.echo("\n".join([told, *map(str, left_out)]), err=True)
        raise SystemExit(1)


def _every(files: Iterable[Path]) -> Iterator[Path]:
    from assess.store.folders import files_ending

    for file in files:
        if file.is_dir():
            yield from files_ending(file, ENDING)
        else:
            yield file


def _portfolio(
    files: list[Path], by: By, left_out: list[AssessError], *, anonymous: bool
) -> Portfolio:
    from assess.scoring.fingerprint import verify
    from assess.scoring.portfolio import portfolio
    from assess.store.glances import Glances

    glances, last = Glances(verify), None
    entries: list[Entry] = []
    with _bar(files) as bar:
        for file in bar:
            try:
                assessment = glances.read(file)
            except AssessError as error:
                left_out.append(error)
                continue
            _make_sure_same(last, assessment, file)
            last = assessment
            entries.append(_entry(assessment))
    if last is None:
        raise left_out[0] if left_out else AssessError(_("There is no assessment to compare."))
    core = shown(last).assessment.core
    return portfolio(
        entries,
        by=by,
        questionnaire=core.id,
        titles={dimension.id: dimension.title for dimension in core.dimensions},
        anonymous=_("No. {n}") if anonymous else "",
    )


def _bar(files: list[Path]) -> click._termui_impl.ProgressBar[Path]:
    import sys

    quiet = len(files) < MANY or not sys.stderr.isatty()
    return click.progressbar(files, label=_("Reading"), file=sys.stderr, hidden=quiet)


def _entry(assessment: Assessment) -> Entry:
    from assess.scoring.portfolio import Entry
    from assess.scoring.sheet import only_interview
    from assess.scoring.standing import standing_of

    interview = only_interview(assessment)
    standing = standing_of(assessment, interview.answers if interview else {})
    return Entry(
        organisation=assessment.organisation,
        unit=assessment.unit,
        cycle=assessment.cycle,
        date=assessment.date,
        score=standing.overall.score,
        level=standing.overall.level,
        coverage=standing.overall.coverage,
        dimensions={dimension.id: dimension.score for dimension in standing.dimensions},
    )


def _make_sure_same(last: Assessment | None, assessment: Assessment, file: Path) -> None:
    if last is not None and last.core.id != assessment.core.id:
        raise AssessError(
            _(
                "{file}: answers {other}, the files before it {one}; only answers to the same "
                "questionnaire stand side by side.",
                file=file,
                one=last.core.id,
                other=assessment.core.id,
            )
        )

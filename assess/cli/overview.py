"""`assess` alone: the assessments of this folder, how far they are, and what comes next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assess.cli.files import ENDING, beside, make_sure_as_asked, quoted
from assess.errors import AssessError
from assess.interview.agenda import Agenda
from assess.interview.progress import progress
from assess.scoring.evaluate import evaluate
from assess.scoring.sheet import only_interview
from assess.store import assessments
from assess.store.cycles import cycle_before
from assess.store.folders import files_ending
from assess.terminal.overview import Standing, print_overview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.assessment import Assessment


def show_overview() -> bool:
    """Print the overview of this folder; return whether it holds any assessment."""
    read = [_read(file) for file in files_ending(Path(), ENDING)]
    sound = [(file, found) for file, found in read if not isinstance(found, AssessError)]
    print_overview([_standing(file, found, sound) for file, found in read])
    return bool(read)


def _read(file: Path) -> tuple[Path, Assessment | AssessError]:
    try:
        assessment = assessments.load(file)
        make_sure_as_asked(assessment, file)
    except AssessError as error:
        return file, error
    return file, assessment


def _standing(
    file: Path, found: Assessment | AssessError, sound: Sequence[tuple[Path, Assessment]]
) -> Standing:
    name = quoted(file)
    if isinstance(found, AssessError):
        return Standing(file.name, str(file), next=f"assess check {name}", problem=str(found))
    interview = only_interview(found)
    places = Agenda.of(found.questionnaires).places
    done = progress("", places, interview.answers if interview else {})
    report = beside(file, ".report.html")
    pair = cycle_before(found, sound)
    before = pair and pair[0]
    if done.open:
        following = f"assess run {name}"
    elif not report.is_file() or report.stat().st_mtime < file.stat().st_mtime:
        following = f"assess report {name}" + (f" --against {quoted(before)}" if before else "")
    elif before:
        following = f"assess compare {quoted(before)} {name}"
    else:
        following = f"assess score {name}"
    return Standing(
        " · ".join(filter(None, (found.organisation, found.unit, found.cycle))),
        str(file),
        next=following,
        date=found.date,
        done=done,
        # A level before the end would invite scoring to it.
        level=None if done.open else evaluate(found).overall.level,
    )

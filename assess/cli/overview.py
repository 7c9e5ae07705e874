"""`assess` alone: the assessments of this folder, how far they are, and what comes next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

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
from assess.terminal.plan import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.assessment import Assessment


ABOUT_A_YEAR: Final = dt.timedelta(days=330)
"""From so long after an assessment on its next cycle is suggested."""


def show_overview() -> bool:
    """Print the overview of this folder; return whether it holds any assessment."""
    today = dt.datetime.now().astimezone().date()
    read = [_read(file) for file in files_ending(Path(), ENDING)]
    sound = [(file, found) for file, found in read if not isinstance(found, AssessError)]
    print_overview([_standing(file, found, sound, today) for file, found in read])
    return bool(read)


def _read(file: Path) -> tuple[Path, Assessment | AssessError]:
    try:
        assessment = assessments.load(file)
        make_sure_as_asked(assessment, file)
    except AssessError as error:
        return file, error
    return file, assessment


def _standing(
    file: Path,
    found: Assessment | AssessError,
    sound: Sequence[tuple[Path, Assessment]],
    today: dt.date,
) -> Standing:
    name = quoted(file)
    if isinstance(found, AssessError):
        return Standing(file.name, str(file), next=f"assess check {name}", problem=str(found))
    interview = only_interview(found)
    places = Agenda.of(found.questionnaires).places
    done = progress("", places, interview.answers if interview else {})
    last = _is_last(found, sound)
    return Standing(
        " · ".join(filter(None, (found.organisation, found.unit, found.cycle))),
        str(file),
        next=f"assess run {name}" if done.open else _following(file, found, sound, today),
        date=found.date,
        done=done,
        # A level before the end would invite scoring to it.
        level=None if done.open else evaluate(found).overall.level,
        plan=counted(found.plan, today) if found.plan and last else "",
    )


def _following(
    file: Path, found: Assessment, sound: Sequence[tuple[Path, Assessment]], today: dt.date
) -> str:
    """Return the command that comes next for a finished assessment."""
    name = quoted(file)
    report = beside(file, ".report.html")
    pair = cycle_before(found, sound)
    before = pair and quoted(pair[0])
    if not report.is_file() or report.stat().st_mtime < file.stat().st_mtime:
        return f"assess report {name}" + (f" --against {before}" if before else "")
    if _is_last(found, sound):
        if today - found.date >= ABOUT_A_YEAR:
            return f"assess renew {name}"
        if any(one.is_overdue(today) for one in found.plan):
            return f"assess plan {name}"
    return f"assess compare {before} {name}" if before else f"assess score {name}"


def _is_last(found: Assessment, sound: Sequence[tuple[Path, Assessment]]) -> bool:
    """Tell whether no later cycle of the same organisation and unit lies in this folder."""
    whose = (found.organisation, found.unit)
    return not any(
        (one.organisation, one.unit) == whose and one.date > found.date for _file, one in sound
    )

"""Write the example assessments anew: `python examples/build.py [FOLDER]`.

Needed after a change of the built-in questionnaire or of the file's form; the tests say so.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cycles import Story, years_of

from assess.model.assessment import Assessment, Interview
from assess.scoring.fingerprint import as_asked
from assess.store import assessments
from assess.store.folders import make_folder
from assess.store.library import load_questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.model.assessment import AskedQuestionnaire

HERE = Path(__file__).parent
TEN_YEARS = HERE / "ten-years"


def demo() -> Iterator[Assessment]:
    """Yield the years of the demo; the first two as they were before anything was agreed on them.

    What was agreed on the report of the second stands in the third, which was begun with it.
    """
    story = Story(
        files=HERE / "orvella-water",
        organisation="Orvella Water",
        assessor="Ines Marell",
        interview=Interview(id="assessor", role="assessor", respondent="Customer operations"),
        days=(dt.date(2025, 11, 7), dt.date(2026, 11, 6), dt.date(2027, 11, 5)),
        asked={"2025": as_asked(load_questionnaire("service-culture"))},
    )
    first, second, third = years_of(story)
    for year in (first, second):
        yield year.model_copy(update={"plan": (), "earlier": ()})
    yield third


def ten_years() -> Iterator[Assessment]:
    """Yield ten years of a library, whose questionnaire was revised twice."""
    story = Story(
        files=TEN_YEARS / "lindach-library",
        organisation="Lindach City Library",
        assessor="Tomas Reiter",
        interview=Interview(id="assessor", role="assessor", respondent="Head of public services"),
        days=tuple(dt.date(year, 10, 1) for year in range(2017, 2027)),
        asked={
            "2017": _asked("earlier-versions/library-service-1.yaml"),
            "2021": _asked("earlier-versions/library-service-2.yaml"),
            "2024": _asked("questionnaires/library-service.yaml"),
        },
    )
    yield from years_of(story)


def _asked(name: str) -> AskedQuestionnaire:
    return as_asked(load_questionnaire(str(TEN_YEARS / name)))


def _write(folder: Path, stem: str, years: Iterator[Assessment]) -> None:
    make_folder(folder)
    for year in years:
        file = folder / f"{stem}-{year.cycle}.assess.json"
        assessments.create(file, year, force=True)
        file.chmod(0o644)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    _write(target, "orvella-water", demo())
    _write(target / TEN_YEARS.name, "lindach-library", ten_years())

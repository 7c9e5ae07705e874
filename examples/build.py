"""Write the example assessments anew from their answers: `python examples/build.py`.

Needed after a change of the built-in questionnaire or of the file's form; the tests say so.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from assess.exchange.answers import read_answers
from assess.interview.paper import with_answers
from assess.model.assessment import Assessment, Interview
from assess.scoring.fingerprint import as_asked
from assess.store import assessments
from assess.store.library import load_questionnaire

HERE = Path(__file__).parent
DAYS = (dt.date(2025, 11, 7), dt.date(2026, 11, 6))


def example(day: dt.date) -> Assessment:
    """Return the example assessment of the year of *day*."""
    core = load_questionnaire("service-culture")
    given = read_answers(HERE / f"orvella-water-{day.year}.answers.yaml", [core])
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    interview = Interview(id="assessor", role="assessor", respondent="Customer operations")
    return Assessment(
        organisation="Orvella Water",
        cycle=str(day.year),
        date=day,
        assessor="Ines Marell",
        interviews=(with_answers(interview, given, order=core.questions, at=noon),),
        as_asked=(as_asked(core),),
    )


if __name__ == "__main__":
    for chosen in DAYS:
        file = HERE / f"orvella-water-{chosen.year}.assess.json"
        assessments.create(file, example(chosen), force=True)
        file.chmod(0o644)

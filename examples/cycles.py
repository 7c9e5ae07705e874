"""Cycle after cycle of one organisation, from what was answered and agreed in each.

Each is begun by `assess renew`, answered by `assess run --answers` and planned by `assess plan`;
here at days that are long gone or still to come.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.exchange.answers import read_answers
from assess.interview.paper import with_answers
from assess.model.assessment import Assessment
from assess.model.localised import localised
from assess.model.planned import PlannedAction
from assess.scoring import planning
from assess.scoring.evaluate import evaluate
from assess.scoring.renewal import renewed
from assess.store import strict_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from assess.model.assessment import AskedQuestionnaire, Interview
    from assess.model.scorecard import ProposedAction


@dataclass(frozen=True)
class Story:
    """Who answered on which days; `asked` are the questionnaires by the cycle that took them first.

    `files` is what the names of its files begin with: the answers of each cycle, and the plans.
    """

    files: Path
    organisation: str
    assessor: str
    interview: Interview
    days: tuple[dt.date, ...]
    asked: Mapping[str, AskedQuestionnaire]


def years_of(story: Story) -> Iterator[Assessment]:
    """Yield the cycles of *story*, each begun with the one before."""
    plans = strict_yaml.load(story.files.with_name(f"{story.files.name}.plans.yaml")).value
    year = None
    for day in story.days:
        begun = _begun(story, year, day)
        answers = story.files.with_name(f"{story.files.name}-{begun.cycle}.answers.yaml")
        year = _agreed(_answered(begun, story.interview, answers), plans.get(begun.cycle, {}))
        yield year


def _begun(story: Story, last: Assessment | None, day: dt.date) -> Assessment:
    cycle = str(day.year)
    asked = (story.asked[cycle],) if cycle in story.asked else ()
    if last:
        return renewed(last, cycle=cycle, date=day, as_asked=asked)
    return Assessment(
        organisation=story.organisation,
        cycle=cycle,
        date=day,
        assessor=story.assessor,
        as_asked=asked,
    )


def _answered(begun: Assessment, interview: Interview, answers: Path) -> Assessment:
    noon = dt.datetime.combine(begun.date, dt.time(12), dt.UTC)
    given = read_answers(answers, begun.questionnaires)
    order = [name for asked in begun.questionnaires for name in asked.questions]
    told = with_answers(interview, given, order=order, at=noon)
    return begun.model_copy(update={"interviews": (told,)})


def _agreed(year: Assessment, said: Mapping[str, Mapping[str, object]]) -> Assessment:
    """Return *year* with what is *said* of each action, by id.

    What has a status is followed up; what has words is its own; the rest it proposes itself.
    """
    plan, proposed = year.plan, _proposed(year)
    for name, written in said.items():
        if "action" in written:
            plan = planning.added(plan, str(written["action"]), year.cycle)
        elif "status" not in written:
            plan = planning.accepted(plan, [proposed[name]], year.cycle)
        one = plan[planning.place_of(plan, name)]
        plan = planning.updated(plan, name, **_fields(one, written))
    return year.model_copy(update={"plan": plan})


def _proposed(year: Assessment) -> Mapping[str, ProposedAction]:
    """Return the proposed actions of *year* by id, in the words that people read."""
    asked = tuple(
        one.model_copy(update={"questionnaire": localised(one.questionnaire).questionnaire})
        for one in year.as_asked
    )
    card = evaluate(year.model_copy(update={"as_asked": asked}))
    return {action.id: action for action in card.actions}


def _fields(one: PlannedAction, written: Mapping[str, object]) -> dict[str, object]:
    """Return what is *written* of an action as fields of the model."""
    known = {"id": one.id, "action": one.action, "agreed": one.agreed, **written}
    read = PlannedAction.model_validate_json(json.dumps(known))
    return {name: getattr(read, name) for name in written}

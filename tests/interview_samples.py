"""A small questionnaire for the interview, and a clock that stands still."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING

from assess.interview.conversation import Conversation, Turn
from assess.interview.earlier import NOTHING_EARLIER
from assess.interview.grammar import parse
from assess.interview.steps import step
from assess.model.assessment import Assessment, Interview
from assess.model.questionnaire import Dimension, Option, Question, Questionnaire
from assess.model.rules import EvidenceRule
from assess.scoring.evaluate import evaluate
from assess.scoring.fingerprint import as_asked
from assess.terminal.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assess.interview.earlier import Earlier

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
EMPTY = Interview(id="assessor")


def question(name: str, title: str, **fields: object) -> Question:
    """Return a question with three levels."""
    levels = (f"{title}: nobody.", f"{title}: some people.", f"{title}: everybody.")
    return Question(id=name, title=title, question=f"Who does {title}?", levels=levels, **fields)


SMALL = Questionnaire(
    id="small",
    version="1.0.0",
    title="Small checklist",
    intro="Choose the highest level that is fully true.",
    scale=(
        Option(name="Low", value=1),
        Option(name="Middle", value=2),
        Option(name="High", value=3),
    ),
    roles={"manager": "Leads people"},
    evidence=EvidenceRule(from_level=3, counts_as=2),
    dimensions=(
        Dimension(
            id="greeting",
            title="Greeting",
            purpose="How guests are met.",
            questions=(
                question("greeting-door", "Welcome at the door", express=True, ask=("manager",)),
                question("greeting-name", "Knowing the name", not_applicable=False, why="Names."),
                question("greeting-phone", "Answering the phone", evidence=("Call list",)),
            ),
        ),
        Dimension(
            id="repair",
            title="Repair of Πελάτης' trust",
            questions=(
                question("repair-speed", "Speed", express=True, ask=("manager",)),
                question("repair-letter", "Élan of the letter"),
            ),
        ),
    ),
)
OTHER = Questionnaire(
    id="other",
    version="1.0.0",
    title="Other checklist",
    scale=SMALL.scale,
    dimensions=(
        Dimension(id="greeting", title="Another", questions=(question("other-one", "One"),)),
    ),
)
IDS = tuple(SMALL.questions)


def fresh(
    interview: Interview = EMPTY, *, express: bool = False, earlier: Earlier = NOTHING_EARLIER
) -> Conversation:
    """Return a conversation about the small questionnaire."""
    return Conversation.start([SMALL], interview, express=express, earlier=earlier)


def assessed(*interviews: Interview, cycle: str = "2026", of: Questionnaire = SMALL) -> Assessment:
    """Return an assessment by the small questionnaire."""
    return Assessment(
        organisation="Acme",
        cycle=cycle,
        date=NOON.date(),
        interviews=interviews,
        as_asked=(as_asked(of),),
    )


def desk(save: Callable[[Interview], None] = lambda _interview: None, opening: str = "") -> Desk:
    """Return a desk whose clock stands still."""
    return Desk(save, lambda interview: evaluate(assessed(interview)), lambda: NOON, opening)


def turns(conversation: Conversation, lines: Iterable[str]) -> Iterator[Turn]:
    """Yield what each typed line leads to, one second after the other."""
    for line, second in zip(lines, count()):
        turn = step(conversation, parse(line, 3), NOON + dt.timedelta(seconds=second))
        conversation = turn.conversation
        yield turn


def after(*lines: str, start: Conversation | None = None) -> Turn:
    """Return the last turn of a conversation in which *lines* were typed."""
    return [*turns(start or fresh(), lines)][-1]

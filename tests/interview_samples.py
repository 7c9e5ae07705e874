"""A small questionnaire for the interview, and a clock that stands still."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING

from assess.interview.conversation import Conversation, Turn, step
from assess.interview.grammar import parse
from assess.model.assessment import Interview
from assess.model.questionnaire import Dimension, Option, Question, Questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def fresh(interview: Interview = EMPTY, *, express: bool = False) -> Conversation:
    """Return a conversation about the small questionnaire."""
    return Conversation.start([SMALL], interview, express=express)


def turns(conversation: Conversation, lines: Iterable[str]) -> Iterator[Turn]:
    """Yield what each typed line leads to, one second after the other."""
    for line, second in zip(lines, count()):
        turn = step(conversation, parse(line, 3), NOON + dt.timedelta(seconds=second))
        conversation = turn.conversation
        yield turn


def after(*lines: str, start: Conversation | None = None) -> Turn:
    """Return the last turn of a conversation in which *lines* were typed."""
    return [*turns(start or fresh(), lines)][-1]

"""Answers, progress and reviews in words, the same in every mode of the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.interview import review
from assess.interview.conversation import in_words
from assess.interview.pace import minutes_left
from assess.language.messages import N_, _, n_
from assess.model.roles import role_name
from assess.terminal.layout import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assess.interview.agenda import Place
    from assess.interview.commands import Which
    from assess.interview.conversation import Conversation, Turn
    from assess.interview.progress import Progress
    from assess.model.assessment import Answer

SHOWN: Final = 300
"""The most characters of a note that stand beside a question."""

_REVIEWS: Final[Mapping[Which, str]] = {
    "all": N_("all answers"),
    "open": N_("open"),
    "parked": N_("parked for later"),
    "dont-know": N_("don't know"),
    "changed": N_("changed since the cycle before"),
}


def review_name(which: Which, conversation: Conversation) -> str:
    """Return what a kind of review shows, in a few words."""
    if which == "unproven":
        level = min(review.evidence_from(place) for place in conversation.agenda.places)
        return _("no evidence although level {level} or higher", level=level)
    if which == "changed" and conversation.earlier.cycle:
        return _("changed since {cycle}", cycle=conversation.earlier.cycle)
    return _(_REVIEWS[which])


def reviews(conversation: Conversation) -> list[tuple[Which, str]]:
    """Return every kind of review with what it shows and how much there is of it."""
    known = (w for w in review.WHICH if w != "changed" or conversation.earlier.cycle)
    return [
        (which, f"{review_name(which, conversation)} ({len(review.reviewed(conversation, which))})")
        for which in known
    ]


def heading(place: Place, conversation: Conversation) -> str:
    """Return where a question stands, how much is done, and about how long the rest takes."""
    whole = conversation.progress
    standing = _(
        "{title} {number} of {total} · {done}",
        title=place.dimension.title,
        number=place.number,
        total=len(place.dimension.questions),
        done=done(whole),
    )
    left = time_left(conversation) if whole.answered else ""
    return f"{standing} · {left}" if left else standing


def time_left(conversation: Conversation) -> str:
    """Return about how long the open questions take, empty where nothing says so."""
    minutes = minutes_left(conversation)
    if minutes is None:
        return ""
    return n_("about {n} minute left", "about {n} minutes left", minutes)


def done(progress: Progress) -> str:
    """Return how many of the questions have an answer."""
    return _("{n} of {total} answered", n=progress.answered, total=progress.asked)


def counts(progress: Progress) -> str:
    """Return how many questions have which kind of answer."""
    still = _("{n} open", n=progress.open) if progress.open else ""
    return joined(done(progress), *unlevelled(progress), still)


def unlevelled(progress: Progress) -> tuple[str, str]:
    """Return how many answers are no level, empty for none."""
    return (
        _("{n} don't know", n=progress.dont_know) if progress.dont_know else "",
        _("{n} not applicable", n=progress.not_applicable) if progress.not_applicable else "",
    )


def joined(*parts: str) -> str:
    """Return what is not empty, with commas."""
    return ", ".join(part for part in parts if part)


def state(place: Place, answer: Answer) -> str:
    """Return an answer's level with its name, or what it is instead, with its reason."""
    if answer.level is not None:
        name = place.questionnaire.level_name(answer.level)
        return _("level {level}, {name}", level=answer.level, name=name)
    reason = f": {clipped(answer.not_applicable, SHOWN)}" if answer.not_applicable else ""
    return in_words(answer) + reason


def given(place: Place, conversation: Conversation) -> Iterator[str]:
    """Yield what was answered, noted and shown so far, then what was said a cycle before."""
    answer = conversation.answer(place.id)
    if answer.state != "unanswered":
        yield _("Answered: {state}", state=state(place, answer))
    if answer.parked:
        yield _("Parked for later")
    if answer.note:
        yield _("Note: {text}", text=clipped(answer.note, SHOWN))
    for number, piece in enumerate(answer.evidence, 1):
        yield _("Evidence {number}: {text}", number=number, text=clipped(piece, SHOWN))
    yield from before(place, conversation)


def before(place: Place, conversation: Conversation) -> Iterator[str]:
    """Yield what was answered, noted and shown in the cycle before, if there is one."""
    earlier = conversation.earlier
    answer = earlier.answers.get(place.id)
    if answer is None:
        return
    cycle = earlier.cycle
    yield _("{cycle}: {state}", cycle=cycle, state=_state_then(place, answer))
    if place.id in earlier.reworded:
        yield _("{cycle}: the question had another meaning then", cycle=cycle)
    if answer.note:
        yield _("{cycle}, note: {text}", cycle=cycle, text=clipped(answer.note, SHOWN))
    for piece in answer.evidence:
        yield _("{cycle}, evidence: {text}", cycle=cycle, text=clipped(piece, SHOWN))


def reviewed(place: Place, conversation: Conversation) -> str:
    """Return a question's title with its answer, and that of the cycle before if it differs."""
    answer = conversation.answer(place.id)
    now = _now(place, answer)
    if conversation.earlier.differs(place.id, answer):
        then = _state_then(place, conversation.earlier.answers[place.id])
        now = _("{now} ({cycle}: {then})", now=now, cycle=conversation.earlier.cycle, then=then)
    return f"{place.question.title}: {now}"


def noted(answer: Answer) -> Iterator[str]:
    """Yield the note and the evidence of an answer; longer texts are cut."""
    if answer.note:
        yield _("note: {text}", text=clipped(answer.note, SHOWN))
    for piece in answer.evidence:
        yield _("evidence: {text}", text=clipped(piece, SHOWN))


def saved(turn: Turn) -> str:
    """Return the acknowledgement of an answer, which is durable by now."""
    return _("saved {question}: {outcome}", question=turn.changed, outcome=turn.outcome)


def not_kept(turn: Turn) -> str:
    """Return which answer could not be saved."""
    return _(
        "Not kept: {outcome} for {question}. Everything before is.",
        outcome=turn.outcome,
        question=turn.changed,
    )


def whom_to_ask(place: Place) -> list[str]:
    """Return the roles that can answer, each with what it is."""
    roles = place.questionnaire.roles
    asked = [
        f"{role_name(role)}: {roles[role]}" if role in roles else role_name(role)
        for role in place.question.ask
    ]
    return asked or [_("anybody who knows")]


def evidence_to_look_for(place: Place) -> list[str]:
    """Return what can show the level."""
    return [*place.question.evidence] or [_("whatever shows the level")]


def dont_know_name(place: Place) -> str:
    """Return what its questionnaire calls "don't know"."""
    return place.questionnaire.special_answers.dont_know or _("Don't know")


def not_applicable_name(place: Place) -> str:
    """Return what its questionnaire calls "not applicable"."""
    return place.questionnaire.special_answers.not_applicable or _("Not applicable")


def _now(place: Place, answer: Answer) -> str:
    if answer.state == "unanswered":
        return in_words(answer) if answer.parked else _("open")
    return joined(state(place, answer), _("parked for later") if answer.parked else "")


def _state_then(place: Place, answer: Answer) -> str:
    """Return an earlier answer in words; its level may lie above the scale of today."""
    top = len(place.questionnaire.scale)
    beyond = answer.level is not None and answer.level > top
    return in_words(answer) if beyond else state(place, answer)

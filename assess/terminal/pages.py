"""What line mode shows, as plain text: it reads the same on paper and through a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.interview.conversation import in_words
from assess.interview.grammar import forms
from assess.interview.refusals import ALWAYS_APPLIES, AT_THE_END, NO_REASON
from assess.terminal.layout import clipped, counted, rows, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.interview.agenda import Place
    from assess.interview.conversation import Conversation
    from assess.interview.progress import Progress
    from assess.model.assessment import Answer

_SHOWN: Final = 300
"""The most characters of a note that stand beside a question."""

_MATCHES: Final = 15
"""The most questions that a search lists."""


_INSTEAD: Final = {
    AT_THE_END: "g WHERE goes to one.",
    ALWAYS_APPLIES: "Type a level, or dk for don't know.",
    NO_REASON: "Type na REASON.",
}
"""What can be typed after a refusal."""


def start(conversation: Conversation, width: int) -> str:
    """Return the opening: what is asked, how to choose a level, and where the interview stands."""
    first = conversation.agenda.places[0].questionnaire
    titles = dict.fromkeys(place.questionnaire.title for place in conversation.agenda.places)
    paragraphs = [
        wrapped(f"{', '.join(titles)}: {_length(conversation)}", width),
        wrapped(first.intro, width),
        wrapped(
            f"Type a number from 1 to {len(first.scale)}, with a note and behind // what you were"
            " shown, if you like:",
            width,
        )
        + "\n"
        + wrapped(
            f"{len(first.scale) - 1} step count seen // list of 3 March",
            width,
            first="  ",
            hanging=4,
        ),
        wrapped(
            "Every answer is saved at once. q stops at any time, and the same command goes on"
            " from there. ? lists all commands.",
            width,
        ),
        wrapped(_standing(conversation), width),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def question(place: Place, conversation: Conversation, width: int, *, opening: bool = True) -> str:
    """Return a question with its level descriptions and what was answered so far.

    *opening* adds what the dimension is about: for the first question shown of it.
    """
    asked, whole = place.question, conversation.progress
    of = len(place.dimension.questions)
    heading = f"{place.dimension.title} {place.number} of {of} · {_done(whole)}"
    purpose = wrapped(place.dimension.purpose, width) if opening else ""
    parts = [
        "\n".join(part for part in (wrapped(heading, width), purpose) if part),
        wrapped(f"{asked.title} [{asked.id}]", width, first=f"{place.label} "),
        wrapped(asked.question, width),
        "\n".join(_levels(place, width)),
        "\n".join(_given(place, conversation.answer(place.id), width)),
    ]
    return "\n\n".join(part for part in parts if part)


def hints(place: Place, width: int) -> str:
    """Return whom to ask and what evidence to look for."""
    roles = place.questionnaire.roles
    asked = [f"{role}: {roles[role]}" if role in roles else role for role in place.question.ask]
    return "\n".join(
        [
            "Whom to ask:",
            *_bullets(asked or ["anybody who knows"], width),
            "Evidence to look for:",
            *_bullets(place.question.evidence or ["whatever shows the level"], width),
        ]
    )


def why(place: Place, width: int) -> str:
    """Return why the question matters, and how to choose a level."""
    reason = place.question.why or place.dimension.purpose
    intro = place.questionnaire.intro
    parts = [
        wrapped(f"Why this matters: {reason}", width) if reason else "",
        wrapped(f"How to choose: {intro}", width) if intro else "",
    ]
    return "\n".join(part for part in parts if part) or "No reason is given."


def review(conversation: Conversation, width: int) -> str:
    """Return every answer by dimension, in words; longer texts are cut."""
    parts = []
    for chapter in conversation.agenda.chapters:
        shown = [p for p in chapter if p.asked or p.id in conversation.interview.answers]
        heading = f"{chapter[0].chapter} {chapter[0].dimension.title}"
        lines = [line for p in shown for line in _reviewed(p, conversation.answer(p.id), width)]
        parts += ["\n".join([wrapped(heading, width), *lines])] if shown else []
    return "\n\n".join([*parts, wrapped(_standing(conversation), width)])


def progress(conversation: Conversation, width: int) -> str:
    """Return how far each dimension and the whole interview is."""
    each = [(one.title, one) for one in conversation.chapters]
    lines = [*each, ("Altogether", conversation.progress)]
    return "\n".join(wrapped(f"{t}: {_counts(one)}", width, hanging=4) for t, one in lines)


def commands(levels: int, width: int) -> str:
    """Return how to type every command on a scale of 1 to *levels*."""
    return "What you can type:\n" + rows(forms(levels), width)


def matches(places: Iterable[Place], width: int) -> str:
    """Return a list of questions to go to."""
    found = tuple(places)
    lines = [
        wrapped(f"{p.question.title} [{p.id}]", width, first=f"  {p.label} ")
        for p in found[:_MATCHES]
    ]
    more = [f"  and {len(found) - _MATCHES} more"] if len(found) > _MATCHES else []
    where = "there" if len(found) == 1 else "to the first of them"
    return "\n".join([*lines, *more, wrapped(f"g {found[0].label} goes {where}.", width)])


def end(conversation: Conversation, width: int) -> str:
    """Return what is said once everything is answered."""
    done = conversation.progress
    are = "The question is" if done.asked == 1 else f"All {done.asked} questions are"
    counts = _join(counted(done.levels, "level"), *_others(done))
    return "\n".join(
        [
            wrapped(f"{are} answered: {counts}.", width),
            wrapped("r reviews them, g WHERE goes to one of them, q ends.", width),
        ]
    )


def farewell(conversation: Conversation, width: int) -> str:
    """Return the last words."""
    done = conversation.progress
    onward = "" if not done.open else " The same command goes on from here."
    return wrapped(f"{_done(done)}. Everything is saved.{onward}", width)


def message(said: str, width: int) -> str:
    """Return a message of the conversation, and behind a refusal what can be typed instead."""
    return wrapped(f"{said} {_INSTEAD.get(said, '')}", width)


def prompt(conversation: Conversation) -> str:
    """Return the short line behind which people type."""
    if conversation.place is None:
        return "All answered; q to end, or ? for help: "
    return f"Level 1-{len(conversation.place.questionnaire.scale)}, or ? for help: "


def _standing(conversation: Conversation) -> str:
    done = conversation.progress
    if conversation.place is None:
        return f"All {counted(done.asked, 'question')} have an answer."
    if done.answered == 0:
        return ""
    return f"{_done(done)}; the next open one is {conversation.place.label}."


def _length(conversation: Conversation) -> str:
    questions = counted(conversation.progress.asked, "question")
    minutes = conversation.agenda.places[0].questionnaire.minutes
    short = any(not place.asked for place in conversation.agenda.places)
    about = None if minutes is None else minutes.express if short else minutes.full
    return questions if about is None else f"{questions}, about {counted(about, 'minute')}"


def _done(done: Progress) -> str:
    return f"{done.answered} of {done.asked} answered"


def _counts(done: Progress) -> str:
    return _join(_done(done), *_others(done), f"{done.open} open" if done.open else "")


def _others(done: Progress) -> tuple[str, str]:
    return (
        f"{done.dont_know} don't know" if done.dont_know else "",
        f"{done.not_applicable} not applicable" if done.not_applicable else "",
    )


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _levels(place: Place, width: int) -> Iterator[str]:
    for level, text in enumerate(place.question.levels, 1):
        yield wrapped(text, width, first=f" {level:2}  ")
    named = place.questionnaire.special_answers
    others = [f"dk: {named.dont_know}"]
    if place.question.not_applicable:
        others.append(f"na REASON: {named.not_applicable}")
    in_one = "   ".join(others)
    for other in [in_one] if len(in_one) < width else others:
        yield wrapped(other, width, first=" ")


def _given(place: Place, answer: Answer, width: int) -> Iterator[str]:
    if answer.state != "unanswered":
        yield wrapped(f"Answered: {_state(place, answer)}", width, hanging=4)
    if answer.note:
        yield wrapped(f"Note: {clipped(answer.note, _SHOWN)}", width, hanging=4)
    for number, piece in enumerate(answer.evidence, 1):
        yield wrapped(f"Evidence {number}: {clipped(piece, _SHOWN)}", width, hanging=4)


def _state(place: Place, answer: Answer) -> str:
    if answer.level is not None:
        return f"level {answer.level}, {place.questionnaire.level_name(answer.level)}"
    reason = f": {clipped(answer.not_applicable, _SHOWN)}" if answer.not_applicable else ""
    return in_words(answer) + reason


def _reviewed(place: Place, answer: Answer, width: int) -> Iterator[str]:
    state = "open" if answer.state == "unanswered" else _state(place, answer)
    yield wrapped(f"{place.question.title}: {state}", width, first=f"  {place.label} ")
    if answer.note:
        yield wrapped(f"note: {clipped(answer.note, _SHOWN)}", width, first=" " * 6)
    for piece in answer.evidence:
        yield wrapped(f"evidence: {clipped(piece, _SHOWN)}", width, first=" " * 6)


def _bullets(texts: Iterable[str], width: int) -> Iterator[str]:
    return (wrapped(text, width, first="  - ") for text in texts)

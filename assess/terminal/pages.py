"""What line mode shows, as plain text: it reads the same on paper and through a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.interview.conversation import in_words
from assess.interview.grammar import forms
from assess.interview.refusals import ALWAYS_APPLIES, AT_THE_END, NO_REASON
from assess.language.messages import N_, _, n_
from assess.model.roles import role_name
from assess.terminal.layout import clipped, rows, wrapped

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
    AT_THE_END: N_("g WHERE goes to one."),
    ALWAYS_APPLIES: N_("Type a level, or dk for don't know."),
    NO_REASON: N_("Type na REASON."),
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
            _(
                "Type a number from 1 to {most}, with a note and behind // what you were "
                "shown, if you like:",
                most=len(first.scale),
            ),
            width,
        )
        + "\n"
        + wrapped(
            _("{level} step count seen // list of 3 March", level=len(first.scale) - 1),
            width,
            first="  ",
            hanging=4,
        ),
        wrapped(
            _(
                "Every answer is saved at once. q stops at any time, and the same command goes on"
                " from there. ? lists all commands."
            ),
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
    heading = _(
        "{title} {number} of {total} · {done}",
        title=place.dimension.title,
        number=place.number,
        total=of,
        done=_done(whole),
    )
    purpose = wrapped(place.dimension.purpose, width) if opening else ""
    intro = (
        wrapped(place.questionnaire.intro, width)
        if opening and _begins(place, conversation)
        else ""
    )
    parts = [
        "\n".join(part for part in (wrapped(heading, width), purpose) if part),
        intro,
        wrapped(f"{asked.title} [{asked.id}]", width, first=f"{place.label} "),
        wrapped(asked.question, width),
        "\n".join(_levels(place, width)),
        "\n".join(_given(place, conversation.answer(place.id), width)),
    ]
    return "\n\n".join(part for part in parts if part)


def hints(place: Place, width: int) -> str:
    """Return whom to ask and what evidence to look for."""
    roles = place.questionnaire.roles
    asked = [
        f"{role_name(role)}: {roles[role]}" if role in roles else role_name(role)
        for role in place.question.ask
    ]
    return "\n".join(
        [
            _("Whom to ask:"),
            *_bullets(asked or [_("anybody who knows")], width),
            _("Evidence to look for:"),
            *_bullets(place.question.evidence or [_("whatever shows the level")], width),
        ]
    )


def why(place: Place, width: int) -> str:
    """Return why the question matters, and how to choose a level."""
    reason = place.question.why or place.dimension.purpose
    intro = place.questionnaire.intro
    parts = [
        wrapped(_("Why this matters: {reason}", reason=reason), width) if reason else "",
        wrapped(_("How to choose: {intro}", intro=intro), width) if intro else "",
    ]
    return "\n".join(part for part in parts if part) or _("No reason is given.")


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
    lines = [*each, (_("Altogether"), conversation.progress)]
    return "\n".join(wrapped(f"{t}: {_counts(one)}", width, hanging=4) for t, one in lines)


def commands(levels: int, width: int) -> str:
    """Return how to type every command on a scale of 1 to *levels*."""
    return _("What you can type:") + "\n" + rows(forms(levels), width)


def matches(places: Iterable[Place], width: int) -> str:
    """Return a list of questions to go to."""
    found = tuple(places)
    lines = [
        wrapped(f"{p.question.title} [{p.id}]", width, first=f"  {p.label} ")
        for p in found[:_MATCHES]
    ]
    more = ["  " + _("and {n} more", n=len(found) - _MATCHES)] if len(found) > _MATCHES else []
    goes = n_(
        "g {label} goes there.",
        "g {label} goes to the first of them.",
        len(found),
        label=found[0].label,
    )
    return "\n".join([*lines, *more, wrapped(goes, width)])


def end(conversation: Conversation, width: int) -> str:
    """Return what is said once everything is answered."""
    done = conversation.progress
    counts = _join(n_("{n} level", "{n} levels", done.levels), *_others(done))
    return "\n".join(
        [
            wrapped(
                n_(
                    "The question is answered: {counts}.",
                    "All {n} questions are answered: {counts}.",
                    done.asked,
                    counts=counts,
                ),
                width,
            ),
            wrapped(_("r reviews them, g WHERE goes to one of them, q ends."), width),
        ]
    )


def farewell(conversation: Conversation, width: int) -> str:
    """Return the last words."""
    done = conversation.progress
    saved = _("{done}. Everything is saved.", done=_done(done))
    onward = _("The same command goes on from here.") if done.open else ""
    return wrapped(f"{saved} {onward}".strip(), width)


def message(said: str, width: int) -> str:
    """Return a message of the conversation, and behind a refusal what can be typed instead."""
    return wrapped(f"{said} {_instead(said)}", width)


def prompt(conversation: Conversation) -> str:
    """Return the short line behind which people type."""
    if conversation.place is None:
        return _("All answered; q to end, or ? for help: ")
    return _("Level 1-{most}, or ? for help: ", most=len(conversation.place.questionnaire.scale))


def _instead(said: str) -> str:
    """Return what can be typed after the refusal *said*."""
    return next((_(hint) for refused, hint in _INSTEAD.items() if _(refused) == said), "")


def _begins(place: Place, conversation: Conversation) -> bool:
    """Tell whether another questionnaire than the first begins here, with an intro of its own."""
    first = conversation.agenda.places[0].questionnaire
    own = next(p for p in conversation.agenda.places if p.questionnaire is place.questionnaire)
    return place.id == own.id and place.questionnaire.intro not in {"", first.intro}


def _standing(conversation: Conversation) -> str:
    done = conversation.progress
    if conversation.place is None:
        return n_("The question has an answer.", "All {n} questions have an answer.", done.asked)
    if done.answered == 0:
        return ""
    return _(
        "{done}; the next open one is {label}.", done=_done(done), label=conversation.place.label
    )


def _length(conversation: Conversation) -> str:
    questions = n_("{n} question", "{n} questions", conversation.progress.asked)
    short = any(not place.asked for place in conversation.agenda.places)
    asked = {place.questionnaire.id: place.questionnaire for place in conversation.agenda.places}
    stated = [questionnaire.minutes for questionnaire in asked.values()]
    each = [minutes and (minutes.express if short else minutes.full) for minutes in stated]
    about = sum(minutes for minutes in each if minutes)
    if not about:
        return questions
    return n_(
        "{questions}, about {n} minute",
        "{questions}, about {n} minutes",
        about,
        questions=questions,
    )


def _done(done: Progress) -> str:
    return _("{n} of {total} answered", n=done.answered, total=done.asked)


def _counts(done: Progress) -> str:
    return _join(_done(done), *_others(done), _("{n} open", n=done.open) if done.open else "")


def _others(done: Progress) -> tuple[str, str]:
    return (
        _("{n} don't know", n=done.dont_know) if done.dont_know else "",
        _("{n} not applicable", n=done.not_applicable) if done.not_applicable else "",
    )


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _levels(place: Place, width: int) -> Iterator[str]:
    for level, text in enumerate(place.question.levels, 1):
        yield wrapped(text, width, first=f" {level:2}  ")
    named = place.questionnaire.special_answers
    others = [_("dk: {dont_know}", dont_know=named.dont_know or _("Don't know"))]
    if place.question.not_applicable:
        applies = named.not_applicable or _("Not applicable")
        others.append(_("na REASON: {not_applicable}", not_applicable=applies))
    in_one = "   ".join(others)
    for other in [in_one] if len(in_one) < width else others:
        yield wrapped(other, width, first=" ")


def _given(place: Place, answer: Answer, width: int) -> Iterator[str]:
    if answer.state != "unanswered":
        yield wrapped(_("Answered: {state}", state=_state(place, answer)), width, hanging=4)
    if answer.note:
        yield wrapped(_("Note: {text}", text=clipped(answer.note, _SHOWN)), width, hanging=4)
    for number, piece in enumerate(answer.evidence, 1):
        yield wrapped(
            _("Evidence {number}: {text}", number=number, text=clipped(piece, _SHOWN)),
            width,
            hanging=4,
        )


def _state(place: Place, answer: Answer) -> str:
    if answer.level is not None:
        return _(
            "level {level}, {name}",
            level=answer.level,
            name=place.questionnaire.level_name(answer.level),
        )
    reason = f": {clipped(answer.not_applicable, _SHOWN)}" if answer.not_applicable else ""
    return in_words(answer) + reason


def _reviewed(place: Place, answer: Answer, width: int) -> Iterator[str]:
    state = _("open") if answer.state == "unanswered" else _state(place, answer)
    yield wrapped(f"{place.question.title}: {state}", width, first=f"  {place.label} ")
    if answer.note:
        yield wrapped(_("note: {text}", text=clipped(answer.note, _SHOWN)), width, first=" " * 6)
    for piece in answer.evidence:
        yield wrapped(_("evidence: {text}", text=clipped(piece, _SHOWN)), width, first=" " * 6)


def _bullets(texts: Iterable[str], width: int) -> Iterator[str]:
    return (wrapped(text, width, first="  - ") for text in texts)

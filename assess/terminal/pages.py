"""What line mode shows, as plain text: it reads the same on paper and through a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assess.interview.grammar import forms
from assess.interview.pace import minutes_stated
from assess.interview.refusals import ALWAYS_APPLIES, AT_THE_END, NO_REASON
from assess.interview.review import WHICH
from assess.language.messages import N_, _, n_
from assess.terminal import answers
from assess.terminal.layout import rows, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assess.interview.agenda import Place
    from assess.interview.conversation import Conversation, Turn

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
    asked = place.question
    heading = answers.heading(place, conversation)
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
        filled(answers.given(place, conversation), width),
    ]
    return "\n\n".join(part for part in parts if part)


def hints(place: Place, width: int) -> str:
    """Return whom to ask and what evidence to look for."""
    return "\n".join(
        [
            _("Whom to ask:"),
            *_bullets(answers.whom_to_ask(place), width),
            _("Evidence to look for:"),
            *_bullets(answers.evidence_to_look_for(place), width),
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


def review(turn: Turn, width: int) -> str:
    """Return the answers of a review by dimension, in words, and what other reviews there are."""
    conversation, parts = turn.conversation, []
    for chapter in conversation.agenda.chapters:
        shown = [place for place in turn.matches if place.chapter == chapter[0].chapter]
        heading = f"{chapter[0].chapter} {chapter[0].dimension.title}"
        lines = [line for place in shown for line in _reviewed(place, conversation, width)]
        parts += ["\n".join([wrapped(heading, width), *lines])] if shown else []
    if not parts:
        name = answers.review_name(turn.which, conversation)
        parts = [wrapped(_("None here: {review}.", review=name), width)]
    return "\n\n".join(
        [*parts, _reviews(conversation, width), wrapped(_standing(conversation), width)]
    )


def progress(conversation: Conversation, width: int) -> str:
    """Return how far each dimension and the whole interview is."""
    each = [(one.title, one) for one in conversation.chapters]
    lines = [*each, (_("Altogether"), conversation.progress)]
    return "\n".join(wrapped(f"{t}: {answers.counts(one)}", width, hanging=4) for t, one in lines)


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
    return "\n".join(
        [
            counted(conversation, width),
            wrapped(_("r reviews them, g WHERE goes to one of them, q ends."), width),
        ]
    )


def counted(conversation: Conversation, width: int) -> str:
    """Return how many answers of which kind there are, once everything is answered."""
    done = conversation.progress
    levels = n_("{n} level", "{n} levels", done.levels)
    counts = answers.joined(levels, *answers.unlevelled(done))
    said = n_(
        "The question is answered: {counts}.",
        "All {n} questions are answered: {counts}.",
        done.asked,
        counts=counts,
    )
    return wrapped(said, width)


def farewell(conversation: Conversation, width: int) -> str:
    """Return the last words."""
    done = conversation.progress
    if conversation.held:
        return wrapped(_("Nothing was changed."), width)
    saved = _("{done}. Everything is saved.", done=answers.done(done))
    onward = _("The same command goes on from here.") if done.open else ""
    return wrapped(f"{saved} {onward}".strip(), width)


def filled(lines: Iterable[str], width: int) -> str:
    """Return *lines*, each wrapped with an indent below its first line."""
    return "\n".join(wrapped(line, width, hanging=4) for line in lines)


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
        "{done}; the next open one is {label}.",
        done=answers.done(done),
        label=conversation.place.label,
    )


def _length(conversation: Conversation) -> str:
    questions = n_("{n} question", "{n} questions", conversation.progress.asked)
    about = minutes_stated(conversation)
    if about is None:
        return questions
    return n_(
        "{questions}, about {n} minute",
        "{questions}, about {n} minutes",
        about,
        questions=questions,
    )


def _levels(place: Place, width: int) -> Iterator[str]:
    for level, text in enumerate(place.question.levels, 1):
        yield wrapped(text, width, first=f" {level:2}  ")
    others = [_("dk: {dont_know}", dont_know=answers.dont_know_name(place))]
    if place.question.not_applicable:
        applies = answers.not_applicable_name(place)
        others.append(_("na REASON: {not_applicable}", not_applicable=applies))
    in_one = "   ".join(others)
    for other in [in_one] if len(in_one) < width else others:
        yield wrapped(other, width, first=" ")


def _reviews(conversation: Conversation, width: int) -> str:
    """Return how to see a part of the answers, with how many there are of each."""
    each = answers.reviews(conversation)
    return rows([(f"r {WHICH.index(which)}", said) for which, said in each], width)


def _reviewed(place: Place, conversation: Conversation, width: int) -> Iterator[str]:
    yield wrapped(answers.reviewed(place, conversation), width, first=f"  {place.label} ")
    for line in answers.noted(conversation.answer(place.id)):
        yield wrapped(line, width, first=" " * 6)


def _bullets(texts: Iterable[str], width: int) -> Iterator[str]:
    return (wrapped(text, width, first="  - ") for text in texts)

"""`assess run`: the interview."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.companions import with_companions
from assess.cli.files import FILE, make_sure_as_asked, quoted, the_assessment
from assess.cli.speaking import language_for, shown
from assess.errors import AssessError
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.assessment import Assessment, Interview
    from assess.model.questionnaire import Questionnaire
    from assess.store.assessments import Session


@spoken.command("run")
@spoken.argument("file", required=False, type=FILE)
@spoken.option("--role", metavar="ROLE", help="Whose view this is; assessor, if not given.")
@spoken.option("--respondent", metavar="NAME", help="Who answers.")
@spoken.option(
    "--with",
    "companions",
    multiple=True,
    metavar="ID",
    help="Add a questionnaire that accompanies it. Repeat for several.",
)
@spoken.option("--only", metavar="ID", help="Ask this one of its questionnaires alone.")
@spoken.option("--express", is_flag=True, help="Ask only the short set; coverage counts all.")
@spoken.option(
    "--answers", type=FILE, metavar="FILE", help="Take answers from YAML or CSV instead of asking."
)
def command(  # noqa: PLR0913, PLR0917  one parameter an option
    file: Path | None,
    role: str | None,
    respondent: str | None,
    companions: tuple[str, ...],
    only: str | None,
    answers: Path | None,
    *,
    express: bool,
) -> None:
    """Hold the interview of FILE; it always goes on where it stopped.

    FILE may be left out where the folder holds one assessment. Every answer is on the disk before
    the next question appears.
    """
    from assess.store.assessments import opened_for_writing

    no_input = click.get_current_context().find_root().meta.get("assess.no_input")
    if no_input and not answers and sys.stdin.isatty():
        raise click.UsageError(_("The interview asks; --answers FILE gives the answers."))
    gc.enable()
    path = the_assessment(file)
    with opened_for_writing(path) as session:
        make_sure_as_asked(session.assessment, path)
        language_for(session.assessment)
        if companions:
            session.save(with_companions(session.assessment, companions))
        interview = _interview(session.assessment, role, respondent)
        if answers:
            _take_over(session, interview, answers)
        else:
            asked = _asked(session.assessment, only)
            _hold(session, interview, asked, express=express)
        _say_next(session.assessment, path)


def _interview(assessment: Assessment, role: str | None, respondent: str | None) -> Interview:
    from assess.model.assessment import Interview

    if not assessment.interviews:
        _known_role(role, assessment)
        own = role or "assessor"
        return Interview(id=own, role=own, respondent=respondent or "")
    interview = assessment.interviews[0]
    if role not in {None, interview.role} or respondent not in {None, interview.respondent}:
        who = interview.role + (f" ({interview.respondent})" if interview.respondent else "")
        raise AssessError(
            _(
                "This assessment holds the interview of {who}. Start another assessment for "
                "another view, or leave out --role and --respondent to go on.",
                who=who,
            )
        )
    return interview


def _known_role(role: str | None, assessment: Assessment) -> None:
    roles = dict.fromkeys(r for asked in assessment.questionnaires for r in asked.roles)
    known = ("assessor", *roles)
    if role is not None and role not in known:
        raise click.UsageError(
            _("--role {role}: one of {names}.", role=role, names=", ".join(known))
        )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def _save(session: Session, interview: Interview) -> None:
    assessment = session.assessment
    session.save(assessment.model_copy(update={"interviews": (interview,)}))


def _asked(assessment: Assessment, only: str | None) -> list[Questionnaire]:
    """Return the questionnaires that are asked, in the language and with the word of today."""
    questionnaires = shown(assessment).assessment.questionnaires
    chosen = [asked for asked in questionnaires if only in {None, asked.id}]
    if not chosen:
        known = ", ".join(asked.id for asked in questionnaires)
        raise click.UsageError(_("--only {name}: one of {known}.", name=only, known=known))
    return chosen


def _hold(
    session: Session, interview: Interview, asked: list[Questionnaire], *, express: bool
) -> None:
    from assess.interview.conversation import Conversation
    from assess.terminal.lines import run_lines
    from assess.terminal.signals import stopping

    conversation = Conversation.start(asked, interview, express=express)
    with stopping(_("Stopped. Everything is saved; the same command goes on from here.")):
        run_lines(conversation, save=lambda changed: _save(session, changed), now=_now)


def _say_next(assessment: Assessment, path: Path) -> None:
    """Name the next step once nothing is open any more."""
    answers = assessment.interviews[0].answers if assessment.interviews else {}
    said = {name for name, answer in answers.items() if answer.state != "unanswered"}
    if said >= _all_questions(assessment):
        name = quoted(path)
        click.echo(_("Next: assess score {name}, then assess report {name}", name=name), err=True)


def _all_questions(assessment: Assessment) -> set[str]:
    return {name for asked in assessment.questionnaires for name in asked.questions}


def _take_over(session: Session, interview: Interview, answers: Path) -> None:
    from assess.exchange.answers import read_answers
    from assess.interview.paper import with_answers

    asked = session.assessment.questionnaires
    given = read_answers(answers, asked)
    order = [name for questionnaire in asked for name in questionnaire.questions]
    _save(session, with_answers(interview, given, order=order, at=_now()))
    click.echo(n_("Took over {n} answer.", "Took over {n} answers.", len(given)), err=True)

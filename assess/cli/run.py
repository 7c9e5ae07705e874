"""`assess run`: the interview."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from typing import TYPE_CHECKING

import click

from assess.cli.files import FILE, make_sure_as_asked, quoted, the_assessment
from assess.errors import AssessError

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.assessment import Assessment, Interview
    from assess.store.assessments import Session


@click.command("run")
@click.argument("file", required=False, type=FILE)
@click.option("--role", metavar="ROLE", help="Whose view this is; assessor, if not given.")
@click.option("--respondent", metavar="NAME", help="Who answers.")
@click.option("--express", is_flag=True, help="Ask only the short set; coverage counts all.")
@click.option(
    "--answers", type=FILE, metavar="FILE", help="Take answers from YAML or CSV instead of asking."
)
def command(
    file: Path | None,
    role: str | None,
    respondent: str | None,
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
        raise click.UsageError("The interview asks; --answers FILE gives the answers.")
    gc.enable()
    path = the_assessment(file)
    with opened_for_writing(path) as session:
        make_sure_as_asked(session.assessment, path)
        interview = _interview(session.assessment, role, respondent)
        if answers:
            _take_over(session, interview, answers)
        else:
            _hold(session, interview, express=express)
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
            f"This assessment holds the interview of {who}. Start another assessment for "
            "another view, or leave out --role and --respondent to go on."
        )
    return interview


def _known_role(role: str | None, assessment: Assessment) -> None:
    known = ("assessor", *assessment.core.roles)
    if role is not None and role not in known:
        raise click.UsageError(f"--role {role}: one of {', '.join(known)}.")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def _save(session: Session, interview: Interview) -> None:
    assessment = session.assessment
    session.save(assessment.model_copy(update={"interviews": (interview,)}))


def _hold(session: Session, interview: Interview, *, express: bool) -> None:
    from assess.interview.conversation import Conversation
    from assess.terminal.lines import run_lines
    from assess.terminal.signals import stopping

    conversation = Conversation.start([session.assessment.core], interview, express=express)
    with stopping("Stopped. Everything is saved; the same command goes on from here."):
        run_lines(conversation, save=lambda changed: _save(session, changed), now=_now)


def _say_next(assessment: Assessment, path: Path) -> None:
    """Name the next step once nothing is open any more."""
    answers = assessment.interviews[0].answers if assessment.interviews else {}
    said = {name for name, answer in answers.items() if answer.state != "unanswered"}
    if said >= set(assessment.core.questions):
        name = quoted(path)
        click.echo(f"Next: assess score {name}, then assess report {name}", err=True)


def _take_over(session: Session, interview: Interview, answers: Path) -> None:
    from assess.exchange.answers import read_answers
    from assess.interview.paper import with_answers

    core = session.assessment.core
    given = read_answers(answers, core)
    _save(session, with_answers(interview, given, order=core.questions, at=_now()))
    count = "1 answer" if len(given) == 1 else f"{len(given)} answers"
    click.echo(f"Took over {count}.", err=True)

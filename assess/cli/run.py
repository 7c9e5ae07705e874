"""`assess run`: the interview."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Literal

import click

from assess.cli import spoken
from assess.cli.companions import with_companions
from assess.cli.files import FILE, make_sure_as_asked, quoted, the_assessment
from assess.cli.following_up import follow_up_first
from assess.cli.interviewing import Wishes, hold, now
from assess.cli.speaking import language_for
from assess.errors import AssessError, HeldError
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.assessment import Assessment, Interview
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
    "--against",
    type=FILE,
    metavar="FILE",
    help="The cycle before, shown beside each question; found in this folder, if not given.",
)
@spoken.option("--plain", "mode", flag_value="plain", help="Ask line by line.")
@spoken.option("--full-screen", "mode", flag_value="full-screen", help="Ask on the full screen.")
@spoken.option(
    "--answers", type=FILE, metavar="FILE", help="Take answers from YAML or CSV instead of asking."
)
def command(  # noqa: PLR0913, PLR0917  one parameter an option
    file: Path | None,
    role: str | None,
    respondent: str | None,
    companions: tuple[str, ...],
    only: str | None,
    against: Path | None,
    mode: Literal["plain", "full-screen"] | None,
    answers: Path | None,
    *,
    express: bool,
) -> None:
    """Hold the interview of FILE; it always goes on where it stopped.

    FILE may be left out where the folder holds one assessment. Every answer is on the disk before
    the next question appears. While another session holds FILE it can be read, not changed.
    """
    from assess.store.assessments import opened_for_writing

    wishes = Wishes(only, against, mode, express=express)
    no_input = click.get_current_context().find_root().meta.get("assess.no_input")
    if no_input and not answers and sys.stdin.isatty():
        raise click.UsageError(_("The interview asks; --answers FILE gives the answers."))
    gc.enable()
    path = the_assessment(file)
    try:
        with opened_for_writing(path) as session:
            make_sure_as_asked(session.assessment, path)
            language_for(session.assessment)
            if companions:
                session.save(with_companions(session.assessment, companions))
            interview = _interview(session.assessment, role, respondent)
            if answers:
                _take_over(session, interview, answers)
            else:
                follow_up_first(session)
                hold(session.assessment, interview, wishes, save=session.save_interview)
            _say_next(session.assessment, path)
    except HeldError as held:
        if answers or companions or not sys.stdin.isatty():
            raise
        _show(path, wishes, held)


def _show(path: Path, wishes: Wishes, held: HeldError) -> None:
    """Show the interview that another session holds."""
    from assess.store.assessments import load

    assessment = load(path)
    make_sure_as_asked(assessment, path)
    hold(assessment, _interview(assessment, None, None), wishes, held=str(held))


def _interview(assessment: Assessment, role: str | None, respondent: str | None) -> Interview:
    from assess.model.assessment import Interview

    first = Interview(id="assessor")
    interview = next(iter(assessment.interviews), first)
    if not (interview.answers or interview.history):
        _known_role(role, assessment)
        own = role or interview.role
        whose = interview.respondent if respondent is None else respondent
        return Interview(id=own, role=own, respondent=whose)
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


def _say_next(assessment: Assessment, path: Path) -> None:
    """Name the next step once nothing is open any more, and what was agreed and is open still."""
    from assess.scoring.planning import open_from_before

    if waiting := len(open_from_before(assessment)):
        click.echo(
            n_(
                "{n} agreed action is still open: assess plan {name}",
                "{n} agreed actions are still open: assess plan {name}",
                waiting,
                name=quoted(path),
            ),
            err=True,
        )
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
    session.save_interview(with_answers(interview, given, order=order, at=now()))
    click.echo(n_("Took over {n} answer.", "Took over {n} answers.", len(given)), err=True)

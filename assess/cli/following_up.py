"""Before the interview: what became of the actions that were agreed in earlier cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.cli.speaking import shown
from assess.language.messages import _

if TYPE_CHECKING:
    from assess.model.planned import PlannedAction, Status
    from assess.store.assessments import Session


def follow_up_first(session: Session) -> None:
    """Ask a person what became of each agreed action; every answer is saved at once.

    Nothing is asked where nobody can answer, nor once the interview has begun: whoever goes on with
    it a fifth time has heard the questions, and `assess plan` follows up what is open.

    Raises:
        AssessError: An answer could not be saved.
        click.UsageError: The input ended.

    """
    import click

    from assess.scoring.planning import open_from_before, updated
    from assess.terminal.asking import InputEndedError, at_the_terminal, somebody_can_answer
    from assess.terminal.following_up import follow_up
    from assess.terminal.signals import stopping

    def settle(one: PlannedAction, status: Status, evidence: str) -> None:
        plan = updated(
            session.assessment.plan, one.id, status=status, evidence=(evidence,) if evidence else ()
        )
        session.save(session.assessment.model_copy(update={"plan": plan}))

    waiting = open_from_before(shown(session.assessment).assessment)
    begun = any(interview.answers for interview in session.assessment.interviews)
    if begun or not waiting or not somebody_can_answer():
        return
    with stopping(_("Stopped. Everything is saved; the same command goes on from here.")):
        try:
            follow_up(at_the_terminal(), waiting, settle)
        except InputEndedError as error:
            raise click.UsageError(_("The input ended before the interview began.")) from error

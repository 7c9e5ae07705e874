"""`assess renew`: the assessment of the next cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.cycle_names import next_cycle, path_of_next
from assess.cli.files import FILE, make_sure_as_asked, quoted
from assess.cli.new_options import day as day_of
from assess.cli.new_options import said
from assess.cli.speaking import language_for, shown_in
from assess.language.messages import _, n_
from assess.language.messages import spoken as spoken_language

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from assess.model.assessment import AskedQuestionnaire, Assessment


@spoken.command("renew")
@spoken.argument("file", type=FILE)
@spoken.option(
    "-o",
    "--output",
    type=FILE,
    metavar="PATH",
    help="The new file; named after FILE with the new cycle, if not given.",
)
@spoken.option("--cycle", metavar="TEXT", help="The name of the new round; the next year.")
@spoken.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the assessment; today.")
@spoken.option(
    "--upgrade/--keep",
    "upgrade",
    default=None,
    help="Ask the newer version of the questionnaire, or the same again.",
)
@spoken.option("--force", is_flag=True, help="Overwrite the file if it exists.")
def command(  # noqa: PLR0913  one parameter an option, as click passes them
    file: Path,
    output: Path | None,
    cycle: str | None,
    day: str | None,
    *,
    upgrade: bool | None,
    force: bool,
) -> None:
    """Start the next cycle's assessment from FILE: same organisation, nothing answered yet.

    The levels of earlier cycles travel along in short, and are shown beside each question; the plan
    goes along, to be followed up. FILE itself stays as it is.
    """
    from assess.scoring.renewal import renewed
    from assess.store import assessments
    from assess.store.durable import make_sure_free

    last = assessments.load(file)
    make_sure_as_asked(last, file)
    language_for(last)
    date = day_of(day)
    name = said(cycle, "--cycle") or next_cycle(last.cycle, date)
    _make_sure_it_follows(last, name, date)
    path = output or path_of_next(file, last.cycle, name)
    if path.resolve() == file.resolve():
        raise click.UsageError(
            _("{file} is the assessment that is renewed; name another file with -o.", file=path)
        )
    if not force:
        make_sure_free(path)
    if not any(interview.answers for interview in last.interviews):
        click.echo(_("Note: nothing has been answered in {file}.", file=file), err=True)
    asked = _asked(last, upgrade)
    next_one = renewed(last, cycle=name, date=date, as_asked=asked)
    assessments.create(path, next_one, force=force)
    _say_what_is_next(next_one, path)


def _make_sure_it_follows(last: Assessment, cycle: str, date: dt.date) -> None:
    if date <= last.date:
        raise click.UsageError(
            _("--date {date}: the next cycle comes after {last}.", date=date, last=last.date)
        )
    if cycle in {last.cycle, *(one.cycle for one in last.earlier)}:
        raise click.UsageError(_("--cycle {cycle}: there is a cycle of that name.", cycle=cycle))


def _asked(last: Assessment, upgrade: bool | None) -> tuple[AskedQuestionnaire, ...]:  # noqa: FBT001  None is "ask"
    """Return the questionnaires of the next cycle: newer versions where they are wished."""
    found = []
    for asked in last.as_asked:
        newer = _newer(asked, upgrade)
        if newer and _wished(asked, newer, upgrade):
            found.append(newer)
        else:
            found.append(asked)
    return tuple(found)


def _newer(asked: AskedQuestionnaire, upgrade: bool | None) -> AskedQuestionnaire | None:  # noqa: FBT001  None is "ask"
    """Return the installed version of a questionnaire, None where it is no newer or not there.

    Raises:
        AssessError: It is not there and its *upgrade* is wished, or it is unsound and not refused.

    """
    from assess.errors import AssessError, NotFoundError
    from assess.scoring.fingerprint import as_asked
    from assess.store.library import load_questionnaire

    try:
        installed = as_asked(load_questionnaire(asked.questionnaire.id))
    except AssessError as error:
        if upgrade or (upgrade is None and not isinstance(error, NotFoundError)):
            raise
        return None
    differs = installed.questionnaire != asked.questionnaire
    return installed if differs and _version(installed) >= _version(asked) else None


def _version(asked: AskedQuestionnaire) -> tuple[int, ...]:
    return tuple(map(int, asked.questionnaire.version.split(".")))


def _wished(asked: AskedQuestionnaire, newer: AskedQuestionnaire, upgrade: bool | None) -> bool:  # noqa: FBT001  None is "ask"
    """Say what an upgrade changes, and tell whether it is wished; without a person it is not."""
    from assess.scoring.differences import difference
    from assess.terminal.asking import somebody_can_answer
    from assess.terminal.upgrade import what_changes

    found = difference(asked.questionnaire, newer.questionnaire)
    click.echo(what_changes(found, _titles(asked, newer)), err=True)
    if upgrade is not None:
        return upgrade
    no_input = click.get_current_context().find_root().meta.get("assess.no_input")
    if no_input or not somebody_can_answer():
        click.echo(_("Kept as it was asked; --upgrade takes the newer version."), err=True)
        return False
    return _agreed()


def _titles(*versions: AskedQuestionnaire) -> dict[str, str]:
    """Return the titles of the questions by id, in the language that is spoken."""
    shown = [shown_in(one.questionnaire, spoken_language()).questionnaire for one in versions]
    return {name: q.title for version in shown for name, q in version.questions.items()}


def _agreed() -> bool:
    """Ask a person; Enter keeps what was asked."""
    from assess.terminal.asking import InputEndedError, at_the_terminal, choose
    from assess.terminal.signals import stopping

    answers = [_("Ask the newer version"), _("Ask the same again")]
    question = _("Take the newer version?")
    with stopping(_("Stopped. Nothing was created.")):
        try:
            return choose(at_the_terminal(), question, answers, len(answers)) == 1
        except InputEndedError as error:
            raise click.UsageError(
                _(
                    "The input ended where {option} was asked for; nothing was created.",
                    option="--upgrade",
                )
            ) from error


def _say_what_is_next(renewed: Assessment, path: Path) -> None:
    from assess.scoring.planning import open_from_before

    count = sum(len(asked.questions) for asked in renewed.questionnaires)
    click.echo(
        n_("Created {path}: {n} question.", "Created {path}: {n} questions.", count, path=path),
        err=True,
    )
    if waiting := len(open_from_before(renewed)):
        click.echo(
            n_(
                "{n} agreed action is to be followed up; the interview begins with it.",
                "{n} agreed actions are to be followed up; the interview begins with them.",
                waiting,
            ),
            err=True,
        )
    click.echo(_("Next: assess run {path}", path=quoted(path)), err=True)

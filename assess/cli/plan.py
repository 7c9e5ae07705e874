"""`assess plan`: the agreed actions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, get_args

import click

from assess.cli import spoken
from assess.cli.files import FILE, make_sure_as_asked
from assess.cli.new_options import said
from assess.cli.speaking import language_for, shown
from assess.language.messages import _
from assess.model.planned import Status

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.assessment import Assessment
    from assess.model.planned import PlannedAction


class Wishes(NamedTuple):
    """What shall change: actions to accept, to add, to update or to remove, and their fields."""

    accept: tuple[str, ...]
    add: str | None
    update: str | None
    remove: str | None
    owner: str | None
    due: dt.date | None
    question: str | None
    status: Status | None
    evidence: tuple[str, ...]
    note: str | None

    @property
    def fields(self) -> dict[str, object]:
        """The fields of an action that are said."""
        return {
            "owner": self.owner,
            "due": self.due,
            "question": self.question,
            "status": self.status,
            "evidence": self.evidence,
            "note": self.note,
        }

    @property
    def change_something(self) -> bool:
        """Whether the plan shall be another one."""
        return bool(self.accept or self.add or self.update or self.remove)


@spoken.command("plan")
@spoken.argument("file", type=FILE)
@spoken.option(
    "--accept",
    multiple=True,
    metavar="ACTION",
    help="Agree to a proposed action: its id, or its number in order of urgency. Several: 1,2.",
)
@spoken.option("--add", metavar="TEXT", help="Agree to an action of your own.")
@spoken.option("--update", metavar="ACTION", help="Change an agreed action: its id or number.")
@spoken.option("--remove", metavar="ACTION", help="Take an action out of the plan.")
@spoken.option("--owner", metavar="NAME", help="Who does it.")
@spoken.option("--due", metavar="YYYY-MM-DD", help="The day until which it is done.")
@spoken.option("--question", metavar="ID", help="The question that an action of your own aims at.")
@spoken.option("--status", type=click.Choice(get_args(Status)), help="Where it stands.")
@spoken.option("--evidence", multiple=True, metavar="TEXT", help="What was shown. Repeatable.")
@spoken.option("--note", metavar="TEXT", help="A remark.")
@spoken.option("--export", type=FILE, metavar="PATH", help="Write it: .md, .csv, .xlsx or .ics.")
@spoken.option("--today", metavar="YYYY-MM-DD", help="The day by which things are overdue; today.")
@spoken.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@spoken.option("--force", is_flag=True, help="Overwrite the exported file if it exists.")
def command(  # noqa: PLR0913, PLR0917  one parameter an option, as click passes them
    file: Path,
    accept: tuple[str, ...],
    add: str | None,
    update: str | None,
    remove: str | None,
    owner: str | None,
    due: str | None,
    question: str | None,
    status: Status | None,
    evidence: tuple[str, ...],
    note: str | None,
    export: Path | None,
    today: str | None,
    *,
    as_json: bool,
    force: bool,
) -> None:
    """Show the agreed actions of FILE, with what is due; agree to more, and follow them up."""
    changes = {"accept": accept, "add": (add,), "update": (update,), "remove": (remove,)}
    for option, texts in {**changes, "evidence": evidence}.items():
        for text in texts:
            said(text, f"--{option}")
    wishes = Wishes(
        accept=tuple(name for names in accept for name in names.replace(",", " ").split()),
        add=add,
        update=update,
        remove=remove,
        owner=owner,
        due=_day(due, "--due"),
        question=question,
        status=status,
        evidence=evidence,
        note=note,
    )
    assessment = _changed(file, wishes) if wishes.change_something else _read(file, wishes)
    plan = assessment.plan
    day = _day(today, "--today") or dt.datetime.now().astimezone().date()
    if export:
        _export(assessment, export, force=force)
    elif as_json:
        from assess.cli.printing import print_json

        print_json(plan)
    else:
        _show(assessment, day)


def _show(assessment: Assessment, day: dt.date) -> None:
    """Print the plan; where nothing is agreed yet, what can be agreed to."""
    from assess.scoring.evaluate import evaluate
    from assess.terminal.plan import print_plan, print_proposals

    if assessment.plan:
        print_plan(assessment.plan, day, assessment.cycle)
    else:
        print_proposals(evaluate(shown(assessment).assessment).actions)


def _read(file: Path, wishes: Wishes) -> Assessment:
    from assess.store.assessments import load

    if fields := [name for name, value in wishes.fields.items() if value not in {None, ()}]:
        raise click.UsageError(_("--{option} needs --accept, --add or --update.", option=fields[0]))
    assessment = load(file)
    make_sure_as_asked(assessment, file)
    language_for(assessment)
    return assessment


def _changed(file: Path, wishes: Wishes) -> Assessment:
    """Change the plan in *file* and return the assessment."""
    from assess.store.assessments import opened_for_writing

    with opened_for_writing(file) as session:
        make_sure_as_asked(session.assessment, file)
        language_for(session.assessment)
        plan = _planned(session.assessment, wishes)
        session.save(session.assessment.model_copy(update={"plan": plan}))
    return session.assessment


def _planned(assessment: Assessment, wishes: Wishes) -> tuple[PlannedAction, ...]:
    from assess.scoring import planning

    _know_question(assessment, wishes.question)
    plan, cycle = assessment.plan, assessment.cycle
    if wishes.accept:
        plan = _accepted(assessment, wishes)
    if wishes.add:
        plan = planning.added(plan, wishes.add, cycle, **wishes.fields)
    if wishes.update:
        plan = planning.updated(plan, wishes.update, **wishes.fields)
    if wishes.remove:
        plan = planning.removed(plan, wishes.remove)
    return plan


def _accepted(assessment: Assessment, wishes: Wishes) -> tuple[PlannedAction, ...]:
    """Return the plan with the accepted actions, in the language of the assessment."""
    from assess.scoring import planning
    from assess.scoring.evaluate import evaluate

    card = evaluate(shown(assessment).assessment)
    proposed = planning.proposals(card, wishes.accept)
    plan = planning.accepted(assessment.plan, proposed, assessment.cycle)
    for action in proposed:
        plan = planning.updated(plan, action.id, **wishes.fields)
    return plan


def _know_question(assessment: Assessment, question: str | None) -> None:
    from assess.model.spelling import did_you_mean

    known = [name for asked in assessment.questionnaires for name in asked.questions]
    if question is not None and question not in known:
        guess = did_you_mean(question, known)
        raise click.UsageError(
            _("--question {name}: no such question.{guess}", name=question, guess=guess)
        )


def _export(assessment: Assessment, path: Path, *, force: bool) -> None:
    from assess.report.plans import Sheet, made
    from assess.store.durable import create

    sheet = Sheet(assessment.organisation, assessment.unit, assessment.cycle, assessment.date)
    create(path, made(assessment.plan, sheet, path.suffix.lower() or path.name), force=force)
    click.echo(_("Wrote {target}", target=path), err=True)


def _day(text: str | None, option: str) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(
            _("{option} is a day such as 2026-03-31, not {text}.", option=option, text=text)
        ) from error

"""`assess new`: start an assessment."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from assess.cli import spoken
from assess.cli.files import FILE, quoted
from assess.cli.speaking import language_of_the_option
from assess.cli.wishes import Wishes, assessment_of, path_of
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from pathlib import Path


@spoken.command("new")
@spoken.argument("name", required=False, type=FILE)
@spoken.option("--organisation", metavar="NAME", help="Whose service culture is assessed.")
@spoken.option("--unit", default="", metavar="NAME", help="The part of it, where it is not all.")
@spoken.option("--cycle", metavar="TEXT", help="The name of this round; the year, if not given.")
@spoken.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the assessment; today.")
@spoken.option("--assessor", default="", metavar="NAME", help="Who assesses.")
@spoken.option(
    "--questionnaire",
    "wanted",
    default="service-culture",
    show_default=True,
    metavar="ID",
    help="What is asked: an id or a path.",
)
@spoken.option(
    "--with",
    "companions",
    multiple=True,
    metavar="ID",
    help="A questionnaire that accompanies it. Repeat for several.",
)
@spoken.option(
    "--customer",
    default="",
    metavar="WORD",
    help="What customers are called here: patient, citizen, member or guest.",
)
@spoken.option(
    "--target",
    "targets",
    multiple=True,
    metavar="[DIMENSION=]LEVEL",
    help="The level to reach in a dimension, or in all of them. Repeat for several.",
)
@spoken.option(
    "--weight",
    "weights",
    multiple=True,
    metavar="DIMENSION=N",
    help="How much a dimension counts in the overall score; needs --because.",
)
@spoken.option("--because", default="", metavar="TEXT", help="Why the weights differ.")
@spoken.option("--force", is_flag=True, help="Overwrite the file if it exists.")
def command(  # noqa: PLR0913, PLR0917  one parameter an option
    name: Path | None,
    organisation: str | None,
    unit: str,
    cycle: str | None,
    day: str | None,
    assessor: str,
    wanted: str,
    companions: tuple[str, ...],
    customer: str,
    targets: tuple[str, ...],
    weights: tuple[str, ...],
    because: str,
    *,
    force: bool,
) -> None:
    """Start an assessment: NAME.assess.json, named after organisation and cycle if not given.

    The file carries the questionnaire as it is asked today and never needs the YAML again. Without
    --organisation a person at a terminal is asked for everything that no option says.
    """
    from assess.store import assessments

    wishes = Wishes(
        name=name,
        organisation=organisation,
        unit=unit,
        cycle=cycle,
        day=day,
        assessor=assessor,
        wanted=wanted,
        companions=companions,
        customer=customer,
        targets=targets,
        weights=weights,
        because=because,
    )
    if organisation is None:
        wishes = _asked(wishes, force=force)
    assessment, path = assessment_of(wishes), path_of(wishes)
    assessments.create(path, assessment, force=force)
    count = sum(len(asked.questions) for asked in assessment.questionnaires)
    click.echo(
        n_("Created {path}: {n} question.", "Created {path}: {n} questions.", count, path=path),
        err=True,
    )
    click.echo(_("Next: assess run {path}", path=quoted(path)), err=True)


def _asked(wishes: Wishes, *, force: bool) -> Wishes:
    """Return *wishes* with what a person answers to everything that no option said."""
    from assess.cli.new_questions import asked
    from assess.terminal.asking import somebody_can_answer

    context = click.get_current_context()
    if context.find_root().meta.get("assess.no_input") or not somebody_can_answer():
        return wishes
    given = {
        field.name
        for field in fields(wishes)
        if context.get_parameter_source(field.name) is ParameterSource.COMMANDLINE
    }
    if language_of_the_option() is not None:
        given.add("language")
    return asked(wishes, given, force=force)

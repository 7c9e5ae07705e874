"""`assess new`: start an assessment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.files import ENDING, FILE, quoted
from assess.errors import AssessError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import Assessment, DimensionWeight
    from assess.model.questionnaire import Questionnaire


@click.command("new")
@click.argument("name", required=False, type=FILE)
@click.option("--organisation", metavar="NAME", help="Whose service culture is assessed.")
@click.option("--unit", default="", metavar="NAME", help="The part of it, where it is not all.")
@click.option("--cycle", metavar="TEXT", help="The name of this round; the year, if not given.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the assessment; today.")
@click.option("--assessor", default="", metavar="NAME", help="Who assesses.")
@click.option(
    "--questionnaire",
    "wanted",
    default="service-culture",
    show_default=True,
    metavar="ID",
    help="What is asked: an id or a path.",
)
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="DIMENSION=LEVEL",
    help="The level to reach in a dimension. Repeat for several.",
)
@click.option(
    "--weight",
    "weights",
    multiple=True,
    metavar="DIMENSION=N",
    help="How much a dimension counts in the overall score; needs --because.",
)
@click.option("--because", default="", metavar="TEXT", help="Why the weights differ.")
@click.option("--force", is_flag=True, help="Overwrite the file if it exists.")
def command(  # noqa: PLR0913, PLR0917  one parameter an option
    name: Path | None,
    organisation: str | None,
    unit: str,
    cycle: str | None,
    day: str | None,
    assessor: str,
    wanted: str,
    targets: tuple[str, ...],
    weights: tuple[str, ...],
    because: str,
    *,
    force: bool,
) -> None:
    """Start an assessment: NAME.assess.json, named after organisation and cycle if not given.

    The file carries the questionnaire as it is asked today and never needs the YAML again.
    """
    from assess.model.assessment import Assessment
    from assess.scoring.fingerprint import as_asked
    from assess.store import assessments
    from assess.store.library import load_questionnaire

    questionnaire = load_questionnaire(wanted)
    date = _date(day)
    assessment = Assessment(
        organisation=_said(organisation, "--organisation")
        or _asked("Organisation", "--organisation"),
        unit=unit,
        cycle=_said(cycle, "--cycle") or str(date.year),
        date=date,
        assessor=assessor,
        language=questionnaire.language,
        targets=_targets(targets, questionnaire),
        weights=_weights(weights, because, questionnaire),
        as_asked=(as_asked(questionnaire),),
    )
    path = _path(name, assessment)
    assessments.create(path, assessment, force=force)
    count = len(questionnaire.questions)
    click.echo(f"Created {path}: {count} question{'s' * (count != 1)}.", err=True)
    click.echo(f"Next: assess run {quoted(path)}", err=True)


def _said(text: str | None, option: str) -> str | None:
    """Return what an option says; one that is there and says nothing is a mistake."""
    if text is not None and not text.strip():
        raise click.UsageError(f"{option} says nothing.")
    return text


def _asked(question: str, option: str) -> str:
    from assess.terminal.asking import ask

    if click.get_current_context().find_root().meta.get("assess.no_input"):
        raise click.UsageError(f"{option} is missing.")
    answer = ask(f"{question}: ")
    if not answer:
        raise click.UsageError(f"{option} is missing.")
    return answer


def _date(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(f"--date is a day such as 2026-03-31, not {text}.") from error


def _targets(texts: tuple[str, ...], questionnaire: Questionnaire) -> Mapping[str, int]:
    levels = [str(place) for place, _ in enumerate(questionnaire.scale, 1)]
    pairs = _pairs(texts, "--target", questionnaire)
    for dimension, level in pairs.items():
        if level not in levels:
            raise click.UsageError(
                f"--target {dimension}: a level is a number from 1 to {levels[-1]}."
            )
    return {dimension: int(level) for dimension, level in pairs.items()}


def _weights(
    texts: tuple[str, ...], because: str, questionnaire: Questionnaire
) -> Mapping[str, DimensionWeight]:
    from assess.model.assessment import DimensionWeight

    if texts and not because.strip():
        raise click.UsageError("--weight needs a reason: --because TEXT.")
    if because and not texts:
        raise click.UsageError("--because is the reason for --weight, which is missing.")
    return {
        dimension: DimensionWeight(weight=_weight(number), because=because)
        for dimension, number in _pairs(texts, "--weight", questionnaire).items()
    }


def _weight(text: str) -> int | float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= 1000:  # noqa: PLR2004  the bounds that the message names
        raise click.UsageError(f"--weight {text}: a weight is a number above 0, at most 1000.")
    return int(number) if number.is_integer() else number


def _pairs(texts: tuple[str, ...], option: str, questionnaire: Questionnaire) -> Mapping[str, str]:
    known = [d.id for d in questionnaire.dimensions]
    pairs: dict[str, str] = {}
    for text in texts:
        dimension, equals, value = text.partition("=")
        if not equals or dimension not in known:
            raise click.UsageError(
                f"{option} {text}: write DIMENSION=N with one of {', '.join(known)}."
            )
        if dimension in pairs:
            raise click.UsageError(f"{option}: {dimension} is named twice.")
        pairs[dimension] = value.strip()
    return pairs


def _path(name: Path | None, assessment: Assessment) -> Path:
    if name is None:
        return Path(
            _slug(f"{assessment.organisation} {assessment.unit} {assessment.cycle}") + ENDING
        )
    if name.name in {"", ".", ".."}:
        raise AssessError(f"{name} is a folder, not the name of an assessment.")
    if not str(name).isprintable():
        raise click.UsageError("NAME holds characters that no file name should have.")
    return name if name.name.endswith(ENDING) else name.with_name(name.name + ENDING)


def _slug(text: str) -> str:
    """Return *text* as a file name of small Latin letters, digits and hyphens, 64 at most."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
    return slug if re.search(r"[a-z]", slug) else f"assessment-{slug}".strip("-")

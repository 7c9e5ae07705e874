"""`assess new`: start an assessment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli import spoken
from assess.cli.companions import with_companions, word_for_customer
from assess.cli.files import ENDING, FILE, quoted
from assess.cli.speaking import wished_language
from assess.errors import AssessError
from assess.language.messages import _, n_
from assess.language.messages import spoken as spoken_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.assessment import Assessment, DimensionWeight
    from assess.model.questionnaire import Questionnaire


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
    metavar="DIMENSION=LEVEL",
    help="The level to reach in a dimension. Repeat for several.",
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
        or _asked(_("Organisation"), "--organisation"),
        unit=unit,
        cycle=_said(cycle, "--cycle") or str(date.year),
        date=date,
        assessor=assessor,
        language=_language(questionnaire),
        targets=_targets(targets, questionnaire),
        weights=_weights(weights, because, questionnaire),
        as_asked=(as_asked(questionnaire),),
    )
    assessment = with_companions(assessment, companions)
    word = word_for_customer(customer, assessment)
    assessment = assessment.model_copy(update={"customer": word})
    path = _path(name, assessment)
    assessments.create(path, assessment, force=force)
    count = sum(len(asked.questions) for asked in assessment.questionnaires)
    click.echo(
        n_("Created {path}: {n} question.", "Created {path}: {n} questions.", count, path=path),
        err=True,
    )
    click.echo(_("Next: assess run {path}", path=quoted(path)), err=True)


def _language(questionnaire: Questionnaire) -> str:
    """Return the language that is wished or spoken, where the questionnaire has it."""
    from assess.store.library import file_of
    from assess.store.translations import languages_of

    wished = wished_language() or spoken_language()
    file = file_of(questionnaire.id)
    translated = languages_of(file) if file else []
    return wished if wished in translated else questionnaire.language


def _said(text: str | None, option: str) -> str | None:
    """Return what an option says; one that is there and says nothing is a mistake."""
    if text is not None and not text.strip():
        raise click.UsageError(_("{option} says nothing.", option=option))
    return text


def _asked(question: str, option: str) -> str:
    from assess.terminal.asking import ask

    if click.get_current_context().find_root().meta.get("assess.no_input"):
        raise click.UsageError(_("{option} is missing.", option=option))
    answer = ask(f"{question}: ")
    if not answer:
        raise click.UsageError(_("{option} is missing.", option=option))
    return answer


def _date(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(
            _("--date is a day such as 2026-03-31, not {text}.", text=text)
        ) from error


def _targets(texts: tuple[str, ...], questionnaire: Questionnaire) -> Mapping[str, int]:
    levels = [str(place) for place, _ in enumerate(questionnaire.scale, 1)]
    pairs = _pairs(texts, "--target", questionnaire)
    for dimension, level in pairs.items():
        if level not in levels:
            raise click.UsageError(
                _(
                    "--target {dimension}: a level is a number from 1 to {most}.",
                    dimension=dimension,
                    most=levels[-1],
                )
            )
    return {dimension: int(level) for dimension, level in pairs.items()}


def _weights(
    texts: tuple[str, ...], because: str, questionnaire: Questionnaire
) -> Mapping[str, DimensionWeight]:
    from assess.model.assessment import DimensionWeight

    if texts and not because.strip():
        raise click.UsageError(_("--weight needs a reason: --because TEXT."))
    if because and not texts:
        raise click.UsageError(_("--because is the reason for --weight, which is missing."))
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
        raise click.UsageError(
            _("--weight {text}: a weight is a number above 0, at most 1000.", text=text)
        )
    return int(number) if number.is_integer() else number


def _pairs(texts: tuple[str, ...], option: str, questionnaire: Questionnaire) -> Mapping[str, str]:
    known = [d.id for d in questionnaire.dimensions]
    pairs: dict[str, str] = {}
    for text in texts:
        dimension, equals, value = text.partition("=")
        if not equals or dimension not in known:
            raise click.UsageError(
                _(
                    "{option} {text}: write DIMENSION=N with one of {names}.",
                    option=option,
                    text=text,
                    names=", ".join(known),
                )
            )
        if dimension in pairs:
            raise click.UsageError(
                _("{option}: {dimension} is named twice.", option=option, dimension=dimension)
            )
        pairs[dimension] = value.strip()
    return pairs


def _path(name: Path | None, assessment: Assessment) -> Path:
    if name is None:
        return Path(
            _slug(f"{assessment.organisation} {assessment.unit} {assessment.cycle}") + ENDING
        )
    if name.name in {"", ".", ".."}:
        raise AssessError(_("{name} is a folder, not the name of an assessment.", name=name))
    if not str(name).isprintable():
        raise click.UsageError(_("NAME holds characters that no file name should have."))
    return name if name.name.endswith(ENDING) else name.with_name(name.name + ENDING)


def _slug(text: str) -> str:
    """Return *text* as a file name of small letters without Latin accents, digits and hyphens.

    It has 64 characters at most; letters of other scripts stay as they are.
    """
    import re
    import unicodedata

    small = unicodedata.normalize("NFC", text.lower())
    bare = (unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode() for c in small)
    plain = "".join(latin or own for latin, own in zip(bare, small, strict=True))
    slug = re.sub(r"[\W_]+", "-", plain.lower()).strip("-")[:64].strip("-")
    return slug if re.search(r"[^\W\d]", slug) else f"assessment-{slug}".strip("-")

"""What a new assessment should be, said by options or by answers, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.companions import with_companions, word_for_customer
from assess.cli.files import ENDING
from assess.cli.new_options import day, said, targets, weights
from assess.cli.speaking import wished_language
from assess.errors import AssessError
from assess.language.messages import LANGUAGES, _, spoken

if TYPE_CHECKING:
    from assess.model.assessment import Assessment
    from assess.model.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Wishes:
    """Each option of `assess new` as it was typed; an answer to its question is put the same way.

    `language` is None where neither `--lang` nor an answer chose one.
    """

    name: Path | None
    organisation: str | None
    unit: str
    cycle: str | None
    day: str | None
    assessor: str
    wanted: str
    companions: tuple[str, ...]
    customer: str
    targets: tuple[str, ...]
    weights: tuple[str, ...]
    because: str
    language: str | None = None


def assessment_of(wishes: Wishes) -> Assessment:
    """Return the assessment that is wished, which nobody has answered yet.

    Raises:
        AssessError: A questionnaire cannot be read, or two cannot go together.
        click.UsageError: A wish cannot be fulfilled; names its option.

    """
    from assess.model.assessment import Assessment
    from assess.scoring.fingerprint import as_asked
    from assess.store.library import load_questionnaire

    questionnaire = load_questionnaire(wishes.wanted)
    if not (organisation := said(wishes.organisation, "--organisation")):
        raise click.UsageError(_("{option} is missing.", option="--organisation"))
    assessment = Assessment(
        organisation=organisation,
        unit=wishes.unit,
        cycle=cycle_of(wishes),
        date=day(wishes.day),
        assessor=wishes.assessor,
        language=wishes.language or wished_or_own(questionnaire),
        targets=targets(wishes.targets, questionnaire),
        weights=weights(wishes.weights, wishes.because, questionnaire),
        as_asked=(as_asked(questionnaire),),
    )
    assessment = with_companions(assessment, wishes.companions)
    word = word_for_customer(wishes.customer, assessment)
    return assessment.model_copy(update={"customer": word})


def cycle_of(wishes: Wishes) -> str:
    """Return the name of the round: the year of its day where nothing else is said."""
    return said(wishes.cycle, "--cycle") or str(day(wishes.day).year)


def path_of(wishes: Wishes) -> Path:
    """Return the file that is created, named after organisation, unit and cycle without a name.

    Raises:
        AssessError: The name is a folder's.
        click.UsageError: The name holds characters that no file name should have.

    """
    name = wishes.name
    if name is None:
        return Path(_slug(f"{wishes.organisation} {wishes.unit} {cycle_of(wishes)}") + ENDING)
    if name.name in {"", ".", ".."}:
        raise AssessError(_("{name} is a folder, not the name of an assessment.", name=name))
    if not str(name).isprintable():
        raise click.UsageError(_("NAME holds characters that no file name should have."))
    return name if name.name.endswith(ENDING) else name.with_name(name.name + ENDING)


def languages_for(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the languages that *questionnaire* has, those of the program in its order first."""
    from assess.store.library import file_of
    from assess.store.translations import languages_of

    file = file_of(questionnaire.id)
    has = {questionnaire.language, *(languages_of(file) if file else ())}
    return (*(one for one in LANGUAGES if one in has), *sorted(has.difference(LANGUAGES)))


def wished_or_own(questionnaire: Questionnaire) -> str:
    """Return the language that is wished or spoken, where the questionnaire has it."""
    wished = wished_language() or spoken()
    return wished if wished in languages_for(questionnaire) else questionnaire.language


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

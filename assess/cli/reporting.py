"""From an assessment to its report: what is shown, whose it is, and how it looks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assess import __version__

if TYPE_CHECKING:
    from assess.model.assessment import Assessment
    from assess.model.branding import Branding
    from assess.model.comparison import Comparison
    from assess.report.look import Look
    from assess.report.report import Report


def report_of(
    assessment: Assessment, last_year: Assessment | None, *, untranslated: int = 0
) -> Report:
    """Return the whole report on *assessment*, with the change since *last_year*.

    *untranslated* counts the texts that stand there in their base language.
    """
    from assess.report.report import report_on
    from assess.scoring.evaluate import evaluate
    from assess.scoring.lift import lift_of
    from assess.scoring.stability import stability

    card = evaluate(assessment)
    return report_on(
        card,
        _compared(last_year, assessment) if last_year else None,
        lift=lift_of(assessment),
        stability=stability(assessment, card),
        program_version=__version__,
        untranslated=untranslated,
    )


def _compared(before: Assessment, after: Assessment) -> Comparison:
    from assess.scoring.compare import compare

    return compare(before, after)


def look_of(assessment: Assessment, file: Path, *, templates: Path | None = None) -> Look:
    """Return how the report on the *assessment* of *file* looks here.

    What the assessment says of its branding goes before `assess.toml`, key by key; *templates*
    goes before both.

    Raises:
        AssessError: The configuration is unsound, or a logo or folder cannot be used.

    """
    from assess.model.branding import Branding

    own = assessment.branding or Branding()
    if own.logo:
        own = own.model_copy(update={"logo": str(file.parent / own.logo)})
    return look_with(own, templates=templates)


def look_with(own: Branding, *, templates: Path | None = None) -> Look:
    """Return how a document looks here; *own* goes before `assess.toml`, *templates* before both.

    Raises:
        AssessError: The configuration is unsound, or a logo or folder cannot be used.

    """
    from assess.report.look import Look
    from assess.store.configuration import load_configuration, over
    from assess.store.logos import load_logo
    from assess.store.shipped import report_templates

    configured = load_configuration()
    branding = over(own, configured.branding)
    folder = templates or (Path(configured.templates) if configured.templates else None)
    return Look(
        folders=report_templates(folder),
        branding=branding,
        logo=load_logo(Path(branding.logo)) if branding.logo else None,
    )

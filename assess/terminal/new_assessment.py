"""A new assessment in the terminal: what it will hold, before it is created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.forms import clauses
from assess.language.messages import NAMES, _, n_
from assess.terminal.layout import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assess.model.assessment import Assessment
    from assess.model.questionnaire import Questionnaire


def summary(
    assessment: Assessment, shown: Sequence[Questionnaire], file: str, word: str, width: int
) -> str:
    """Return what is created, a fact a line, behind a blank line.

    *shown* are its questionnaires in the language that is spoken; *word* stands there for the
    people who are served, "" where they are customers.
    """
    whom = filter(None, (assessment.organisation, assessment.unit, assessment.cycle))
    facts = [
        (_("File"), file),
        (_("Organisation"), " · ".join(whom)),
        *((_("Questionnaire"), titled(questionnaire)) for questionnaire in shown),
        (_("Language"), language_name(assessment.language)),
        (_("Customers"), word),
        (_("Target"), clauses(_targets(assessment, shown[0]))),
        (_("Assessor"), assessment.assessor),
    ]
    return "\n" + rows([fact for fact in facts if fact[1]], width)


def titled(questionnaire: Questionnaire) -> str:
    """Return the title of a questionnaire, how much it asks, and how long that takes if stated."""
    length = n_("{n} question", "{n} questions", len(questionnaire.questions))
    if minutes := questionnaire.minutes:
        length = n_(
            "{questions}, about {n} minute",
            "{questions}, about {n} minutes",
            minutes.full,
            questions=length,
        )
    return f"{questionnaire.title}: {length}"


def named_level(questionnaire: Questionnaire, level: int) -> str:
    """Return a level with its name: `4 Managed`."""
    return f"{level} {questionnaire.level_name(level)}"


def language_name(language: str) -> str:
    """Return what speakers of a language call it, its code where the program does not know."""
    return NAMES.get(language, language)


def _targets(assessment: Assessment, core: Questionnaire) -> Iterator[str]:
    """Yield the targets that are not the questionnaire's own, by dimension or once for all."""
    levels = {d.title: assessment.targets.get(d.id, core.target) for d in core.dimensions}
    if len(set(levels.values())) == 1:
        levels = {_("all dimensions"): level for level in levels.values()}
    for title, level in levels.items():
        if level is not None and level != core.target:
            yield f"{title}: {named_level(core, level)}"

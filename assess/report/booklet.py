"""The interview guide as one HTML file: a booklet for those who interview without a computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import _, spoken
from assess.model.roles import role_in_words, role_name
from assess.report.templates import rendered, styled

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.questionnaire import Questionnaire


def booklet(questionnaire: Questionnaire, *, folder: Path, program_version: str) -> str:
    """Return *questionnaire* as a page to print and fill in by hand; *folder* has its template."""
    special = questionnaire.special_answers
    css = folder.joinpath("booklet.css").read_text(encoding="utf-8")
    shown = {
        "questionnaire": questionnaire,
        "language": spoken(),
        "asked": {
            question.id: ", ".join(
                role_in_words(role, questionnaire.roles) for role in question.ask
            )
            for question in questionnaire.questions.values()
        },
        "express": any(question.express for question in questionnaire.questions.values()),
        "roles": [role_name(role) for role in questionnaire.roles],
        "dont_know": special.dont_know or _("Don't know"),
        "not_applicable": special.not_applicable or _("Not applicable"),
        "program_version": program_version,
        **styled(css, questionnaire.title, _("Confidential")),
    }
    return rendered((folder,), "booklet.html.j2", shown)

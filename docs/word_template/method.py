"""How far to trust it: findings, method, where everything comes from."""

from __future__ import annotations

from word_template.marks import counted, each, paragraph, said, when
from word_template.results import TITLES
from word_template.tables import named_rows


def findings() -> str:
    """Return what to know beside the scores."""
    title = ("{{ found.title }} ", ("{{ found.dimension }}", "Small"))
    about = paragraph(TITLES.format("found.questions"), style="Note")
    return each(
        "found in findings",
        paragraph(*title, style="Heading2"),
        paragraph("{{ found.say }}"),
        when("found.questions", about),
    )


def method() -> str:
    """Return how the scores were made, and from what."""
    answered = (
        'Each question is answered with a level from 1 to {most} ({levels}), with "don\'t know", '
        'or with "not applicable" and a reason. Don\'t know lowers coverage; not applicable leaves '
        "the calculation."
    )
    exact = (
        "Scores are exact inside and rounded once, half up, to one digit. A dash stands where "
        "there is no number. The evidenced score counts high levels in full only where evidence "
        "was noted."
    )
    limited = (
        "A limit caps a level and never changes a score. A result is provisional, and has no "
        "level, while too little is answered."
    )
    translated = counted(
        "{n} text of the questionnaire has no translation and stands as it was asked.",
        "{n} texts of the questionnaire have no translation and stand as they were asked.",
        "untranslated",
    )
    rule = (("{{ rule.title }} ", "Strong"), ("{{ rule.id }} ", "Soft"), "{{ rule.say }}")
    return "".join(
        (
            paragraph(said(answered, "most=card.scale|length, levels=scale")),
            paragraph(said(exact)),
            paragraph(said(limited)),
            when("firmness", paragraph("{{ firmness.method }}")),
            when("untranslated", paragraph(translated)),
            each("rule in card.rules", paragraph(*rule)),
            _provenance(),
        )
    )


def sources() -> str:
    """Return the facts behind the questions."""
    questions = ("{{ fact.questions|map(attribute=1)|join(', ') }}", "Soft")
    fact = paragraph("{{ fact.text }} ", questions, style="ListSmall")
    return when(
        "sources",
        paragraph(said("The facts behind the questions"), style="Heading2"),
        each(
            "article in sources",
            paragraph("{{ article.topic }}", style="Heading3"),
            each("fact in article.facts", fact),
        ),
    )


def _provenance() -> str:
    role = said('one interview, in the role "{role}"', "role=role")
    asked = "{{ asked.title }} ({{ asked.id }} {{ asked.version }}) "
    before = (
        "{{ comparison.before.organisation }}, {{ comparison.before.cycle }}, "
        "{{ date(comparison.before.date) }}; {{ comparison.before.questionnaire.id }} "
        f"{{{{ comparison.before.questionnaire.version }}}}, {said('answers')} "
    )
    earlier = ("{{ comparison.before.answers_fingerprint }}", "Small")
    return named_rows(
        ("if card.role", said("Answered by"), (role,)),
        ("if card.assessor", said("Assessor"), ("{{ card.assessor }}",)),
        (
            "for asked in card.questionnaires",
            said("Questionnaire"),
            (asked, ("{{ asked.fingerprint }}", "Small")),
        ),
        ("", said("Answers"), (("{{ card.answers_fingerprint }}", "Small"),)),
        ("if comparison", said("Compared with"), (before, earlier)),
        ("", said("Program"), ("assess {{ program_version }}",)),
    )

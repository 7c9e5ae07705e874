"""Five languages for everything that a person reads: complete, in one script, by CLDR."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import string
import subprocess
import sys
from typing import get_args

import pytest
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from assess.language import forms
from assess.language.choice import asked_for, of_the_locale
from assess.language.messages import CATALOGUES, LANGUAGES, _, n_, speak, spoken
from assess.model.coverage import coverage
from assess.model.localised import localised
from assess.model.planned import Status
from assess.model.review import mixed_script
from assess.model.texts import leaves, texts_of, texts_of_sources
from assess.report.formats import FORMATS
from assess.report.plans import FORMATS as PLANS
from assess.report.sections import NAMES as SECTIONS
from assess.scoring.portfolio import By
from assess.store import assessments
from assess.store.examples import example_years
from assess.store.translations import checked_translation, side_files, together
from tests.conftest import ROOT
from tests.scoring_cases import shipped

OTHERS = LANGUAGES[1:]
QUESTIONNAIRES = (
    "service-culture",
    "management-obstacles",
    "service-recovery",
    "customer-centric-leadership",
    "whole-company-service",
    "pulse",
)
THIS_YEAR = ROOT / "examples" / "orvella-water-2026.assess.json"
LAST_YEAR = ROOT / "examples" / "orvella-water-2025.assess.json"

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_other = pytest.mark.parametrize("language", OTHERS)
every_questionnaire = pytest.mark.parametrize("name", QUESTIONNAIRES)


@pytest.fixture
def voice():
    """Speak a language, and English again afterwards."""
    yield speak
    speak("en")


def main_file(name):
    folder = ROOT / "questionnaires"
    return folder / "pulse.yaml" if name == "pulse" else folder / name / "questionnaire.yaml"


# ------------------------------------------------------------------------------ the catalogues


def catalogue(language):
    file = CATALOGUES / language / "LC_MESSAGES" / "assess.po"
    with file.open("rb") as opened:
        return [message for message in read_po(opened, locale=language) if message.id]


def every_form(message):
    return message.string if message.pluralizable else (message.string,)


def places(text):
    return {
        name for _text, name, _spec, _kind in string.Formatter().parse(text) if name is not None
    }


@every_other
def test_every_sentence_is_translated(language):
    missing = [m.id for m in catalogue(language) if not all(every_form(m)) or not every_form(m)]
    assert missing == []


@every_other
def test_no_sentence_loses_a_place(language):
    ids = [(m.id if m.pluralizable else (m.id,), every_form(m)) for m in catalogue(language)]
    lost = [
        form
        for english, translated in ids
        for form in translated
        if places(form) not in [places(one) for one in english]
    ]
    assert lost == []


@every_other
def test_no_sentence_mixes_scripts(language):
    said = [form for message in catalogue(language) for form in every_form(message)]
    bare = [re.sub(r"\{[^}]*\}|`[^`]*`", " ", text) for text in said]
    assert [word for text in bare for word in mixed_script(text)] == []


@every_other
def test_the_compiled_catalogue_is_the_one_that_is_edited(language, voice):
    voice(language)
    sample = [m for m in catalogue(language) if not m.pluralizable and not m.context][::7]
    assert [_(m.id) for m in sample] == [m.string for m in sample]


# ---------------------------------------------------------------------------------- CLDR's forms

CLDR = {"en": "en_GB"}
DAYS = [dt.date(2026, month, 1) for month in range(1, 13)]


@every_language
def test_dates_are_those_of_cldr(language, voice):
    voice(language)
    known = CLDR.get(language, language)
    assert [forms.date(day) for day in DAYS] == [format_date(d, "long", known) for d in DAYS]


@every_language
def test_numbers_are_those_of_cldr(language, voice):
    voice(language)
    known = CLDR.get(language, language)
    assert forms.decimal("3.5") == format_decimal(3.5, locale=known)
    assert forms.grouped(200_000) == format_decimal(200_000, locale=known)
    assert forms.percent("97") == format_percent(0.97, locale=known)


@every_language
def test_lists_are_those_of_cldr(language, voice):
    voice(language)
    known = CLDR.get(language, language)
    for names in (["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]):
        assert forms.listed(names) == format_list(names, locale=known)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 question"),
        ("en", 0, "0 questions"),
        ("es", 1, "1 pregunta"),
        ("es", 2, "2 preguntas"),
        ("el", 1, "1 ερώτηση"),
        ("el", 5, "5 ερωτήσεις"),
        ("ru", 1, "1 вопрос"),
        ("ru", 2, "2 вопроса"),
        ("ru", 5, "5 вопросов"),
        ("ru", 11, "11 вопросов"),
        ("ru", 21, "21 вопрос"),
        ("ru", 22, "22 вопроса"),
        ("hu", 1, "1 kérdés"),
        ("hu", 7, "7 kérdés"),
    ],
)
def test_a_noun_agrees_with_its_number(language, count, said, voice):
    voice(language)
    assert n_("{n} question", "{n} questions", count) == said


# ------------------------------------------------------------------------------- questionnaires


@every_other
@every_questionnaire
def test_a_questionnaire_is_translated_whole(name, language):
    questionnaire, file = shipped(name), main_file(name)
    checked_translation(questionnaire, file, language)
    said = together(side_files(file, language)).value
    done = coverage(texts_of(questionnaire), said, said["translated_from"])
    assert (done.missing, done.changed) == (0, 0)


@every_other
@every_questionnaire
def test_no_text_of_a_questionnaire_mixes_scripts(name, language):
    translated = checked_translation(shipped(name), main_file(name), language)
    plain = translated.model_dump(mode="json", exclude={"translated_from"})
    assert [word for text in leaves(plain) if text for word in mixed_script(text)] == []


@every_other
def test_the_facts_are_translated_whole(language):
    base = texts_of_sources(shipped("service-culture").sources)
    translated = checked_translation(
        shipped("service-culture"), main_file("service-culture"), language
    )
    plain = translated.model_dump(mode="json")
    assert coverage(base, plain, None).missing == 0


# ---------------------------------------------------------------- what a person sees, as a whole

NAMES = {
    *("Orvella", "Water", "Ines", "Marell", "Lindach", "assess", "service-culture"),
    *("Vogiatzaki", "Lucas", "Customer", "Service", "Greece", "Southwest", "Airlines"),
    *("Herb", "Kelleher"),
}
"""What stays in Latin letters: people, places, organisations, and the program."""

PRODUCTS = ("PDF", "Word", "PowerPoint", "Excel", "Markdown")

CUSTOMERS = ("patient", "citizen", "member", "guest")

KEYS = re.compile(r"\b(?:dk|na|[a-z])\b|\b[a-z]+(?:-[a-z0-9]+)+(?:\.[a-z]+\.[0-9])?\b|--[a-z-]+")
"""What is typed: letters of commands, ids, options."""

ENGLISH = re.compile(
    r"\b(the|and|of|with|are|was|were|this|that|from|which|what|who|how|not|level|score|answer"
    r"|question|evidence|target|coverage|since|every|without|their|they|has|have|been)\b",
    re.IGNORECASE,
)


TAGS = re.compile(r"<style>.*?</style>|<[^>]*>|&[a-z]+;|&#\d+;", re.DOTALL)
NO_WORDS = re.compile(r"https?:\S+|\S*/\S*|[0-9a-f]{64}|\S+\.(?:json|html)|\b[RS]\d+(?:-\d+)?\b")
WORDS = dict.fromkeys(("el", "ru"), re.compile(r"[A-Za-z]{2,}"))


def foreign(text, language):
    """Return the words of *text* that have no business in *language*."""
    for what in (TAGS, NO_WORDS, KEYS):
        text = what.sub(" ", text)
    found = WORDS.get(language, ENGLISH).findall(text)
    return sorted({word for word in found if word not in NAMES})


@every_other
@pytest.mark.parametrize("place", [1, 2])
def test_a_report_has_no_foreign_word(place, language, run, folder):
    years = example_years(language)
    write(folder / "a.assess.json", years[place - 1][1])
    write(folder / "b.assess.json", years[place][1])
    page = run("report", "b.assess.json", "--against", "a.assess.json", "-o", "-").out
    assert f'<html lang="{language}">' in page
    assert foreign(page, language) == []


@every_other
@pytest.mark.parametrize(
    "command",
    [("score",), ("explain",), ("explain", "training"), ("explain", "standards-exist")],
    ids=" ".join,
)
def test_a_result_has_no_foreign_word(command, language, run, folder):
    write(folder / "b.assess.json", example_years(language)[-1][1])
    name, *what = command
    assert foreign(run(name, "b.assess.json", *what).out, language) == []


@every_language
@pytest.mark.parametrize("columns", [80, 110])
def test_a_table_breaks_no_word(columns, language, run, folder):
    write(folder / "b.assess.json", example_years(language)[-1][1])
    words = run("score", "b.assess.json", columns=columns).out.split()
    core = in_language(shipped("service-culture"), language)
    names = (*(d.title for d in core.dimensions), *(option.name for option in core.scale))
    assert [word for name in names for word in name.split() if word not in words] == []


def in_language(questionnaire, language):
    """Return a built-in questionnaire in *language*."""
    if language == questionnaire.language:
        return localised(questionnaire).questionnaire
    file = main_file(questionnaire.id)
    return localised(
        questionnaire, checked_translation(questionnaire, file, language)
    ).questionnaire


@every_other
def test_a_comparison_has_no_foreign_word(language, run, folder):
    *_earlier, (_name, before), (_other, after) = example_years(language)
    write(folder / "a.assess.json", before)
    write(folder / "b.assess.json", after)
    assert foreign(run("compare", "a.assess.json", "b.assess.json").out, language) == []


@every_other
def test_the_plan_of_the_example_is_translated(language):
    (year,) = (one for _name, one in example_years(language) if one.plan)
    words = [word for a in year.plan for word in (a.action, a.owner, a.note, *a.evidence)]
    assert foreign(" ".join(words), language) == []
    questions = in_language(shipped("service-culture"), language).questions
    known = {action.id: action.action for one in questions.values() for action in one.actions}
    proposed = [action for action in year.plan if action.id in known]
    assert [action.action for action in proposed] == [known[action.id] for action in proposed]
    assert len(proposed) == len(year.plan) - 1


@every_other
def test_an_interview_has_no_foreign_word(language, run, folder, monkeypatch):
    typed = "?\nh\nw\n4 x\nn y\ne z\nb\nr\np\ng training\n/zzz\ndk\nna\n\nx\nu\n9\nfoo\nq\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    run("new", "n", "--organisation", "Orvella", "--with", "pulse", "--lang", language)
    said = run("run", "n.assess.json").out
    bare = re.sub(r"\bfoo\b|zzz|\btraining\b(?!-)|Enter", "", said)  # as typed, and the key
    assert foreign(bare, language) == []


@every_other
def test_a_questionnaire_is_shown_without_a_foreign_word(language, run):
    shown = run("questionnaire", "show", "service-recovery", "--sources", "--lang", language).out
    assert foreign(shown, language) == []


@every_other
def test_a_booklet_has_no_foreign_word(language, run):
    page = run("questionnaire", "show", "service-recovery", "--html", "--lang", language).out
    assert f'<html lang="{language}">' in page
    assert foreign(page, language) == []


@every_other
@pytest.mark.parametrize(
    "command", ["new", "run", "score", "report", "compare", "renew", "plan", "check", "demo"]
)
def test_help_has_no_foreign_word(command, language):
    environment = os.environ | {"ASSESS_LANG": language, "PYTHONIOENCODING": "utf-8"}
    said = subprocess.run(  # a fresh program: the parser keeps the first --help it has made
        [sys.executable, "-m", "assess", command, "--help"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    choices = (*CUSTOMERS, *FORMATS, *SECTIONS, *get_args(By), *get_args(Status))
    words = "|".join((*LANGUAGES, *choices, *PRODUCTS))
    endings = "|".join(map(re.escape, PLANS))
    typed = re.compile(rf"assess {command}|(?<![.])\b(CSV|YAML|JSON|HTML|{words})\b|{endings}")
    assert foreign(typed.sub("", said), language) == []


def write(path, assessment):
    assessments.create(path, assessment, force=True)


# ------------------------------------------------------------------------- which language it is


@pytest.mark.parametrize(
    ("arguments", "environment", "wish"),
    [
        (["score", "f", "--lang", "el"], {}, "el"),
        (["--lang=ru", "score"], {"ASSESS_LANG": "hu"}, "ru"),
        (["score"], {"ASSESS_LANG": "hu"}, "hu"),
        (["score", "--", "--lang", "el"], {}, None),
        (["score", "--lang"], {}, None),
    ],
)
def test_the_option_comes_before_the_environment(arguments, environment, wish):
    assert asked_for(arguments, environment) == wish


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "el_GR.UTF-8"}, "el"),
        ({"LC_ALL": "hu_HU", "LANG": "el_GR"}, "hu"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides_last(environment, language):
    assert of_the_locale(environment) == language


def test_a_language_that_nobody_speaks_here_is_refused(run):
    ran = run("score", THIS_YEAR, "--lang", "gr")
    assert ran.status == 2
    assert "--lang gr: one of en, es, el, ru, hu" in ran.err


def test_the_language_of_the_assessment_is_spoken(run, folder, voice):
    write(folder / "b.assess.json", example_years("hu")[-1][1])
    assert "Szabályozott" in run("score", "b.assess.json").out
    assert spoken() == "hu"
    assert "Defined" in run("score", "b.assess.json", "--lang", "en").out
    voice("en")

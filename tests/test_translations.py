"""Side files: what is refused, with file, line and column, and what work on them never loses."""

from __future__ import annotations

import shutil

import pytest
import yaml

from assess.errors import DocumentError
from assess.model.localised import localised
from assess.store.library import load_questionnaire
from assess.store.translating import translation_work
from assess.store.translations import checked_translation, translation_of
from tests.conftest import HERE, cases

SOUND = HERE / "cases" / "translations" / "sound.yaml"

BASE = """\
id: small
version: 1.0.0
title: Small
scale: [{name: 'No', value: 1}, {name: Partly, value: 2}, {name: 'Yes', value: 3}]
words: {customers: {patient: patients}}
dimensions:
  - id: rules
    title: Rules
    questions:
      - id: rules-written
        title: Rules for {customers}
        question: Where does one find the rules?
        levels: {1: Nowhere., 2: In a list., 3: In a checked list.}
        evidence: [The list]
        why: Without a rule there is no certainty.
        actions:
          - {id: rules-written.low.1, from_levels: [1], action: Write them down., effort: S,
             impact: 4, owner: Head, horizon_days: 30}
"""


@pytest.fixture
def small(folder):
    """A small questionnaire in ./questionnaires, and the place of its Greek side file."""
    file = folder / "questionnaires" / "small.yaml"
    file.parent.mkdir()
    file.write_text(BASE, encoding="utf-8")
    return file


def problems(file, side):
    """Return what is wrong with the side file *side* of the questionnaire in *file*."""
    shutil.copy(side, file.with_name("small.el.yaml"))
    try:
        checked_translation(load_questionnaire(str(file)), file, "el")
    except DocumentError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize("side", cases("translations"))
def test_refused_translation(side, small):
    lines = side.read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix("#! ") for line in lines if line.startswith("#! ")]
    place = str(small.with_name("small.el.yaml"))
    assert problems(small, side) == [f"{place}:{line}" for line in expected]


def test_a_translation_is_shown_with_the_word_of_the_assessment(small):
    shutil.copy(SOUND, small.with_name("small.el.yaml"))
    greek = translation_of("small", "el")
    shown = localised(load_questionnaire("small"), greek, "patient").questionnaire
    assert shown.questions["rules-written"].title == "Κανόνες για τους ασθενείς"
    assert shown.questions["rules-written"].actions[0].owner == "Προϊστάμενος"
    assert shown.level_name(3) == "Ναι"
    plain = localised(load_questionnaire("small")).questionnaire
    assert plain.questions["rules-written"].title == "Rules for customers"


def test_a_language_without_side_file_has_no_translation(small):
    assert translation_of("small", "hu") is None
    assert translation_of("nothing-of-this-name", "el") is None


# -------------------------------------------------------------------- the work on a translation


def write(work):
    for path, text in work.files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_everything_that_is_missing_stands_under_its_source(small):
    work = translation_work("small", "el")
    assert work.coverage == (0, 5, 0)
    write(work)
    text = small.with_name("small.el.yaml").read_text(encoding="utf-8")
    assert '    #: Where does one find the rules?\n    question: ""\n' in text
    assert yaml.safe_load(text)["questions"]["rules-written"]["levels"] == {1: "", 2: "", 3: ""}


def test_it_can_be_written_again_and_again(small):
    write(translation_work("small", "el"))
    before = small.with_name("small.el.yaml").read_text(encoding="utf-8")
    write(translation_work("small", "el"))
    assert small.with_name("small.el.yaml").read_text(encoding="utf-8") == before


def translated(small):
    """Return the Greek side file, complete, with a comment of its translator."""
    side = small.with_name("small.el.yaml")
    text = SOUND.read_text(encoding="utf-8").replace(
        "questions:\n", "questions:\n  # asked twice\n"
    )
    side.write_text(text, encoding="utf-8")
    write(translation_work("small", "el"))
    return side


def test_what_was_written_stays_comments_included(small):
    side = translated(small)
    text = side.read_text(encoding="utf-8")
    assert "  # asked twice\n" in text
    assert translation_work("small", "el").coverage == (5, 0, 0)
    assert "#:" not in text


def test_a_changed_source_is_marked_until_it_is_settled(small):
    side = translated(small)
    changed = BASE.replace("Without a rule there", "Where there are no rules, there")
    small.write_text(changed, encoding="utf-8")
    work = translation_work("small", "el")
    assert work.coverage == (4, 0, 1)
    write(work)
    text = side.read_text(encoding="utf-8")
    assert "  #: changed since it was translated; the text is now:\n" in text
    assert "#: - Where there are no rules, there is no certainty." in text
    assert "Χωρίς κανόνα δεν υπάρχει σιγουριά." in text
    assert translation_work("small", "el", ["questions/rules-written"]).coverage == (5, 0, 0)
    assert translation_work("small", "el", ["all"]).coverage == (5, 0, 0)


def test_a_new_question_is_added_behind_the_others(small):
    side = translated(small)
    more = """\
      - id: rules-known
        title: Known rules
        question: Who knows the rules?
        levels: {1: Nobody., 2: Some., 3: All of them.}
"""
    small.write_text(BASE + more, encoding="utf-8")
    write(translation_work("small", "el"))
    text = side.read_text(encoding="utf-8")
    said = yaml.safe_load(text)
    assert list(said["questions"]) == ["rules-written", "rules-known"]
    assert said["questions"]["rules-known"]["title"] == ""
    assert said["questions"]["rules-written"]["why"] == "Χωρίς κανόνα δεν υπάρχει σιγουριά."


def test_the_command_writes_and_tells_what_is_left(small, run):
    ran = run("questionnaire", "translate", "small", "el")
    assert (ran.status, ran.out) == (0, "el: 0% done; 5 missing, 0 changed\n")
    assert run("questionnaire", "translate", "small", "el", "--check").status == 1
    assert run("check", "small").status == 1
    translated(small)
    assert run("questionnaire", "translate", "small", "el", "--check").status == 0
    assert run("check", "small").status == 0
    assert " en el " in run("questionnaire", "list").out


def test_a_questionnaire_is_not_translated_into_its_own_language(small, run):
    ran = run("questionnaire", "translate", "small", "en")
    assert ran.status == 2
    assert "small is written in en already" in ran.err


def test_a_folder_is_translated_file_by_file(folder, run):
    source = folder / "questionnaires" / "parts"
    source.mkdir(parents=True)
    whole = BASE.replace("id: small", "id: parts", 1)
    head, dimension = whole.split("dimensions:\n")
    lines = dimension.splitlines(keepends=True)
    one = "".join(line[4:] for line in lines)
    (source / "questionnaire.yaml").write_text(head + "dimensions: [rules]\n", encoding="utf-8")
    (source / "rules.yaml").write_text(one, encoding="utf-8")
    assert run("check", "parts").status == 0
    assert run("questionnaire", "translate", "parts", "el").status == 0
    assert sorted(file.name for file in (source / "el").iterdir()) == [
        "questionnaire.yaml",
        "rules.yaml",
        "translated-from.yaml",
    ]

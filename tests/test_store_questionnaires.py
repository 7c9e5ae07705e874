"""Questionnaires: each file of `cases/rejected` opens with the complaints that it must cause.

The `#!` lines say line, column, path and sentence; nothing else may be complained of.
"""

from __future__ import annotations

import pytest

from assess.errors import (
    AssessError,
    DocumentError,
    NotFoundError,
    UnreadableError,
    excerpt_with_caret,
)
from assess.store.library import (
    available,
    load_questionnaire,
)
from assess.store.shipped import examples_folder, templates_folder
from tests.conftest import ROOT, cases

SOUND = """\
id: tiny
version: 1.0.0
title: Tiny
scale: [{name: Low, value: 1}, {name: High, value: 2}]
dimensions: [hiring]
"""
HIRING = """\
id: hiring
title: Hiring
questions:
  - {id: profile, title: Profile, question: Is it clear?, levels: {1: No., 2: 'yes'}}
"""
NO_NAME = "expected the name of a file beside this one, without .yaml"
NO_YAML = "not valid YAML: something is missing here"
UNKNOWN = "unknown key. Did you mean `question`?"


def write(folder, **texts):
    """Write `NAME.yaml` for each name into *folder*, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    [(folder / f"{name}.yaml").write_text(text, encoding="utf-8") for name, text in texts.items()]
    return folder


def complaints(path):
    """Return what is wrong with the questionnaire at *path*, without its folder."""
    with pytest.raises(DocumentError) as caught:
        load_questionnaire(str(path))
    return [str(problem).removeprefix(f"{path.parent}/") for problem in caught.value.problems]


@pytest.mark.parametrize("file", cases("rejected"))
def test_rejected_questionnaire(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix("#! ") for line in lines if line.startswith("#! ")]

    assert complaints(file) == [f"{file.name}:{line}" for line in expected]


@pytest.mark.parametrize("name", ["unknown-key", "wide-characters-and-tabs", "key-missing"])
def test_the_line_and_a_caret_are_shown(name, golden):
    file = ROOT / "tests" / "cases" / "rejected" / f"{name}.yaml"
    with pytest.raises(DocumentError) as caught:
        load_questionnaire(str(file))

    shown = [excerpt_with_caret(problem) for problem in caught.value.problems]
    golden(f"problems/{name}.txt", "\n".join(shown) + "\n")


def test_the_built_in_questionnaire_is_sound():
    found = load_questionnaire("service-culture")
    assert (found.id, len(found.dimensions), len(found.questions)) == ("service-culture", 7, 53)


def test_a_folder_is_read_as_one_questionnaire(tmp_path):
    write(tmp_path / "tiny", questionnaire=SOUND, hiring=HIRING)

    found = load_questionnaire(str(tmp_path / "tiny"))

    assert list(found.questions) == ["profile"]
    assert found.questions["profile"].levels == ("No.", "yes")


def test_problems_in_the_files_of_a_folder_name_these_files(tmp_path):
    folder = write(
        tmp_path / "tiny",
        questionnaire=SOUND.replace("[hiring]", "[hiring, nowhere, Up/There, {id: x}]")
        + "parts: [limits, empty, rules, broken]\n",
        hiring=HIRING.replace("question:", "qestion:"),
        limits="target: 3\ntitle: Again\n",
        rules="- a list\n",
        broken="a: [\n",
    )

    assert complaints(folder / "questionnaire.yaml") == [
        f"questionnaire.yaml:5:22: dimensions[1]: No such file: {folder}/nowhere.yaml.",
        f"questionnaire.yaml:5:31: dimensions[2]: {NO_NAME}",
        "questionnaire.yaml:5:41: dimensions[3].title: is missing",
        "questionnaire.yaml:5:41: dimensions[3].questions: is missing",
        f"questionnaire.yaml:6:17: parts[1]: No such file: {folder}/empty.yaml.",
        "limits.yaml:1:9: target: level 3 does not exist; the scale has levels 1 to 2",
        f"limits.yaml:2:1: title: said twice; the first time at {folder}/questionnaire.yaml:3",
        "rules.yaml:1:1: expected keys with values",
        f"broken.yaml:2:1: {NO_YAML}",
        "hiring.yaml:4:5: dimensions[0].questions[0].question: is missing",
        f"hiring.yaml:4:35: dimensions[0].questions[0].qestion: {UNKNOWN}",
    ]


def test_several_files_share_one_list(tmp_path):
    rule = "rules: [{id: %s, title: T, formula: F, say: S}]\n"
    folder = write(
        tmp_path,
        questionnaire=SOUND + "parts: [one, two]\n",
        hiring=HIRING,
        one=rule % "R1",
        two=rule % "R2",
    )

    assert [rule.id for rule in load_questionnaire(str(folder)).rules] == ["R1", "R2"]


def test_a_problem_in_a_shared_list_stands_in_its_file(tmp_path):
    folder = write(
        tmp_path,
        questionnaire=SOUND + "parts: [one, two]\n",
        hiring=HIRING,
        one="rules: [{id: R1, title: T, formula: F, say: S}]\n",
        two="rules: [{id: R2, title: &t T, formula: F, say: S}, {id: R1}]\n",
    )

    assert complaints(folder / "questionnaire.yaml") == [
        "two.yaml:1:25: rules[0].title: anchors (&t) are not supported",
        "two.yaml:1:52: rules[2].title: is missing",
        "two.yaml:1:52: rules[2].formula: is missing",
        "two.yaml:1:52: rules[2].say: is missing",
        "two.yaml:1:57: rules[2].id: another rule has the id `R1`",
    ]


def test_ids_are_looked_up_here_then_in_the_configuration_then_built_in(folder):
    here = SOUND.replace("[hiring]", f"[{{{', '.join(HIRING.splitlines()[:2])}, questions: [1]}}]")
    write(folder / "questionnaires", mine=SOUND.replace("tiny", "mine"), hiring=HIRING, bad=here)
    write(folder / ".config" / "assess" / "questionnaires" / "tiny", questionnaire=SOUND)
    write(folder / ".config" / "assess" / "questionnaires" / "tiny", hiring=HIRING)
    write(folder / ".config" / "assess" / "questionnaires", mine="shadowed: true\n")

    found = {listing.id: listing for listing in available()}
    places = {name: listing.where for name, listing in found.items()}

    assert {name: where for name, where in places.items() if where != "built in"} == {
        "bad": "here",
        "hiring": "here",
        "mine": "here",
        "tiny": "yours",
    }
    assert places["service-culture"] == "built in"
    assert load_questionnaire("mine").id == "mine"
    assert load_questionnaire("tiny").title == "Tiny"
    assert found["mine"].questionnaire is not None
    assert found["bad"].questionnaire is None
    assert found["bad"].problem == (
        "questionnaires/bad.yaml:1:5: id: expected `bad`, the name of the file or folder "
        "(and 1 more)"
    )


def test_a_relative_configuration_folder_is_not_used(folder, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(folder))
    write(folder / ".config" / "assess" / "questionnaires", tiny=SOUND, hiring=HIRING)

    assert load_questionnaire("tiny").id == "tiny"


def test_a_folder_that_cannot_be_read_is_not_passed_over(tmp_path, monkeypatch):
    (tmp_path / "questionnaires").symlink_to("questionnaires")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match=r"The folder questionnaires cannot be read: Too "):
        load_questionnaire("service-culture")


def test_a_name_of_any_length_is_only_unknown(folder):
    with pytest.raises(NotFoundError, match="No such questionnaire"):
        load_questionnaire("x" * 300)


def test_an_unknown_name_gets_a_suggestion(folder):
    with pytest.raises(NotFoundError, match=r"Did you mean `service-culture`\?"):
        load_questionnaire("servise-culture")


def test_an_unreadable_questionnaire_stays_listed(folder):
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / "list.yaml").write_text("- a\n", encoding="utf-8")
    (folder / "questionnaires" / "dark.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "questionnaires" / "hiring.yaml").mkdir()
    (folder / "questionnaires" / "other").mkdir()
    (folder / "questionnaires" / "other" / "questionnaire.yaml").write_text(
        "a: \0", encoding="utf-8"
    )

    assert [listing.problem for listing in available()][:3] == [
        "questionnaires/hiring.yaml is a folder, not a file.",
        "questionnaires/list.yaml:1:1: expected keys with values, found a list",
        "questionnaires/other/questionnaire.yaml:1:4: U+0000 NUL is not allowed",
    ]


def test_a_missing_part_that_cannot_be_read_is_a_sentence(tmp_path):
    folder = write(tmp_path, questionnaire=SOUND)
    (folder / "hiring.yaml").mkdir()

    with pytest.raises(AssessError, match=r"hiring\.yaml is a folder, not a file\."):
        load_questionnaire(str(folder))


def test_templates_and_examples_lie_beside_the_questionnaires():
    assert (templates_folder(), examples_folder()) == (ROOT / "templates", ROOT / "examples")

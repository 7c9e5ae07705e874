"""Assessment files: what is written is read again, and what is wrong is told with its place."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.errors import AssessError, DiskError, DocumentError, InUseError, NotFoundError
from assess.model.assessment import (
    Answer,
    AskedQuestionnaire,
    Assessment,
    Change,
    DimensionWeight,
    Interview,
)
from assess.model.questionnaire import Questionnaire
from assess.store import assessments, durable, strict_yaml
from assess.store.assessments import create, dumps, load, opened_for_writing
from assess.store.characters import FORBIDDEN
from tests.conftest import cases

QUESTIONNAIRE = Questionnaire.model_validate_json("""{
    "id": "tiny", "version": "1.0.0", "title": "Tiny",
    "scale": [{"name": "Low", "value": 0}, {"name": "High", "value": 0.0000001}],
    "dimensions": [{"id": "hiring", "title": "Hiring", "weight": 3, "questions": [
        {"id": "profile", "title": "Profile", "question": "Clear?", "not_applicable": false,
         "levels": {"1": "No.", "2": "Yes."}},
        {"id": "test", "title": "Test", "question": "Is there one?",
         "levels": {"1": "No.", "2": "Yes."}}]}],
    "limits": [{"id": "gate", "rule": "R3", "caps": "overall", "at": {"level": 1}, "say": "First.",
                "when": {"not": {"q": "test", "max": 1}}}]}""")
ASKED = AskedQuestionnaire(
    fingerprint="a" * 64,
    fingerprints={"profile": "b" * 64, "test": "c" * 64},
    questionnaire=QUESTIONNAIRE,
)
SMALL_DISK = """
import resource, sys
from assess.errors import AssessError
from assess.store.assessments import opened_for_writing
try:
    with opened_for_writing(sys.argv[1]) as session:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        session.save(session.assessment.model_copy(update={"unit": "x" * 5000}))
except AssessError as error:
    print(error.status, error)
"""
AT = dt.datetime(2026, 11, 21, 10, 30, tzinfo=dt.UTC)


def assessment(answers=None, history=(), **more):
    """Return an assessment with one interview."""
    interview = Interview(id="main", answers=answers or {}, history=history)
    whole = {"organisation": "Αφοί & Co", "cycle": "2026", "date": dt.date(2026, 11, 21)} | more
    return Assessment(**whole, interviews=(interview,), as_asked=(ASKED,))


FULL = assessment(
    {"profile": Answer(level=2, note="seen", evidence=("list",)), "test": Answer(dont_know=True)},
    (
        Change(at=AT, question="profile", new=Answer(level=1)),
        Change(at=AT, question="profile", old=Answer(level=1), new=Answer(level=2), undoes=0),
    ),
    targets={"hiring": 2},
    weights={"hiring": DimensionWeight(weight=2, because="It matters")},
)

anything = st.text(st.characters(exclude_categories=[]), max_size=20)
readable = anything.map(lambda text: FORBIDDEN.sub("", text))


def some(words):
    """Return those of *words* that say something."""
    return words.filter(lambda text: text.strip() != "")


def answers(words):
    """Return answers of every state with such *words*."""
    evidence = st.lists(some(words), max_size=3).map(tuple)
    return st.one_of(
        st.builds(Answer, level=st.integers(1, 2), note=words, evidence=evidence),
        st.builds(Answer, dont_know=st.just(value=True), note=words),
        st.builds(Answer, not_applicable=some(words), note=words),
        st.builds(Answer, note=words),
    )


@pytest.fixture
def file(tmp_path):
    """Return the path of the full assessment, written."""
    create(tmp_path / "a.assess.json", FULL)
    return tmp_path / "a.assess.json"


def complaints(path):
    """Return what is wrong with the assessment at *path*, without its folder."""
    with pytest.raises(DocumentError) as caught:
        load(path)
    return [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]


@given(answers(readable), answers(readable), some(readable))
def test_what_is_saved_is_read_again(old, new, organisation):
    step = Change(at=AT, question="test", old=old, new=new)
    before = assessment({"test": new}, (step,), organisation=organisation)

    assert assessments._read(dumps(before), "f") == before  # noqa: SLF001  a file takes much longer


@given(anything, st.sampled_from("\x00\x08\x0c\x1b\x7f\x9b\u200b\u202e\ud800\ufeff"), anything)
def test_what_could_not_be_read_again_is_never_written(before, bad, after):
    with pytest.raises(AssessError, match="cannot be saved; take it out"):
        dumps(assessment({"test": Answer(note=before + bad + after)}))


def test_the_file_reads_well(file, golden):
    golden("store/tiny.assess.json", file.read_text(encoding="utf-8"))
    assert load(file) == FULL


def test_one_answer_changes_one_line_and_adds_one_of_history(file):
    before = file.read_text(encoding="utf-8").splitlines()
    (interview,) = FULL.interviews
    step = Change(at=AT, question="test", old=interview.answers["test"], new=Answer(level=1))
    answered = {**interview.answers, "test": Answer(level=1)}
    history = (*interview.history, step)
    after = assessment(answered, history, targets=FULL.targets, weights=FULL.weights)

    lines = dumps(after).decode().splitlines()

    gone = sorted(set(before) - set(lines))
    # The last line of the history only gets a comma.
    assert [line.strip()[:15] for line in gone] == ['"test": {"dont_', '{"at": "2026-11']
    assert len(lines) == len(before) + 1


def test_defaults_are_written_so_that_they_cannot_change_later(file):
    told = json.loads(file.read_text(encoding="utf-8"))["as_asked"][0]["questionnaire"]

    assert told["dimensions"][0]["questions"][0]["weight"] == 1
    assert told["dimensions"][0]["questions"][0]["not_applicable"] is False
    assert "not_applicable" in told["dimensions"][0]["questions"][1]
    assert told["thresholds"] == {"dimension_rated": 0.6, "not_applicable_above": 0.25}
    assert told["limits"][0]["when"] == {"not": {"q": "test", "max": 1}}


def test_other_forms_of_the_same_json_are_read(file):
    told = json.loads(file.read_text(encoding="utf-8"))
    told["organisation"] = "Αφοί 😀 C:\\users"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert load(file).organisation == "Αφοί 😀 C:\\users"

    file.write_text("\ufeff" + json.dumps(told, indent=7, ensure_ascii=False), encoding="utf-8")
    assert load(file).organisation == "Αφοί 😀 C:\\users"


@pytest.mark.parametrize("case", cases("unsound"))
def test_unsound_assessment(file, case):
    told = strict_yaml.load(case).value
    text = file.read_text(encoding="utf-8")
    assert told["replace"] in text
    file.write_text(text.replace(told["replace"], told["by"], 1), encoding="utf-8", newline="\n")

    assert complaints(file) == told["expected"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 50_000 + "1" + "}" * 50_000])
def test_depth_is_one_sentence(file, text):
    file.write_text(text, encoding="utf-8")
    assert complaints(file)[-1].endswith(": nested deeper than 32 levels")


@pytest.mark.parametrize("text", ['{"schema": 99}', '{"schema": 99, "a": "\\u0041"}'])
def test_a_newer_file_is_refused_in_one_sentence(file, text):
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AssessError) as caught:
        load(file)

    assert str(caught.value) == (
        f"{file} was written by a newer assess (schema 99; this one reads up to 1); "
        "install a newer assess."
    )


def test_what_cannot_be_read_again_is_not_written(file):
    with opened_for_writing(file) as session, pytest.raises(AssessError) as caught:
        session.save(assessment({"test": Answer(evidence=("fine", "a\x1b[31m"))}))

    assert str(caught.value) == (
        "interviews[0].answers.test.evidence[1]: U+001B ESCAPE cannot be saved; take it out."
    )
    assert load(file) == FULL


def test_a_session_saves_and_leaves_no_lock(file):
    with opened_for_writing(file) as session:
        session.save(assessment())
        session.save(assessment())
        session.save(FULL)
        assert session.assessment == FULL

    assert load(file) == FULL
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_saving_what_is_there_already_leaves_the_file(file):
    before = file.stat().st_ino
    with opened_for_writing(file) as session:
        session.save(FULL)

    assert file.stat().st_ino == before


def test_a_file_changed_elsewhere_is_not_overwritten(file):
    with opened_for_writing(file) as session:
        durable.replace(file, dumps(assessment()))
        with pytest.raises(InUseError, match="was changed by somebody else since it was read"):
            session.save(assessment({"test": Answer(level=1)}))

    assert load(file) == assessment()


def test_a_session_on_a_full_disk_says_what_is_safe(file):
    before = file.read_bytes()
    command = [sys.executable, "-c", SMALL_DISK, str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert said == (
        f"74 {file} could not be saved: File too large. "
        "Every answer that was acknowledged before is saved.\n"
    )
    assert file.read_bytes() == before


def test_a_file_out_of_reach_in_a_session_is_a_failing_disk(tmp_path, file):
    (tmp_path / "way").symlink_to(".")
    with opened_for_writing(tmp_path / "way" / file.name) as session:
        (tmp_path / "way").unlink()
        (tmp_path / "way").symlink_to("way")
        with pytest.raises(DiskError, match=r"symbolic links.* acknowledged before is saved"):
            session.save(assessment())
        (tmp_path / "way").unlink()
        with pytest.raises(NotFoundError):
            session.save(assessment())


def test_two_sessions_do_not_write_at_once(file):
    with opened_for_writing(file), pytest.raises(InUseError), opened_for_writing(file):
        pass


def test_standard_input_is_not_written_to():
    wanted = "Standard input cannot be written to"
    with pytest.raises(AssessError, match=wanted), opened_for_writing("-"):
        pass


def test_an_unsound_file_is_not_locked(file):
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(DocumentError), opened_for_writing(file):
        pass

    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_an_older_questionnaire_text_is_forgotten_first():
    copies = [ASKED.model_copy() for _ in range(20)]
    texts = {dumps(assessment().model_copy(update={"as_asked": (copy,)})) for copy in copies}
    assert len(texts) == 1


KILLED = """
import os, pathlib, signal, sys
from assess.store import durable
pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # at the last moment
durable.replace(sys.argv[1], b"half")
"""


def test_what_a_killed_save_left_is_gone_after_the_next_opening(file):
    (file.parent / ".other-0123.new").touch()
    killed = subprocess.run([sys.executable, "-c", KILLED, file], check=False)
    assert killed.returncode == -9
    assert len([*file.parent.iterdir()]) == 3
    with opened_for_writing(file):
        pass
    assert sorted(path.name for path in file.parent.iterdir()) == [".other-0123.new", file.name]


def test_a_file_that_a_session_holds_is_not_replaced(file):
    before = file.read_bytes()
    with opened_for_writing(file), pytest.raises(InUseError):
        create(file, assessment(unit="Another"), force=True)
    assert file.read_bytes() == before
    create(file, assessment(unit="Another"), force=True)
    assert load(file).unit == "Another"

"""`assess renew`: the next cycle's file, and what is asked about upgrades."""

from __future__ import annotations

import json
import shutil

import pytest

from assess.store.assessments import load
from tests.conftest import ROOT
from tests.line_mode_terminal import Terminal

SMALL = """\
id: desk
version: 1.0.0
title: Desk
scale:
  - {name: By chance, value: 1}
  - {name: Agreed, value: 2}
dimensions:
  - id: people
    title: People
    questions:
      - {id: ready, title: Ready, question: Are they?, levels: {1: "No.", 2: "Yes."}}
      - {id: rested, title: Rested, question: Are they?, levels: {1: "No.", 2: "Yes."}}
"""


ASKED = ("assessor", "Customer operations")


@pytest.fixture
def acme(folder):
    """The example of 2026 in a folder of its own."""
    return shutil.copy(
        ROOT / "examples/orvella-water-2026.assess.json", folder / "acme-2026.assess.json"
    )


def test_the_next_cycle_is_named_by_the_year(run, acme, folder):
    before = acme.read_bytes()
    ran = run("renew", acme, "--date", "2027-11-05", "--keep")
    assert ran.status == 0
    assert "Created acme-2027.assess.json: 53 questions." in ran.err.replace(f"{folder}/", "")
    found = load(folder / "acme-2027.assess.json")
    assert (found.cycle, str(found.date)) == ("2027", "2027-11-05")
    assert [(i.role, i.respondent) for i in found.interviews] == [ASKED]
    assert not found.interviews[0].answers
    assert [one.cycle for one in found.earlier] == ["2026"]
    assert acme.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "who"),
    [
        ([], ASKED),
        (["--respondent", "The new head"], ("assessor", "The new head")),
        (["--role", "manager", "--respondent", ""], ("manager", "")),
    ],
)
def test_the_same_people_are_asked_unless_others_are_named(run, acme, folder, options, who):
    run("renew", acme, "--date", "2027-11-05", "--keep")
    (folder / "a.yaml").write_text("process-effort: 3\n", encoding="utf-8")
    ran = run("run", "acme-2027.assess.json", "--answers", folder / "a.yaml", *options)
    assert ran.status == 0, ran.err
    (found,) = load(folder / "acme-2027.assess.json").interviews
    assert (found.role, found.respondent) == who


@pytest.mark.parametrize(
    ("last", "following", "name"),
    [
        ("2026/27", "2027/28", "desk-2027-28"),
        ("2026–2027", "2027–2028", "desk-2027-2028"),
        ("season 1999/00", "season 2000/01", "desk-season-2000-01"),
        ("2026-03", "2027-03", "desk-2027-03"),
        ("Q4 2026", "Q4 2027", "desk-q4-2027"),
        ("спринт 3", "2027", "desk-2027"),
    ],
)
def test_a_cycle_over_two_years_is_followed_by_the_next_two(last, following, name, run, folder):
    run("new", "--organisation", "Desk", "--cycle", last, "--date", "2026-03-01")
    (first,) = folder.glob("*.assess.json")
    assert run("renew", first, "--date", "2027-03-01").status == 0
    assert load(folder / f"{name}.assess.json").cycle == following


@pytest.mark.parametrize("options", [["-o", "./acme-2026.assess.json"], ["--cycle", "2026!"]])
def test_the_file_that_is_renewed_is_never_overwritten(options, run, acme):
    before = acme.read_bytes()
    ran = run("renew", acme, "--date", "2027-11-05", "--force", *options)
    assert (ran.status, "is the assessment that is renewed" in ran.err) == (2, True)
    assert acme.read_bytes() == before


def test_who_renews_what_nobody_has_answered_is_told(run, acme, folder):
    first = run("renew", acme, "--date", "2027-11-05", "--keep")
    again = run("renew", folder / "acme-2027.assess.json", "--date", "2028-11-05", "--keep")
    assert "nothing has been answered" not in first.err
    assert "Note: nothing has been answered in " in again.err


def test_open_actions_go_along(run, acme, folder):
    run("plan", acme, "--accept", "1", "--accept", "2")
    run("plan", acme, "--update", "1", "--status", "done")
    ran = run("renew", acme, "--date", "2027-11-05", "--keep")
    assert "1 agreed action is to be followed up" in ran.err
    assert len(load(folder / "acme-2027.assess.json").plan) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--date", "2025-11-05"], "the next cycle comes after 2026-11-06"),
        (["--date", "2027-11-05", "--cycle", "2026"], "there is a cycle of that name"),
        (["--date", "2027-11-05", "--cycle", " 2026 "], "there is a cycle of that name"),
        (["--date", "2027-11-05", "--cycle", " "], "--cycle says nothing"),
    ],
)
def test_a_cycle_that_cannot_follow(options, said, run, acme):
    ran = run("renew", acme, "--keep", *options)
    assert (ran.status, said in ran.err) == (2, True)


def test_an_existing_file_is_not_overwritten(run, acme, folder):
    folder.joinpath("acme-2027.assess.json").write_text("mine", "utf-8")
    assert run("renew", acme, "--date", "2027-11-05", "--keep").status == 2
    assert folder.joinpath("acme-2027.assess.json").read_text("utf-8") == "mine"


@pytest.fixture
def desk(run, folder):
    """An assessment with a questionnaire of the folder, of which there is a newer version."""
    folder.joinpath("questionnaires").mkdir()
    file = folder / "questionnaires/desk.yaml"
    file.write_text(SMALL, "utf-8")
    options = ["--organisation", "Desk", "--questionnaire", "desk", "--cycle", "spring"]
    run("new", "desk", *options, "--date", "2026-03-01")
    newer = SMALL.replace("1.0.0", "1.1.0").replace(
        "rested, title: Rested", "relieved, title: Relieved"
    )
    file.write_text(newer.replace("Ready, question: Are they?", "Ready, question: Why?"), "utf-8")
    return folder / "desk.assess.json"


@pytest.mark.parametrize(
    ("option", "version"), [(["--upgrade"], "1.1.0"), (["--keep"], "1.0.0"), ([], "1.0.0")]
)
def test_an_upgrade_is_offered_with_what_it_changes(option, version, run, desk, folder):
    ran = run("renew", desk, "--cycle", "autumn", "--date", "2026-09-01", *option)
    assert "desk 1.0.0 can become desk 1.1.0. 0 questions stay comparable." in ran.err
    assert "- Ready (ready): the question or its levels mean something else now\n" in ran.err
    assert "- Relieved (relieved): was not asked before\n" in ran.err
    assert "- Rested (rested): is not asked any more\n" in ran.err
    found = load(folder / "desk-autumn.assess.json")
    assert found.core.version == version
    assert json.loads(run("compare", desk, found_path(folder), "--json").out)["schema"] == 1


def found_path(folder):
    return folder / "desk-autumn.assess.json"


def test_a_renamed_question_is_told_as_such_and_stays_comparable(run, desk, folder):
    renamed = SMALL.replace("1.0.0", "2.0.0").replace("id: rested", "id: relaxed, replaces: rested")
    (folder / "questionnaires/desk.yaml").write_text(renamed.replace("chance", "luck"), "utf-8")
    ran = run("renew", desk, "--cycle", "autumn", "--date", "2026-09-01", "--upgrade")
    assert "desk 1.0.0 can become desk 2.0.0. 2 questions stay comparable.\n" in ran.err
    assert "- Rested (rested → relaxed)\n" in ran.err


def test_the_same_version_with_other_texts_is_told_as_changed(run, desk, folder):
    (folder / "questionnaires/desk.yaml").write_text(
        SMALL.replace("title: People", "title: Staff"), "utf-8"
    )
    ran = run("renew", desk, "--cycle", "autumn", "--date", "2026-09-01")
    assert "desk 1.0.0 has changed since it was asked. 2 questions stay comparable." in ran.err
    assert "- 1 wording, weight or rule differs besides\n" in ran.err


def test_an_older_version_is_not_offered(run, desk, folder):
    (folder / "questionnaires/desk.yaml").write_text(SMALL.replace("1.0.0", "0.9.0"), "utf-8")
    ran = run("renew", desk, "--cycle", "autumn", "--date", "2026-09-01", "--upgrade")
    assert "can become" not in ran.err
    assert load(found_path(folder)).core.version == "1.0.0"


def test_an_unsound_version_is_told_unless_the_old_one_is_kept(run, desk, folder):
    (folder / "questionnaires/desk.yaml").write_text(SMALL.replace("value: 2", "valeu: 2"), "utf-8")
    asked = ("renew", desk, "--cycle", "autumn", "--date", "2026-09-01")
    told = run(*asked)
    assert (told.status, "desk.yaml:6" in told.err) == (2, True)
    assert run(*asked, "--keep").status == 0


def test_an_upgrade_that_is_wished_and_not_there_is_told(run, desk, folder):
    (folder / "questionnaires/desk.yaml").unlink()
    asked = ("renew", desk, "--cycle", "autumn", "--date", "2026-09-01")
    told = run(*asked, "--upgrade")
    assert (told.status, "No such questionnaire: desk." in told.err) == (2, True)
    assert run(*asked).status == 0


def test_a_person_chooses_the_version_and_enter_keeps_the_old_one(desk, folder):
    asked = ("renew", desk.name, "--date", "2026-09-01", "--cycle")
    kept = Terminal(folder, 80, *asked, "autumn").type("3", "")
    newer = Terminal(folder, 80, *asked, "winter").type("1")
    assert (kept.ends(), newer.ends()) == (0, 0)
    assert "Type a number from 1 to 2" in kept.transcript
    versions = [load(folder / f"desk-{n}.assess.json").core.version for n in ("autumn", "winter")]
    assert versions == ["1.0.0", "1.1.0"]


def test_nobody_is_asked_in_vain(desk, folder):
    folder.joinpath("desk-autumn.assess.json").write_text("mine", "utf-8")
    asked = ("renew", desk.name, "--date", "2026-09-01", "--cycle", "autumn")
    terminal = Terminal(folder, 80, *asked)
    assert terminal.ends() == 2
    assert "Take the newer version?" not in terminal.transcript


def test_agreed_actions_are_followed_up_before_the_first_question(run, file, golden):
    run("plan", file, "--add", "Move the desk", "--owner", "Ana Ruiz", "--due", "2026-05-01")
    run("plan", file, "--add", "Paint it")
    run("plan", file, "--update", "2", "--status", "in-progress", "--evidence", "First coat")
    run("renew", file, "--cycle", "next", "--date", "2027-03-01")
    renewed = file.with_name("acme-next.assess.json")
    first = Terminal(renewed).type("1", "Photo of May", "", "Second coat", "3", "q")
    assert first.ends() == 0
    golden("transcripts/followed-up.txt", first.transcript)
    found = [(one.status, one.evidence) for one in load(renewed).plan]
    assert found == [
        ("done", ("Photo of May",)),
        ("in-progress", ("First coat", "Second coat")),
    ]
    again = Terminal(renewed).type("q")
    assert again.ends() == 0
    assert "What became of" not in again.transcript
    assert "1 agreed action is still open: assess plan acme-next.assess.json" in again.transcript

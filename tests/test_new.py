"""`assess new`: by options, and as a conversation on a real pseudo-terminal."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT
from tests.line_mode_terminal import Terminal
from tests.test_commands import SMALL as ONE_DIMENSION

DAY = ("--date", "2026-03-31")
FILE = "lakeside-clinic-2026.assess.json"
SMALL = f"""\
{ONE_DIMENSION}\
  - id: training
    title: Training
    questions:
      - {{id: plan, title: Plan, question: Is there one?, levels: {{1: no, 2: yes}}}}
"""


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


# ---------------------------------------------------------------------------------------- options


def test_new_carries_the_questionnaire_and_every_option(run, folder):
    ran = run(
        *("new", "--organisation", "Äcme & Söhne", "--unit", "Nord", "--cycle", "2026"),
        *("--date", "2026-03-31", "--assessor", "Ada", "--target", "training=3"),
        *("--weight", "hiring=2", "--weight", "policy=0.5", "--because", "board decision"),
    )
    assert ran.status == 0
    content = read(folder / "acme-sohne-nord-2026.assess.json")
    assert content["organisation"] == "Äcme & Söhne"
    assert (content["unit"], content["cycle"]) == ("Nord", "2026")
    assert (content["date"], content["assessor"]) == ("2026-03-31", "Ada")
    assert content["targets"] == {"training": 3}
    assert content["weights"]["policy"] == {"weight": 0.5, "because": "board decision"}
    assert list(content)[-1] == "as_asked"
    assert content["as_asked"][0]["questionnaire"]["id"] == "service-culture"


@pytest.mark.parametrize(
    ("organisation", "file"),
    [
        ("ΝΕΡΆ Ορβέλλας", "νερά-ορβέλλας-2026.assess.json"),
        ("Городской Водоканал № 3", "городской-водоканал-no-3-2026.assess.json"),
        ("2026 — ???", "assessment-2026-2026.assess.json"),
        ("../../etc/passwd", "etc-passwd-2026.assess.json"),
        ("C:\\x", "c-x-2026.assess.json"),
        ("-rf", "rf-2026.assess.json"),
    ],
)
def test_file_names_come_from_safe_letters_only(run, folder, organisation, file):
    run("new", "--organisation", organisation, "--cycle", "2026")
    assert [entry.name for entry in folder.iterdir()] == [file]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--target", "trainig=3"], "one of processes, policy"),
        (["--target", "training=6"], "a number from 1 to 5"),
        (["--target", "training=٣"], "a number from 1 to 5"),
        (["--target", "training"], "write DIMENSION=N"),
        (["--target", "6"], "--target 6: a level is a number from 1 to 5"),
        (["--target", "3", "--target", "4"], "only one level"),
        (["--weight", "hiring=2"], "--weight needs a reason"),
        (["--weight", "hiring=-1", "--because", "x"], "a number above 0"),
        (["--because", "x"], "--because is the reason for --weight"),
        (["a\nb"], "NAME holds characters"),
        (["--weight", "hiring=nan", "--because", "x"], "a number above 0"),
        (["--weight", "hiring=much", "--because", "x"], "a number above 0"),
        (["--target", "training=" + "9" * 5000], "a number from 1 to 5"),
        (["--target", "training=3", "--target", "training=4"], "training is named twice"),
        (["--cycle", " "], "--cycle says nothing"),
        (["--unit", "a\x1bb"], "U+001B"),
        (["--assessor", "\udcff"], "U+DCFF"),
        (["--date", "31.3.2026"], "such as 2026-03-31"),
        (["--questionnaire", "service-cultur"], "Did you mean `service-culture`?"),
    ],
)
def test_new_refuses_what_it_cannot_use(run, folder, options, said):
    ran = run("new", "--organisation", "Acme", *options)
    assert ran.status == 2
    assert said in ran.err
    assert not list(folder.iterdir())


def test_new_never_overwrites_without_force(run, folder):
    run("new", "acme", "--organisation", "Acme")
    file = folder / "acme.assess.json"
    before = file.read_bytes()
    again = ["new", "acme", "--organisation", "Other"]
    assert run(*again).status == 2
    assert file.read_bytes() == before
    assert run(*again, "--force").status == 0
    assert read(file)["organisation"] == "Other"


@pytest.mark.parametrize(
    "arguments", [["new"], ["--no-input", "new"], ["new", "--no-input"], ["new", "--cycle", "1"]]
)
def test_a_missing_organisation_is_an_error_that_names_the_option(run, folder, arguments):
    ran = run(*arguments)
    assert ran.status == 2
    assert "--organisation is missing" in ran.err


def test_one_level_is_the_target_of_all_dimensions_but_those_that_are_named(run, folder):
    run("new", "acme", "--organisation", "Acme", "--target", "3", "--target", "training=5")
    targets = read(folder / "acme.assess.json")["targets"]
    assert (len(targets), targets["hiring"], targets["training"]) == (7, 3, 5)


# -------------------------------------------------------------------------------- a person is asked

WHOLE = (
    *("", "Lakeside Clinic", "North", "", "6", "3", "1 9", "2, 5", "x", "2"),
    *("6", "p", "3", "0", "", "", "", "", "", "5"),
)
"""Every question answered, some of them wrongly at first; the last one is left."""


@pytest.mark.parametrize(("language", "columns"), [("en", 80), ("en", 60), ("el", 80)])
def test_a_whole_conversation(folder, golden, language, columns):
    terminal = Terminal(folder, columns, "new", *DAY, ASSESS_LANG=language).type(*WHOLE)
    terminal.send(b"Ada\r")
    assert terminal.ends() == 0
    golden(f"transcripts/new-{language}-{columns}.txt", terminal.transcript)
    *conversation, _created, _next = terminal.transcript.splitlines()
    assert max(map(len, conversation)) <= columns


@pytest.mark.parametrize(
    ("asked", "answers", "same_as"),
    [
        ((), ("Lakeside Clinic", *[""] * 6), ()),
        (
            (),
            ("Lakeside Clinic", "North", "Spring", "3", "1 4", "2", "3"),
            (
                *("--unit", "North", "--cycle", "Spring", "--lang", "el"),
                *("--with", "management-obstacles", "--with", "whole-company-service"),
                *("--customer", "patient", "--target", "3"),
            ),
        ),
        (
            ("--lang", "ru", "--with", "pulse", "--unit", "Север", "--customer", "guest"),
            ("Lakeside Clinic", "", "з", "3", "", "", "4", "", "", "5"),
            (
                *("--lang", "ru", "--with", "pulse", "--unit", "Север", "--customer", "guest"),
                *("--target", "processes=3", "--target", "training=5"),
            ),
        ),
    ],
    ids=["enter", "everything", "some by options"],
)
def test_answers_and_options_make_the_same_file(folder, asked, answers, same_as):
    terminal = Terminal(folder, 80, "new", "answers", *DAY, *asked).type(*answers)
    terminal.send(b"Ada\r")
    assert terminal.ends() == 0
    said = ("--organisation", "Lakeside Clinic", "--assessor", "Ada", *same_as)
    assert Terminal(folder, 80, "new", "options", *DAY, *said).ends() == 0
    by_answers, by_options = (folder / f"{name}.assess.json" for name in ("answers", "options"))
    assert by_answers.read_bytes() == by_options.read_bytes()


@pytest.mark.parametrize(
    ("answers", "wrong", "said"),
    [
        ((), "", "Type the name of the organisation"),
        ((), "a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE cannot be saved"),
        (("Acme", "", ""), "3 4", "Type a number from 1 to 5, or only Enter."),
        (("Acme", "", "", ""), "1;2", "Type numbers from 1 to 5 with blanks or commas"),
        (("Acme", "", "", "", "", ""), "-1", "Type a number from 1 to 5, p, or only Enter."),
        (
            ("Acme", "", "", "", "", "", "p", "2"),
            "two",
            "Type a number from 1 to 5, or only Enter.",
        ),
    ],
)
def test_a_wrong_entry_is_answered_and_the_question_comes_again(folder, answers, wrong, said):
    terminal = Terminal(folder, 80, "new", *DAY).type(*answers)
    question = terminal.transcript.splitlines()[-1]
    lines = terminal.type(wrong).transcript.splitlines()
    assert said in lines[-2]
    assert lines[-1] == question
    terminal.hangs_up()


@pytest.mark.parametrize(
    "answers", [(), ("Acme", "North"), ("Acme", "", "", "", "2", "", "p", "3")]
)
def test_ctrl_c_leaves_nothing_behind(folder, answers):
    terminal = Terminal(folder, 80, "new").type(*answers)
    terminal.send(b"\x03")
    assert terminal.ends() == 130
    assert terminal.transcript.endswith("\nStopped. Nothing was created.\n")
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("answers", "option"),
    [((), "--organisation"), (("Acme",), "--unit"), (("Acme", "", "", ""), "--with")],
)
def test_the_end_of_input_leaves_nothing_behind_and_names_the_option(folder, answers, option):
    terminal = Terminal(folder, 80, "new").type(*answers)
    terminal.send(b"\x04")
    assert terminal.ends() == 2
    assert f"The input ended where {option} was asked for" in terminal.transcript
    assert not list(folder.iterdir())


def test_without_input_nothing_is_asked_at_a_terminal(folder):
    terminal = Terminal(folder, 80, "new", "--no-input")
    assert terminal.ends() == 2
    assert "--organisation is missing" in terminal.transcript


def test_nothing_is_asked_where_the_organisation_is_given(folder):
    terminal = Terminal(folder, 80, "new", "--organisation", "Lakeside Clinic", *DAY)
    assert terminal.ends() == 0
    assert terminal.transcript.startswith(f"Created {FILE}: 53 questions.")


def test_a_file_that_exists_is_said_before_anything_is_asked(folder):
    (folder / "acme.assess.json").touch()
    terminal = Terminal(folder, 80, "new", "acme")
    assert terminal.ends() == 2
    assert terminal.transcript == "Error: acme.assess.json exists already; --force replaces it.\n\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lang", "xx"], "--lang xx"),
        (["--with", "puls"], "Did you mean `pulse`?"),
        (["--target", "9"], "a number from 1 to 5"),
        (["no/acme"], "There is no folder no."),
    ],
)
def test_what_options_say_is_checked_before_anything_is_asked(folder, options, said):
    terminal = Terminal(folder, 80, "new", *options)
    assert terminal.ends() == 2
    assert said in terminal.transcript
    assert "Organisation: " not in terminal.transcript


def test_another_name_is_asked_for_where_the_usual_one_is_taken(folder):
    (folder / FILE).touch()
    answers = ("Lakeside Clinic", "", "", FILE, "no/where", "..", "again", *[""] * 4)
    terminal = Terminal(folder, 80, "new", *DAY).type(*answers)
    terminal.send(b"\r")
    assert terminal.ends() == 0
    assert terminal.transcript.count(f"{FILE} exists already; --force replaces it.") == 2
    assert ".. is a folder" in terminal.transcript
    assert read(folder / "again.assess.json")["organisation"] == "Lakeside Clinic"
    assert not (folder / FILE).read_bytes()


def test_no_other_name_ends_it(folder):
    (folder / FILE).touch()
    terminal = Terminal(folder, 80, "new", *DAY).type("Lakeside Clinic", "", "")
    terminal.send(b"\r")
    assert terminal.ends() == 2
    assert terminal.transcript.endswith(f"Error: {FILE} exists already; --force replaces it.\n")


def test_force_takes_the_usual_name(folder):
    (folder / FILE).touch()
    terminal = Terminal(folder, 80, "new", "--force", *DAY).type("Lakeside Clinic", *[""] * 6)
    terminal.send(b"\r")
    assert terminal.ends() == 0
    assert read(folder / FILE)["cycle"] == "2026"


def test_a_questionnaire_of_your_own_is_offered_and_asks_only_what_it_has(folder):
    own = ROOT / "examples" / "hospital" / "questionnaires" / "nosokomeio.yaml"
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / own.name).write_bytes(own.read_bytes())
    terminal = Terminal(folder, 80, "new", "a", *DAY).type("Clinic", "", "", "1", "", "p", "4", "")
    terminal.send(b"\r")
    assert terminal.ends() == 0
    assert "Number (Enter: 2 Service culture checklist" in terminal.transcript
    made = read(folder / "a.assess.json")
    assert (made["language"], made["targets"]) == ("el", {"diadromi": 4})


def test_a_questionnaire_without_a_target_has_none_unless_one_is_said(folder):
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    options = ("--questionnaire", "small.yaml", "--with", "pulse", "--customer", "guest")
    terminal = Terminal(folder, 80, "new", "a", *DAY, *options).type("Clinic", "", "", "Π", "2", "")
    terminal.send(b"\r")
    assert terminal.ends() == 0
    assert "Number or p (Enter: no target): " in terminal.transcript
    assert "Hiring (Enter: no target): 2" in terminal.transcript
    assert read(folder / "a.assess.json")["targets"] == {"hiring": 2}

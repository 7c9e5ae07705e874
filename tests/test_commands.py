"""What a user sees of every command but the interview."""

from __future__ import annotations

import io
import json
import os
import pty
import shlex
import subprocess
import sys

import pytest

from assess.cli import COMMANDS, commands
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
LAST_YEAR = EXAMPLES / "orvella-water-2025.assess.json"
THIS_YEAR = EXAMPLES / "orvella-water-2026.assess.json"

SMALL = """\
id: small
version: 1.0.0
title: Small
scale: [{name: No, value: 0}, {name: Yes, value: 100}]
dimensions:
  - id: hiring
    title: Hiring
    questions:
      - {id: profile, title: Profile, question: Is there one?, levels: {1: no, 2: yes}}
"""


@pytest.fixture
def small(folder):
    """A questionnaire of one question, and an assessment of it that is answered."""
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    return folder / "small.yaml"


@pytest.fixture
def answered(small, run):
    """An answered assessment of the small questionnaire."""
    run("new", "acme", "--organisation", "Acme", "--date", "2026-03-31", "--questionnaire", small)
    small.with_name("answers.yaml").write_text("profile: 2\n", encoding="utf-8")
    run("run", "acme.assess.json", "--answers", "answers.yaml")
    return small.with_name("acme.assess.json")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


# ------------------------------------------------------------------------------------ the program


def test_help_lists_every_command(run, golden):
    golden("cli/help.txt", run("--help").out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_knows_no_input(run, name):
    shown = run(name, "--help")
    assert shown.status == 0
    assert "--no-input" in shown.out
    assert commands.get_command(None, name).name == name


def test_version(run):
    assert run("--version").out.startswith("assess, version ")


@pytest.mark.parametrize(
    ("word", "said"),
    [("scroe", "Did you mean `score`?"), ("compre", "Did you mean `compare`?"), ("zzz", "zzz.\n")],
)
def test_a_misspelt_command_is_guessed(run, word, said):
    ran = run(word)
    assert ran.status == 2
    assert said in ran.err


# -------------------------------------------------------------------------------------------- run


def test_without_input_there_is_no_interview(answered):
    _, terminal = pty.openpty()
    ran = subprocess.run(
        [sys.executable, "-m", "assess", "run", "--no-input", answered.name],
        cwd=answered.parent,
        stdin=terminal,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2
    assert b"--answers FILE gives the answers" in ran.stderr


# ------------------------------------------------------------------------------------ run --answers


def test_answers_from_a_file_are_taken_over(run, answered):
    content = read(answered)
    assert content["interviews"][0]["answers"] == {"profile": {"level": 2}}
    assert len(content["interviews"][0]["history"]) == 1


def test_wrong_answers_change_nothing(run, answered):
    before = answered.read_bytes()
    wrong = answered.with_name("wrong.yaml")
    wrong.write_text("profil: 2\nprofile: 3\n", encoding="utf-8")
    ran = run("run", answered, "--answers", wrong)
    assert ran.status == 2
    assert "wrong.yaml:1:1" in ran.err
    assert "wrong.yaml:2:" in ran.err
    assert answered.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--role", "manager"], "holds the interview of assessor"),
        (["--respondent", "Ben"], "holds the interview of assessor"),
    ],
)
def test_one_assessment_holds_one_view(run, answered, options, said):
    ran = run("run", answered, "--answers", "answers.yaml", *options)
    assert ran.status == 2
    assert said in ran.err


def test_a_role_must_be_known(run, folder):
    run("new", "acme", "--organisation", "Acme")
    ran = run("run", "--role", "bos")
    assert ran.status == 2
    assert "assessor, executive, manager, frontline, peer" in ran.err


def test_run_needs_one_assessment_to_go_on_with(run, folder):
    assert "Start one with `assess new`" in run("run").err
    run("new", "a", "--organisation", "A")
    run("new", "b", "--organisation", "B")
    ran = run("run")
    assert ran.status == 2
    assert "a.assess.json, b.assess.json" in ran.err


# -------------------------------------------------------------------------- score, explain, compare


def test_score_in_the_terminal(run, golden):
    golden("cli/score.txt", run("score", THIS_YEAR).out)


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_score_fits_the_window(run, columns):
    lines = run("score", THIS_YEAR, columns=columns).out.splitlines()
    assert max(map(len, lines)) <= max(40, columns)


def test_score_as_json(run, golden):
    golden("cli/score.json", run("score", THIS_YEAR, "--json").out)


def test_several_files_give_an_array(run):
    cards = json.loads(run("score", LAST_YEAR, THIS_YEAR, "--json").out)
    assert [card["cycle"] for card in cards] == ["2025", "2026"]


def test_standard_input_is_a_file_too(run, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(THIS_YEAR.read_bytes()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert json.loads(run("score", "-", "--json").out)["organisation"] == "Orvella Water"


def test_a_scale_of_its_own(run, answered):
    card = json.loads(run("score", answered, "--json").out)
    assert (card["overall"]["score"], card["overall"]["level_name"]) == (100.0, "Yes")
    assert card["dimensions"][0]["target"] is None
    assert "[2 Yes]" in run("score", answered).out


@pytest.mark.parametrize("what", ["overall", "management-attitude", "standards-exist"])
def test_explain(run, golden, what):
    golden(f"cli/explain-{what}.txt", run("explain", THIS_YEAR, what).out)


def test_explain_an_action_as_json(run):
    card = json.loads(run("score", THIS_YEAR, "--json").out)
    first = card["actions"][0]
    explained = json.loads(run("explain", THIS_YEAR, first["id"], "--json").out)
    assert explained["value"] == first["priority"]


def test_explain_guesses_what_was_meant(run):
    ran = run("explain", THIS_YEAR, "standard")
    assert ran.status == 2
    assert "Did you mean `standards`?" in ran.err


def test_compare_in_the_terminal(run, golden):
    golden("cli/compare.txt", run("compare", LAST_YEAR, THIS_YEAR).out)


def test_two_units_are_told_apart_and_nothing_rose_or_fell(run, golden, folder):
    for unit, name in (("North", LAST_YEAR), ("South", THIS_YEAR)):
        content = json.loads(name.read_text(encoding="utf-8")) | {"unit": unit}
        (folder / f"{unit}.assess.json").write_text(json.dumps(content), encoding="utf-8")
    golden("cli/compare-units.txt", run("compare", "North.assess.json", "South.assess.json").out)


def test_compare_as_json(run, golden):
    golden("cli/compare.json", run("compare", LAST_YEAR, THIS_YEAR, "--json").out)


def test_comparing_backwards_is_said(run):
    assert "is the later one" in run("compare", THIS_YEAR, LAST_YEAR).err
    assert "is the later one" in run("report", LAST_YEAR, "--against", THIS_YEAR, "-o", "-").err


def test_comparing_two_organisations_is_said(run, folder):
    run("new", "other", "--organisation", "Other")
    assert "Orvella Water and Other" in run("compare", LAST_YEAR, "other.assess.json").err


def test_different_questionnaires_are_not_compared(run, answered):
    ran = run("compare", answered, THIS_YEAR)
    assert ran.status == 2
    assert "different questionnaires, small and service-culture" in ran.err


def test_a_questionnaire_that_was_edited_inside_the_file_is_refused(run, folder):
    text = THIS_YEAR.read_text(encoding="utf-8")
    asked = "How does the organisation look at what its internal processes do to {customers}?"
    file = folder / "edited.assess.json"
    file.write_text(text.replace(asked, "Are processes nice?"), encoding="utf-8")
    ran = run("score", file)
    assert ran.status == 2
    assert "process-customer-review" in ran.err


# ------------------------------------------------------------------------------------ report, demo


def test_report_is_written_beside_the_assessment(run, answered):
    assert run("report", answered).status == 0
    page = answered.with_name("acme.report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert run("report", answered).status == 2
    assert run("report", answered, "--force").status == 0
    assert answered.with_name("acme.report.html").read_text(encoding="utf-8") == page


@pytest.mark.parametrize("target", ["acme.assess.json", "./acme.assess.json", "next.assess.json"])
def test_a_report_never_takes_the_place_of_an_assessment(run, answered, target):
    before = answered.read_bytes()
    ran = run("report", answered, "-o", target, "--force")
    assert ran.status == 2
    assert "would destroy it" in ran.err
    assert answered.read_bytes() == before


def test_a_report_never_takes_the_place_of_what_it_is_compared_with(run, answered):
    old = answered.rename(answered.with_name("old.json"))
    ran = run("report", old, "--against", old, "-o", "old.json", "--force")
    assert ran.status == 2
    assert json.loads(old.read_text(encoding="utf-8"))["organisation"] == "Acme"


def test_report_on_standard_output(run, answered):
    assert run("report", answered, "-o", "-").out.startswith("<!DOCTYPE html>")


def test_demo_does_three_years_and_says_where_to_look(run, folder):
    ran = run("demo", "here")
    assert ran.status == 0
    assert sorted(f.name for f in (folder / "here").iterdir()) == [
        "orvella-water-2025.assess.json",
        "orvella-water-2025.report.html",
        "orvella-water-2026.assess.json",
        "orvella-water-2026.report.html",
        "orvella-water-2027.assess.json",
        "orvella-water-2027.report.html",
        "orvella-water-2028.assess.json",
    ]
    assert (folder / "here/orvella-water-2027.report.html").as_uri() in ran.out
    assert run("demo", "here").status == 2
    assert run("demo", "here", "--force").status == 0


def test_the_demo_shows_a_relapse_a_plan_and_an_action_that_worked(run, folder):
    run("demo", ".")
    last = folder / "orvella-water-2027.assess.json"
    card = json.loads(run("score", last, "--json").out)
    assert [one["question"] for one in card["relapses"]] == ["process-early-warning"]
    plan = json.loads(run("plan", last, "--json").out)
    settled = {one["question"]: one["status"] for one in plan if one["agreed"] == "2026"}
    assert set(settled.values()) == {"done", "partly", "dropped", "in-progress"}
    change = json.loads(
        run("compare", folder / "orvella-water-2026.assess.json", last, "--json").out
    )
    rose = {one["id"] for one in change["questions"] if one["movement"] == "rose"}
    assert {name for name, status in settled.items() if status == "done"} <= rose
    assert {name for name, status in settled.items() if status != "done"}.isdisjoint(rose)


def test_the_year_that_the_demo_begins_has_the_open_plan(run, folder):
    run("demo", ".")
    begun = json.loads((folder / "orvella-water-2028.assess.json").read_text(encoding="utf-8"))
    assert [one["cycle"] for one in begun["earlier"]] == ["2025", "2026", "2027"]
    assert [one.get("answers", {}) for one in begun["interviews"]] == [{}]
    listed = run("plan", "orvella-water-2028.assess.json", "--today", "2027-12-01").out
    assert "7 agreed actions · 5 settled · 1 overdue" in listed


# ------------------------------------------------------------------------- check and questionnaires


def test_check_says_what_is_sound(run, answered, small):
    ran = run("check", small, answered)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        f"{small}: sound, 3 remarks",
        f"{answered}: sound",
    ]


def test_check_shows_every_problem_with_its_line(run, small, golden):
    small.write_text(
        SMALL.replace("title: Hiring", "titel: Hiring").replace("2: yes", "3: yes"),
        encoding="utf-8",
    )
    ran = run("check", "small.yaml")
    assert ran.status == 1
    golden("cli/check.txt", ran.err)


def test_check_as_json(run, small):
    small.write_text(SMALL.replace("version: 1.0.0", "version: 1"), encoding="utf-8")
    ran = run("check", small, "--json")
    assert ran.status == 1
    assert [(row["line"], row["path"]) for row in json.loads(ran.out)] == [(2, "version")]


def test_check_shows_twenty_problems_and_counts_the_rest(run, small):
    surplus = "".join(f"key{n}: 1\n" for n in range(30))
    small.write_text(SMALL + surplus, encoding="utf-8")
    assert run("check", small).err.endswith("... and 10 more\n")


def test_check_of_what_is_not_there(run, folder):
    assert json.loads(run("check", "none.yaml", "--json").out)[0]["line"] == 0
    assert run("check", "none.assess.json").status == 2
    assert run("check", "service-culture", folder).status == 2


def test_check_of_standard_input(run, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(THIS_YEAR.read_bytes()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("check", "-").out == "-: sound\n"


def test_questionnaires_are_listed(run, small):
    small.parent.joinpath("questionnaires").mkdir()
    small.rename(small.parent / "questionnaires/small.yaml")
    (small.parent / "questionnaires/broken.yaml").write_text("id: [\n", encoding="utf-8")
    ran = run("questionnaire", "list")
    assert "service-culture" in ran.out
    assert "cannot be used" in ran.out
    rows = json.loads(run("questionnaire", "list", "--json").out)
    assert {(row["id"], row["where"], row["questions"]) for row in rows} == {
        ("broken", "here", None),
        ("small", "here", 1),
        ("service-culture", "built in", 53),
        ("management-obstacles", "built in", 12),
        ("service-recovery", "built in", 16),
        ("customer-centric-leadership", "built in", 10),
        ("whole-company-service", "built in", 16),
        ("pulse", "built in", 10),
    }


def test_a_questionnaire_is_shown_whole(run, golden):
    golden("cli/questionnaire.txt", run("questionnaire", "show", "service-culture").out)


def test_a_questionnaire_as_json_can_be_read_again(run, folder):
    shown = run("questionnaire", "show", "service-culture", "--json").out
    (folder / "again.yaml").write_text(shown, encoding="utf-8")
    assert run("check", "again.yaml").status == 0


@pytest.mark.parametrize("kind", ["questionnaire", "dimension", "part"])
def test_schemas_for_editors(run, golden, kind):
    golden(f"cli/schema-{kind}.json", run("questionnaire", "schema", "--of", kind).out)


# ----------------------------------------------------------------------------------------- endings


def program(arguments, *, shell="", **environment):
    """Run the program as a process of its own, in a shell where pipes and files matter."""
    command = f"{shlex.quote(sys.executable)} -m assess {shlex.join(map(str, arguments))} {shell}"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("shell", "status"),
    [("| head -c 1", 0), (">&-", 0), (">/dev/full", 74), ("2>&-", 0), ("<&-", 0)],
)
def test_streams_that_end_early(shell, status):
    ended = program(["score", THIS_YEAR], shell=shell)
    assert ended.returncode == status
    assert b"Traceback" not in ended.stderr


def test_a_locale_that_knows_only_ascii(answered):
    ended = program(
        ["score", THIS_YEAR], LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert "·" in ended.stdout.decode("utf-8")


def test_no_colour_reaches_a_file():
    assert b"\x1b" not in program(["score", THIS_YEAR], TERM="xterm-256color").stdout


HOOK = """
import sys
sys.addaudithook(lambda event, _: event.startswith("socket.") and sys.exit(99))
from assess.cli import main
main(["demo", sys.argv[1]])
"""


def test_the_network_is_never_used(folder):
    ran = subprocess.run([sys.executable, "-c", HOOK, "here"], timeout=60, check=False, cwd=folder)
    assert ran.returncode == 0

"""Many assessments side by side: ranks, quarters and spread, and that nobody is told from them."""

from __future__ import annotations

import datetime as dt
import json
import statistics
from fractions import Fraction

import lxml.html
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.model.branding import Branding
from assess.report.compared.members import members_of
from assess.scoring.entries import Entry
from assess.scoring.evaluate import evaluate, steps
from assess.scoring.portfolio import Asked, portfolio, spread
from tests.compared_samples import NEW, OLD, belonging, of_level, written
from tests.report_samples import HOSTILE
from tests.scoring_cases import assessment, questionnaire
from tests.scoring_samples import LAW

TITLES = {"care": "Care", "skill": "Skill"}
ASKED = Asked("small", "A small one", TITLES, steps(questionnaire(OLD)))
ANONYMOUS = "No. {n}"

CLIENTS = [
    of_level(4, "Acme Rail", "North", "2026-03-04"),
    of_level(2, "Acme Rail", "North", "2024-03-04"),
    of_level(3, "Acme Rail", "South", "2026-07-11"),
    of_level(3, "Zebra Bank", "North", "2026-01-19"),
    of_level(1, "Quince Hotels", "", "2025-12-06"),
    belonging(
        assessment({"questionnaire": OLD, "answers": {"listen": "dont-know"}, "cycle": "2026"}),
        organisation="Umbra Clinics",
        unit="Ward 7",
        date=dt.date(2026, 8, 23),
    ),
]
TELLING = ["Acme", "Zebra", "Quince", "Umbra", "North", "South", "Ward", "client-"]
"""What tells somebody, in any output."""
DAYS = ["2024", "2025", "2026-0", "Mar", "Jul", "Jan 2", "Aug", "Dec"]


def entry(score, organisation="Acme", unit="", *, day="2026-05-17", **more):
    """Return results with one *score* everywhere."""
    exact = None if score is None else Fraction(str(score))
    given = {"level": None, "coverage": Fraction(1), "dimensions": dict.fromkeys(TITLES, exact)}
    return Entry(
        organisation=organisation,
        unit=unit,
        version="1.0.0",
        cycle=day[:4],
        date=dt.date.fromisoformat(day),
        score=exact,
        **given | more,
    )


def side_by_side(*entries, by="unit", anonymous=""):
    return portfolio(entries, by=by, asked=ASKED, anonymous=anonymous)


def ranks(*scores):
    named = [entry(score, f"Client {place}") for place, score in enumerate(scores)]
    return [(m.name[7:], m.rank, m.quarter) for m in side_by_side(*named).members]


@pytest.fixture
def clients(folder):
    written(folder / "clients", CLIENTS)
    return folder / "clients"


# ------------------------------------------------------------------------------------ the numbers


def test_equal_scores_share_a_rank_and_the_next_rank_is_left_out():
    assert ranks(2, 3, 3, 4) == [("3", 1, 4), ("1", 2, 2), ("2", 2, 2), ("0", 4, 1)]


def test_who_has_no_score_comes_last_and_is_not_ranked():
    assert ranks(None, 1, 5)[-1] == ("0", None, None)
    assert side_by_side(entry(None)).spread is None


@pytest.mark.parametrize("scores", [[3], [3, 4], [3, 4, 5], [3, 3, 3, 3, 3]])
def test_there_are_no_quarters_of_few_or_of_equal_scores(scores):
    assert {quarter for _name, _rank, quarter in ranks(*scores)} == {None}


def test_one_member_is_its_own_spread():
    found = side_by_side(entry(3)).spread
    assert (found.count, found.lowest, found.median, found.highest) == (1, 3, 3, 3)


def test_quartiles_are_those_of_a_spreadsheet():
    found = spread(map(Fraction, [1, 2, 3, 4]))
    assert (found.lower, found.median, found.upper) == (
        Fraction(7, 4), Fraction(5, 2), Fraction(13, 4)
    )  # fmt: skip


@LAW
@given(scores=st.lists(st.fractions(1, 5, max_denominator=60), min_size=2, max_size=40))
def test_quartiles_are_those_of_the_standard_library(scores):
    found = spread(scores)
    five = [found.lower, found.median, found.upper]
    assert five == statistics.quantiles(scores, n=4, method="inclusive")
    assert [found.lowest, *five, found.highest] == sorted([min(scores), *five, max(scores)])


@LAW
@given(scores=st.lists(st.none() | st.integers(1, 5), min_size=1, max_size=30), chance=st.randoms())
def test_the_order_of_files_changes_nothing(scores, chance):
    every = [entry(score, f"Client {place}") for place, score in enumerate(scores)]
    mixed = chance.sample(every, len(every))
    assert side_by_side(*mixed) == side_by_side(*every)
    unnamed, again = (side_by_side(*them, anonymous=ANONYMOUS) for them in (every, mixed))
    assert unnamed == again


@LAW
@given(scores=st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_a_rank_is_one_more_than_the_members_above(scores):
    found = ranks(*scores)
    assert [rank for _name, rank, _quarter in found] == [
        1 + sum(other > scores[int(name)] for other in scores) for name, _rank, _quarter in found
    ]


# -------------------------------------------------------------------------------- who stands there


def test_units_of_one_organisation_go_by_their_own_names(run, folder):
    units = [one for one in CLIENTS if one.organisation == "Acme Rail"]
    told = run("compare", *written(folder / "one", units), "--by", "unit").out
    assert "Acme Rail: 2 assessments" in told
    assert "\nNorth " in told
    assert side_by_side(entry(3), entry(4, "Zebra")).organisation is None


def test_earlier_cycles_are_left_out_and_counted():
    found = side_by_side(entry(2, day="2024-05-17"), entry(3), entry(1, day="2025-05-17"))
    assert [(m.score, m.cycle) for m in found.members] == [(3, "2026")]
    assert found.earlier == 2


def test_a_cycle_that_has_only_been_renewed_does_not_take_the_place_of_the_last_one():
    renewed = entry(None, day="2027-05-17", coverage=Fraction(0))
    found = side_by_side(entry(2, day="2025-05-17"), entry(3), renewed)
    assert [(m.score, m.cycle) for m in found.members] == [(3, "2026")]
    assert found.earlier == 1
    assert [m.cycle for m in side_by_side(renewed).members] == ["2027"]


def test_names_of_cycles_are_not_broken_where_there_is_room(run, folder):
    run("new", "north", "--organisation", "Acme", "--unit", "North", "--cycle", "2027/28")
    assert "  2027/28\n" in run("compare", folder / "north.assess.json", "--by", "unit").out


def test_units_of_the_same_name_in_two_organisations_are_two():
    found = side_by_side(entry(2, "Acme", "North"), entry(3, "Zebra", "North"))
    assert [m.name for m in found.members] == ["Zebra, North", "Acme, North"]
    assert found.earlier == 0


def test_an_organisation_of_units_is_their_plain_mean_without_a_level():
    found = side_by_side(
        entry(2, unit="North", level=2), entry(3, unit="South", level=3), by="organisation"
    )
    assert [(m.name, m.units, m.score, m.level) for m in found.members] == [
        ("Acme", 2, Fraction(5, 2), None)
    ]
    assert found.members[0].dimensions == {"care": Fraction(5, 2), "skill": Fraction(5, 2)}
    assert (found.earlier, found.parts) == (0, 0)


def test_an_organisation_of_one_unit_is_that_unit():
    found = side_by_side(entry(2, unit="North", level=2), by="organisation")
    assert [(m.name, m.units, m.level) for m in found.members] == [("Acme", 1, 2)]


def test_the_whole_organisation_goes_before_its_units():
    found = side_by_side(
        entry(4), entry(2, unit="North"), entry(2, unit="North", day="2020-01-01"),
        by="organisation",
    )  # fmt: skip
    assert [(m.name, m.score) for m in found.members] == [("Acme", 4)]
    assert (found.earlier, found.parts) == (1, 1)


def test_a_unit_without_a_score_does_not_lower_the_mean():
    found = side_by_side(entry(4, unit="North"), entry(None, unit="South"), by="organisation")
    assert found.members[0].score == 4


def test_two_files_of_one_day_are_told_apart_by_their_cycles():
    first, second = entry(2), entry(3)
    later = Entry(**{name: getattr(second, name) for name in Entry.__slots__} | {"cycle": "2026b"})
    assert side_by_side(later, first).members == side_by_side(first, later).members


@LAW
@given(scores=st.lists(st.none() | st.integers(1, 3), min_size=1, max_size=12), chance=st.randoms())
def test_without_names_nothing_follows_from_who_somebody_is(scores, chance):
    names = [f"Client {place}" for place in range(len(scores))]
    others = chance.sample(names, len(names))
    one, other = (
        side_by_side(*map(entry, scores, who), anonymous=ANONYMOUS) for who in (names, others)
    )
    assert one == other


# ------------------------------------------------------------------------------ through the command


def test_a_portfolio_in_the_terminal(run, clients, golden):
    golden("portfolio/unit.txt", run("compare", clients, "--by", "unit", columns=100).out)
    by = run("compare", clients, "--by", "organisation", columns=100).out
    golden("portfolio/organisation.txt", by)


def test_a_portfolio_as_json(run, clients, golden):
    golden("portfolio/unit.json", run("compare", clients, "--by", "unit", "--json").out)


def test_a_portfolio_as_a_page(run, clients, folder, golden):
    run("compare", clients, "--by", "unit", "-o", "many.html")
    golden("portfolio/unit.html.txt", words_of(folder / "many.html"))


def test_a_portfolio_as_a_workbook(run, clients, folder, golden):
    run("compare", clients, "--by", "unit", "-o", "many.xlsx")
    golden("portfolio/unit.xlsx.json", json.dumps(rows_of(folder / "many.xlsx"), default=str))


def words_of(file):
    body = lxml.html.document_fromstring(file.read_bytes()).find("body")
    return "\n".join(filter(None, (" ".join(text.split()) for text in body.itertext()))) + "\n"


def rows_of(file):
    book = openpyxl.load_workbook(file)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_every_score_is_that_of_the_scorecard(run, clients):
    found = json.loads(run("compare", clients, "--by", "unit", "--json").out)
    latest = [one for one in CLIENTS if one.date.year != 2024]
    scores = [evaluate(one).overall.score for one in latest]
    assert sorted(m["score"] for m in found["members"] if m["score"]) == sorted(
        filter(None, scores)
    )


@pytest.mark.parametrize(
    "output", [[], ["--json"], ["-o", "many.html"], ["-o", "many.xlsx"]], ids=str
)
@pytest.mark.parametrize("by", ["unit", "organisation"])
def test_without_names_no_output_tells_who_anybody_is(run, clients, folder, output, by):
    ran = run("compare", clients, "--by", by, "--anonymous", *output)
    told = ran.out + ran.err + everything_in(folder)
    assert [word for word in (*TELLING, *DAYS) if word in told] == []
    assert ran.status == 0


def everything_in(folder):
    """Return all text of the files that were written, properties of workbooks included."""
    pages = [path.read_text(encoding="utf-8") for path in folder.glob("*.html")]
    books = [openpyxl.load_workbook(path) for path in folder.glob("*.xlsx")]
    cells = [repr(rows_of(path)) for path in folder.glob("*.xlsx")]
    return "\n".join([*pages, *cells, *(repr(book.properties) for book in books)])


def test_the_look_of_one_client_is_not_that_of_all(run, folder):
    branded = CLIENTS[0].model_copy(update={"branding": Branding(consultancy="Acme Advisers")})
    run("compare", *written(folder / "a", [branded, *CLIENTS[1:]]), "--by", "unit", "-o", "p.html")
    assert "Advisers" not in (folder / "p.html").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_and_left_out(run, clients):
    (clients / "broken.assess.json").write_text("{", encoding="utf-8")
    (clients / "newer.assess.json").write_text('{"schema": 99}', encoding="utf-8")
    (clients / "notes.txt").write_text("not an assessment", encoding="utf-8")
    ran = run("compare", clients, "--by", "unit", "--json")
    assert ran.status == 1
    assert len(json.loads(ran.out)["members"]) == 5
    assert ran.err.startswith("2 files were left out:\n")
    assert "broken.assess.json" in ran.err
    assert "newer assess" in ran.err


def test_several_interviews_are_left_out_by_name(run, clients):
    both = CLIENTS[0].interviews[0]
    two = CLIENTS[0].model_copy(update={"interviews": (both, both.model_copy(update={"id": "i2"}))})
    written(clients / "more", [two])
    ran = run("compare", clients, clients / "more" / "client-0.assess.json", "--by", "unit")
    assert (ran.status, "holds 2 interviews" in ran.err) == (1, True)
    assert "client-0.assess.json: " in ran.err.replace("\n", "")


def test_a_folder_without_assessments_has_nothing_to_compare(run, folder):
    ran = run("compare", folder, "--by", "unit")
    assert ran.status == 2
    assert "There is no assessment to compare." in ran.err


def test_a_file_named_twice_counts_once(run, clients):
    once = run("compare", clients, "--by", "unit").out
    twice = run("compare", clients, clients / "client-0.assess.json", "--by", "unit").out
    assert once == twice


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"id": "other"}, "answers other, the files before it small"),
        ({"scale": [0, 10, 50, 100, 200]}, "its levels have other values"),
    ],
)
def test_what_cannot_stand_side_by_side_is_refused_with_the_reason(run, clients, other, reason):
    made = assessment({"questionnaire": OLD | other, "everything": 3})
    written(clients / "more", [made])
    ran = run("compare", clients, clients / "more", "--by", "unit")
    assert (ran.status, ran.out) == (2, "")
    assert reason in " ".join(ran.err.split())


def test_versions_stand_together_with_the_dimensions_of_all(run, clients):
    newer = assessment({"questionnaire": NEW, "everything": 4})
    written(clients / "more", [newer])
    found = json.loads(run("compare", clients, clients / "more", "--by", "unit", "--json").out)
    assert found["versions"] == {"1.0.0": 5, "2.0.0": 1}
    assert list(found["titles"]) == ["care", "skill", "pace"]
    assert found["dimensions"]["pace"]["count"] == 1


def test_a_page_of_thousands_shows_the_ends_and_says_so(folder):
    every = [entry(1 + (place % 400) / 100, f"Client {place:04}") for place in range(5000)]
    found = members_of(side_by_side(*every))
    assert (len(found.first), len(found.last)) == (40, 40)
    assert found.between == "4920 more stand between these; Excel and JSON have everybody."
    assert not found.dotted


def test_so_few_that_anybody_is_recognised_are_warned_of():
    notes = members_of(side_by_side(entry(3), entry(4, "Zebra"), anonymous=ANONYMOUS)).notes
    assert notes[-1].startswith("So few members can be recognised")


def test_a_bar_is_only_for_people(run, folder):
    files = written(folder / "many", [of_level(3, f"Client {n}") for n in range(60)])
    ran = run("compare", folder / "many", "--by", "unit")
    assert (len(files), ran.status, ran.err) == (60, 0, "")


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable()])
def test_hostile_names_stay_text(run, folder, text):
    files = written(folder / "hostile", [belonging(one, organisation=text) for one in CLIENTS])
    run("compare", *files, "--by", "unit", "-o", "many.html")
    run("compare", *files, "--by", "unit", "-o", "many.xlsx")
    page = lxml.html.document_fromstring((folder / "many.html").read_bytes())
    book = openpyxl.load_workbook(folder / "many.xlsx")
    assert page.xpath("//script | //img") == []
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= set("snd")

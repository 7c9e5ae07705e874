"""The report as a Word document: the words and digits of the report, safe, the same every time."""

from __future__ import annotations

import datetime as dt
import importlib
import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from assess.errors import printable
from assess.language.messages import LANGUAGES, _
from assess.model.branding import Branding, Logo
from assess.report.characters import clean
from assess.report.document.runs import curled
from assess.report.formats import made
from assess.report.formats.docx import _look, _shown
from assess.report.look import Look
from assess.report.report import report_on
from assess.report.sections import NAMES
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.store.assessments import load
from assess.store.shipped import report_templates
from tests.conftest import ROOT
from tests.report_samples import indexes
from tests.scoring_cases import assessment
from tests.test_report import NASTY
from tests.word_documents import (
    lines,
    opened,
    parts_of,
    png,
    rows,
    slots,
    template,
    text,
    word,
)

THIS_YEAR, LAST_YEAR = (
    ROOT / f"examples/orvella-water-{year}.assess.json" for year in (2026, 2025)
)
SMALL = {
    "questionnaire": {"dimensions": {"d": {"q": 1}}},
    "answers": {"q": {"level": 3, "note": "Seen", "evidence": ["A list"]}},
}
ACTING = {"actions": [{"effort": "S", "impact": 3}]}
SENTENCES = re.compile(r"\bn?_\('((?:[^'\\]|\\.)*)'(?:, '((?:[^'\\]|\\.)*)')?")


@pytest.fixture(scope="module")
def years():
    return [load(file) for file in (LAST_YEAR, THIS_YEAR)]


@pytest.fixture(scope="module")
def report(years):
    return report_on(evaluate(years[1]), compare(*years), program_version="1.2.3")


@pytest.fixture(scope="module")
def example(report):
    return made(report, Look(report_templates()), "docx")


@pytest.fixture
def writer(monkeypatch):
    """The script that makes the template."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module("write_word_template")


def small(**changes):
    return evaluate(assessment(SMALL | changes))


def looking(*folders, logo=None, **branding):
    return Look((*folders, *report_templates()), Branding(**branding), logo)


def word_with(folder):
    return word(small(), look=looking(folder))


def refused(folder, run):
    """What the program says of the template in *folder*."""
    ran = run("report", THIS_YEAR, "--format", "docx", "--templates", folder, "-o", "-")
    assert (ran.status, ran.out) == (2, "")
    return ran.err


def test_the_verdict_is_the_title(example, report):
    titles = [p.text for p in opened(example).paragraphs if p.style.name == "Title"]
    assert titles == [report.verdict]
    assert report.lead in text(example)
    assert report.limit_reason in text(example)


def test_every_dimension_stands_there_with_its_numbers(example, report):
    table = rows(example)
    glance = [[r.title, r.level, r.score] for r in report.rows_by_gap]
    profile = [[r.title, r.score, r.target, r.coverage] for r in report.rows]
    gaps = [[r.title, r.score, r.target, r.gap] for r in report.rows_by_gap]
    chapters = [[number for _name, number in c.facts] for c in report.chapters]
    assert [r for r in glance if r not in [[x[0], *x[2:4]] for x in table if len(x) == 5]] == []
    assert [r for r in profile if r not in [[x[0], *x[2:3], *x[4:]] for x in table]] == []
    assert [r for r in gaps if r not in [[x[0], *x[2:]] for x in table]] == []
    figures = [[cell.rpartition("\n")[2] for cell in row[1:]] for row in table]
    assert [f for f in chapters if f not in figures] == []


def test_the_change_stands_beside_the_scores(example, report):
    cells = [row for row in rows(example) if len(row) == 8]
    shown = [[p.title, p.before, p.after, p.levels, p.basis] for p in report.since.pairs]
    assert [[row[0], row[1], row[2], row[4], row[7]] for row in cells[1:]] == shown
    assert [row[3] for row in cells[1:]] == [p.change.sign for p in report.since.pairs]


def test_the_first_actions_have_owner_and_date(example, report):
    said = text(example)
    decisions = [f"{step.action}\n{step.asked}" for step in report.decisions]
    assert [decision for decision in decisions if decision not in said] == []
    shown = {step.number for lane in report.lanes for step in lane.steps}
    planned = {int(row[0]) for row in rows(example) if row[0].isdigit() and len(row) == 3}
    assert planned == shown


def test_every_question_stands_there_with_its_answer(example, report):
    said = text(example)
    asked = [a for c in report.chapters for part in c.sections for a in part.questions]
    wanted = [f"{a.label} {a.title}" for a in asked] + [a.answer for a in asked]
    wanted += [part for a in asked for _label, *told in a.facts for part in told]
    assert [words for words in wanted if words not in said] == []


def test_patterns_findings_and_method_stand_there(example, report):
    said = text(example)
    wanted = [c.pattern.name for c in report.patterns.cards]
    wanted += [p.name for p in report.patterns.unjudged] + [f.say for f in report.findings]
    wanted += [rule.say for rule in report.card.rules] + [report.card.answers_fingerprint]
    wanted += [fact.text for article in report.sources for fact in article.facts]
    assert [words for words in wanted if words not in said] == []


def test_each_section_and_dimension_has_a_slot_for_a_comment(example, report):
    wanted = {"comment-verdict", *(f"comment-{section.id}" for section in report.sections)}
    wanted |= {f"comment-{chapter.row.id}" for chapter in report.chapters}
    found = slots(example)
    assert {name for name, _lines in found} == wanted
    assert {*(line for _name, told in found for line in told)} == {"Comment of the consultant"}
    numbers = re.findall(rb'<w:id w:val="(\d+)"/>', part(example, "word/document.xml"))
    assert len(numbers) == len(set(numbers)) == len(wanted)


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def test_head_and_foot_say_whose_it_is_and_count_the_pages(example):
    document = opened(example)
    _body, head, foot = parts_of(document)
    assert lines(head) == ["Orvella Water · 2026\tConfidential"]
    assert lines(foot)[0].startswith("Service culture checklist · 6 November 2026\t")
    fields = [node.get(qn("w:instr")).strip() for node in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_the_document_says_what_it_is(example, report):
    told = opened(example).core_properties
    assert told.title == "Orvella Water, 2026 – Service culture checklist"
    assert (told.author, told.subject) == (report.card.assessor, report.verdict)
    day = dt.datetime.combine(report.card.date, dt.time())
    assert [moment.replace(tzinfo=None) for moment in (told.created, told.modified)] == [day, day]


def test_rows_are_not_split_and_heads_come_again(example):
    body = opened(example).element.body
    every = list(body.iter(qn("w:tr")))
    assert len(list(body.iter(qn("w:cantSplit")))) == len(every)
    tables = [t for t in body.iter(qn("w:tbl")) if t.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(tables) == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_are_in_the_spoken_language(language, run, tmp_path):
    file = tmp_path / "report.docx"
    ran = run("report", THIS_YEAR, "--against", LAST_YEAR, "-o", file, "--lang", language)
    assert ran.status == 0
    said = text(file.read_bytes())
    assert _("Decisions to take") in said
    assert _("Score, level, coverage and target") in said
    assert evaluate(load(THIS_YEAR)).answers_fingerprint in said
    styles = opened(file.read_bytes()).styles.element
    assert {node.get(qn("w:val"))[:2] for node in styles.iter(qn("w:lang"))} == {language}


def test_every_sentence_of_the_template_is_one_of_the_page_in_html(writer):
    """So that the catalogues have it: nothing is gathered from Word files."""
    xml = "".join(told.decode() for told in writer.parts(writer.template()).values())
    found = {unescaped(one) for match in SENTENCES.findall(xml) for one in filter(None, match)}
    files = (ROOT / "templates" / "report").glob("*.j2")
    page = "".join(file.read_text(encoding="utf-8") for file in files)
    assert len(found) > 30
    assert [one for one in found if f'"{curled(one)}"' not in page] == []


def unescaped(sentence):
    return sentence.replace("\\'", "'").replace("&quot;", '"')


def test_only_the_chosen_sections_are_shown(report):
    chosen = tuple(s for s in report.sections if s.id in {"gaps", "method"})
    content = made(replace(report, sections=chosen), Look(report_templates()), "docx")
    said = text(content)
    assert [name for name, _lines in slots(content)] == ["comment-gaps", "comment-method"]
    assert "1 · Gaps to target" in said
    assert "2 · Method and limits" in said
    assert report.verdict not in said
    assert report.patterns.cards[0].pattern.name not in said


def test_short_is_only_the_summary(run, tmp_path, report):
    file = tmp_path / "short.docx"
    assert run("report", THIS_YEAR, "--short", "-o", file).status == 0
    assert [name for name, _lines in slots(file.read_bytes())] == [
        "comment-verdict",
        "comment-summary",
    ]
    assert "Contents" not in text(file.read_bytes())


def test_the_template_knows_every_section(writer):
    body = writer.parts(writer.template())["word/document.xml"].decode()
    assert [name for name in NAMES if f"'{name}' in shows" not in body] == []


@pytest.mark.parametrize("answers", [{}, {"q": "dont-know"}, {"q": {"not-applicable": "None"}}])
def test_an_assessment_without_a_score_has_a_document_too(answers):
    assert "D" in lines(opened(word(small(answers=answers))).element.body)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(indexes())
def test_every_scorecard_makes_a_sound_document(index):
    content = word(index.card, index.comparison)
    body = opened(content).element.body
    assert not re.findall(r"(?m)^None$|Fraction\(|\bnan\b|[{}]", text(content))
    assert {cell[-1].tag for cell in body.iter(qn("w:tc"))} == {qn("w:p")}
    grids = [(len(t.find(qn("w:tblGrid"))), widest(t)) for t in body.iter(qn("w:tbl"))]
    assert [pair for pair in grids if pair[0] != pair[1]] == []


def widest(table):
    """How many columns the widest row of *table* spans."""
    spans = (
        [c.find(f".//{qn('w:gridSpan')}") for c in r.iter(qn("w:tc"))]
        for r in table.iter(qn("w:tr"))
    )
    return max(sum(1 if s is None else int(s.get(qn("w:val"))) for s in row) for row in spans)


def with_texts(said):
    """The document on a small assessment in which every text that people write is *said*."""
    case = {
        "questionnaire": {
            "title": said,
            "dimensions": {"d": {"title": said, "questions": {"q": {"title": said}}}},
        },
        "answers": {"q": {"level": 3, "note": said, "evidence": [said]}},
    }
    asked = assessment(case).model_copy(
        update={"organisation": said, "unit": said, "cycle": said, "assessor": said}
    )
    return word(
        evaluate(asked),
        compare(asked, asked),
        look=looking(consultancy=said, consultant=said, confidentiality=said),
    )


@pytest.mark.parametrize(
    "nasty",
    [*NASTY, "{_{ verdict }_} {_% raw %_}", "=1+1", "&amp;", "first\nsecond", "x" * 70],
)
def test_hostile_texts_come_out_as_text(nasty):
    content = with_texts(nasty)
    said = text(content)
    assert clean(nasty) in said
    assert said.count(clean(nasty)) == text(with_texts("calm")).count("calm")
    assert opened(content).core_properties.title.startswith(printable(nasty))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x00b\x07c\x1bd", "a�b�c�d"),
        ("a\ud800b\uffffc", "a�b�c"),
        ("a\tb\r\nc\rd\x0ce", "a b\nc\nd\ne"),
        ("\u202egnp", "�gnp"),
    ],
)
def test_what_no_xml_can_hold_is_replaced(written, shown):
    note = small().dimensions[0].questions[0].model_copy(update={"note": written})
    dimension = small().dimensions[0].model_copy(update={"questions": (note,)})
    content = word(small().model_copy(update={"dimensions": (dimension,)}))
    assert f"Note\t{shown}\n" in text(content)


def test_a_megabyte_is_kept_whole():
    note = "Every word of it. " * 60_000
    answers = {"q": {"level": 3, "note": note}}
    assert note.strip() in text(word(small(answers=answers)))


def test_the_same_input_gives_the_same_bytes(report, example):
    assert made(report, Look(report_templates()), "docx") == example
    with zipfile.ZipFile(io.BytesIO(example)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 11, 6, 0, 0, 0)}


@pytest.mark.parametrize(
    ("year", "told"), [(1601, (1980, 1, 1, 0, 0, 0)), (2200, (2107, 12, 31, 0, 0, 0))]
)
def test_a_day_that_no_zip_file_can_tell_does_no_harm(year, told):
    content = word(small().model_copy(update={"date": dt.date(year, 5, 17)}))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {told}


def test_the_consultancy_is_named_and_its_logo_shown():
    look = looking(logo=png(), consultancy="Northwind", consultant="Ana Ruiz")
    content = word(small(), look=look)
    assert part(content, "word/media/logo.png") == png().content
    (picture,) = opened(content).inline_shapes
    assert (picture.width.mm, picture.height.mm) == (56, 14)
    assert [p.get("descr") for p in opened(content).element.body.iter(qn("wp:docPr"))] == [
        "Northwind"
    ]
    assert "Ana Ruiz, Northwind" in text(content)
    assert opened(content).core_properties.author == "Ana Ruiz, Northwind"


def test_a_very_wide_logo_stays_within_the_page():
    (picture,) = opened(word(small(), look=looking(logo=png(100, 1)))).inline_shapes
    assert round(picture.width.mm) == 80


def test_any_jpeg_is_shown_and_an_svg_is_left_out(tmp_path):
    jpeg, svg = Logo("image/jpeg", b"\xff\xd8\xff", 2.0), Logo("image/svg+xml", b"<svg/>", 2.0)
    assert part(word(small(), look=looking(logo=jpeg)), "word/media/logo.jpeg") == jpeg.content
    assert len(opened(word(small(), look=looking(logo=svg))).inline_shapes) == 0


def test_a_logo_can_stand_twice(tmp_path):
    folder = template(tmp_path / "own", "{{ logo }}{{ logo }}")
    content = word(small(), look=looking(folder, logo=png()))
    assert len(opened(content).inline_shapes) == 2
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.namelist().count("word/media/logo.png") == 1


def test_the_accent_is_the_colour_of_headings_and_bars():
    content = word(small(), look=looking(accent="#7a1f5c"))
    heading = opened(content).styles["Heading 1"].font.color.rgb
    assert str(heading) == "7A1F5C"
    assert b'<a:accent1><a:srgbClr val="7A1F5C"/></a:accent1>' in part(
        content, "word/theme/theme1.xml"
    )
    assert b'w:fill="7a1f5c"' in part(content, "word/document.xml")
    assert str(opened(word(small())).styles["Heading 1"].font.color.rgb) == "1D5FA6"


def test_a_template_of_the_consultancy_takes_the_place(run, folder):
    template(
        folder / "house",
        "{{ card.organisation }}: {{ verdict }}",
        rows=(
            ("{%tr for row in rows %}", ""),
            ("{{ row.title }}", "{{ row.score }}"),
            ("{%tr endfor %}", ""),
        ),
    )
    (folder / "assess.toml").write_text('templates = "house"\n', encoding="utf-8")
    assert run("report", THIS_YEAR, "-o", "own.docx").status == 0
    content = (folder / "own.docx").read_bytes()
    assert lines(opened(content).element.body)[0].startswith("Orvella Water: The score reaches")
    assert ["Processes", "4.0"] in rows(content)


def test_quotation_marks_that_word_writes_do_no_harm(tmp_path):
    own = template(tmp_path / "own", "{{ _(“Score”) }} {% if ‘gaps’ in shows %}yes{% endif %}")
    assert "Score yes" in text(word_with(own))


def test_the_language_is_said_also_where_a_template_says_none(tmp_path):
    own = template(tmp_path / "own", "{{ verdict }}")
    document = opened((own / "report.docx").read_bytes())
    for node in list(document.styles.element.iter(qn("w:lang"))):
        node.getparent().remove(node)
    document.save(own / "report.docx")
    styles = opened(word_with(own)).styles
    assert styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"


def test_a_cell_that_a_template_leaves_empty_still_opens(tmp_path):
    own = template(tmp_path / "own", rows=(("{%p if by %}", "x"),))
    document = opened((own / "report.docx").read_bytes())
    document.tables[0].cell(0, 0).add_paragraph("{%p endif %}")
    document.save(own / "report.docx")
    assert rows(word_with(own)) == [["", "x"]]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ nothing }}", "report.docx: the template cannot be used: 'nothing' is undefined"),
        ("{{ rows[0].titel }}", "has no attribute 'titel'"),
        (
            "Hello {{ verdict. }}",
            "report.docx: “Hello {{ verdict. }}”: the template cannot be used",
        ),
        ("{%p for row in rows %}", "Unexpected end of template"),
        ("{%tr for row in rows %}", "unknown tag 'tr'"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ verdict + 1 }}", "the template cannot be used"),
        ("{{ _('{gap}', score=1) }}", "the template cannot be used"),
        ("{{ verdict.__class__.__mro__ }}", "unsafe"),
        ("{{r verdict }}", "a tag stands where it breaks a paragraph or a table"),
        ("{{r bar(rows[0].marks) }}", "a tag stands where it breaks a paragraph or a table"),
    ],
)
def test_a_fault_of_a_template_is_a_sentence(written, said, run, tmp_path):
    told = refused(template(tmp_path / "own", "Before", written), run)
    assert said in told
    assert "report.docx" in told


def test_a_fault_in_the_head_of_the_pages_is_a_sentence(run, tmp_path):
    own = template(tmp_path / "own")
    document = opened((own / "report.docx").read_bytes())
    document.sections[0].header.paragraphs[0].text = "{{ nothing }}"
    document.save(own / "report.docx")
    assert "'nothing' is undefined" in refused(own, run)


def no_word():
    made_of = io.BytesIO()
    with zipfile.ZipFile(made_of, "w") as package:
        package.writestr("hello.txt", "hello")
    return made_of.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"Hello", no_word(), no_word()[:40]],
    ids=["nothing", "text", "another zip file", "half of one"],
)
def test_a_file_that_is_no_word_document_is_a_sentence(content, run, tmp_path):
    (tmp_path / "report.docx").write_bytes(content)
    assert f"{tmp_path / 'report.docx'} is no Word document." in refused(tmp_path, run)


def test_the_page_on_templates_names_everything(report):
    page = (ROOT / "docs/word-template.md").read_text(encoding="utf-8")
    names = {*vars(report), *_shown(report), *_look(None, looking())}
    assert [name for name in sorted(names) if not re.search(rf"`{name}[`(]", page)] == []


def test_the_template_on_the_page_works(tmp_path):
    page = (ROOT / "docs/word-template.md").read_text(encoding="utf-8")
    shown = page.partition("```jinja\n")[2].partition("\n```")[0].splitlines()
    case = {"questionnaire": {"dimensions": {"d": {"q": ACTING}}}, "answers": {"q": 2}}
    content = word(evaluate(assessment(case)), look=looking(template(tmp_path / "own", *shown)))
    assert lines(opened(content).element.body) == [
        "Harbour Bakery, 2026",
        "Level 2 of 5, Level 2.",
        "D: 2.0",
        "The first step: D",
        "1. Improve q (Owner, by 19 February 2027)",
    ]


def test_the_template_is_what_its_script_writes(writer, capsys, tmp_path, monkeypatch):
    assert writer.main("--check") == 0
    assert writer.template() == writer.template()
    monkeypatch.setattr(writer, "TEMPLATE", tmp_path / "report.docx")
    assert writer.main("--check") == 1
    assert "make docs" in capsys.readouterr().out
    assert writer.main() == 0
    assert writer.main("--check") == 0

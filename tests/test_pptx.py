"""The report as slides, read back: the numbers of the report, native, inside their boxes."""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

import pptx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from PIL import Image
from pptx.enum.dml import MSO_FILL
from pptx.util import Pt

from assess.errors import AssessError
from assess.language.messages import LANGUAGES, speak
from assess.model.branding import Branding, Logo
from assess.report.formats import made
from assess.report.look import Look
from assess.report.report import report_on
from assess.report.slides.markup import element
from assess.scoring.compare import compare
from assess.scoring.evaluate import evaluate
from assess.scoring.means import rounded
from assess.store.assessments import load
from assess.store.logos import load_logo
from assess.store.shipped import report_templates
from tests import slide_reading as read
from tests.conftest import ROOT
from tests.report_samples import indexes
from tests.scoring_cases import assessment

EXAMPLES = [ROOT / f"examples/orvella-water-{year}.assess.json" for year in (2025, 2026)]
OWN = Look(report_templates())

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "https://example.org/",
    'it\'s & "so" <b>',
    "_x0041_",
)
TITLES = (
    "Toborzás, kiválasztás és a munkatársak beillesztése az első évben",
    "Признание и вознаграждение сотрудников",
    "Training",
    "Πολιτική απέναντι στον πελάτη",
)


@pytest.fixture(scope="module")
def years():
    return [load(file) for file in EXAMPLES]


@pytest.fixture(scope="module")
def example(years):
    return report_on(evaluate(years[1]), compare(*years), program_version="1.2.3")


@pytest.fixture(scope="module")
def slides(example):
    return read.opened(made(example, OWN, "pptx"))


HEADS = ["Change", "Score", "Questions"]


def report(case, **earlier):
    after = assessment(case)
    before = assessment(case | {"cycle": "2025"} | earlier) if earlier else None
    changed = compare(before, after) if before else None
    return report_on(evaluate(after), changed, program_version="1.2.3")


def sound(presentation):
    """Check what holds for the slides of every report."""
    assert read.outside(presentation) == []
    assert read.overflowing(presentation) == []
    assert read.undescribed(presentation) == []
    assert read.empty(presentation) == []
    assert all(read.titles(presentation))
    return presentation


def number(score):
    return None if score is None else float(rounded(score))


def of_kind(report, kind):
    return dict(report.legend)[kind]


def many(count, **fields):
    dimensions = {
        f"d{n}": {
            "title": f"{TITLES[n % len(TITLES)]} {n}",
            "questions": {f"q{n}": {"actions": [{"action": "Write it down. " * 20}]}},
        }
        for n in range(count)
    }
    answers = {f"q{n}": 1 + n % 5 for n in range(count)}
    return {"questionnaire": {"dimensions": dimensions, "target": 4}, "answers": answers} | fields


# The example


def test_the_titles_are_the_conclusions_in_their_order(example, slides):
    titles = [title.partition(" (")[0] for title in read.titles(slides)]
    told = {section.id: section.headline for section in example.sections}
    shown = [told[name] for name in told if name != "details"]
    assert [title for title in dict.fromkeys(titles) if title in shown] == shown
    assert titles[:3] == [
        example.verdict,
        example.lead,
        "What works, what holds back and what to decide",
    ]


def test_further_slides_of_a_section_are_numbered(example, slides):
    roadmap = next(s.headline for s in example.sections if s.id == "roadmap")
    numbered = [title for title in read.titles(slides) if title.startswith(roadmap)]
    assert numbered == [roadmap, *(f"{roadmap} ({n})" for n in range(2, len(numbered) + 1))]
    assert len(numbered) > 2


def test_nothing_lies_outside_or_overflows_or_is_empty(slides):
    sound(slides)


def test_the_chart_of_what_changed_has_both_sides(example, slides):
    chart = read.charts(slides)[0]
    changed = example.comparison
    assert read.categories(chart) == [*(d.title for d in changed.dimensions), "Overall"]
    deltas = [*(d.score for d in changed.dimensions), changed.overall]
    assert read.values(chart) == {
        "2025": [number(delta.before) for delta in deltas],
        "2026": [number(delta.after) for delta in deltas],
    }


def test_the_chart_of_the_bridge_has_steps_upon_what_is_not_seen(slides):
    chart = read.charts(slides)[1]
    assert read.categories(chart) == ["2025", "Answers gained or lost", "Real change", "2026"]
    assert read.values(chart) == {
        "Score": [None, 3.12, 3.17, None],
        "2025": [3.12, None, None, None],
        "Rose": [None, 0.05, 0.41, None],
        "Fell": [None, None, None, None],
        "2026": [None, None, None, 3.58],
    }
    assert chart.plots[0].series[0].format.fill.type == MSO_FILL.BACKGROUND
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (1, 5)


def test_a_step_that_falls_reaches_down_to_its_score():
    case = {"questionnaire": {"dimensions": {"d": {"q": 1, "r": 1}}}, "answers": {"q": 2, "r": 1}}
    shown = report(case, answers={"q": 4, "r": 2})
    chart = read.charts(sound(read.opened(made(shown, OWN, "pptx"))))[1]
    assert read.values(chart) == {
        "Score": [None, 1.5, None],
        "2025": [3.0, None, None],
        "Rose": [None, None, None],
        "Fell": [None, 1.5, None],
        "2026": [None, None, 1.5],
    }


@pytest.mark.parametrize(
    ("answers", "before", "found"),
    [
        ({"q": 3}, {"q": 2}, [[["Step", *HEADS], ["2025", "", "0.00", ""]]]),
        ({"q": 3}, {}, []),
    ],
)
def test_below_zero_and_without_a_score_there_is_no_waterfall(answers, before, found):
    case = {"questionnaire": {"scale": [-2.5, 0, 0.5], "dimensions": {"d": {"q": 1}}}}
    shown = report(case | {"answers": answers}, answers=before)
    slides = sound(read.opened(made(shown, OWN, "pptx")))
    assert "BAR_STACKED" not in {chart.chart_type.name for chart in read.charts(slides)}
    tables = [table[:2] for table in read.tables(slides) if table[0][0] == "Step"]
    assert tables == found


def test_the_radar_has_now_before_and_target(example, slides):
    chart = read.charts(slides)[2]
    dimensions = example.card.dimensions
    assert chart.chart_type.name == "RADAR_MARKERS"
    assert read.categories(chart) == [d.title for d in dimensions]
    assert read.values(chart) == {
        "2026": [number(d.score) for d in dimensions],
        "2025": [number(d.score.before) for d in example.comparison.dimensions],
        "Target": [float(d.target) for d in dimensions],
    }


def test_the_gaps_are_drawn_widest_first_on_the_axis_of_the_levels(example, slides):
    chart = read.charts(slides)[3]
    by_title = {d.title: d for d in example.card.dimensions}
    wide_first = [by_title[row.title] for row in example.rows_by_gap]
    assert read.categories(chart) == [d.title for d in wide_first]
    assert read.values(chart)["2026"] == [number(d.score) for d in wide_first]
    axis = chart.value_axis
    assert (axis.minimum_scale, axis.maximum_scale, axis.major_unit) == (1, 5, 1)


def test_the_workbooks_hold_what_the_charts_show(slides):
    sheets = [[[cell.value for cell in row[1:]] for row in rows] for rows in read.workbooks(slides)]
    shown = [read.values(chart) for chart in read.charts(slides)]
    assert [rows[0] for rows in sheets] == [list(values) for values in shown]
    assert [rows[1:] for rows in sheets] == [
        [list(row) for row in zip(*values.values(), strict=True)] for values in shown
    ]


def test_the_tables_say_what_the_report_says(example, slides):
    bridge, profile, gaps, patterns, urgent = read.tables(slides)[:5]
    assert bridge[-1] == ["▲ 0.46", "3.58", ""]
    assert [row[:2] + row[3:] for row in profile[1:]] == [
        [row.title, row.score, row.level, row.target, row.coverage] for row in example.rows
    ]
    assert profile[1][2] == "▲ 0.6"
    assert gaps == [["Target", "Gap"], *([r.target, r.gap] for r in example.rows_by_gap)]
    assert [row[:3] for row in patterns[1:]] == [
        [card.severity, card.pattern.name, card.pattern.consequence]
        for card in example.patterns.cards
    ]
    first = example.urgent[0]
    assert urgent[1] == [
        *("1", first.action, first.owner, f"{first.due}\nQuick win"),
        *("5", "small", first.priority),
    ]


def test_every_action_of_the_roadmap_has_its_row(example, slides):
    rows = [row for table in read.tables(slides) for row in table]
    shown = {(row[0], row[1], row[-1]) for row in rows}
    steps = [step for lane in example.lanes for step in lane.steps]
    assert {(str(s.number), s.action, s.dimension) for s in steps} <= shown
    assert "Within 180 days · 21" in [row[0] for row in rows]
    assert "15 more" in [row[0] for row in rows]


def test_page_one_says_what_to_decide_by_whom_and_when(example, slides):
    said = [s.text_frame.text for s in slides.slides[2].shapes if s.has_text_frame]
    asked = next(text for text in said if text.startswith("Decisions to take"))
    assert [step.asked in asked for step in example.urgent[:3]] == [True] * 3
    assert f"1. {example.urgent[0].action}" in asked


def test_the_notes_say_the_reasons_and_the_sums(example, slides):
    notes = [s.notes_slide.notes_text_frame.text for s in slides.slides if s.has_notes_slide]
    assert example.limit_reason in notes[0]
    assert example.sum in notes[1]
    profile = next(text for text in notes if example.chapters[0].sum in text)
    assert all(chapter.sum in profile for chapter in example.chapters)
    assert any(example.patterns.cards[0].pattern.description in text for text in notes)
    assert any(example.card.answers_fingerprint in text for text in notes)


def test_every_slide_has_a_footer_and_a_number(slides):
    feet = [
        [p for p in slide.placeholders if p.placeholder_format.idx in {11, 12}]
        for slide in slides.slides
    ]
    assert {footer.text_frame.text for footer, _number in feet} == {
        "Orvella Water · 2026 · Confidential"
    }
    numbers = [number.element.xpath(".//a:fld/a:t")[0].text for _footer, number in feet]
    assert numbers == [str(place) for place in range(1, len(slides.slides) + 1)]


def test_the_slides_are_wide_and_know_their_language(slides):
    assert (slides.slide_width, slides.slide_height) == (Pt(960), Pt(540))
    assert read.languages(slides) == {"en"}
    assert slides.core_properties.language == "en"


def test_the_same_report_gives_the_same_bytes(example):
    first, second = made(example, OWN, "pptx"), made(example, OWN, "pptx")
    assert crc32(first) == crc32(second)
    told, inner = read.dates(first)
    assert told == {(2026, 11, 6)}
    assert ["2026-11-06T00:00:00Z" in core for core in inner] == [True] * 4


def test_a_chart_without_a_score_has_a_gap(years):
    shown = report(
        {
            "questionnaire": {"dimensions": {n: {f"q-{n}": 1} for n in "abcd"}, "target": 3},
            "answers": {"q-a": 2, "q-b": 5, "q-c": "dont-know", "q-d": 4},
        }
    )
    radar, gaps = read.charts(sound(read.opened(made(shown, OWN, "pptx"))))
    assert read.values(radar)["2026"] == [2.0, 5.0, None, 4.0]
    assert read.values(gaps)["2026"] == [2.0, 4.0, 5.0, None]
    assert b'<c:dispBlanksAs val="gap"/>' in radar.part.blob


# Other shapes of reports


def test_one_dimension_has_bars_instead_of_a_radar():
    shown = report(
        {
            "questionnaire": {
                "scale": [0, 50, 100],
                "dimensions": {"hiring": {"profile": {"actions": [{"effort": "S"}]}}},
                "target": 3,
            },
            "answers": {"profile": 2},
        },
        answers={"profile": 1},
    )
    since, bridge, profile, gaps = read.charts(sound(read.opened(made(shown, OWN, "pptx"))))
    assert {chart.chart_type.name for chart in (since, profile, gaps)} == {"BAR_CLUSTERED"}
    assert bridge.chart_type.name == "BAR_STACKED"
    assert read.values(profile) == {"2026": [50.0], "2025": [0.0], "Target": [100.0]}
    assert profile.value_axis.maximum_scale == 100


@pytest.mark.parametrize("scale", [[1, 2, 3, 4, 5], [0, 10, 50, 100, 200], [2, 4, 7, 8, 9]])
def test_twelve_dimensions_have_numbers_at_the_radar_and_their_names_in_the_table(scale):
    case = many(12, answers={f"q{n}": 1 + n % 5 for n in range(12)})
    case["questionnaire"]["scale"] = scale
    presentation = sound(read.opened(made(report(case, answers={"q0": 2}), OWN, "pptx")))
    radar = next(c for c in read.charts(presentation) if "RADAR" in c.chart_type.name)
    assert read.categories(radar) == [str(n) for n in range(1, 13)]
    table = [row[:2] for table in read.tables(presentation) for row in table]
    assert next(row[1] for row in table if row[0] == "12").endswith(" 11")


def test_bars_without_room_are_continued(example):
    presentation = read.opened(made(report(many(30)), OWN, "pptx"))
    sound(presentation)
    gaps = [c for c in read.charts(presentation) if "BAR" in c.chart_type.name]
    assert sum(len(read.categories(chart)) for chart in gaps) == 30
    assert len(gaps) > 2


@pytest.mark.parametrize("earlier", [{}, {"answers": {}}])
def test_nothing_answered_has_no_charts(earlier):
    dimensions = {name: {f"q-{name}": 1} for name in "abc"}
    shown = report({"questionnaire": {"dimensions": dimensions}}, **earlier)
    presentation = sound(read.opened(made(shown, OWN, "pptx")))
    assert read.charts(presentation) == []
    assert read.titles(presentation)[0] == shown.verdict
    assert "no answers" in read.tables(presentation)[0][1]


@pytest.mark.parametrize(
    ("answers", "said"),
    [({"q": 3}, "Known patterns: 1. Seen: 0; not seen: 1"), ({}, "Cannot be judged yet")],
)
def test_patterns_that_are_not_seen_are_counted(answers, said):
    pattern = {"id": "p", "severity": "high", "when": {"q": "q", "max": 1}}
    case = {"questionnaire": {"dimensions": {"d": {"q": 1}}, "patterns": [pattern]}}
    presentation = read.opened(made(report(case | {"answers": answers}), OWN, "pptx"))
    assert said in read.text(sound(presentation))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fits(language, years):
    speak(language)
    shown = report_on(evaluate(years[1]), compare(*years), program_version="1", untranslated=9)
    presentation = read.opened(made(shown, OWN, "pptx"))
    speak(LANGUAGES[0])
    sound(presentation)
    assert read.languages(presentation) == {language}
    assert (
        read.charts(presentation)[0].plots[0].data_labels.number_format
        == {
            "en": "0.0",
            "es": "[$-C0A]0.0",
            "el": "[$-408]0.0",
            "ru": "[$-419]0.0",
            "hu": "[$-40E]0.0",
        }[language]
    )
    assert shown.verdict in read.titles(presentation)


@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],  # each takes a second; what is found is small enough
    suppress_health_check=list(HealthCheck),
)
@given(indexes())
def test_every_scorecard_makes_sound_slides(index):
    shown = report_on(index.card, index.comparison, program_version="1.2.3")
    presentation = sound(read.opened(made(shown, OWN, "pptx")))
    assert "None" not in read.text(presentation)


# Sections, from the command line


@pytest.mark.parametrize(
    ("options", "count"),
    [(["--short"], 3), (["--sections", "gaps"], 1), (["--sections", "method,gaps,details"], 2)],
)
def test_only_the_wished_sections_have_slides(options, count, run, tmp_path):
    target = tmp_path / "slides.pptx"
    assert run("report", EXAMPLES[1], *options, "-o", target).status == 0
    assert len(pptx.Presentation(target).slides) == count


def test_a_report_of_details_alone_has_no_slides(run, tmp_path):
    options = ("--sections", "details", "--format", "pptx", "-o", tmp_path / "x.pptx")
    found = run("report", EXAMPLES[1], *options)
    assert found.status == 2
    assert "This report has nothing to show in: details." in found.err


# Hostile texts


def written(text):
    """The report on an assessment in which every text that users and authors write is *text*."""
    question = {"title": text, "actions": [{"action": text, "owner": text}]}
    pattern = dict.fromkeys(("name", "description", "consequence", "check"), text)
    case = {
        "questionnaire": {
            "title": text,
            "dimensions": {
                name: {"title": text, "questions": {f"q-{name}": question}} for name in "abc"
            },
            "patterns": [
                pattern | {"id": "p", "severity": "critical", "when": {"q": "q-a", "max": 3}}
            ],
        },
        "answers": {f"q-{name}": {"level": 3, "note": text} for name in "abc"},
    }
    texts = {"organisation": text, "unit": text, "cycle": text, "assessor": text}
    asked = assessment(case).model_copy(update=texts)
    return report_on(evaluate(asked), compare(asked, asked), program_version="1.2.3")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text):
    look = replace(OWN, branding=Branding(consultancy=text, confidentiality=text))
    presentation = sound(read.opened(made(written(text), look, "pptx")))
    assert text in read.text(presentation)
    cells = [c for rows in read.workbooks(presentation) for row in rows for c in row if c.value]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert text in {cell.value for cell in cells}


@pytest.mark.parametrize("text", ["a\x00\x1b\x0b\td", "\u202egnp.exe", "a\ufffe", "one\r\ntwo"])
def test_what_no_slide_can_hold_is_left_out(text):
    said = read.text(sound(read.opened(made(written(text), OWN, "pptx"))))
    assert not [c for c in said if c in "\x00\x1b\u202e\ufffe"]


def test_a_megabyte_of_text_is_cut_to_fit():
    presentation = sound(read.opened(made(written("Every word of it. " * 60_000), OWN, "pptx")))
    assert "Every word of it." in read.text(presentation)


def test_a_long_name_of_a_side_fits_the_legend(example):
    side = example.comparison.before.model_copy(update={"organisation": "Bridgeport Transit " * 9})
    changed = example.comparison.model_copy(update={"before": side})
    shown = report_on(example.card, changed, program_version="1.2.3")
    presentation = sound(read.opened(made(shown, OWN, "pptx")))
    names = [next(iter(read.values(chart))) for chart in read.charts(presentation)]
    assert names[0].startswith("Bridgeport Transit")
    assert names[0].endswith("…")


# Branding


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (400, 100), "#7a1f5c").save(path)
    return load_logo(path)


def test_accent_logo_and_line_are_those_of_the_consultancy(example, logo):
    branding = Branding(consultancy="Bright & Co", accent="#7a1f5c", confidentiality="Board only")
    presentation = read.opened(made(example, replace(OWN, branding=branding, logo=logo), "pptx"))
    colour = read.charts(presentation)[0].plots[0].series[1].format.fill.fore_color.rgb
    assert str(colour) == "7A1F5C"
    pictures = [s for s in presentation.slide_master.shapes if s.name == "Logo"]
    assert [round(picture.width / picture.height, 2) for picture in pictures] == [4.0]
    assert pictures[0].left + pictures[0].width == Pt(912)
    assert "Board only" in read.text(presentation)
    assert presentation.core_properties.author == "Bright & Co"


def test_a_logo_that_powerpoint_does_not_show_is_left_out(example):
    logo = Logo("image/svg+xml", b"<svg/>", 2.0)
    presentation = read.opened(made(example, replace(OWN, logo=logo), "pptx"))
    assert not [s for s in presentation.slide_master.shapes if s.name == "Logo"]


def test_a_logo_that_is_broken_is_named(example):
    broken = Logo("image/png", b"\x89PNG\r\n\x1a\n" + bytes(40), 2.0)
    look = replace(OWN, logo=broken, branding=Branding(logo="ours.png"))
    with pytest.raises(AssessError, match=r"ours\.png is no picture"):
        made(example, look, "pptx")


# A consultancy's own presentation


def saved(presentation, folder):
    presentation.save(folder / "report.pptx")
    return Look(report_templates(folder))


@pytest.fixture
def base():
    """A presentation with a slide, layouts called otherwise, and one of them without a footer."""
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text_frame.text = "An example of ours"
    presentation.slide_layouts[0].name = "Titelfolie"
    content = presentation.slide_layouts.get_by_name("Title Only")
    content.name = "Nur Titel"
    return presentation


def test_an_own_presentation_gives_its_layouts_and_not_its_slides(example, base, tmp_path):
    presentation = read.opened(made(example, saved(base, tmp_path), "pptx"))
    used = [slide.slide_layout.name for slide in presentation.slides]
    assert [used[0], *set(used[1:])] == ["Titelfolie", "Nur Titel"]
    assert "An example of ours" not in read.text(presentation)
    assert presentation.slide_width == base.slide_width
    assert read.outside(presentation) == []
    assert read.overflowing(presentation) == []
    assert read.empty(presentation) == []


def test_what_a_slide_names_besides_is_taken_out(example, base, tmp_path):
    base.element.append(element("<p:extLst/>"))
    presentation = read.opened(made(example, saved(base, tmp_path), "pptx"))
    assert presentation.element.xpath("p:extLst") == []


def test_places_in_which_nothing_stands_are_taken_away(example, base, tmp_path):
    base.slide_layouts.get_by_name("Title and Content").name = "Title Only"
    presentation = read.opened(made(example, saved(base, tmp_path), "pptx"))
    assert presentation.slides[1].slide_layout.name == "Title Only"
    assert read.empty(presentation) == []


def test_without_places_for_footer_and_subtitle_the_footer_is_a_text(example, base, tmp_path):
    layouts = [base.slide_layouts.get_by_name(name) for name in ("Titelfolie", "Nur Titel")]
    read.drop([p for layout in layouts for p in layout.placeholders if p.placeholder_format.idx])
    presentation = read.opened(made(example, saved(base, tmp_path), "pptx"))
    assert read.text(presentation).count("Orvella Water · 2026 · Confidential") == len(
        presentation.slides
    )
    assert read.outside(presentation) == []


def test_a_report_can_be_the_presentation_of_the_next(example, tmp_path):
    content = made(example, OWN, "pptx")
    (tmp_path / "report.pptx").write_bytes(content)
    again = made(example, Look(report_templates(tmp_path)), "pptx")
    assert read.titles(read.opened(again)) == read.titles(read.opened(content))
    sound(read.opened(again))


def small(presentation):
    layout = presentation.slide_layouts.get_by_name("Nur Titel")
    layout.placeholders[0].top, layout.placeholders[0].height = Pt(300), Pt(60)
    layout.placeholders[0].left, layout.placeholders[0].width = Pt(20), Pt(600)


def without_layout(presentation):
    layouts = presentation.slide_layouts
    [layouts.remove(layout) for layout in list(layouts)[5:]]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (small, "its layout “Nur Titel” has too little room below the title"),
        (without_layout, "it has no slide layout “Title Only” with a title"),
    ],
)
def test_an_own_presentation_that_does_not_fit_is_named(change, reason, example, base, tmp_path):
    change(base)
    with pytest.raises(AssessError, match=rf"report\.pptx: .* cannot be used: {reason}"):
        made(example, saved(base, tmp_path), "pptx")


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_an_own_presentation_that_cannot_be_read_is_named(content, example, tmp_path):
    (tmp_path / "report.pptx").write_bytes(content)
    with pytest.raises(AssessError, match="it is no presentation that can be read"):
        made(example, Look(report_templates(tmp_path)), "pptx")

"""What slides hold is counted out beforehand: letters, lines, boxes, columns, rows, slides."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.report import archive
from assess.report.slides import letters
from assess.report.slides.bars import fits_one_line
from assess.report.slides.boxes import Box
from assess.report.slides.grids import Cell, Column, Row, grids
from assess.report.slides.markup import full
from assess.report.slides.paragraphs import Paragraph, Run, fitted, height, paragraph
from assess.report.slides.plots import split

SENTENCES = (
    "The score reaches level 4, but Management attitude holds the result at level 3.",
    "Η βαθμολογία φτάνει στο επίπεδο 4, αλλά το αποτέλεσμα μένει στο επίπεδο 3.",
    "По баллу — уровень 4 «Управляемый», но итог — уровень 3 «Регламентированный».",
    "A pontszám alapján 4. szint, de az eredmény csak 3. szint (Szabályozott).",
)
WORDS = st.text(st.sampled_from("aimW Жщ\n"), max_size=200)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_letter_is_half_as_wide_as_high_or_a_little_more(sentence):
    share = letters.width(sentence, 10) / len(sentence) / 10
    assert 0.48 < share < 0.64
    assert letters.width(sentence, 10, bold=True) > letters.width(sentence, 10)


def test_wide_letters_and_accents_count_as_what_they_are():
    assert letters.width("漢字", 10) > letters.width("abc", 10)
    assert letters.width("e\u0301", 10) == letters.width("e", 10)


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 100, 1),
        ("one", 100, 1),
        ("one two", 30, 2),
        ("one\ntwo\n\nthree", 100, 4),
        ("m" * 100, 100, 10),
        ("short " + "m" * 30, 100, 4),
    ],
)
def test_lines_are_counted_as_programs_break_them(text, room, count):
    assert letters.lines(text, room, 10) == count


@given(WORDS, st.integers(1, 5))
def test_what_is_shortened_stands_in_its_lines(text, most):
    short = letters.shortened(text, 80, 10, most=most)
    assert letters.lines(short, 80, 10) <= most
    assert short == text or short.endswith("…")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x1bc\td", "a b c d"),
        ("one\r\ntwo\rthree", "one\ntwo three"),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("a\ud800b\ufffe", "a b "),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_text_is_cleaned_of_what_a_slide_cannot_hold(text, clean):
    assert letters.plain(text) == clean


def test_a_megabyte_is_cut():
    assert len(letters.plain("word " * 200_000)) == letters.MOST


@given(WORDS, st.integers(20, 300))
def test_a_text_fits_its_box_at_some_size(text, high):
    found = fitted(
        lambda size: [paragraph("Head", size * 2, bold=True, after=4), paragraph(text, size)],
        (20, 14, 8),
        room=120,
        high=high,
    )
    assert height(found, 120) <= high


def test_the_largest_size_that_fits_is_taken():
    def build(size):
        return [Paragraph((Run("Some words", bold=True), Run(" and more")), size)]

    sizes = [
        fitted(build, (30, 20, 10), room=room, high=28)[0].size for room in (1000, 260, 130, 20)
    ]
    assert sizes == [20, 20, 10, 10]
    assert fitted(build, (30, 20), room=100, high=5) == ()


def test_a_word_is_rather_smaller_than_broken():
    word = [paragraph("Reglamentariamente", size) for size in (20, 10)]
    assert fitted(lambda size: [word[size == 10]], (20, 10), room=120, high=500) == (word[1],)


def test_boxes_are_divided_without_rest():
    box = Box(10, 20, 300, 100)
    assert [c[::2] for c in box.columns(1, 2, gap=30)] == [(10, 90), (130, 180)]
    assert box.above(30).bottom == box.below(30).top == 50
    assert box.below(30).bottom == box.bottom == 120
    assert box.right == 310


def rows(count, **fields):
    return [
        Row((Cell(f"{n}"), Cell("Some words. " * 9)), said=f"{n}", **fields) for n in range(count)
    ]


COLUMNS = (Column("#", number=True), Column("Action", share=1))


def test_a_table_is_as_wide_as_told_and_no_higher_than_a_slide():
    found = grids(COLUMNS, rows(20), room=400, high=200)
    assert [round(sum(grid.widths)) for grid in found] == [400] * len(found)
    assert all(grid.height <= 200 for grid in found)
    assert [row.said for grid in found for row in grid.rows] == [str(n) for n in range(20)]


def test_the_largest_letters_with_the_fewest_slides():
    sizes = [
        grids(COLUMNS, rows(count), room=700, high=200, sizes=(14, 7))[0].size for count in (3, 8)
    ]
    assert sizes == [14, 7]


def test_what_stands_under_a_heading_is_kept_together():
    heading = Row((Cell("Within 30 days"),), heading=True)
    tail = Row((Cell("2 more"),), heading=True, tail=True)
    group = [heading, *rows(3), tail]
    found = grids(COLUMNS, group * 3, room=400, high=230, sizes=(12,))
    assert [[row.heading and not row.tail for row in grid.rows].count(True) for grid in found] == [
        1
    ] * 3
    long = grids(COLUMNS, [heading, *rows(12), tail], room=400, high=200, sizes=(12,))
    assert not [grid for grid in long if grid.rows[0].tail or grid.rows[-1] is heading]


def test_columns_are_squeezed_only_as_far_as_words_allow():
    columns = (Column("A"), Column("B"), Column("C", share=1))
    words = Row((Cell("some more words here"), Cell("some more words here"), Cell("long " * 20)))
    wide, narrow = (grids(columns, [words], room=room, high=500)[0] for room in (600, 200))
    assert (wide.squeezed, narrow.squeezed) == (False, True)
    assert not narrow.breaks
    unbroken = Row((Cell("m" * 60), Cell("m" * 60), Cell("c")))
    assert grids(columns, [unbroken], room=200, high=500, sizes=(12, 8))[0].size == 8


def test_a_table_without_names_has_no_head():
    assert grids((Column(""), Column("", share=1)), rows(1), room=400, high=200)[0].head == 0


def test_bars_with_long_names_stand_on_more_slides():
    box = Box(0, 0, 500, 330)
    short, long = ["Hiring"] * 13, ["Recruitment, selection and the first year of work"] * 13
    assert [len(part) for part in split(range(12), short, box)] == [12]
    assert [len(part) for part in split(range(13), long, box)] == [7, 6]
    assert not fits_one_line(long[0], 500)


@pytest.mark.parametrize(("colour", "digits"), [("#fff", "FFFFFF"), ("#1d5fa6", "1D5FA6")])
def test_colours_have_six_digits(colour, digits):
    assert full(colour) == digits


@pytest.mark.parametrize(("year", "told"), [(1970, 1980), (2026, 2026), (2200, 2107)])
def test_a_day_is_told_as_far_as_an_archive_can(year, told):
    assert archive.moment(dt.date(year, 5, 6)).year == told

"""Whether two questions mean the same, and whether a file is still what was asked."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.errors import AssessError
from assess.scoring.fingerprint import (
    answers_fingerprint,
    as_asked,
    question_fingerprint,
    verify,
)
from tests.scoring_cases import assessment, questionnaire

LETTERS = "abcxyzäöüßéñőűàβδάέήίόύώΐΰςжзийёъыя"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=6)
BETWEEN = st.sampled_from(
    [" ", "  ", ", ", " \u2013 ", "; ", "\n", "\u00a0", ": \u201c", "-", "?! "]
)
ONE = {
    "questionnaire": {"dimensions": {"care": {"listen": 1, "thank": 1}}},
    "answers": {"thank": 4},
}


def fingerprint(text: str, **fields: object) -> str:
    """Return the fingerprint of a question that asks *text*."""
    asked = questionnaire({"dimensions": {"care": {"listen": {"question": text, **fields}}}})
    return question_fingerprint(asked.questions["listen"], asked)


@settings(deadline=None)
@given(words=WORDS, between=BETWEEN)
def test_typography_does_not_change_what_is_asked(words, between):
    plain = fingerprint(" ".join(words))
    assert fingerprint(between.join(words)) == plain
    assert fingerprint(f"\u201c{' '.join(words)}\u201d?") == plain
    assert fingerprint(" ".join(words).upper()) == plain
    assert fingerprint(unicodedata.normalize("NFD", " ".join(words))) == plain
    assert fingerprint(unicodedata.normalize("NFD", " ".join(words).upper())) == plain


@settings(deadline=None)
@given(words=WORDS, word=st.text(LETTERS, min_size=1), place=st.integers(0, 6))
def test_a_word_changes_what_is_asked(words, word, place):
    more = [*words[:place], word, *words[place:]]
    assert fingerprint(" ".join(more)) != fingerprint(" ".join(words))


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Other"},
        {"weight": 3},
        {"why": "Because"},
        {"ask": ["manager"]},
        {"evidence": ["A list"]},
        {"actions": [{}]},
        {"required_for_overall": True},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_is_not_asked_is_no_part_of_it(fields):
    assert fingerprint("How?", **fields) == fingerprint("How?")


def test_level_texts_are_part_of_it():
    levels = {str(place): f"step {place}" for place in range(1, 6)}
    assert fingerprint("How?", levels=levels) == fingerprint("How?")
    assert fingerprint("How?", levels=levels | {"5": "the top"}) != fingerprint("How?")


def test_the_whole_does_not_depend_on_order():
    one = {"care": {"listen": 1, "thank": 1}, "speed": {"answer": 1}}
    other = {"speed": {"answer": 1, "thank": 1}, "care": {"listen": 1}}
    forth, back = (as_asked(questionnaire({"dimensions": each})) for each in (one, other))
    assert forth.fingerprint == back.fingerprint
    assert forth.fingerprints == back.fingerprints


def test_a_file_that_is_what_was_asked_is_accepted():
    verify(assessment(ONE))


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"dimensions": {"care": {"listen": {"question": "Other?"}, "thank": 1}}}, "listen"),
        ({"dimensions": {"care": {"listen": 1}}}, "thank"),
        ({"dimensions": {"care": {"listen": 1, "thank": 1, "visit": 1}}}, "visit"),
        ({"scale": [1, 2, 3, 4, 6], **ONE["questionnaire"]}, "listen, thank"),
        ({"id": "renamed", **ONE["questionnaire"]}, "the scale"),
    ],
    ids=["text", "gone", "new", "values", "name"],
)
def test_a_file_that_was_changed_is_refused(fields, changed):
    made = assessment(ONE)
    tampered = made.as_asked[0].model_copy(update={"questionnaire": questionnaire(fields)})
    with pytest.raises(AssessError, match=rf"\(changed: {changed}\)"):
        verify(made.model_copy(update={"as_asked": (tampered,)}))


@pytest.mark.parametrize(
    "said",
    [{}, {"thank": 5}, {"thank": {"level": 4, "note": "so"}}, {"thank": 4, "listen": "dont-know"}],
    ids=str,
)
def test_answers_have_a_fingerprint_of_their_own(said):
    same = assessment({**ONE, "cycle": "2027", "answers": {"thank": 4}})
    other = assessment({**ONE, "answers": said})
    assert answers_fingerprint(same) == answers_fingerprint(assessment(ONE))
    assert answers_fingerprint(other) != answers_fingerprint(assessment(ONE))

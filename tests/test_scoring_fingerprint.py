"""Whether two questions mean the same, and whether a file is still what was asked."""

from __future__ import annotations

import hashlib
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
from assess.store.library import available, load_questionnaire
from tests.conftest import cases
from tests.outlines import lines_differing
from tests.scoring_cases import assessment, questionnaire, read_case, shipped

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


@settings(deadline=None)
@given(words=WORDS, between=BETWEEN, place=st.integers(1, 5), word=st.text(LETTERS, min_size=1))
def test_level_texts_are_part_of_it_and_their_typography_is_not(words, between, place, word):
    plain = levels(" ".join(words), place)
    typeset = unicodedata.normalize("NFD", f"\u201c{between.join(words).upper()}\u201d!")
    assert fingerprint("How?", levels=levels(typeset, place)) == fingerprint("How?", levels=plain)
    other = levels(f"{' '.join(words)} {word}", place)
    assert fingerprint("How?", levels=other) != fingerprint("How?", levels=plain)


def levels(text: str, place: int) -> dict[str, str]:
    """Return five level descriptions, of which the one at *place* is *text*."""
    return {str(one): f"step {one}" for one in range(1, 6)} | {str(place): text}


@settings(deadline=None)
@given(words=WORDS, typed=st.permutations(range(1, 6)))
def test_the_order_of_level_texts_is_part_of_it(words, typed):
    texts = [f"{' '.join(words)} {one}" for one in range(1, 6)]
    moved = {str(place): texts[one - 1] for place, one in enumerate(typed, 1)}
    plain = {str(place): text for place, text in enumerate(texts, 1)}
    same = fingerprint("How?", levels=moved) == fingerprint("How?", levels=plain)
    assert same == (list(typed) == list(range(1, 6)))


@settings(deadline=None)
@given(
    scale=st.lists(st.integers(-1000, 1000), min_size=2, max_size=19, unique=True).map(sorted),
    place=st.integers(0, 19),
    shift=st.fractions(-1, 1, max_denominator=100).filter(bool),
)
def test_the_values_of_the_scale_are_part_of_every_question(scale, place, shift):
    one = place % len(scale)
    other = [*scale[:one], float(scale[one] + shift), *scale[one + 1 :]]
    assert prints(scale=scale) == prints(scale=[float(value) for value in scale])
    assert not prints(scale=scale).items() & prints(scale=other).items()
    assert not prints(scale=scale).items() & prints(scale=[*scale, scale[-1] + 1]).items()


def prints(**fields: object) -> dict[str, str]:
    """Return the fingerprints of two questions on a scale, by id."""
    asked = questionnaire({"dimensions": {"care": {"listen": 1, "thank": 1}}, **fields})
    return dict(as_asked(asked).fingerprints)


NAMED = """
id: named
version: 1.0.0
title: Named
scale: [{{name: {low}, value: 1}}, {{name: {high}, value: 2}}]
dimensions:
  - id: care
    title: Care
    questions:
      - {{id: named, title: Named, question: Do we listen?}}
      - {{id: described, title: Described, question: Do we?, levels: {{1: No., 2: Yes.}}}}
"""


@pytest.mark.parametrize(
    ("names", "changed"),
    [
        ({"low": "Rarely", "high": "Often"}, set()),
        ({"low": "rarely!", "high": "'»OFTEN«'"}, set()),
        ({"low": "Rarely", "high": "Always"}, {"named", "whole"}),
    ],
    ids=["same", "typography", "name"],
)
def test_names_of_the_scale_are_part_of_questions_that_describe_no_levels(tmp_path, names, changed):
    one, other = (asked(tmp_path, said) for said in ({"low": "Rarely", "high": "Often"}, names))
    assert {name for name, digest in one.items() if other[name] != digest} == changed


def asked(folder, names):
    """Return the fingerprints of the questions above and of the whole, with *names* of levels."""
    (folder / "named.yaml").write_text(NAMED.format(**names), encoding="utf-8")
    made = as_asked(load_questionnaire(str(folder / "named.yaml")))
    return {**made.fingerprints, "whole": made.fingerprint}


@pytest.mark.parametrize("file", cases("fingerprints"))
def test_fingerprints_are_what_they_always_were(file):
    """Released files carry them: whatever fails here must be undone, not the case."""
    case = read_case(file)
    made = as_asked(questionnaire(case["questionnaire"]))
    texts = {name: said["text"].encode() for name, said in case["expect"].items()}
    known = {name: said["fingerprint"] for name, said in case["expect"].items()}
    assert {name: hashlib.sha256(text).hexdigest() for name, text in texts.items()} == known
    assert dict(made.fingerprints) == known
    assert made.fingerprint == case["whole"]


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


@pytest.mark.parametrize("name", [entry.id for entry in available()])
def test_a_released_version_of_a_questionnaire_keeps_its_meaning(name):
    """What fails here asks another thing under the same number: raise the version."""
    made = as_asked(shipped(name))
    version = made.questionnaire.version
    lines = [f"{question} {digest}" for question, digest in made.fingerprints.items()]
    assert (
        lines_differing(f"fingerprints/{name}-{version}.txt", [f"* {made.fingerprint}", *lines])
        == []
    )

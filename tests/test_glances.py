"""A glance at a file gives and refuses what reading it in full does, in whatever form it is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.cli.files import make_sure_as_asked
from assess.errors import AssessError
from assess.scoring.evaluate import evaluate
from assess.store import assessments
from assess.store.glances import KEPT, Glances
from tests.scoring_cases import assessment
from tests.scoring_samples import LAW, SMALL, small_cases

ONE = {"questionnaire": SMALL, "answers": {"words": 3, "exist": 4, "knows": 2}}
CHANGED_AFTER = b',\n  "as_asked": ['

FORMS = {
    "as the program writes it": lambda text: text,
    "with a byte order mark": lambda text: "\ufeff" + text,
    "in one line": lambda text: json.dumps(json.loads(text), ensure_ascii=False),
    "indented otherwise": lambda text: json.dumps(json.loads(text), indent=4),
    "indented alike": lambda text: json.dumps(json.loads(text), indent=2, ensure_ascii=False),
    "the other way round": lambda text: json.dumps(dict(reversed(json.loads(text).items()))),
    "with other line ends": lambda text: text.replace("\n", "\r\n"),
}

SPOILED = {
    "a level beyond the scale": ('"level": 3', '"level": 6'),
    "a level that is text": ('"level": 3', '"level": "3"'),
    "a level below the scale": ('"level": 3', '"level": 0'),
    "an answer to no question": ('"words":', '"wrods":'),
    "a key that nobody knows": ('"organisation":', '"colour": 1,\n  "organisation":'),
    "a key said twice": ('"organisation":', '"cycle": "2020",\n  "organisation":'),
    "questionnaires said twice": ('"organisation":', '"as_asked": [],\n  "organisation":'),
    "a newer form": ('"schema": 1', '"schema": 999'),
    "a form that is none": ('"schema": 1', '"schema": true'),
    "no organisation": ('"organisation": "Harbour Bakery"', '"organisation": " "'),
    "no date": ('"date": "2026-11-21"', '"date": "soon"'),
    "a control character": ('"Harbour Bakery"', '"Harbour\x1b Bakery"'),
    "an escaped control character": ('"Harbour Bakery"', '"Harbour\\u001b Bakery"'),
    "a weight of nothing": ('"organisation":', '"weights": {"sea": {}},\n  "organisation":'),
    "a target beyond the scale": ('"organisation":', '"targets": {"top": 9},\n  "organisation":'),
    "a history of nothing": ('"answers":', '"history": [{"at": "now"}],\n      "answers":'),
    "an endless number": ('"level": 3', f'"level": {"3" * 5000}'),
    "no number": ('"level": 3', '"level": NaN'),
    "depth": ('"Harbour Bakery"', "[" * 5000 + "]" * 5000),
    "a brace too many": ('"organisation":', '"x": {"organisation":'),
    "what belongs behind": ('"as_asked": [', '"as_asked": [],\n  "as_asked": ['),
}


def outcome(read, path):
    """Return what *read* says of the file: an assessment, or why there is none."""
    try:
        return read(path)
    except AssessError as error:
        return type(error), str(error)


def glances_that_know(folder, case=ONE):
    """Return glances that know the questionnaires of *case*."""
    path = folder / "known.assess.json"
    assessments.create(path, assessment(case), force=True)
    glances = Glances(make_sure_as_asked)
    glances.read(path)
    return glances


def checked(path):
    """Load as every command does."""
    found = assessments.load(path)
    make_sure_as_asked(found, path)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("glances")


@LAW
@given(case=small_cases(), form=st.sampled_from(list(FORMS)))
def test_every_form_of_a_file_gives_what_loading_it_gives(folder, case, form):
    path = folder / "form.assess.json"
    text = assessments.dumps(assessment(case)).decode()
    path.write_text(FORMS[form](text), encoding="utf-8", newline="")
    found = glances_that_know(folder).read(path)
    assert found == checked(path)
    assert found.model_fields_set == checked(path).model_fields_set
    assert evaluate(found) == evaluate(assessment(case))


@pytest.mark.parametrize("name", SPOILED)
def test_what_loading_refuses_is_refused_in_the_same_words(folder, name):
    path = folder / "spoiled.assess.json"
    text = assessments.dumps(assessment(ONE)).decode()
    spoiled = text.replace(*SPOILED[name], 1)
    assert spoiled != text
    path.write_text(spoiled, encoding="utf-8", newline="")
    refused = outcome(checked, path)
    assert isinstance(refused, tuple)
    assert outcome(glances_that_know(folder).read, path) == refused


@LAW
@given(place=st.floats(0, 1), taken=st.integers(0, 3), put=st.binary(max_size=3))
def test_a_file_with_any_bytes_changed_gives_what_loading_it_gives(folder, place, taken, put):
    path = folder / "damaged.assess.json"
    content = assessments.dumps(assessment(ONE))
    head = content.index(CHANGED_AFTER) + len(CHANGED_AFTER)
    at = int(place * head)
    path.write_bytes(content[:at] + put + content[at + taken :])
    assert outcome(glances_that_know(folder).read, path) == outcome(checked, path)


def test_keys_behind_the_questionnaires_are_read_in_every_file(tmp_path):
    glances = Glances(make_sure_as_asked)
    first, second = tmp_path / "first.assess.json", tmp_path / "second.assess.json"
    content = assessments.dumps(assessment(ONE))
    moved = (
        content.replace(b'  "cycle": "2026",\n', b"").rstrip(b"}\n") + b',\n  "cycle": "2031"\n}\n'
    )
    first.write_bytes(moved)
    second.write_bytes(moved)
    assert [glances.read(path).cycle for path in (first, second)] == ["2031", "2031"]


def test_a_changed_questionnaire_is_refused_by_the_name_of_each_file(tmp_path):
    glances = glances_that_know(tmp_path)
    paths = tmp_path / "one.assess.json", tmp_path / "two.assess.json"
    text = assessments.dumps(assessment(ONE)).decode()
    head, key, ending = text.partition('"questions"')
    paths[0].write_text(head + key + ending.replace("words", "wards", 1), encoding="utf-8")
    paths[1].write_bytes(paths[0].read_bytes())
    refused = [outcome(glances.read, path) for path in paths]
    assert refused == [outcome(checked, path) for path in paths]
    assert [path.name in reason for path, (_kind, reason) in zip(paths, refused, strict=True)] == [
        True,
        True,
    ]


def test_only_so_many_questionnaires_are_kept(tmp_path):
    glances = Glances(make_sure_as_asked)
    paths = [tmp_path / f"{number}.assess.json" for number in range(KEPT + 3)]
    texts = [assessments.dumps(assessment(ONE)).decode()] * len(paths)
    _written(paths, texts)
    read = [glances.read(path) for path in (*paths, *paths)]
    assert {one.organisation for one in read} == {"Harbour Bakery"}
    assert len(glances._known) == KEPT  # noqa: SLF001  what is kept shows nowhere else


def _written(paths, texts):
    """Write each text with as many blanks at its end as its place says."""
    [
        path.write_text(text + "\n" * place, encoding="utf-8")
        for place, (path, text) in enumerate(zip(paths, texts, strict=True))
    ]

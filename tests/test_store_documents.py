"""Reading text and YAML: what is typed, what is refused, and where it stands."""

from __future__ import annotations

import errno
import io
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.errors import (
    AssessError,
    DiskError,
    DocumentError,
    NotFoundError,
    Problem,
    excerpt_with_caret,
    printable,
)
from assess.model.references import findings
from assess.store import source, strict_yaml
from assess.store.characters import named
from assess.store.document import dotted
from assess.store.source import read_text

WORDS = """no yes on True NULL 12:30 010 1_000 +3 0x1F 0o7 1e3 .5 2026-03-01 .nan .inf 1. 1.2.3 --1
٣ 1234567890123456789 = -x"""


@pytest.mark.parametrize("word", WORDS.split())
def test_words_that_stay_text(word):
    assert strict_yaml.parse(f"a: {word}", "f").value == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-3", -3),
        ("123456789012345678", 123456789012345678),
        ("2.50", 2.5),
        ("-0.5e-3", -0.0005),
        ('"3"', "3"),
        ("'true'", "true"),
    ],
)
def test_words_that_have_a_type(word, value):
    assert strict_yaml.parse(f"a: {word}", "f").value == {"a": value}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 33, "nested deeper than 32 levels"),
        ("[" * 200_000, "nested deeper than 32 levels"),
        ("- " * 40 + "1", "nested deeper than 32 levels"),
        ("? " * 40 + "1", "only text can be a key"),
        ("*a : 1", "only text can be a key"),
        ("[" + "1," * 50_001 + "]", "more than 50000 values; at most that many are read"),
        ("k" * 201 + ": 1", "a key of 201 characters; at most 200 are read"),
        ("a: " + "x" * 2_097_153, "a text of 2097153 characters; at most 2097152 are read"),
        ("a: 1\n---\nb: 1", "a second YAML document begins; a file holds one"),
        ("%TAG !e! tag:x,2024:\n--- !e!a b", "YAML directives"),
        ('a: "x', "not valid YAML: a quotation mark is not closed"),
        ("a: b: c", "not valid YAML: a second colon, or a wrong indent"),
        ("a: [1, 2", "not valid YAML: a list in brackets is not closed"),
        ("a: {b: 1", "not valid YAML: braces are not closed"),
        ("a:\n  - x\n b: 1", "not valid YAML: expected a key; check the indent"),
        ("- a\nb: 1", "not valid YAML: expected an entry of the list"),
        ("a: @x", "not valid YAML: nothing can begin with this character"),
        ("a: *", "not valid YAML: text cannot begin with & or *"),
        ("a: |\n x\n\ty", "not valid YAML: a tab cannot indent"),
        ('a: "\\q"', "not valid YAML: an unknown escape"),
        ('a: "\\ud800"', "not valid YAML: an unknown escape"),
        ("", "the file is empty"),
    ],
)
def test_what_stops_the_reader(text, message):
    found = [said for _, _, said in _read_problems(text)]
    assert found[0].startswith(message)


def _read_problems(text):
    try:
        return [(p.line, p.column, p.message) for p in strict_yaml.parse(text, "f").problems]
    except DocumentError as error:
        return [(p.line, p.column, p.message) for p in error.problems]


def test_what_can_be_collected_is_collected():
    document = strict_yaml.parse(
        "a: &x 1\nb: *x\na: {c: 2, c: [3]}\nd: !t [&y 4]\n<<: {e: 5}\n", "f"
    )

    assert [f"{p.line}:{p.column}: {p.path}: {p.message}" for p in document.problems] == [
        "1:4: a: anchors (&x) are not supported",
        "2:4: b: aliases (*x) are not supported",
        "3:1: a: said twice; the first time in line 1",
        "3:11: a.c: said twice; the first time in line 3",
        "4:4: d: tags (!t) are not supported",
        "4:8: d[0]: anchors (&y) are not supported",
        "5:1: <<: merge keys (<<) are not supported; write the keys out",
    ]
    assert document.value == {"a": 1, "b": None, "d": [4], "<<": {"e": 5}}


def test_every_place_is_known():
    document = strict_yaml.parse("a:\n  - b: [1, 2]\n    ccc: text\n", "f")

    assert [
        (path, spot.key.start_mark.line, spot.key.start_mark.column, spot.value.start_mark.column)
        for path in [("a",), ("a", 0), ("a", 0, "b", 1), ("a", 0, "ccc")]
        for spot, _ in [document.spot(path)]
    ] == [
        (("a",), 0, 0, 2),
        (("a", 0), 1, 4, 4),
        (("a", 0, "b", 1), 1, 11, 11),
        (("a", 0, "ccc"), 2, 4, 9),
    ]


@given(
    st.recursive(st.text("abc: -#\n\"'{}[],&*!|>%@`~0129.é日", max_size=12), st.lists, max_leaves=5)
)
def test_the_reader_never_fails_otherwise(tree):
    _read_problems(str(tree).strip("'"))


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
keys = st.sampled_from(
    [
        "id",
        "dimensions",
        "questions",
        "levels",
        "scale",
        "value",
        "sections",
        "section",
        "actions",
        "from_levels",
        "depends_on",
        "ask",
        "patterns",
        "strengths",
        "limits",
        "when",
        "q",
        "dim",
        "min",
        "max",
        "below",
        "pattern",
        "all",
        "any",
        "not",
        "at",
        "level",
        "level_of",
        "caps",
        "companions",
        "evidence",
        "from",
        "counts_as",
        "thresholds",
        "overall_rated",
        "target",
        "roles",
        "remedy",
    ]
)


@given(
    st.recursive(
        scalars, lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=40
    )
)
def test_references_of_any_value_never_fail(value):
    assert all(isinstance(message, str) for _, message in findings(value))


def test_a_missing_file_is_a_sentence_with_a_suggestion(tmp_path):
    (tmp_path / "acme-2026.assess.json").touch()
    with pytest.raises(NotFoundError) as caught:
        read_text(tmp_path / "acme-2025.assess.json")

    assert str(caught.value) == (
        f"No such file: {tmp_path}/acme-2025.assess.json. "
        f"Did you mean `{tmp_path}/acme-2026.assess.json`?"
    )


def test_a_missing_folder_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(NotFoundError, match="No such file"):
        read_text(tmp_path / "none" / "x.yaml")
    with pytest.raises(NotFoundError, match="No such file"):
        read_text(tmp_path / "file" / "x.yaml")


def test_an_assessment_is_meant_by_its_name_alone(tmp_path):
    (tmp_path / "lakeside.assess.json").touch()
    with pytest.raises(NotFoundError, match=r"Did you mean `.*/lakeside\.assess\.json`\?"):
        read_text(tmp_path / "lakeside")


def test_control_characters_in_a_file_name_are_shown_escaped(tmp_path):
    with pytest.raises(NotFoundError) as caught:
        read_text(tmp_path / "esc\x1b[31m\nx.yaml")

    assert str(caught.value).endswith(r"/esc\x1b[31m\nx.yaml.")


def test_only_ordinary_files_are_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "zero").symlink_to("/dev/zero")

    with pytest.raises(AssessError, match="is a folder, not a file"):
        read_text(tmp_path)
    with pytest.raises(AssessError, match="is a pipe or device, not a file"):
        read_text(tmp_path / "pipe")
    with pytest.raises(AssessError, match="is a pipe or device, not a file"):
        read_text(tmp_path / "zero")
    with pytest.raises(AssessError, match="cannot be opened: Too many levels of symbolic links"):
        read_text(tmp_path / "loop")
    with pytest.raises(AssessError, match="cannot be opened: that is no file name"):
        read_text("a\0b")


@pytest.mark.parametrize(
    ("number", "kind", "status"),
    [(errno.EIO, DiskError, 74), (errno.EACCES, AssessError, 2), (errno.EMFILE, AssessError, 2)],
)
def test_errors_of_the_system_are_sentences(number, kind, status):
    error = source._sentence("f", OSError(number, os.strerror(number)))  # noqa: SLF001  no disk breaks on request
    assert (type(error) is kind or isinstance(error, kind), error.status) == (True, status)


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (b"a: 1\nb: caf\xe9\n", 2, 7, "byte 0xE9 is not UTF-8; save the file as UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, 1, "not UTF-8 text (UTF-16 or binary); save it as UTF-8"),
        (b"\0" * 99, 1, 1, "not UTF-8 text (UTF-16 or binary); save it as UTF-8"),
        (b"a\r\n\x1b[31m", 2, 1, "U+001B ESCAPE is not allowed"),
        ("a\u202eb".encode(), 1, 2, "U+202E RIGHT-TO-LEFT OVERRIDE is not allowed"),
        ("a\ufeff".encode(), 1, 2, "U+FEFF ZERO WIDTH NO-BREAK SPACE is not allowed"),
        (b"x" * (8 * 1024 * 1024 + 1), 1, 1, "the file is larger than 8 MB, the most that is read"),
    ],
)
def test_text_that_is_refused(tmp_path, content, line, column, message):
    (tmp_path / "f").write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_text(tmp_path / "f")

    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.message) == (line, column, message)


def test_every_refused_character_is_named(tmp_path):
    (tmp_path / "f").write_bytes(b"\x01a\x02\n\x03" + b"\x04" * 200)
    with pytest.raises(DocumentError) as caught:
        read_text(tmp_path / "f")

    assert len(caught.value.problems) == 100
    assert (
        str(caught.value.problems[1])
        == f"{tmp_path}/f:1:3: U+0002 control character is not allowed"
    )


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path):
    (tmp_path / "f").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert strict_yaml.load(tmp_path / "f").value == {"a": 1, "b": 2}


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1"), "utf-8"))
    assert strict_yaml.load("-").file == "<stdin>"
    monkeypatch.setattr(sys, "stdin", None)
    assert read_text("-") == ""


def test_a_character_without_a_name_is_called_by_its_kind():
    assert named("\x85") == "U+0085 control character"


@pytest.mark.parametrize(
    ("excerpt", "column", "width", "shown"),
    [
        ("a: b", 4, 1, "a: b\n   ^"),
        ("\ta: b", 5, 1, "    a: b\n       ^"),
        ("日本: é́x", 5, 3, "日本: é́x\n      ^^"),
        ("a\x1b[0m", 3, 9, "a\\x1b[0m\n     ^^^"),
        (
            "x" * 60 + "HERE" + "y" * 60,
            61,
            4,
            "…" + "x" * 15 + "HERE" + "y" * 11 + "…\n" + " " * 16 + "^^^^",
        ),
        ("z" * 99, 1, 99, "z" * 30 + "…\n" + "^" * 30),
        ("ab", 9, 3, "ab\n  ^"),
        ("", 1, 1, ""),
    ],
)
def test_the_caret_stands_below_the_place(excerpt, column, width, shown):
    problem = Problem("f", "m", "", 1, column, excerpt, width)
    assert excerpt_with_caret(problem, columns=30) == shown


def test_a_problem_reads_like_a_compiler_message():
    assert str(Problem("f", "bad", "a[0].b", 3, 4)) == "f:3:4: a[0].b: bad"
    assert str(Problem("f", "bad")) == "f: bad"
    assert dotted(("a", 0, "b")) == "a[0].b"
    assert printable("x" * 300, longest=4) == "xxx…"

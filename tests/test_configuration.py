"""`assess.toml`: which file decides, and what is said of a file that is unsound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.errors import DocumentError, UnreadableError
from assess.model.configuration import Configuration
from assess.store import strict_toml
from assess.store.configuration import configuration_files, load_configuration, settled


@pytest.fixture
def configured(folder):
    """Write the file of this folder and the user's."""

    def write(here: str | None = None, yours: str | None = None) -> None:
        users = folder / ".config" / "assess" / "assess.toml"
        users.parent.mkdir(parents=True)
        texts = {folder / "assess.toml": here, users: yours}
        for file in filter(texts.get, texts):
            file.write_text(texts[file], encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("here", "yours", "settles"),
    [
        (None, None, Configuration(ui="auto", theme="dark")),
        ('ui = "plain"', None, Configuration(ui="plain", theme="dark")),
        (None, 'theme = "light"', Configuration(ui="auto", theme="light")),
        ('ui = "plain"', 'theme = "light"', Configuration(ui="plain", theme="light")),
        ('ui = "auto"', 'ui = "plain"\ntheme = "light"', Configuration(ui="auto", theme="light")),
        ("# nothing yet", 'ui = "full-screen"', Configuration(ui="full-screen", theme="dark")),
        ('\ufeffui = "plain"\r\n', None, Configuration(ui="plain", theme="dark")),
    ],
)
def test_key_by_key_the_nearest_decides(here, yours, settles, configured):
    configured(here, yours)
    assert load_configuration() == settles


def test_everything_wrong_is_said_at_once(configured, folder, golden):
    configured(
        '# ui = "auto"\nui = "fullscreen"  # large\ntheem = "dark"\n\n[colours]\nbar = 1\n',
        "theme = 3\n",
    )
    with pytest.raises(DocumentError) as error:
        load_configuration()
    golden("configuration/problems.txt", str(error.value).replace(str(folder), "FOLDER") + "\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ui = plain", "1:6: not valid TOML: expected a value; text stands in quotes"),
        ('ui = "plain\n', "1:12: not valid TOML: a quotation mark is not closed"),
        ("ui = 'plain", "1:12: not valid TOML: a quotation mark is not closed"),
        ('ui "plain"', "1:4: not valid TOML: expected = behind the key"),
        ("\nplain", "2:6: not valid TOML: expected = behind the key"),
        ("= 3", "1:1: not valid TOML: expected a line such as key = value"),
        ('ui = "a"\nui = "b"', "2:9: not valid TOML: this is said twice"),
        ("x = {a = 1, a = 2}", "1:18: not valid TOML: this is said twice"),
        ("[x\n", "1:3: not valid TOML: a bracket is not closed"),
        ("x = [1", "1:7: not valid TOML: a list in brackets is not closed"),
        ("x = {a = 1", "1:11: not valid TOML: braces are not closed"),
        ('ui = "plain" theme = "dark"', "1:14: not valid TOML: something stands behind the value"),
        (r'ui = "\q"', "1:9: not valid TOML: an unknown escape"),
        (f"ui = {'9' * 5000}", "not valid TOML: a number of too many digits"),
        (f"ui = {'[' * 40}{']' * 40}", "1:1: nested deeper than 32 levels"),
        (f"ui = {'[' * 2000}{']' * 2000}", "1:1: nested deeper than 32 levels"),
        ("ui = 2026-11-21", "1:6: ui: expected `auto`, `plain` or `full-screen`, found the text"),
        ("ui = [1]", "1:6: ui: expected `auto`, `plain` or `full-screen`, found a list"),
        ('ui.x = "plain"', "1:1: ui: expected `auto`, `plain` or `full-screen`, found keys"),
        ("a = 1\n  'b' = 2\n", "2:4: b: unknown key. Known here: ui, theme, templates, branding."),
        ('x = "y"\nui = """\nplain"""', "1:1: x: unknown key"),
        ("ui = true\x1b", "1:10: U+001B ESCAPE is not allowed"),
    ],
)
def test_what_is_wrong_has_its_place_and_words(text, said, configured):
    configured(text)
    with pytest.raises(DocumentError) as error:
        load_configuration()
    assert said in str(error.value)


def test_a_folder_is_no_file(folder):
    (folder / "assess.toml").mkdir()
    with pytest.raises(UnreadableError, match=r"assess\.toml is a folder"):
        load_configuration()


def test_a_sound_file_holds_beside_an_unsound_one(configured):
    configured("ui = 3", 'theme = "light"')
    assert settled(configuration_files()) == Configuration(ui="auto", theme="light")


def test_inner_keys_have_their_own_line():
    document = strict_toml.parse("[a]\nx = 1\n[b]\nx = 2\n[c]\ny = {z = 3}\nlast.x = 4", "f")
    paths = [("a", "x"), ("b", "x"), ("c", "y", "z"), ("c", "last", "x")]
    spots = [document.spot(path)[0].value.start_mark for path in paths]
    assert spots == [(1, 4), (3, 4), (5, 9), (6, 9)]


WORDS = st.text(alphabet="ab=.[]{}\"'#\\ \n1-", max_size=40)


@given(WORDS)
def test_no_text_is_worse_than_a_problem_with_a_place(text):
    try:
        document = strict_toml.parse(text, "f")
    except DocumentError as error:
        document = error
    assert all(problem.line for problem in document.problems)

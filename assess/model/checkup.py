"""What the program found out about where it runs: what would be used, and what to mend."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assess.language.choice import Source
from assess.model.base import Frozen
from assess.model.configuration import Theme


class Trouble(Frozen):
    """One thing to mend; `remedy` is the way out, empty where the message has it already.

    Place and path are those of a problem in a file. `excerpt` is its line with a caret, for people.
    """

    message: str
    remedy: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    excerpt: str = Field(default="", exclude=True)


class SeenTerminal(Frozen):
    """The standard streams, the window in characters, and colour."""

    stdin: bool
    stdout: bool
    columns: int
    rows: int
    term: str | None
    colorterm: str | None
    colour: bool
    colour_reason: str


class Encodings(Frozen):
    """How standard output, the locale and the names of files are encoded."""

    output: str
    locale: str
    file_names: str


class SpokenLanguage(Frozen):
    """What the program speaks and who chose it, by name and in a sentence."""

    language: str
    source: Source
    reason: str
    locale: str | None
    available: tuple[str, ...]


class InterviewMode(Frozen):
    """How `assess run` would ask, and why; the mode is null where it would refuse."""

    mode: Literal["plain", "full-screen"] | None
    reason: str
    accessible: bool
    theme: Theme
    theme_from: str | None


class FoundFile(Frozen):
    """A place where configuration is looked for."""

    file: str
    exists: bool
    sound: bool


class FoundFolder(Frozen):
    """A folder in which questionnaires are looked up, and how many an id finds there.

    `unusable` are those beside them that are unsound.
    """

    where: Literal["here", "yours", "built in"]
    folder: str
    exists: bool
    used: int
    unusable: int


class WorkingFolder(Frozen):
    """The folder in which the program was started."""

    folder: str
    writable: bool


class Checkup(Frozen):
    """Everything that `assess doctor` says, in the order in which it is shown."""

    schema_number: Literal[1] = Field(default=1, alias="schema")
    version: str
    python: str
    platform: str
    packages: dict[str, str | None]
    terminal: SeenTerminal
    encoding: Encodings
    language: SpokenLanguage
    interview: InterviewMode
    configuration: tuple[FoundFile, ...]
    questionnaires: tuple[FoundFolder, ...]
    folder: WorkingFolder
    problems: tuple[Trouble, ...] = ()

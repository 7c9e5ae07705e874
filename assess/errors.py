"""Everything that can go wrong and is worth telling a user in sentences."""

from __future__ import annotations

from dataclasses import dataclass


class AssessError(Exception):
    """Base of every error that the command line shows without a traceback.

    `status` is the exit status of the program: 2 for usage and unreadable input.
    """

    status = 2


class NotFoundError(AssessError):
    """A named questionnaire, question, file or template does not exist."""

    def __init__(self, kind: str, name: str, *, meant: str | None = None, hint: str = "") -> None:
        guess = f" Did you mean `{meant}`?" if meant else ""
        super().__init__(f"No such {kind}: {name}.{guess}{' ' + hint if hint else ''}")


class DiskError(AssessError):
    """The disk refused to read or write; nothing that was saved before is lost."""

    status = 74


class InUseError(AssessError):
    """Somebody else holds the file, or has changed it since it was read."""

    status = 75


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix in a document, and where it stands.

    `line` and `column` count from 1 and are 0 where the document as a whole is meant; `path` is
    dotted (`dimensions[0].title`); `excerpt` is the line itself, shown with a caret of `width`.
    """

    file: str
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Return `file:line:column: path: what is wrong`."""
        at = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{at}: {self.path}: {self.message}" if self.path else f"{at}: {self.message}"


class DocumentError(AssessError):
    """A document could not be accepted; carries *all* of its problems, in the order of the text."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

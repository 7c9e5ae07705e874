"""Assessment files: read by everybody, written by one session at a time."""

from __future__ import annotations

import contextlib
import json
import os
import re
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from assess.errors import AssessError, DiskError, DocumentError, InUseError, NotFoundError
from assess.language.messages import _
from assess.store import strict_json
from assess.store.characters import FORBIDDEN, named
from assess.store.document import Path, dotted
from assess.store.soundness import disagreements
from assess.store.source import STDIN, decoded, read_bytes, shown_name
from assess.store.upgrades import TODAY, Form, is_older, upgraded

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

    from assess.model.assessment import Assessment, Interview

_ESCAPE = re.compile(r"\\(.)")
_FOR_CONTROLS = frozenset("bfu")
"""What follows a backslash only where the writer escapes a control character."""


class Session:
    """An assessment that is open for writing; `assessment` is what was read or saved last."""

    def __init__(self, path: str | pathlib.Path, content: bytes, assessment: Assessment) -> None:
        self.path = path
        self.assessment = assessment
        self._content = content

    def save(self, assessment: Assessment) -> None:
        """Replace the file; the assessment is on the disk when this returns.

        Raises:
            InUseError: Somebody else changed the file since it was read; it is left as it is.
            DiskError: It cannot be written any more; what was saved before is untouched.
            NotFoundError: Somebody removed the file.
            AssessError: A text holds characters that no document may hold.

        """
        content = dumps(assessment)
        with _nothing_lost():
            found = read_bytes(self.path)
        if found != self._content:
            raise InUseError(
                _(
                    "{file} was changed by somebody else since it was read. Nothing was "
                    "overwritten; run again to go on from what the file says now.",
                    file=shown_name(self.path),
                )
            )
        if content != self._content:
            self._replace(content)
        self._content, self.assessment = content, assessment

    def save_interview(self, interview: Interview) -> None:
        """Save the assessment with *interview* as its only one; see `save` for what is raised."""
        self.save(self.assessment.model_copy(update={"interviews": (interview,)}))

    def _replace(self, content: bytes) -> None:
        from assess.store import durable  # noqa: PLC0415  reading commands do without

        with _nothing_lost():
            durable.replace(self.path, content)


def load(path: str | pathlib.Path, form: Form = TODAY) -> Assessment:
    """Read an assessment file of *form* or an earlier one; nothing is locked or written.

    `-` is standard input.

    Raises:
        AssessError: It cannot be read, or was written by a newer program.
        DocumentError: It is unsound; carries all problems with line and column.

    """
    return loads(read_bytes(path), shown_name(path), form)


def loads(content: bytes, file: str, form: Form = TODAY) -> Assessment:
    """Return the assessment that the *content* of the file called so holds; raises as `load`."""
    return _read(content, file, form)


def dumps(assessment: Assessment) -> bytes:
    """Return the content of the assessment's file.

    Raises:
        AssessError: A text holds characters that no document may hold, such as ESC; nothing that
            could not be read again is ever written.

    """
    from assess.store.json_text import dumps_assessment  # noqa: PLC0415  reading does without

    text = dumps_assessment(assessment)
    escaped = (match[1] in _FOR_CONTROLS for match in _ESCAPE.finditer(text))
    if FORBIDDEN.search(text) or any(escaped):
        _refuse_characters(json.loads(text), ())
    return text.encode("utf-8")


def create(path: str | pathlib.Path, assessment: Assessment, *, force: bool = False) -> None:
    """Write a new assessment file; only with *force* an existing one is replaced.

    Raises:
        AssessError: The file exists, or a text holds characters that no document may hold.
        DiskError: The disk refused; nothing was written.
        HeldError: A session holds the file that would be replaced.

    """
    from assess.store import durable  # noqa: PLC0415  reading commands do without
    from assess.store.lock import Lock  # noqa: PLC0415  reading commands do without

    replaces = force and os.path.lexists(path)
    with Lock(path) if replaces else contextlib.nullcontext():
        durable.create(path, dumps(assessment), force=force)


@contextlib.contextmanager
def opened_for_writing(path: str | pathlib.Path, form: Form = TODAY) -> Iterator[Session]:
    """Hold the file for this session, and give what it says.

    A file of an earlier form is written in *form* once something is saved.

    Raises:
        AssessError: It cannot be read.
        DocumentError: It is unsound.
        HeldError: Another session holds it.

    """
    from assess.store.durable import sweep  # noqa: PLC0415  reading commands do without
    from assess.store.lock import Lock  # noqa: PLC0415  reading commands do without

    if str(path) == STDIN:
        raise AssessError(_("Standard input cannot be written to; name a file."))
    load(path, form)
    with Lock(path):
        sweep(path)
        content = read_bytes(path)
        yield Session(path, content, _read(content, shown_name(path), form))


@contextlib.contextmanager
def _nothing_lost() -> Iterator[None]:
    """Whatever fails here could be done when the file was opened, so it is the disk that fails."""
    try:
        yield
    except NotFoundError:
        raise
    except AssessError as error:
        message = _("{error} Every answer that was acknowledged before is saved.", error=error)
        raise DiskError(message) from error


def _read(content: bytes, file: str, form: Form = TODAY) -> Assessment:
    text = decoded(content, file)
    value = strict_json.parse(text)
    if is_older(value, file, form):
        text = json.dumps(upgraded(value, file, form))
    if value is not None:
        with contextlib.suppress(ValidationError):
            assessment = form.model.model_validate_json(text)
            if not any(True for _ in disagreements(assessment)):
                return assessment
    return _read_slowly(decoded(content, file), file, form)


def _read_slowly(text: str, file: str, form: Form) -> Assessment:
    """Read again, knowing where everything stands; for what is doubtful or known to be unsound."""
    from assess.store.validation import validated  # noqa: PLC0415  sound files do without

    document = strict_json.located(text, file)
    if is_older(document.value, file, form) and document.problems:
        raise DocumentError(document.problems)
    value = upgraded(document.value, file, form)
    return validated(document, form.model, then=disagreements, value=value)


def _refuse_characters(value: object, path: Path) -> None:
    """Name the first text that could not be read again.

    Raises:
        AssessError: There is one.

    """
    if isinstance(value, str) and (match := FORBIDDEN.search(value)):
        raise AssessError(
            _(
                "{path}: {character} cannot be saved; take it out.",
                path=dotted(path),
                character=named(match[0]),
            )
        )
    parts: Any = value.items() if isinstance(value, dict) else ()
    for part, inner in enumerate(value) if isinstance(value, list) else parts:
        _refuse_characters(inner, (*path, part))

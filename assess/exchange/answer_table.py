"""The CSV form of answers, one question a row, read into the same shape as the YAML form."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final, NoReturn

from assess.errors import DocumentError, Problem, printable
from assess.language.messages import _, n_
from assess.model.spelling import did_you_mean
from assess.store.document import (
    Between,
    Document,
    Mark,
    MarkedList,
    MarkedMap,
    Path,
    Source,
    Spot,
    problem_at,
)
from assess.store.source import read_text, shown_name

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

COLUMNS: Final = ("question", "level", "note", "evidence", "reason")
"""The columns that are known; the first two are needed."""

BETWEEN_EVIDENCE: Final = " | "
"""What parts several pieces of evidence in one cell."""

MOST_ROWS: Final = 10_000

_LEVEL = re.compile(r"[0-9]{1,9}\Z", re.ASCII)


def read_table(path: str | pathlib.Path) -> Document:
    """Read a CSV file with comma or semicolon; a row with nothing but the question is left out.

    The cell `level` holds a number, `dont-know`, or `not-applicable` with a `reason`.

    Raises:
        AssessError: The file cannot be read.
        DocumentError: It is no CSV, or has no usable head; problems of rows are kept in the
            document.

    """
    return _Table(Source(shown_name(path), read_text(path))).read()


class _Table:
    """Reads rows and keeps what is wrong with them, by the line where the row begins."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.refused: set[Path] = set()
        self.value = MarkedMap()
        self.line = 0

    def read(self) -> Document:
        """Return all rows as one map of answers."""
        rows = self._rows()
        columns = self._columns(next(rows, []))
        for count, cells in enumerate(rows, 1):
            if count > MOST_ROWS:
                self._stop(_("more than {most} rows; at most that many are read", most=MOST_ROWS))
            if len(cells) != len(columns):
                found = n_("{n} cell", "{n} cells", len(cells))
                self._report(
                    _("this row has {found}, the head has {count}", found=found, count=len(columns))
                )
            else:
                self._row(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
        if not self.value and not self.problems:
            self._stop(_("no answer below the head"))
        return Document(self.value, self._spot(), tuple(self.problems), frozenset(self.refused))

    def _rows(self) -> Iterator[list[str]]:
        """Yield the cells of each row that is not empty; `line` is where it begins, from 0."""
        head = self.source.lines[0] if self.source.lines else ""
        delimiter = ";" if head.count(";") > head.count(",") else ","
        text = io.StringIO(self.source.text, newline="")
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        while True:
            self.line = reader.line_num
            try:
                cells = next(reader, None)
            except csv.Error as error:
                self._stop(_("not valid CSV: {error}", error=error))
            if cells is None:
                return
            if cells:
                yield cells

    def _columns(self, head: list[str]) -> list[str]:
        columns = [cell.strip().casefold() for cell in head]
        for column in columns:
            if column not in COLUMNS:
                guess = did_you_mean(column, COLUMNS) or _(
                    " Known are: {names}.", names=", ".join(COLUMNS)
                )
                self._report(
                    _(
                        "unknown column `{column}`.{guess}",
                        column=printable(column, longest=60),
                        guess=guess,
                    )
                )
        for column in COLUMNS:
            if columns.count(column) > 1:
                self._report(_("the column `{column}` stands here twice", column=column))
            elif column in COLUMNS[:2] and column not in columns:
                self._report(_("the column `{column}` is missing from the head", column=column))
        if self.problems:
            raise DocumentError(tuple(self.problems[:20]))
        return columns

    def _row(self, cells: dict[str, str]) -> None:
        name = cells.pop("question")
        if not any(cells.values()):
            return
        if name in self.value:
            first = self.value.spots[name].key.start_mark.line + 1
            self._report(_("answered twice; the first time in line {first}", first=first), name)
            return
        self.value[name] = self._answer(name, cells)
        self.value.spots[name] = self._spot()

    def _answer(self, name: str, cells: dict[str, str]) -> MarkedMap:
        answer = MarkedMap()
        self._put_state(answer, name, cells)
        if note := cells.get("note"):
            answer["note"] = note
        if evidence := cells.get("evidence"):
            answer["evidence"] = self._pieces(evidence)
        answer.spots.update(dict.fromkeys(answer, self._spot()))
        return answer

    def _put_state(self, answer: MarkedMap, name: str, cells: dict[str, str]) -> None:
        level, reason = cells["level"], cells.get("reason", "")
        if level == "not-applicable":
            answer[level] = reason
            if not reason:
                self._report(_("not-applicable needs a reason"), f"{name}.reason")
                self.refused.add((name,))
        elif reason:
            self._report(_("a reason goes with not-applicable only"), f"{name}.reason")
        if level == "dont-know":
            answer[level] = True
        elif _LEVEL.match(level):
            answer["level"] = int(level)
        elif level not in {"", "not-applicable"}:
            self._report(_no_level(level), f"{name}.level")
            self.refused.add((name,))

    def _pieces(self, evidence: str) -> MarkedList:
        pieces = MarkedList()
        pieces.extend(piece for piece in evidence.split(BETWEEN_EVIDENCE) if piece.strip())
        pieces.spots.extend(self._spot() for _ in pieces)
        return pieces

    def _spot(self) -> Spot:
        """Return the place of the row: its first line, whole."""
        width = len(self.source.lines[self.line]) if self.line < len(self.source.lines) else 0
        span = Between(Mark(self.line, 0), Mark(self.line, width))
        return Spot(self.source, span, span)

    def _report(self, message: str, path: str = "") -> None:
        spot = self._spot()
        self.problems.append(problem_at(self.source, spot.value, printable(path), message))

    def _stop(self, message: str) -> NoReturn:
        self._report(message)
        raise DocumentError(tuple(self.problems))


def _no_level(cell: str) -> str:
    guess = did_you_mean(cell, ("dont-know", "not-applicable"))
    shown = printable(cell, longest=60)
    return _(
        "expected a level, dont-know or not-applicable, found `{shown}`.{guess}",
        shown=shown,
        guess=guess,
    ).removesuffix(".")

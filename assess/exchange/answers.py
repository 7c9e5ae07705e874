"""Answers given without an interview: a YAML or CSV file for all or some of the questions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from assess.errors import DocumentError, printable
from assess.exchange.answer_table import read_table
from assess.language.messages import _
from assess.model.assessment import Answer
from assess.model.base import Frozen, Level, Text, as_many
from assess.model.spelling import did_you_mean
from assess.store import strict_yaml
from assess.store.document import Complaint, Document
from assess.store.soundness import in_answer, unknown_question
from assess.store.validation import complaints
from assess.store.wording import described

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assess.model.questionnaire import Question, Questionnaire

DONT_KNOW = "dont-know"
NOT_APPLICABLE = "not-applicable"


class GivenAnswer(Frozen):
    """One answer as somebody wrote it down, with the keys of the file."""

    level: Level | None = None
    dont_know: bool = Field(default=False, alias="dont-know")
    not_applicable: Text | None = Field(default=None, alias="not-applicable")
    note: str = ""
    evidence: Annotated[tuple[Text, ...], BeforeValidator(as_many)] = ()

    def answer(self) -> Answer:
        """Return the answer of the model; it is a `ValueError` to say several things at once."""
        return Answer(**dict(self))


def read_answers(path: str | Path, asked: Iterable[Questionnaire]) -> Mapping[str, Answer]:
    """Return the answers in a file to what was *asked*, by question id.

    A name ending in `.csv` means CSV, `-` YAML from standard input.

    Raises:
        AssessError: The file cannot be read.
        DocumentError: It is unsound; carries all problems, so that nothing is half applied.

    """
    table = Path(path).suffix.lower() == ".csv"
    document = read_table(path) if table else strict_yaml.load(path)
    if not isinstance(document.value, dict):
        message = _(
            "expected QUESTION: ANSWER in each line, found {value}", value=described(document.value)
        )
        raise DocumentError(document.problems_of([Complaint((), message)]))
    questions = {q.id: q for questionnaire in asked for q in questionnaire.questions.values()}
    return _sound(document, questions)


def _sound(document: Document, questions: Mapping[str, Question]) -> Mapping[str, Answer]:
    answers: dict[str, Answer] = {}
    found: list[Complaint] = []
    for name, given in document.value.items():
        if (question := questions.get(name)) is None:
            message = unknown_question(name, questions)
            found.append(Complaint((name,), message, at_key=True))
            continue
        answer, wrong = _answer(given, question)
        found.extend(wrong)
        if answer is not None:
            answers[name] = answer
    if problems := document.problems_of(found):
        raise DocumentError(problems)
    return answers


def _answer(given: object, question: Question) -> tuple[Answer | None, list[Complaint]]:
    """Return the answer and what is wrong with it; no answer where it cannot be read."""
    if isinstance(given, list) or given is None or (isinstance(given, str) and given != DONT_KNOW):
        return None, [Complaint((question.id,), _unreadable(given, question))]
    entry = _entry(given)
    try:
        answer = GivenAnswer.model_validate_json(json.dumps(entry)).answer()
        found = list(in_answer(answer, question, ()))
    except ValidationError as error:
        answer, found = None, list(complaints(error, entry, GivenAnswer))
    if answer == Answer():
        found = [Complaint((), _("says nothing"))]
    return answer, [_in_the_file(complaint, question.id, given) for complaint in found]


def _entry(given: Any) -> dict[str, Any]:  # noqa: ANN401  any value of a document
    if isinstance(given, dict):
        return given
    return {"dont-know": True} if given == DONT_KNOW else {"level": given}


def _in_the_file(complaint: Complaint, name: str, given: object) -> Complaint:
    """Return the complaint with the path and the words of the file instead of the model's."""
    words = {"not_applicable": NOT_APPLICABLE, "dont_know": DONT_KNOW}
    way = tuple(words.get(str(part), part) for part in complaint.path)
    message = complaint.message
    for ours, theirs in words.items():
        message = message.replace(ours, theirs)
    path = (name, *way) if isinstance(given, dict) else (name,)
    return Complaint(path, message, at_key=complaint.at_key)


def _unreadable(given: object, question: Question) -> str:
    if given == NOT_APPLICABLE:
        return _("needs a reason: {example}", example=f'{{{NOT_APPLICABLE}: "{_("the reason")}"}}')
    guess = did_you_mean(given, (DONT_KNOW, NOT_APPLICABLE)) if isinstance(given, str) else ""
    allowed = _(
        "expected a level 1 to {count}, {dont_know}, or keys such as level and note",
        count=len(question.levels),
        dont_know=DONT_KNOW,
    )
    return printable(
        _(
            "{allowed}; found {given}.{guess}", allowed=allowed, given=described(given), guess=guess
        ).removesuffix("."),
        longest=300,
    )

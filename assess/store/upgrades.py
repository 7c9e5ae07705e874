"""Files of earlier forms, brought to today's: one step for each number, in turn.

Nothing is written here: a file stays as it is until somebody saves it. How a new form comes about
stands in docs/decisions/frozen-schema.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.assessment import SCHEMA, Assessment

Step: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""Returns what a file would say in the next form; it may change what it is given.

It serves for ever, so it knows the two forms that it joins and nothing of the model.
"""

FIRST: Final = 1
"""The number of a file that says none."""


class Form(NamedTuple):
    """A form of the file; `steps` lead to it, each from the number under which it stands."""

    number: int
    model: type[Assessment]
    steps: Mapping[int, Step]


TODAY: Final = Form(SCHEMA, Assessment, steps={})


def is_older(value: object, file: str, form: Form) -> bool:
    """Tell whether *value*, the whole of *file*, is of an earlier form than *form*.

    Raises:
        AssessError: It was written by a newer program.

    """
    found = _number(value)
    if found is not None and found > form.number:
        raise AssessError(
            _(
                "{file} was written by a newer assess (schema {found}; this one reads up to "
                "{schema}); install a newer assess.",
                file=file,
                found=found,
                schema=form.number,
            )
        )
    return found is not None and FIRST <= found < form.number


def upgraded(value: Any, file: str, form: Form) -> Any:  # noqa: ANN401  any JSON value
    """Return what *value*, the whole of *file*, says in *form*; *value* itself is left as it is.

    Raises:
        AssessError: It does not hold what a file of its number holds, or is newer.

    """
    if not is_older(value, file, form):
        return value
    first, said = value.get("schema", FIRST), json.loads(json.dumps(value))
    try:
        for number in range(first, form.number):
            said = form.steps[number](said)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        message = _(
            "{file} does not hold what a file of schema {number} holds; take it from a backup.",
            file=file,
            number=first,
        )
        raise AssessError(message) from error
    return said | {"schema": form.number}


def _number(value: object) -> int | None:
    """Return the number that a file says; of anything else the model complains."""
    found = value.get("schema", FIRST) if isinstance(value, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None

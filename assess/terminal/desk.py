"""What a front end of the interview needs besides the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from assess.model.assessment import Interview
    from assess.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Desk:
    """Where answers are kept and counted.

    `save` makes an interview durable before it returns, or raises an AssessError: that one answer
    is not kept then, all earlier ones are. `evaluate` gives the scores of an interview, `now` the
    time with its zone. `opening` is what is said first: which mode this is and why, and whose
    answers stand beside the questions.
    """

    save: Callable[[Interview], None]
    evaluate: Callable[[Interview], Scorecard]
    now: Callable[[], dt.datetime]
    opening: str = ""

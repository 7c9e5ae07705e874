"""Histories of every kind: a questionnaire that is revised, and answers that change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from assess.scoring.renewal import renewed
from tests.scoring_cases import assessment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from assess.model.assessment import Assessment

DIMENSIONS = ("d0", "d1", "d2")
LEVELS = st.integers(1, 5)
OPEN = st.sampled_from(["dont-know", None])
NOT_APPLICABLE = {"not-applicable": "None of it"}
ANSWERS = LEVELS | OPEN | st.just(NOT_APPLICABLE)
LONGEST = 6


class History(NamedTuple):
    """Years in a row, each renewed from the one before.

    `kinds` are those of the parts of each step that may differ from zero.
    """

    years: tuple[Assessment, ...]
    kinds: tuple[frozenset[str], ...]


@st.composite
def histories(draw, fewest=2, events=None):
    """Draw a history in which *events* happen, all of them if not said otherwise."""
    possible = st.lists(st.sampled_from(events or list(EVENTS)), max_size=4)
    year = _Year(draw)
    for _ in range(draw(st.integers(1, 6))):
        year.add()
    years, kinds = [_first(year.case())], []
    for _ in range(draw(st.integers(fewest, LONGEST)) - 1):
        year.begin()
        kinds.append(frozenset().union(*(EVENTS[event](year) for event in draw(possible))))
        years.append(_next(years[-1], year.case()))
    return History(tuple(years), tuple(kinds))


def _first(case: Mapping[str, Any]) -> Assessment:
    return assessment({**case, "cycle": "2020"}).model_copy(update={"date": dt.date(2020, 5, 1)})


def _next(last: Assessment, case: Mapping[str, Any]) -> Assessment:
    """Return the year after *last* as `assess renew` begins it, with the answers of *case*."""
    answered = assessment(case)
    number = last.date.year + 1
    begun = renewed(last, cycle=str(number), date=dt.date(number, 5, 1), as_asked=answered.as_asked)
    return begun.model_copy(update={"interviews": answered.interviews, "weights": answered.weights})


@dataclass
class _Year:
    """One year while it is made: questions and answers by id.

    `before` are last year's ids, `last` last year's answers by the ids of now.
    """

    draw: Callable[[st.SearchStrategy[Any]], Any]

    def __post_init__(self) -> None:
        self.before: frozenset[str] = frozenset()
        self.last: dict[str, Any] = {}
        self.asked: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, Any] = {}
        self.counts = dict.fromkeys(DIMENSIONS, 1)
        self.weighed: dict[str, int] = {}
        self.rated = 0.6
        self.texts = count()

    def begin(self) -> None:
        """Let the next year begin as this one ended."""
        self.before, self.last = frozenset(self.asked), dict(self.answers)

    def case(self) -> dict[str, Any]:
        """Return the year in the notation of cases."""
        homes: dict[str, Any] = {}
        for name, fields in self.asked.items():
            own = {key: value for key, value in fields.items() if key != "dimension"}
            homes.setdefault(fields["dimension"], {})[name] = own
        return {
            "questionnaire": {
                "dimensions": {
                    name: {"weight": self.counts[name], "questions": questions}
                    for name, questions in homes.items()
                },
                "thresholds": {"dimension_rated": self.rated},
            },
            "answers": {name: said for name, said in self.answers.items() if said is not None},
            "weights": {
                name: {"weight": weight, "because": "so"}
                for name, weight in self.weighed.items()
                if name in homes
            },
        }

    def add(self, **fields: Any) -> str:
        """Ask another question, whose id was not used last year; return the id."""
        free = [f"q{n}" for n in range(20) if f"q{n}" not in {*self.before, *self.asked}]
        name = self.draw(st.sampled_from(free[:3]))
        self.asked[name] = {
            "dimension": self.draw(st.sampled_from(DIMENSIONS)),
            "weight": self.draw(st.integers(1, 3)),
            "question": "How?",
            "reversed": self.draw(st.booleans()),
            **fields,
        }
        self.answers[name] = self.draw(ANSWERS)
        return name

    def never_asked(self) -> str:
        """Return the text of a question that means something else than all others."""
        return f"How else, {next(self.texts)}?"

    def pick(self, wanted: Callable[[str], bool] = lambda _name: True) -> str | None:
        """Return a question that is *wanted*; None without any."""
        known = [name for name in self.asked if wanted(name)]
        return self.draw(st.sampled_from(known)) if known else None

    def still(self, name: str, what: Callable[[Any], bool]) -> bool:
        """Tell whether *what* holds of the answer as it did last year."""
        return what(self.answers[name]) == what(self.last.get(name))

    def give_up(self, name: str) -> tuple[dict[str, Any], Any]:
        """Ask *name* no more; return its fields and its answer."""
        return self.asked.pop(name), self.answers.pop(name)


def _new(year: _Year) -> set[str]:
    year.add()
    return {"new"}


def _gone(year: _Year) -> set[str]:
    if len(year.asked) > 1:
        year.give_up(year.pick())
    return {"gone"}


def _renamed(year: _Year) -> set[str]:
    if name := year.pick(year.before.__contains__):
        fields, said = year.give_up(name)
        new = year.add(**{**fields, "replaces": name})
        year.answers[new], year.last[new] = said, year.last[name]
    return set()


def _reworded(year: _Year) -> set[str]:
    year.asked[year.pick()]["title"] = year.draw(st.sampled_from(["One", "Other"]))
    return set()


def _changed(year: _Year) -> set[str]:
    year.asked[year.pick()]["question"] = year.never_asked()
    return {"changed"}


def _turned(year: _Year) -> set[str]:
    name = year.pick()
    year.asked[name]["reversed"] = not year.asked[name]["reversed"]
    return {"changed"}


def _replaced(year: _Year) -> set[str]:
    if name := year.pick(year.before.__contains__):
        year.give_up(name)
        year.add(replaces=name, question=year.never_asked())
    return {"changed"}


def _weights(year: _Year) -> set[str]:
    year.asked[year.pick()]["weight"] = year.draw(st.integers(1, 3))
    return {"weights"}


def _moved(year: _Year) -> set[str]:
    year.asked[year.pick()]["dimension"] = year.draw(st.sampled_from(DIMENSIONS))
    return {"weights"}


def _dimension_weights(year: _Year) -> set[str]:
    name = year.draw(st.sampled_from(DIMENSIONS))
    year.counts[name] = year.draw(st.integers(1, 3))
    year.weighed = year.draw(st.dictionaries(st.sampled_from(DIMENSIONS), st.integers(1, 3)))
    return {"weights"}


def _thresholds(year: _Year) -> set[str]:
    year.rated = year.draw(st.sampled_from([0.3, 0.6, 1]))
    return {"weights"}


def _applicability(year: _Year) -> set[str]:
    if name := year.pick(lambda name: year.still(name, _applies)):
        applies = _applies(year.answers[name])
        year.answers[name] = NOT_APPLICABLE if applies else year.draw(LEVELS | OPEN)
    return {"applicability"}


def _coverage(year: _Year) -> set[str]:
    if name := year.pick(
        lambda name: _applies(year.answers[name]) and year.still(name, _has_level)
    ):
        year.answers[name] = year.draw(OPEN if _has_level(year.answers[name]) else LEVELS)
    return {"coverage"}


def _real(year: _Year) -> set[str]:
    if name := year.pick(lambda name: _has_level(year.answers[name])):
        year.answers[name] = year.draw(LEVELS)
    return {"real"}


def _applies(said: Any) -> bool:
    return said != NOT_APPLICABLE


def _has_level(said: Any) -> bool:
    return isinstance(said, int)


EVENTS: Mapping[str, Callable[[_Year], set[str]]] = {
    "new": _new,
    "gone": _gone,
    "renamed": _renamed,
    "reworded": _reworded,
    "changed": _changed,
    "turned": _turned,
    "replaced": _replaced,
    "weights": _weights,
    "moved": _moved,
    "dimension weights": _dimension_weights,
    "thresholds": _thresholds,
    "applicability": _applicability,
    "coverage": _coverage,
    "real": _real,
}

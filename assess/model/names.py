"""Every name that the parts of a questionnaire may refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assess.language.messages import N_, _
from assess.model.raw import Finding, Path, ids, inner, maps, text, words
from assess.model.spelling import did_you_mean

KINDS = (
    N_("action"),
    N_("dimension"),
    N_("fact"),
    N_("limit"),
    N_("pattern"),
    N_("pattern or strength"),
    N_("question"),
    N_("question or dimension"),
    N_("role"),
    N_("rule"),
    N_("section"),
    N_("section of this dimension"),
    N_("source"),
)
"""What has names."""


@dataclass(frozen=True)
class Names:
    """What a questionnaire, as it was written, declares.

    `steps` is the number of options of its scale, 0 where it has no readable one. `sections` are
    written DIMENSION/SECTION. `elsewhere` and `beyond` are the questions and dimensions of the
    declared companions.
    """

    steps: int
    values: tuple[float, ...]
    questions: frozenset[str]
    dimensions: frozenset[str]
    sections: frozenset[str]
    actions: frozenset[str]
    patterns: frozenset[str]
    roles: frozenset[str]
    companions: frozenset[str]
    elsewhere: frozenset[str]
    beyond: frozenset[str]

    @property
    def any_question(self) -> set[str]:
        """The questions here and in companions."""
        return {*self.questions, *self.elsewhere}

    @property
    def any_dimension(self) -> set[str]:
        """The dimensions here, the companions, which count as one each, and theirs."""
        return {*self.dimensions, *self.companions, *self.beyond}


def declared(whole: object) -> Names:
    """Return the names that *whole* declares; never fails, whatever it is."""
    dimensions = list(maps(whole, "dimensions"))
    questions = [question for _, d in dimensions for question in maps(d, "questions")]
    options = [option for _, option in maps(whole, "scale")]
    values = (option.get("value") for option in options)
    companions = inner(whole, "companions")
    return Names(
        steps=len(options),
        values=tuple(v for v in values if isinstance(v, int | float)),
        questions=_last(ids(iter(questions))),
        dimensions=_last(ids(iter(dimensions))),
        sections=frozenset(name for _, dimension in dimensions for name in _sections(dimension)),
        actions=frozenset().union(*(_last(ids(maps(q, "actions"))) for _, q in questions)),
        patterns=_last(ids(maps(whole, "patterns"))),
        roles=frozenset(inner(whole, "roles")),
        companions=frozenset(companions),
        elsewhere=_of_companions(companions, "questions"),
        beyond=_of_companions(companions, "dimensions"),
    )


def _of_companions(companions: dict[str, object], key: str) -> frozenset[str]:
    return frozenset().union(*(_last(words(c, key)) for c in companions.values()))


def _last(named: Iterable[tuple[Path, str]]) -> frozenset[str]:
    return frozenset(name for _, name in named)


def _sections(dimension: dict[str, object]) -> list[str]:
    return [f"{text(dimension, 'id')}/{name}" for _, name in ids(maps(dimension, "sections"))]


def unknown(path: Path, kind: str, name: str, known: Iterable[str]) -> list[Finding]:
    """Return the finding that *name* is none of *known*, or nothing."""
    names = sorted(known)
    if name in names:
        return []
    few = 0 < len(names) <= 8  # noqa: PLR2004  what fits one line
    listed = _(" There are: {names}.", names=", ".join(names)) if few else ""
    return [
        (
            path,
            _(
                "no {kind} `{name}`.{guess}",
                kind=_(kind),
                name=name[:64],
                guess=did_you_mean(name, names) or listed,
            ).removesuffix("."),
        )
    ]


def said_twice(named: Iterable[tuple[Path, str]], kind: str) -> list[Finding]:
    """Return a finding for each id after its first."""
    seen: set[str] = set()
    found = []
    for path, name in named:
        if name in seen:
            found.append(
                (path, _("another {kind} has the id `{name}`", kind=_(kind), name=name[:64]))
            )
        seen.add(name)
    return found

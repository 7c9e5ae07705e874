"""Whether a condition can be judged at all, and whether its answer is not settled beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from assess.language.messages import _
from assess.model.names import Names, unknown
from assess.model.raw import Finding, Path, entries, inner, number, text, words


def of_condition(condition: object, path: Path, names: Names) -> Iterator[Finding]:
    """Yield what is wrong with the condition at *path*; never fails, whatever it is."""
    if not isinstance(condition, dict):
        return
    yield from _names(condition, path, names)
    if "q" in condition:
        yield from _levels(condition, path, names)
    elif "dim" in condition or "section" in condition:
        yield from _scores(condition, path, names)
    for key in ("all", "any", "of"):
        for at, part in entries(condition, key, path):
            yield from of_condition(part, at, names)
    yield from of_condition(condition.get("not"), (*path, "not"), names)
    yield from _contradictions(condition, path)


def _names(condition: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    for key, kind, known in (
        ("q", "question", names.any_question),
        ("dim", "dimension", names.any_dimension),
        ("pattern", "pattern", names.patterns),
    ):
        name = text(condition, key)
        if name is not None:
            yield from unknown((*path, key), kind, name, known)
    yield from _gap(condition, path, names)
    fallen = text(inner(condition, "fell"), "q")
    if fallen is not None and fallen != "any":
        yield from unknown((*path, "fell", "q"), "question", fallen, names.any_question)
    section = text(condition, "section")
    if section is not None and section.partition("/")[0] not in names.companions:
        yield from unknown((*path, "section"), "section", section, names.sections)


def _gap(condition: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    gap, at = inner(condition, "gap"), (*path, "gap")
    if (dimension := text(gap, "dim")) is not None:
        yield from unknown((*at, "dim"), "dimension", dimension, names.any_dimension)
    for key in ("above", "below"):
        for place, role in words(gap, key, at):
            yield from unknown(place, "role", role, names.roles)


def _levels(condition: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    for key in ("min", "max"):
        bound = number(condition, key)
        if isinstance(bound, float):
            yield (*path, key), _("expected a level, a whole number, found {bound}", bound=bound)
        elif (
            bound is not None and names.steps and (settled := _settled(key, bound, 1, names.steps))
        ):
            yield (
                (*path, key),
                _("{settled}: levels are 1 to {steps}", settled=settled, steps=names.steps),
            )


def _scores(condition: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    if not names.values:
        return
    low, high = min(names.values), max(names.values)
    for key in ("min", "max", "below"):
        bound = number(condition, key)
        if bound is not None and (settled := _settled(key, bound, low, high)):
            yield (
                (*path, key),
                _("{settled}: scores are {low} to {high}", settled=settled, low=low, high=high),
            )


def _settled(key: str, bound: float, low: float, high: float) -> str:
    """Return what is known of a bound before anybody answers, where values are *low* to *high*."""
    if key == "min":
        never, always = bound > high, bound <= low
    elif key == "max":
        never, always = bound < low, bound >= high
    else:
        never, always = bound <= low, bound > high
    return _("can never be true") if never else _("is always true") if always else ""


def _contradictions(condition: dict[str, object], path: Path) -> Iterator[Finding]:
    """Yield conditions of an `all` that exclude each other: one question below and above."""
    least: dict[str, tuple[int | float, Path]] = {}
    most: dict[str, tuple[int | float, Path]] = {}
    for at, part in entries(condition, "all", path):
        name = text(part, "q")
        if name is None:
            continue
        low, high = number(part, "min"), number(part, "max")
        if low is not None and low > least.get(name, (low - 1, ()))[0]:
            least[name] = (low, at)
        if high is not None and high < most.get(name, (high + 1, ()))[0]:
            most[name] = (high, at)
    for name in least.keys() & most.keys():
        (low, low_at), (high, high_at) = least[name], most[name]
        if low > high and low_at != high_at:
            message = _(
                "can never be true: `{name}` cannot be at most {high} and at least {low}",
                name=name[:64],
                high=high,
                low=low,
            )
            yield max(low_at, high_at, key=str), message

"""What a questionnaire says that cannot be: names that lead nowhere, ids given twice, and the like.

It looks at the questionnaire as it was written, not at the model, so that these findings stand
beside those of the model and an author sees everything at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from assess.language.messages import _
from assess.model.conditions import of_condition
from assess.model.names import Names, declared, said_twice, unknown
from assess.model.places import places_in
from assess.model.raw import (
    Finding,
    Path,
    all_texts,
    all_words,
    entries,
    ids,
    inner,
    maps,
    number,
    text,
    words,
)
from assess.model.spelling import did_you_mean


def findings(whole: object) -> Iterator[Finding]:
    """Yield everything in *whole* that cannot be, with its path; never fails, whatever it is."""
    names = declared(whole)
    yield from _twice(whole)
    yield from _scale(whole, names)
    for path, dimension in maps(whole, "dimensions"):
        yield from _dimension(dimension, path, names)
    yield from _rules(whole, names)
    yield from _facts(whole)
    yield from _places(whole)
    yield from _circles(whole)


def _twice(whole: object) -> Iterator[Finding]:
    dimensions = list(maps(whole, "dimensions"))
    questions = [each for at, d in dimensions for each in maps(d, "questions", at)]
    actions = [each for at, q in questions for each in maps(q, "actions", at)]
    companions = inner(whole, "companions")
    elsewhere = [
        entry
        for name, c in companions.items()
        for entry in words(c, "questions", ("companions", name))
    ]
    rules = [*maps(whole, "patterns"), *maps(whole, "strengths")]
    yield from said_twice(ids(iter(dimensions)), "dimension")
    yield from said_twice([*ids(iter(questions)), *elsewhere], "question")
    yield from _replaced(questions)
    yield from said_twice(ids(iter(actions)), "action")
    yield from said_twice(ids(iter(rules)), "pattern or strength")
    yield from said_twice(ids(maps(whole, "limits")), "limit")
    yield from said_twice(ids(maps(whole, "rules")), "rule")


def _replaced(questions: list[tuple[Path, dict[str, object]]]) -> Iterator[Finding]:
    """Yield questions that take the place of one that is still asked, or of one that is taken."""
    asked = {name for _at, name in ids(iter(questions))}
    taken: set[str] = set()
    for path, question in questions:
        for at, name in words(question, "replaces", path):
            if name in asked:
                yield at, _("`{name}` is still asked here", name=name[:64])
            if name in taken:
                yield at, _("another question replaces `{name}`", name=name[:64])
            taken.add(name)


def _scale(whole: object, names: Names) -> Iterator[Finding]:
    before: int | float | None = None
    for path, option in maps(whole, "scale"):
        value = number(option, "value")
        if value is not None and before is not None and value <= before:
            message = _(
                "values rise from option to option; {value} does not lie above {before}",
                value=value,
                before=before,
            )
            yield (*path, "value"), message
        before = value if value is not None else before
    yield from _level(whole, "target", (), names)
    for key in ("from", "counts_as"):
        yield from _level(inner(whole, "evidence"), key, ("evidence",), names)
    yield from _thresholds(whole, names)


def _thresholds(whole: object, names: Names) -> Iterator[Finding]:
    evidence = inner(whole, "evidence")
    since, counts_as = number(evidence, "from"), number(evidence, "counts_as")
    if since is not None and counts_as is not None and counts_as >= since:
        message = _(
            "must lie below `from`, level {since}; else nothing is ever unproven", since=since
        )
        yield ("evidence", "counts_as"), message
    needed = number(inner(whole, "thresholds"), "overall_rated")
    if needed is not None and needed > len(names.dimensions):
        message = _(
            "can never be reached: the number of dimensions is {count}", count=len(names.dimensions)
        )
        yield ("thresholds", "overall_rated"), message
    yield from _level(inner(whole, "priorities"), "blocked_below", ("priorities",), names)


def _dimension(dimension: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    sections = ids(maps(dimension, "sections", path))
    yield from said_twice(sections, "section of this dimension")
    used = set()
    for at, question in maps(dimension, "questions", path):
        section = text(question, "section")
        if section is not None and isinstance(dimension.get("sections", []), list):
            used.add(section)
            known = {name for _, name in sections}
            yield from unknown((*at, "section"), "section", section, known)
        yield from _question(question, at, names)
    for at, name in sections:
        if name not in used:
            yield at, _("no question belongs to this section")


def _question(question: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    for at, role in words(question, "ask", path):
        if names.roles:
            yield from unknown(at, "role", role, names.roles)
    for at, other in words(question, "beside", path):
        yield from unknown(at, "question", other, names.any_question)
    yield from _levels(question, (*path, "levels"), names)
    for at, action in maps(question, "actions", path):
        yield from _action(action, at, text(question, "id"), names)


def _levels(question: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    levels = question.get("levels")
    pairs = list(levels.items()) if isinstance(levels, dict) else []
    if isinstance(levels, list):
        pairs = list(enumerate(levels))
    if pairs and names.steps and len(pairs) != names.steps:
        yield (
            path,
            _(
                "the scale has {steps} options, the question {count}",
                steps=names.steps,
                count=len(pairs),
            ),
        )
    seen: dict[str, str | int] = {}
    for key, said in pairs:
        folded = " ".join(said.casefold().split()) if isinstance(said, str) else ""
        if folded and folded in seen:
            yield (*path, key), _("the same text as level {place}", place=_place(seen[folded]))
        seen.setdefault(folded, key)


def _place(key: str | int) -> str:
    return str(key + 1) if isinstance(key, int) else key


def _action(
    action: dict[str, object], path: Path, question: str | None, names: Names
) -> Iterator[Finding]:
    name = text(action, "id")
    if name is not None and question is not None and not name.startswith(f"{question}."):
        yield (
            (*path, "id"),
            _("an action's id begins with its question's: `{question}.`", question=question[:64]),
        )
    for at, dimension in words(action, "depends_on", path):
        yield from unknown(at, "dimension", dimension, names.any_dimension)
    seen: set[object] = set()
    for at, level in entries(action, "from_levels", path):
        yield from _beyond(level, at, names)
        if isinstance(level, int) and level in seen:
            yield at, _("level {level} is said twice", level=level)
        seen.add(level if isinstance(level, int) else None)


def _rules(whole: object, names: Names) -> Iterator[Finding]:
    for key in ("patterns", "strengths"):
        for path, rule in maps(whole, key):
            yield from of_condition(rule.get("when"), (*path, "when"), names)
            yield from _pattern(rule, path, names)
    for path, limit in maps(whole, "limits"):
        if limit.get("when") is not None:
            yield from of_condition(limit["when"], (*path, "when"), names)
        yield from _limit(limit, path, names)


def _pattern(pattern: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    remedy = text(pattern, "remedy")
    if remedy is not None and remedy.partition(".")[0] not in names.elsewhere:
        yield from unknown((*path, "remedy"), "action", remedy, names.actions)
    for at, name in words(pattern, "discredits", path):
        known = names.any_question | names.any_dimension
        yield from unknown(at, "question or dimension", name, known)


def _limit(limit: dict[str, object], path: Path, names: Names) -> Iterator[Finding]:
    caps = text(limit, "caps")
    if caps is not None and "/" in caps:
        yield from unknown((*path, "caps"), "section", caps, names.sections)
    elif caps is not None:
        known = {*names.dimensions, "overall"}
        yield from unknown((*path, "caps"), "dimension", caps, known)
    ceiling, at = inner(limit, "at"), (*path, "at")
    yield from _level(ceiling, "level", at, names)
    yield from _level(limit, "names_below", path, names)
    for place, name in words(ceiling, "level_of", at):
        if name == "weakest-section":
            if not any(section.startswith(f"{caps}/") for section in names.sections):
                yield place, _("`weakest-section` needs `caps` to be a dimension with sections")
        else:
            known = names.any_question | names.any_dimension | {"weakest-section"}
            yield from unknown(place, "question or dimension", name, known)


def _facts(whole: object) -> Iterator[Finding]:
    """Yield each fact that is named somewhere and stands in no source, and the reverse."""
    catalogue = inner(whole, "sources")
    known, sources = inner(catalogue, "facts"), inner(catalogue, "sources")
    for name in known:
        source = name.rpartition("-")[0]
        yield from unknown(("sources", "facts", name), "source", source, sources)
    if known:
        for at, name in all_words(whole, "facts"):
            yield from unknown(at, "fact", name, known)


def _places(whole: object) -> Iterator[Finding]:
    """Yield each place in braces whose phrase the table of words lacks."""
    table = inner(whole, "words")
    for at, said in all_texts(whole):
        for phrase in places_in(said):
            if phrase not in table:
                guess = did_you_mean(phrase, table)
                yield (
                    at,
                    _(
                        "`{{{phrase}}}` stands in braces and not in `words`.{guess}",
                        phrase=phrase[:64],
                        guess=guess,
                    ),
                )
    kinds = {kind for phrase in table for kind in inner(table, phrase)}
    for phrase in table:
        for kind in sorted(kinds - set(inner(table, phrase))):
            yield ("words", phrase), _("has no word for `{kind}`", kind=kind)


def _circles(whole: object) -> Iterator[Finding]:
    """Yield each pattern whose condition leads back to itself."""
    named = {text(pattern, "id"): (path, pattern) for path, pattern in maps(whole, "patterns")}
    leads = {name: set(_patterns_in(p.get("when"))) for name, (_path, p) in named.items()}
    for name, (path, _pattern) in named.items():
        reached, ahead = set(), list(leads[name])
        while ahead:
            if (step := ahead.pop()) not in reached:
                reached.add(step)
                ahead.extend(leads.get(step, ()))
        if name in reached:
            yield (*path, "when"), _("leads back to this pattern itself")


def _patterns_in(condition: object) -> Iterator[str]:
    ahead = [condition]
    while ahead:
        step = ahead.pop()
        if isinstance(step, dict):
            yield from [
                name for key, name in step.items() if key == "pattern" and isinstance(name, str)
            ]
            ahead.extend(step.values())
        elif isinstance(step, list):
            ahead.extend(step)


def _level(parent: object, key: str, path: Path, names: Names) -> Iterator[Finding]:
    yield from _beyond(number(parent, key), (*path, key), names)


def _beyond(level: object, path: Path, names: Names) -> Iterator[Finding]:
    if isinstance(level, int) and not isinstance(level, bool) and level > names.steps > 0:
        yield (
            path,
            _(
                "level {level} does not exist; the scale has levels 1 to {steps}",
                level=level,
                steps=names.steps,
            ),
        )

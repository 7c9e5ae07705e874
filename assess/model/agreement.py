"""Whether a translation, as it was written, says what the questionnaire says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from assess.language.messages import _, n_
from assess.model.places import places_in
from assess.model.raw import Path, inner
from assess.model.spelling import did_you_mean

if TYPE_CHECKING:
    from assess.model.texts import Texts

OWN_KEYS = frozenset(("words", "translated_from"))
"""What a translation has besides the texts of the questionnaire."""


BY_ID = (("levels",), ("actions",), ("sections",))
"""Where keys are ids or numbers besides the top; of other unknown keys the model complains."""


class Disagreement(NamedTuple):
    """What is wrong and where; with `at_key` the key is wrong, not its value."""

    path: Path
    message: str
    at_key: bool = False


def disagreements(translation: object, base: Texts) -> Iterator[Disagreement]:
    """Yield what *translation* lacks, has besides, or says with other places than *base*.

    It looks at what was written, whatever that is, and never fails.
    """
    words = inner(translation, "words")
    without = {k: v for k, v in _keys(translation).items() if k not in OWN_KEYS}
    yield from _compared(without, base, (), words)
    kinds = {kind for phrase in words for kind in inner(words, phrase)}
    for phrase in words:
        for kind in sorted(kinds - set(inner(words, phrase))):
            yield Disagreement(("words", phrase), _("has no word for `{kind}`", kind=kind))


def _compared(
    found: object, base: object, path: Path, words: Mapping[str, object]
) -> Iterator[Disagreement]:
    if isinstance(base, str):
        if isinstance(found, str):
            yield from _said(found, base, path, words)
    elif isinstance(base, Mapping):
        if isinstance(found, dict):
            yield from _keyed(found, base, path, words)
    elif isinstance(found, list) and isinstance(base, list):
        yield from _listed(found, base, path, words)


def _keyed(
    found: dict[str, object], base: Mapping[str, object], path: Path, words: Mapping[str, object]
) -> Iterator[Disagreement]:
    for key in base:
        if key not in found:
            yield Disagreement((*path, key), _("is missing"))
    for key, part in found.items():
        if key in base:
            yield from _compared(part, base[key], (*path, key), words)
        elif len(path) == 1 or path[-1:] in BY_ID:
            guess = did_you_mean(key, [name for name in base if name not in found])
            message = _("the questionnaire has nothing of this name.{guess}", guess=guess)
            yield Disagreement((*path, key), message.removesuffix("."), at_key=True)


def _listed(
    found: list[object], base: list[object], path: Path, words: Mapping[str, object]
) -> Iterator[Disagreement]:
    if len(found) != len(base):
        here = n_("{n} entry", "{n} entries", len(found))
        there = n_("{n} in the questionnaire", "{n} in the questionnaire", len(base))
        yield Disagreement(path, f"{here}, {there}")
        return
    for place, (said, text) in enumerate(zip(found, base, strict=True)):
        yield from _compared(said, text, (*path, place), words)


def _said(said: str, base: str, path: Path, words: Mapping[str, object]) -> Iterator[Disagreement]:
    if not said.strip():
        yield Disagreement(path, _("expected text, found none"))
        return
    places, wanted = places_in(said), places_in(base)
    if len(places) != len(wanted):
        message = _(
            "has {found} places in braces, the questionnaire has {wanted}: {base}",
            found=len(places),
            wanted=len(wanted),
            base=base,
        )
        yield Disagreement(path, message)
    for phrase in places:
        if phrase not in words:
            guess = did_you_mean(phrase, words)
            message = _(
                "`{phrase}` stands in braces and not in `words`.{guess}",
                phrase=f"{{{phrase}}}",
                guess=guess,
            )
            yield Disagreement(path, message)


def _keys(parent: object) -> dict[str, object]:
    return parent if isinstance(parent, dict) else {}

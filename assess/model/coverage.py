"""How much of a questionnaire a translation says, and what of it was changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from assess.model.texts import digest, entries_of

if TYPE_CHECKING:
    from assess.model.texts import Texts

State = Literal["done", "missing", "changed"]


class Coverage(NamedTuple):
    """Numbers of entries: a question with its levels and actions is one, a pattern, a title."""

    done: int
    missing: int
    changed: int

    @property
    def share(self) -> int:
        """What is done, in whole percent, rounded down so that only everything is 100."""
        return 100 * self.done // max(1, sum(self))


def states(base: Texts, translated: object, translated_from: object) -> Iterator[tuple[str, State]]:
    """Yield the key and state of each entry of *base*.

    *translated* is what a side file says, whatever that is; *translated_from* the digest of what
    was translated, by key. Where no digest is known, the translation is taken to be up to date.
    """
    digests = translated_from if isinstance(translated_from, Mapping) else {}
    for key, entry in entries_of(base):
        if not _complete(_entry(translated, key), entry):
            yield key, "missing"
        elif digests.get(key, digest(entry)) != digest(entry):
            yield key, "changed"
        else:
            yield key, "done"


def coverage(base: Texts, translated: object, translated_from: object) -> Coverage:
    """Return how many entries of *base* are done, missing and changed."""
    counted = Counter(state for _key, state in states(base, translated, translated_from))
    return Coverage(counted["done"], counted["missing"], counted["changed"])


def _entry(translated: object, key: str) -> object:
    top, _slash, name = key.partition("/")
    found = translated.get(top) if isinstance(translated, Mapping) else None
    if not name:
        return found
    return found.get(name) if isinstance(found, Mapping) else None


def _complete(found: object, entry: object) -> bool:
    """Tell whether *found* has a text for every text of *entry*."""
    if isinstance(entry, str):
        return isinstance(found, str) and bool(found.strip())
    if isinstance(entry, Mapping):
        return isinstance(found, Mapping) and all(
            _complete(found.get(key), part) for key, part in entry.items()
        )
    if not isinstance(entry, list) or not isinstance(found, list | tuple):
        return False
    return len(found) == len(entry) and all(map(_complete, found, entry))

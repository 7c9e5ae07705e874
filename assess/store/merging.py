"""Several files that are read as one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.errors import printable
from assess.language.messages import _
from assess.store.document import MarkedList, MarkedMap, problem_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assess.errors import Problem


def add_to(whole: MarkedMap, part: MarkedMap) -> Iterator[Problem]:
    """Add the keys of *part* to *whole*, lists behind lists and keys into keys.

    Yields a problem for each key that both have and that is neither; the first one stays.
    """
    for key, entry in part.items():
        spot, known = part.spots[key], whole.get(key)
        if isinstance(known, MarkedList) and isinstance(entry, MarkedList):
            known.extend(entry)
            known.spots.extend(entry.spots)
        elif isinstance(known, MarkedMap) and isinstance(entry, MarkedMap):
            yield from add_to(known, entry)
        elif key in whole:
            first = whole.spots[key]
            at = f"{first.source.file}:{first.key.start_mark.line + 1}"
            message = _("said twice; the first time at {place}", place=at)
            yield problem_at(spot.source, spot.key, printable(key), message)
        else:
            whole[key], whole.spots[key] = entry, spot

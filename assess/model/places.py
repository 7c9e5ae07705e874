"""Places in a text where the word for the people who are served can be exchanged.

A place is a phrase of words in braces: `Ask three {customers}`. A table says what becomes of each
phrase where an assessment speaks of patients, citizens, members or guests; without it the braces
fall.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([^\W\d_][\w'\u2019 -]*)\}")


def places_in(text: str) -> list[str]:
    """Return the phrases in braces, in order, each as the table writes it: small at the start."""
    return [_small(phrase) for phrase in _PLACE.findall(text)] if "{" in text else []


def worded(text: str, words: Mapping[str, Mapping[str, str]], word: str = "") -> str:
    """Return *text* with *word* (such as `patient`) in its places; they stay where it has none."""
    if "{" not in text:
        return text
    return _PLACE.sub(lambda place: _exchanged(place[1], words, word), text)


def _exchanged(phrase: str, words: Mapping[str, Mapping[str, str]], word: str) -> str:
    small = _small(phrase)
    other = words.get(small, {}).get(word, small)
    return other if phrase == small else other[:1].upper() + other[1:]


def _small(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]

"""Small words: numbers in letters, lists, and nouns that agree with their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
OPENING_WORDS: Final = (
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
)


def number(count: int, *, opening: bool = False) -> str:
    """Return *count* in letters up to twelve; `opening` begins a sentence with it."""
    words = OPENING_WORDS if opening else WORDS
    return words[count] if count < len(words) else str(count)


def counted(count: int, one: str, many: str, *, opening: bool = False) -> str:
    """Return *count* with the noun that agrees: "one dimension", "no dimensions"."""
    return f"{number(count, opening=opening)} {one if count == 1 else many}"


def part(count: int, total: int, one: str, many: str, *, opening: bool = False) -> str:
    """Return how many of a whole: "two of seven dimensions", "all seven dimensions"."""
    if count == 0:
        none = "None" if opening else "none"
        return (
            f"{none} of the {number(total)} {many}"
            if total > 1
            else counted(0, one, many, opening=opening)
        )
    if total == 1:
        return f"{'The' if opening else 'the'} only {one}"
    if count == total:
        every = ("Both" if opening else "both") if total == 2 else _all(total, opening)  # noqa: PLR2004 - a pair
        return f"{every} {many}"
    return f"{number(count, opening=opening)} of {number(total)} {many}"


def agree(count: int, one: str, many: str) -> str:
    """Return the form of a verb that agrees with *count*; nought takes the plural."""
    return one if count == 1 else many


def listed(names: Sequence[str], *, most: int = 3) -> str:
    """Return "A", "A and B", "A, B and C"; beyond *most* names the rest is counted."""
    shown, more = list(names[:most]), len(names) - most
    if more > 0:
        shown.append(f"{number(more)} more")
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _all(total: int, opening: bool) -> str:  # noqa: FBT001 - passed on as it came
    return f"{'All' if opening else 'all'} {number(total)}"

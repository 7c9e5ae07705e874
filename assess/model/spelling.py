"""What a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from assess.language.messages import _


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that *word* was probably meant to be, or None."""
    import difflib  # noqa: PLC0415  needed only where something is wrong

    names = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word[:100].casefold(), names, n=1, cutoff=0.6)
    return names[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean `x`?", to be put after a sentence, or nothing."""
    meant = closest(word, known)
    return _(" Did you mean `{meant}`?", meant=meant) if meant else ""

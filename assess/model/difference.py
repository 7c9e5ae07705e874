"""What one version of a questionnaire changes in another, and what that means for comparisons."""

from __future__ import annotations

from typing import Literal

from assess.model.base import Frozen

Kind = Literal["meaning", "wording", "weight", "new", "gone"]
"""`meaning`: the fingerprint differs; `wording`: other texts do; `weight`: only how much counts."""


class Differing(Frozen):
    """One part that differs; `breaks` says whether years cannot be compared across it."""

    part: Literal["question", "dimension", "pattern", "strength", "limit", "rule"]
    id: str
    kind: Kind
    title: str
    before: str = ""
    after: str = ""
    breaks: bool = False


class Difference(Frozen):
    """Everything that differs between two versions, the questions first."""

    before: str
    after: str
    parts: tuple[Differing, ...]
    comparable: int

"""What one version of a questionnaire changes in another, and what that means for comparisons."""

from __future__ import annotations

from typing import Literal

from assess.model.base import Frozen

Kind = Literal["meaning", "renamed", "wording", "weight", "new", "gone"]
"""`meaning`: the fingerprint differs, or the end that counts; `wording`: other texts do.

`renamed`: another id for the same meaning; `weight`: only how much it counts differs.
"""


class Differing(Frozen):
    """One part that differs; `breaks` says whether years cannot be compared across it.

    `replaces` is the earlier id of a question that stands in for another.
    """

    part: Literal["question", "dimension", "pattern", "strength", "limit", "rule"]
    id: str
    replaces: str | None = None
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

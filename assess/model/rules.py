"""The rules that a questionnaire states as data: conditions, limits, patterns, thresholds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.language.forms import alternatives
from assess.language.messages import N_, _
from assess.model.base import Frozen, Level, Number, OneOrMany, Share, Slug, Text, Weight

Severity = Literal["critical", "high", "medium", "low"]
Effort = Literal["S", "M", "L"]

FORMS = {
    "q": N_("a question's level, with `max` or `min`"),
    "dim": N_("a dimension's score, with `min` or `below`"),
    "section": N_("the score of a section DIMENSION/SECTION, with `min`, `max` or `below`"),
    "pattern": N_("another pattern"),
    "gap": N_("a dimension with the roles `above` and those `below`, with `min`"),
    "fell": N_("a question, or `any` of them, with `min`"),
    "all": N_("a list of conditions"),
    "any": N_("a list of conditions"),
    "not": N_("a condition"),
    "at_least": N_("a number, with `of`, a list of conditions"),
}
_BOUNDS = {
    "q": {"max", "min"},
    "dim": {"min", "below"},
    "section": {"min", "max", "below"},
    "at_least": {"of"},
    "gap": {"min"},
    "fell": {"min"},
}


class Gap(Frozen):
    """The mean of the roles `above` minus that of the roles `below`, on questions both answered."""

    dim: Slug
    above: Annotated[tuple[Slug, ...], Field(min_length=1)]
    below: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Fell(Frozen):
    """A question whose level had risen and has fallen again; `any` means every question."""

    q: Slug


class Condition(Frozen):
    """A statement about answers that is true, false, or unknown while an answer is missing.

    Exactly one of `FORMS` is used. Levels of questions are whole numbers (places on the scale);
    scores of dimensions and sections are unrounded; `below` means strictly less. `gap` needs the
    views of several roles and `fell` two earlier cycles (R9, R13).
    """

    q: Slug | None = None
    dim: Slug | None = None
    section: str | None = Field(default=None, pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")
    pattern: Slug | None = None
    gap: Gap | None = None
    fell: Fell | None = None
    all: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    any: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    negated: Condition | None = Field(default=None, alias="not")
    at_least: int | None = Field(default=None, ge=1)
    of: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    min: Number | None = None
    max: Number | None = None
    below: Number | None = None

    @property
    def form(self) -> str:
        """Which of `FORMS` this condition has."""
        return next(name for name in FORMS if self._given(name))

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions of which it is made; none where it looks at answers itself."""
        return self.all or self.any or self.of or ((self.negated,) if self.negated else ())

    def walk(self) -> Iterator[Condition]:
        """Yield this condition and then all inside it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def _given(self, name: str) -> bool:
        return getattr(self, "negated" if name == "not" else name) is not None

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        forms = [name for name in FORMS if self._given(name)]
        if len(forms) != 1:
            found = " and ".join(f"`{name}`" for name in forms) or _("none of them")
            raise ValueError(
                _(
                    "a condition has exactly one of {names}; found {found}",
                    names=", ".join(FORMS),
                    found=found,
                )
            )
        self._check_bounds(forms[0])
        self._check_that_it_can_be_true()
        return self

    def _check_bounds(self, form: str) -> None:
        allowed = _BOUNDS.get(form, set())
        given = {name for name in ("min", "max", "below", "of") if getattr(self, name) is not None}
        if surplus := sorted(given - allowed):
            raise ValueError(
                _(
                    "`{key}` does not go with `{form}` ({meaning})",
                    key=surplus[0],
                    form=form,
                    meaning=_(FORMS[form]),
                )
            )
        if allowed and not given:
            raise ValueError(
                _(
                    "`{form}` needs {names}",
                    form=form,
                    names=alternatives([f"`{n}`" for n in sorted(allowed)]),
                )
            )

    def _check_that_it_can_be_true(self) -> None:
        upper = self.max if self.max is not None else self.below
        if self.min is not None and upper is not None and self.min > upper:
            raise ValueError(
                _("can never be true: min {least} lies above {most}", least=self.min, most=upper)
            )
        offered = len(self.of or ())
        if self.at_least is not None and self.at_least > offered:
            raise ValueError(
                _(
                    "can never be true: at least {least} of {offered} conditions",
                    least=self.at_least,
                    offered=offered,
                )
            )


class Ceiling(Frozen):
    """Where a limit lies: a fixed `level`, or the level of something else plus a number of levels.

    `level_of` names questions, dimensions, or `weakest-section` (of the dimension that is capped).
    Several names mean the lowest level among those that have one.
    """

    level: Level | None = None
    level_of: OneOrMany = ()
    plus: int = Field(default=0, ge=0, le=20)

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        if (self.level is None) == (not self.level_of):
            raise ValueError(_("a ceiling is either a `level` or a `level_of`"))
        return self


class Limit(Frozen):
    """A rule that caps a level and never changes a score.

    `caps` is a dimension, a section DIMENSION/SECTION, or `overall`. `names_below` says which
    questions of a dimension in `at.level_of` hold the level down: those with a level below it.
    """

    id: Slug
    rule: Text
    caps: str = Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")
    when: Condition | None = None
    at: Ceiling
    names_below: Level | None = None
    say: Text


class Pattern(Frozen):
    """A named failure with a trigger, what it leads to, and what to do first.

    While it is seen, nothing in `discredits` (questions and dimensions) may be called a strength.
    """

    id: Slug
    name: Text
    article: str = ""
    severity: Severity
    description: Text
    when: Condition
    plain: Text
    consequence: Text
    remedy: str | None = None
    check: str = ""
    discredits: tuple[Slug, ...] = ()
    facts: tuple[Text, ...] = ()


class Strength(Frozen):
    """Something that works and is worth keeping."""

    id: Slug
    name: Text
    when: Condition
    plain: Text
    keep: Text
    facts: tuple[Text, ...] = ()


class Rule(Frozen):
    """A scoring rule in words: what is computed, and the sentence that tells a reader why."""

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")
    title: Text
    formula: Text
    say: Text
    facts: tuple[Text, ...] = ()


class EvidenceRule(Frozen):
    """From which level an answer without evidence counts as less in the evidenced score (R12)."""

    from_level: Level = Field(alias="from")
    counts_as: Level


class Thresholds(Frozen):
    """What decides between rated and provisional (R10), and what is flagged (R11).

    `overall_rated` counts dimensions; without it, more than half of them.
    """

    dimension_rated: Share = 0.6
    overall_rated: int | None = Field(default=None, ge=1)
    not_applicable_above: Share = 0.25


class EffortFactors(Frozen):
    """What an action costs, relative to a small one."""

    S: Weight = 1
    M: Weight = 2
    L: Weight = 3


class SeverityFactors(Frozen):
    """By how much a seen pattern raises the action that is its first remedy."""

    critical: Weight = 1.5
    high: Weight = 1.25
    medium: Weight = 1
    low: Weight = 1


class QuickWins(Frozen):
    """Which actions are quick wins (R15), and how many are named."""

    effort: Effort = "S"
    impact_from: int = Field(default=4, ge=1, le=5)
    within_days: int = Field(default=30, ge=1)
    most: int = Field(default=5, ge=0)
    most_per_dimension: int = Field(default=2, ge=1)


class Priorities(Frozen):
    """The factors of the priority formula (R14)."""

    effort: EffortFactors = EffortFactors.model_construct()
    severity: SeverityFactors = SeverityFactors.model_construct()
    binding_limit: Weight = 2
    blocked_below: Level = 2
    quick_wins: QuickWins = QuickWins.model_construct()

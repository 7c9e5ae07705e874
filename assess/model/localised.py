"""A questionnaire in the language and with the word that an assessment wants: the same shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from assess.model.base import Frozen
from assess.model.places import places_in, worded
from assess.model.translation import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.model.questionnaire import (
        Action,
        Catalogue,
        Dimension,
        Question,
        Questionnaire,
    )
    from assess.model.rules import Limit, Pattern, Rule, Strength
    from assess.model.translation import Translation


Part = TypeVar("Part", bound=Frozen)


class Localised(NamedTuple):
    """A questionnaire in another language, and how many of its texts have no translation."""

    questionnaire: Questionnaire
    untranslated: int


def localised(
    questionnaire: Questionnaire, translation: Translation = NOTHING, word: str = ""
) -> Localised:
    """Return *questionnaire* in the language of *translation*, its base language where that lacks.

    In the places of its texts stands *word*, such as `patient`. Ids, weights and rules stay.
    """
    speaker = _Speaker(questionnaire, translation, word)
    return Localised(speaker.whole(), speaker.untranslated)


@dataclass(slots=True)
class _Speaker:
    questionnaire: Questionnaire
    translation: Translation
    word: str
    untranslated: int = 0

    def say(self, base: str, other: str | None) -> str:
        """Return *other*, or *base* where it says nothing or has lost a place."""
        if other and ("{" not in base or len(places_in(base)) == len(places_in(other))):
            return worded(other, self.translation.words, self.word)
        self.untranslated += bool(base)
        return worded(base, self.questionnaire.words, self.word)

    def say_all(self, base: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
        """Return the texts one by one; none of the others where their number differs."""
        theirs = others if len(others) == len(base) else ("",) * len(base)
        return tuple(map(self.say, base, theirs))

    def whole(self) -> Questionnaire:
        q, t = self.questionnaire, self.translation
        special = t.special_answers
        names = self.say_all(tuple(option.name for option in q.scale), t.scale)
        scale = zip(q.scale, names, strict=True)
        changed = {
            "title": self.say(q.title, t.title),
            "purpose": self.say(q.purpose, t.purpose),
            "intro": self.say(q.intro, t.intro),
            "scale": tuple(o.model_copy(update={"name": name}) for o, name in scale),
            "special_answers": q.special_answers.model_copy(update=dict(special or ())),
            "roles": {name: self.say(said, t.roles.get(name)) for name, said in q.roles.items()},
            "companions": {
                name: c.model_copy(update={"title": self.say(c.title, t.companions.get(name))})
                for name, c in q.companions.items()
            },
            "sources": self._sources(q.sources),
            "dimensions": tuple(self._dimension(d, names) for d in q.dimensions),
            "limits": tuple(self._limit(limit) for limit in q.limits),
            "patterns": tuple(self._pattern(p) for p in q.patterns),
            "strengths": tuple(self._strength(s) for s in q.strengths),
            "rules": tuple(self._rule(r) for r in q.rules),
        }
        return q.model_copy(update=changed)

    def _dimension(self, dimension: Dimension, names: tuple[str, ...]) -> Dimension:
        other = self.translation.dimensions.get(dimension.id)
        titles = other.sections if other else {}
        changed = {
            "title": self.say(dimension.title, other.title if other else None),
            "purpose": self.say(dimension.purpose, other.purpose if other else None),
            "sections": tuple(
                s.model_copy(update={"title": self.say(s.title, titles.get(s.id))})
                for s in dimension.sections
            ),
            "questions": tuple(self._question(q, names) for q in dimension.questions),
        }
        return _copied(dimension, changed)

    def _question(self, question: Question, names: tuple[str, ...]) -> Question:
        other = self.translation.questions.get(question.id)
        if question.levels == tuple(option.name for option in self.questionnaire.scale):
            levels = names
        else:
            levels = self.say_all(question.levels, other.levels if other else ())
        changed = {
            "title": self.say(question.title, other.title if other else None),
            "question": self.say(question.question, other.question if other else None),
            "levels": levels,
            "evidence": self.say_all(question.evidence, other.evidence if other else ()),
            "why": self.say(question.why, other.why if other else None),
            "actions": tuple(
                self._action(a, other.actions.get(a.id) if other else None)
                for a in question.actions
            ),
        }
        return _copied(question, changed)

    def _action(self, action: Action, other: str | None) -> Action:
        owner = self.say(action.owner, self.translation.owners.get(action.owner))
        return _copied(action, {"action": self.say(action.action, other), "owner": owner})

    def _limit(self, limit: Limit) -> Limit:
        other = self.translation.limits.get(limit.id)
        return limit.model_copy(update={"say": self.say(limit.say, other.say if other else None)})

    def _pattern(self, pattern: Pattern) -> Pattern:
        other = self.translation.patterns.get(pattern.id)
        return self._said(pattern, other, "name", "description", "plain", "consequence", "check")

    def _strength(self, strength: Strength) -> Strength:
        other = self.translation.strengths.get(strength.id)
        return self._said(strength, other, "name", "plain", "keep")

    def _rule(self, rule: Rule) -> Rule:
        return self._said(rule, self.translation.rules.get(rule.id), "title", "formula", "say")

    def _said(self, part: Part, other: object, *keys: str) -> Part:
        """Return *part* with its texts of these *keys* as *other* says them."""
        said = {key: self.say(getattr(part, key), getattr(other, key, None)) for key in keys}
        return _copied(part, said)

    def _sources(self, catalogue: Catalogue) -> Catalogue:
        t = self.translation
        if t is NOTHING:
            return catalogue
        sources = {
            name: source.model_copy(
                update={
                    "topic": other.topic if (other := t.sources.get(name)) else source.topic,
                    "author": other.author if other else source.author,
                }
            )
            for name, source in catalogue.sources.items()
        }
        facts = {
            name: fact.model_copy(
                update={
                    "text": t.facts.get(name, fact.text),
                    "where": t.places.get(fact.where, fact.where),
                    "kind": t.kinds.get(fact.kind, fact.kind),
                }
            )
            for name, fact in catalogue.facts.items()
        }
        return catalogue.model_copy(update={"sources": sources, "facts": facts})


def _copied(part: Part, changed: Mapping[str, object]) -> Part:
    """Return *part* with what *changed* says otherwise; itself where that is nothing."""
    differing = {key: value for key, value in changed.items() if value != getattr(part, key)}
    return part.model_copy(update=differing) if differing else part

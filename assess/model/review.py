"""A review of wording: what may be said better in questions and levels, and in translations.

Remarks are opinions of a program: an author looks at each and may leave it. They follow what good
questionnaires have in common: one idea a question, nothing vague, nothing leading, levels that an
outsider could tell apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from assess.language.messages import _, n_

if TYPE_CHECKING:
    from assess.model.questionnaire import Question, Questionnaire
    from assess.model.raw import Finding, Path
    from assess.model.texts import Texts
    from assess.model.wording_rules import Term, WordingRules

_WORD = re.compile(r"[\w'\u2019-]+")
_SENTENCE = re.compile(r"[.!?;…]+(?:\s|$)")
_LONG = 6
_MOST_LONGER = 1.4
"""A translation longer than this many times its source is worth a look."""


def remarks(questionnaire: Questionnaire, rules: WordingRules) -> Iterator[Finding]:
    """Yield what *rules* of its language have to say about each question, with its path."""
    for place, dimension in enumerate(questionnaire.dimensions):
        for number, question in enumerate(dimension.questions):
            path: Path = ("dimensions", place, "questions", number)
            yield from _question(question, path, rules)
            if question.levels != tuple(option.name for option in questionnaire.scale):
                yield from _levels(question, path, rules)
            yield from _help(question, path, questionnaire)
            for at, said in (
                ((*path, "title"), question.title),
                ((*path, "question"), question.question),
            ):
                for word in mixed_script(said):
                    yield at, _("`{word}` mixes letters of two scripts", word=word)


def remarks_on_translation(
    translated: Texts, base: Texts, language: str, glossary: Iterable[Term], source: str
) -> Iterator[Finding]:
    """Yield what is doubtful in *translated*: length, letters of another script, missing terms.

    *source* is the language of *base*; both have the same shape.
    """
    terms = [(t.words[source], t.words[language]) for t in glossary if language in t.words]
    for path, said, text in _pairs(translated, base, ()):
        if len(said) > _MOST_LONGER * len(text) + 12:
            times = f"{len(said) / len(text):.1f}"
            yield path, _("is {times} times as long as its source", times=times)
        for word in mixed_script(said):
            yield path, _("`{word}` mixes letters of two scripts", word=word)
        for term, wanted in terms:
            if _contains(text, term) and not _contains_term(said, wanted):
                message = _("the glossary says {wanted} for {term}", wanted=wanted, term=term)
                yield path, message


def lix(text: str) -> int:
    """Return the readability index of *text*: words a sentence plus percent of long words.

    Source: C.-H. Björnsson, Läsbarhet (1968); a word is long from seven letters on.
    """
    words = _WORD.findall(text)
    sentences = max(1, len(_SENTENCE.findall(text)))
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / sentences + 100 * long / len(words)) if words else 0


def mixed_script(text: str) -> list[str]:
    """Return the words of *text* that mix Latin letters with Greek or Cyrillic ones."""
    return [word for word in _WORD.findall(text) if len(_scripts(word)) > 1]


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(letter, "") for letter in word if letter.isalpha())
    return {name.split()[0] for name in names} & {"LATIN", "GREEK", "CYRILLIC"}


def _question(question: Question, path: Path, rules: WordingRules) -> Iterator[Finding]:
    text, at = question.question, (*path, "question")
    asks = text.rstrip().endswith(rules.question_mark)
    if not asks and "?" in text:
        yield at, _("does not end with its question mark `{mark}`", mark=rules.question_mark)
    if asks and text.count(rules.question_mark) > 1:
        yield at, _("asks more than once; one question, one idea")
    if asks and (found := _opening(text, rules.closed)):
        yield at, _("begins with `{word}`: it can be answered with yes or no", word=found)
    yield from _words(text, at, rules)
    if (count := len(_WORD.findall(text))) > rules.limits.question_words:
        yield at, _too_long(count, rules.limits.question_words)
    whole = " ".join((text, *(f"{level.rstrip('.')}." for level in question.levels)))
    if (index := lix(whole)) > rules.limits.lix:
        yield (
            at,
            _(
                "is hard to read with its levels: LIX {index}, at most {most} is easy enough",
                index=index,
                most=rules.limits.lix,
            ),
        )


def _words(text: str, at: Path, rules: WordingRules) -> Iterator[Finding]:
    for phrase in rules.allowed:
        text = re.sub(_pattern(phrase), "", text, flags=re.IGNORECASE)
    for found in _found(text, rules.joined):
        yield at, _("`{word}` joins two ideas; ask them apart", word=found)
    for found in _found(text, rules.vague):
        yield at, _("`{word}` is vague; a number or a time says more", word=found)
    for found in _found(text, rules.leading):
        yield at, _("`{word}` leads to an answer", word=found)
    for found in _found(text, rules.jargon):
        yield at, _("not everybody knows `{word}`", word=found)


def _levels(question: Question, path: Path, rules: WordingRules) -> Iterator[Finding]:
    for place, text in enumerate(question.levels, 1):
        at = (*path, "levels", str(place))
        if (count := len(_WORD.findall(text))) > rules.limits.level_words:
            yield at, _too_long(count, rules.limits.level_words)
        ands = sum(len(_places(text, word)) for word in rules.conjunctions)
        if ands > rules.limits.level_ands:
            yield at, _("joins {n} things with `and`; a level says one thing more", n=ands + 1)
        for found in (*_found(text, rules.joined), *_found(text, rules.jargon)):
            yield at, _("`{word}` does not help to tell levels apart", word=found)
    for place, (lower, higher) in enumerate(pairwise(question.levels), 2):
        at = (*path, "levels", str(place))
        more = _bare(higher, rules) - _bare(lower, rules)
        if not more:
            yield at, _("says nothing that level {level} does not say", level=place - 1)


def _help(question: Question, path: Path, questionnaire: Questionnaire) -> Iterator[Finding]:
    if not question.levels or question.levels == tuple(o.name for o in questionnaire.scale):
        return
    if len(question.evidence) < 2:  # noqa: PLR2004  one piece proves little
        yield (*path, "evidence"), _("names less than two kinds of evidence")
    if not question.why:
        yield (*path, "why"), _("does not say why the question matters")
    if questionnaire.sources.facts and not question.facts:
        yield (*path, "facts"), _("names no fact of the sources")


def _bare(text: str, rules: WordingRules) -> set[str]:
    """Return the words of *text* without the adverbs, which alone tell no level apart."""
    adverbs = {word.casefold() for word in rules.adverbs}
    return {word.casefold() for word in _WORD.findall(text)} - adverbs


def _too_long(count: int, most: int) -> str:
    return n_(
        "has {n} word, at most {most} are easy",
        "has {n} words, at most {most} are easy",
        count,
        most=most,
    )


def _opening(text: str, words: Iterable[str]) -> str:
    return next(
        (word for word in words if re.match(_pattern(word), text.strip("¿ "), re.IGNORECASE)), ""
    )


def _found(text: str, words: Iterable[str]) -> list[str]:
    return [found[0] for word in words if (found := _places(text, word))]


def _places(text: str, word: str) -> list[str]:
    return re.findall(_pattern(word), text, re.IGNORECASE)


def _pattern(word: str) -> str:
    start = r"(?<!\w)" if word[:1].isalnum() else ""
    if word.endswith("*"):
        return rf"{start}{re.escape(word[:-1])}\w*"
    return rf"{start}{re.escape(word)}(?!\w)"


def _contains(text: str, term: str) -> bool:
    return bool(_places(text, term)) or bool(_places(text, f"{term}s"))


def _contains_term(text: str, term: str) -> bool:
    """Tell whether a word of *term* stands in *text* in some inflection: by its beginning."""
    plain = _plain(text)
    words = _WORD.findall(re.sub(r"\(.*?\)", "", term))
    return any(_plain(word)[: max(3, len(word) * 6 // 10)] in plain for word in words)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")


def _pairs(said: object, base: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield the texts of two trees of the same shape side by side."""
    if isinstance(said, str) and isinstance(base, str):
        yield path, said, base
    elif isinstance(said, Mapping) and isinstance(base, Mapping):
        for key in said:
            yield from _pairs(said[key], base.get(key), (*path, key))
    elif isinstance(said, list | tuple) and isinstance(base, list | tuple):
        for place, (one, other) in enumerate(zip(said, base, strict=False)):
            yield from _pairs(one, other, (*path, place))

"""What a review of wording looks for in one language: words as data, and how long a text may be."""

from __future__ import annotations

from pydantic import Field

from assess.model.base import Frozen, Text


class WordingLimits(Frozen):
    """How long a text may be, in words, and how hard to read.

    `lix` is the readability index of C.-H. Björnsson (1968): words a sentence plus the share of
    words longer than six letters in percent; about 25 is a children's book, 60 a legal text.
    """

    question_words: int = Field(default=22, ge=1)
    level_words: int = Field(default=24, ge=1)
    level_ands: int = Field(default=2, ge=0)
    lix: int = Field(default=60, ge=1)


class WordingRules(Frozen):
    """Words and phrases by what is wrong with them; one that ends in `*` is the start of a word.

    `allowed` are phrases in which such a word is right all the same.
    """

    closed: tuple[Text, ...] = ()
    joined: tuple[Text, ...] = ()
    vague: tuple[Text, ...] = ()
    leading: tuple[Text, ...] = ()
    jargon: tuple[Text, ...] = ()
    allowed: tuple[Text, ...] = ()
    question_mark: Text = "?"
    adverbs: tuple[Text, ...] = ()
    conjunctions: tuple[Text, ...] = Field(default=(), alias="and")
    limits: WordingLimits = WordingLimits()


class Term(Frozen):
    """One term of the glossary: its word in each language, by the language, and its pitfalls."""

    words: dict[Text, Text]
    note: str = ""

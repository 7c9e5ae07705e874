"""Where the questions come from: each fact of the source articles with the questions behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.report.index import Index


class Fact(NamedTuple):
    """A fact with its place in the article, and the questions made from it by number."""

    id: str
    where: str
    text: str
    questions: Sequence[tuple[str, str]]


class Article(NamedTuple):
    """One source article with its facts, in their order."""

    topic: str
    facts: tuple[Fact, ...]


def sources(index: Index) -> tuple[Article, ...]:
    """Return the articles whose facts stand behind the questions that were asked."""
    named: dict[str, list[str]] = defaultdict(list)
    for dimension in index.card.every_dimension:
        for question in dimension.questions:
            for name in question.facts:
                named[name].append(question.id)
    articles: dict[str, list[Fact]] = defaultdict(list)
    catalogue = index.card.sources
    for name, fact in catalogue.facts.items():
        if name in named:
            questions = [(question, index.labels[question]) for question in named[name]]
            source = name.rpartition("-")[0]
            articles[source].append(Fact(name, fact.where, fact.text, questions))
    return tuple(
        Article(catalogue.sources[source].topic, tuple(facts)) for source, facts in articles.items()
    )

"""Which concepts a paragraph names, and which of them belong to a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unccd_kg import iris
from unccd_kg.language import Language
from unccd_kg.lexicon import Finder, Term
from unccd_kg.model import Concept, Span
from unccd_kg.reading.masthead import SYMBOL
from unccd_kg.vocabulary import NAMED, Vocabulary

__all__ = ["Marker", "Marks"]

_CITED = re.compile(SYMBOL)


@dataclass(frozen=True, slots=True)
class Marks:
    """The terms of one paragraph, by what they are to a statement."""

    mentions: tuple[Term, ...]
    groups: tuple[Term, ...]
    themes: tuple[Term, ...]
    conditions: tuple[Term, ...]

    def mentions_in(self, span: Span) -> tuple[Concept, ...]:
        """Named things in a span, in reading order, each once."""
        return _concepts(self.mentions, span)

    def groups_in(self, span: Span) -> tuple[Concept, ...]:
        """Country and people groups in a span."""
        return _concepts(self.groups, span)

    def themes_in(self, span: Span, *, without: Span) -> tuple[Concept, ...]:
        """Themes in a span; words of the cue (报告称) are none."""
        return _concepts((t for t in self.themes if not t.span.overlap(without)), span)

    def condition_in(self, span: Span) -> Span | None:
        """The first condition or reservation in a span."""
        return next((term.span for term in self.conditions if span.contains(term.span)), None)


class Marker:
    """Marks the terms of paragraphs in one language.

    >>> from unccd_kg.language import language_for
    >>> from unccd_kg.resources import folder
    >>> vocabulary = Vocabulary.load(folder("ontology"))
    >>> marker = Marker(vocabulary, language_for("zh", vocabulary))
    >>> text = "为全球环境基金第九次充资提出的改革"
    >>> [concept.slug for concept in marker.mark(text).mentions_in(Span.of(text, 0, len(text)))]
    ['gef-9']
    """

    def __init__(
        self, vocabulary: Vocabulary, language: Language, *, documents: str = iris.DOCUMENTS
    ) -> None:
        self._vocabulary = vocabulary
        self._documents = documents
        named = vocabulary.labels(NAMED, language.tag)
        # Opaque names are looked for by themselves too: the name of a convention hides the
        # subject words inside it also where it is only a part of a longer name.
        opaque = [label for label in named if vocabulary.is_opaque(label[1])]
        groups, themes, conditions = (
            vocabulary.labels((scheme,), language.tag) for scheme in ("group", "theme", "condition")
        )
        self._names, self._opaque, self._groups, self._themes = (
            Finder(labels, fold=language.fold, is_word=language.is_word)
            for labels in (named, opaque, groups, themes)
        )
        # 但两个尚未提交章程的组织除外: a proviso is longer than a term.
        self._conditions = Finder(conditions, fold=language.fold, is_word=language.is_word, gap=40)

    def mark(self, text: str) -> Marks:
        """The marks of one paragraph's text."""
        names = self._names.find(text)
        opaque = self._opaque.find(text)
        mentions = [t for t in names if any(map(self._is_mention, t.concepts))]
        return Marks(
            mentions=tuple(sorted([*mentions, *self._cited(text)], key=lambda term: term.span)),
            groups=tuple(self._groups.find(text)),
            themes=tuple(t for t in self._themes.find(text) if not _hidden(t, opaque)),
            conditions=tuple(self._conditions.find(text)),
        )

    def _is_mention(self, concept: Concept) -> bool:
        """Institutions and other named things; not roles, Parties or civil society."""
        if concept.scheme == "agent":
            return self._vocabulary.is_institution(concept)
        return concept.scheme != "group"

    def _cited(self, text: str) -> Iterable[Term]:
        """Documents cited by their symbol."""
        for match in _CITED.finditer(text):
            span = Span.of(text, match.start(), match.end())
            yield Term(span, (Concept(self._documents + iris.slug(span.text)),), (span,))


def _hidden(theme: Term, names: Iterable[Term]) -> bool:
    """Whether a theme's words are only a part of an opaque name."""
    return any(
        name.span.contains(piece) and name.span != piece for name in names for piece in theme.pieces
    )


def _concepts(terms: Iterable[Term], span: Span) -> tuple[Concept, ...]:
    found = (c for t in terms if all(map(span.contains, t.pieces)) for c in t.concepts)
    return tuple(dict.fromkeys(found))

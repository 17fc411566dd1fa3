"""Ontology labels become a term finder: all labels at once, leftmost and longest first.

Text and labels are compared by a *key* that the language folds (white space, full-width
punctuation, quotation marks), and every hit is given back with its offsets in the text as
printed. See ``decisions/0002`` for longest match, negative labels and gap labels.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from unccd_kg.model import Concept, Span
from unccd_kg.vocabulary import Label

__all__ = ["Finder", "Key", "Term", "WordTest"]

WordTest: TypeAlias = Callable[[str, int, int], bool]
"""Whether ``text[start:end]`` is a word of its own."""

_GAP = "…"
# A gap stays inside one phrase; one that ends a label runs on to the end of the clause.
_PHRASE = r"[^，。；：、！？,;:()《》“”\"]"
_TO_THE_END = r"([^，。；：！？,;:]+)"


@dataclass(frozen=True, slots=True)
class Term:
    """A label found in a text: where it stands and which concepts it names.

    ``pieces`` are the parts that matched: one, or two around the gap of a gap label.
    """

    span: Span
    concepts: tuple[Concept, ...]
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The folded form of a text and where each of its characters stands in the text."""

    text: str
    folded: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, fold: Callable[[str], str]) -> Key:
        """Fold a text character by character; a character may vanish or become several."""
        folded: list[str] = []
        offsets: list[int] = []
        for position, char in enumerate(text):
            for kept in fold(char):
                folded.append(kept)
                offsets.append(position)
        return cls(text, "".join(folded), tuple(offsets))

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text behind ``folded[start:end]``."""
        return Span.of(self.text, self.offsets[start], self.offsets[end - 1] + 1)


class Finder:
    """Finds the labels of some schemes in a text.

    ``is_word`` is asked about labels of a single character: 水 in 水和湿地 counts, in 水平 not.
    ``gap`` is the longest gap of a gap label, in characters.

    >>> gm = Concept("https://w3id.org/unccd-kg/vocab/agent/gm")
    >>> finder = Finder([("全球机制", gm, True)], fold=str.strip, is_word=lambda *_: True)
    >>> [(term.span.start, term.concepts[0].slug) for term in finder.find("请全球 机制提供")]
    [(1, 'gm')]
    """

    def __init__(
        self,
        labels: Iterable[Label],
        *,
        fold: Callable[[str], str],
        is_word: WordTest,
        gap: int = 12,
    ) -> None:
        self._fold = fold
        self._is_word = is_word
        plain: defaultdict[str, set[Concept]] = defaultdict(set)
        gaps: defaultdict[tuple[str, str], set[Concept]] = defaultdict(set)
        for label, concept, positive in labels:
            head, open_, tail = (Key.of(part, fold).folded for part in label.partition(_GAP))
            found = gaps[head, tail] if open_ else plain[head]
            if positive:
                found.add(concept)
        self._words = sorted(plain)
        self._concepts = [tuple(sorted(plain[word])) for word in self._words]
        self._automaton = AhoCorasick(
            self._words,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )
        self._gaps = [
            (_gap_pattern(head, tail, gap), tuple(sorted(found)))
            for (head, tail), found in sorted(gaps.items())
        ]

    def find(self, text: str) -> list[Term]:
        """The terms of a text in reading order; those of negative labels are left out."""
        key = Key.of(text, self._fold)
        terms: list[Term] = []
        taken: list[tuple[int, int]] = []
        for word, start, end in self._automaton.find_matches_as_indexes(key.folded):
            span = key.span(start, end)
            if end - start == 1 and not self._is_word(text, span.start, span.end):
                continue
            taken.append((start, end))
            terms.append(Term(span, self._concepts[word], (span,)))
        for pattern, concepts in self._gaps:
            for match in pattern.finditer(key.folded):
                pieces = [match.span()]
                if match.end(1) < match.end():
                    pieces = [(match.start(), match.start(1)), (match.end(1), match.end())]
                if not _touch(pieces, taken):
                    parts = tuple(key.span(*piece) for piece in pieces)
                    terms.append(Term(key.span(*match.span()), concepts, parts))
        return sorted((term for term in terms if term.concepts), key=lambda term: term.span)


def _gap_pattern(head: str, tail: str, gap: int) -> re.Pattern[str]:
    """调动…资源 has its gap in the middle; 条件是… runs on to the end of its clause."""
    between = f"({_PHRASE}{{1,{gap}}}?)" if tail else _TO_THE_END
    return re.compile(re.escape(head) + between + re.escape(tail))


def _touch(pieces: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in pieces for start, end in taken)

"""The trivial baseline that every figure is printed beside: a verb list and the nearest group.

Every label of an act, wherever it stands, is a statement; its speaker is the nearest speaker
before it, its content the rest of the sentence, its addressee the nearest institution behind it,
and every label in the sentence is linked. No grammar at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unccd_kg.language import Language
from unccd_kg.lexicon import Finder, Term
from unccd_kg.model import Concept, Span, Statement
from unccd_kg.vocabulary import NAMED, Vocabulary

__all__ = ["Baseline"]

_SENTENCE = re.compile(r"[^。.!！?？]+")


class Baseline:
    """Reads a paragraph the trivial way.

    >>> from unccd_kg.language import language_for
    >>> from unccd_kg.resources import folder
    >>> vocabulary = Vocabulary.load(folder("ontology"))
    >>> baseline = Baseline(vocabulary, language_for("zh", vocabulary))
    >>> [s.act.slug for s in baseline.statements("一些缔约方强调，需要支持秘书处。")]
    ['emphasize', 'support']
    """

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self._unspecified = vocabulary.concept("agent", "unspecified")
        self._acts, self._names, self._groups, self._themes = (
            Finder(
                vocabulary.labels(schemes, language.tag),
                fold=language.fold,
                is_word=language.is_word,
            )
            for schemes in (("act",), NAMED, ("group",), ("theme",))
        )

    def statements(self, text: str) -> Iterator[Statement]:
        """The statements of a paragraph's text."""
        names, groups, themes = (f.find(text) for f in (self._names, self._groups, self._themes))
        speakers = [t for t in names if t.concepts[0].scheme == "agent"]
        ends = [(m.start(), m.end()) for m in _SENTENCE.finditer(text)]
        for order, cue in enumerate(self._acts.find(text), start=1):
            start, end = next(e for e in ends if e[0] <= cue.span.start < e[1])
            before = [t for t in speakers if t.span.end <= cue.span.start]
            opening = before[-1] if before else cue
            begin = max(opening.span.start, start)
            quote = Span.of(text, begin, end)
            content = Span.of(text, cue.span.end, max(cue.span.end, end))
            behind = [t for t in speakers if content.contains(t.span)]
            yield Statement(
                order=order,
                speaker=before[-1].concepts[0] if before else self._unspecified,
                act=cue.concepts[0],
                cue=cue.span,
                quote=quote,
                content=content,
                addressed_to=behind[0].concepts[:1] if behind else (),
                mentions=_inside(names, quote),
                groups=_inside(groups, content),
                themes=_inside(themes, quote),
            )


def _inside(terms: Sequence[Term], span: Span) -> tuple[Concept, ...]:
    return tuple(dict.fromkeys(c for t in terms if span.contains(t.span) for c in t.concepts))

"""Chinese: clauses, speakers, cues and contents of reported speech.

A statement opens where a clause opens with a cue: behind its speaker (一些缔约方还强调…), or with
the speaker carried over from before (…，并欢迎…). Verbs inside a content are no cues.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from unccd_kg.language import Analysis, Utterance
from unccd_kg.language.zh.clauses import split_sentences
from unccd_kg.language.zh.contents import Contents
from unccd_kg.language.zh.heads import Heads
from unccd_kg.language.zh.names import Names
from unccd_kg.language.zh.segment import is_word
from unccd_kg.lexicon import Finder, Term
from unccd_kg.model import Concept, Span
from unccd_kg.vocabulary import NAMED, Label, Vocabulary

__all__ = ["Chinese"]

_QUOTES = dict.fromkeys("“”„‟＂「」『』", '"')


class Chinese:
    """The grammar of Chinese over the labels of a vocabulary.

    >>> from unccd_kg.resources import folder
    >>> chinese = Chinese(Vocabulary.load(folder("ontology")))
    >>> said = chinese.analyse("一些缔约方赞扬秘书处的努力，并鼓励全球机制继续提供支持。").utterances
    >>> [(each.act.slug, each.content.text, each.addressees[0].slug) for each in said]
    [('commend', '秘书处的努力', 'secretariat'), ('encourage', '继续提供支持', 'gm')]
    """

    tag = "zh"

    def __init__(self, vocabulary: Vocabulary, body: Concept | None = None) -> None:
        self._vocabulary = vocabulary
        self._own_labels = {
            concept: frozenset(label for label, *_ in vocabulary.own_labels(concept, self.tag))
            for concept in vocabulary.concepts
            if concept.scheme == "agent"
        }
        self._names = self._finder(*NAMED, own=vocabulary.own_labels(body, self.tag))
        self._quantifiers = self._finder("quantifier")
        self._cues = self._finder("act")
        # jieba binds 应 and 需 to their neighbours (应待, 仍应); the words in which they mean
        # something else are few, and stand as negative labels.
        modals = vocabulary.labels(("modality",), self.tag)
        self._modals = Finder(modals, fold=self.fold, is_word=lambda *_: True)
        self._pairs = {
            (quantifier, kind): concept
            for concept in vocabulary.concepts
            for quantifier in map(Concept, vocabulary.values(concept, "quantifier"))
            for kind in map(Concept, vocabulary.values(concept, "kind"))
        }

    def _finder(self, *schemes: str, own: Sequence[Label] = ()) -> Finder:
        labels = [*self._vocabulary.labels(schemes, self.tag), *own]
        return Finder(labels, fold=self.fold, is_word=self.is_word)

    def fold(self, char: str) -> str:
        """No white space, half-width forms, one kind of quotation mark, lower case.

        >>> from unccd_kg.resources import folder
        >>> "".join(map(Chinese(Vocabulary.load(folder("ontology"))).fold, "（STAR） “2.0”"))
        '(star)"2.0"'
        """
        if char in _QUOTES:
            return '"'
        return "" if char.isspace() else unicodedata.normalize("NFKC", char).casefold()

    def is_word(self, text: str, start: int, end: int) -> bool:
        """Whether jieba sees this stretch as a word of its own."""
        return is_word(text, start, end)

    def _own_named(self, names: Sequence[Term]) -> Iterator[Term]:
        """委员会 is the committee named last in the paragraph, else the document's own."""
        last: dict[str, Concept] = {}
        for term in names:
            concept = term.concepts[0]
            own = self._own_labels.get(concept, frozenset())
            if term.span.text in own:
                yield Term(term.span, (last.get(term.span.text, concept),), term.pieces)
            else:
                last.update(dict.fromkeys(own, concept))
                yield term

    def analyse(self, text: str) -> Analysis:
        """The utterances of a paragraph, and the sentences in which no cue was found."""
        named = list(self._own_named(self._names.find(text)))
        names = Names(text, named, self._quantifiers.find(text), self._pairs)
        modals = self._modals.find(text)
        heads = Heads(text, names, self._cues.find(text), modals, self._vocabulary)
        contents = Contents(text, names, modals, self._vocabulary)
        utterances: list[Utterance] = []
        unclassified: list[Span] = []
        for sentence in split_sentences(text):
            found = heads.of(sentence)
            if not found:
                unclassified.append(Span.of(text, sentence.start, sentence.end))
                continue
            ends = [*(head.boundary for head in found[1:]), sentence.end]
            for head, end in zip(found, ends, strict=True):
                utterances.extend(contents.of(head, end))
        return Analysis(tuple(utterances), tuple(unclassified))

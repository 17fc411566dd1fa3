"""Towards whom a Chinese statement is directed: lists of names behind a pivot verb.

The rules follow the annotation guidelines: asked, thanked, praised, named as the one who needs
to act, or the one whose own doing is asked to start, go on or grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unccd_kg import iris
from unccd_kg.language.zh import words
from unccd_kg.lexicon import Term
from unccd_kg.model import Concept, Span

__all__ = ["Addressed", "Names"]

_COUNTRIES = Concept(iris.concept("agent", "countries"))
_ADDRESSABLE = {"agent", "finance", "group"}
_PARENTHESIS = re.compile(r" ?[(（][^()（）]{1,20}[)）]")
_UNKNOWN = re.compile(r"[^，。；：、和及]{1,14}(?:[、和及]|以及)")
_UNKNOWN_LAST = re.compile(r"(?:[、和及]|以及)[^，。；：、]{2,16}(?=，)")
_POINTING_BACK = re.compile(r"(?:其|它们?|他们|她们|后者)(?!的|他)")
_WANTS = frozenset({"需要", "需", "亟需", "急需", "迫切需要"})
_INCLUDING = "包括"
_SOON = re.compile(r"(?:今后|将来|未来|还|也|均|都|仍|则)?")
_PAUSE = re.compile(r"[，,：:\s]*")
_PRODUCT = re.compile(r"的(?!努力)|关于|编写的|提交的|题为|第")


@dataclass(frozen=True, slots=True)
class Addressed:
    """The addressees found and where the text goes on behind them."""

    concepts: tuple[Concept, ...]
    end: int


class Names:
    """The names of one paragraph, asked by position."""

    def __init__(
        self,
        text: str,
        names: Sequence[Term],
        quantifiers: Sequence[Term],
        pairs: Mapping[tuple[Concept, Concept], Concept],
    ) -> None:
        self._text = text
        self._names = {term.span.start: term for term in names}
        self._quantifiers = {term.span.start: term for term in quantifiers}
        self._pairs = pairs
        self._quantified_kinds = frozenset(pairs.values())
        self._others = {
            pair for (quantifier, _), pair in pairs.items() if quantifier.slug == "other"
        }

    def one(self, start: int) -> Term | None:
        """The person, body or group named at a position: 一些缔约方, 全球机制, 最不发达国家."""
        term = self._names.get(start)
        if term is not None and term.concepts[0].scheme in _ADDRESSABLE:
            return term
        quantifier = self._quantifiers.get(start)
        return self._quantified(quantifier) if quantifier else None

    def _quantified(self, quantifier: Term) -> Term | None:
        """A quantifier with its kind of speaker, other words of the same phrase between them."""
        text = self._text
        for start in range(quantifier.span.end, min(quantifier.span.end + 14, len(text))):
            if (term := self._names.get(start)) is not None:
                kind = term.concepts[0]
                # 一些发展中国家: a group of countries counts as the kind 国家.
                if kind.scheme == "group" and term.span.text.endswith("国家"):
                    kind = _COUNTRIES
                pair = self._pairs.get((quantifier.concepts[0], kind))
                if pair is None:
                    continue
                span = Span.of(text, quantifier.span.start, term.span.end)
                return Term(span, (pair,), (span,))
            if text[start] in "，。；：、":
                return None
        return None

    def is_quantified(self, start: int) -> bool:
        """Whether the name at a position carries a quantifier: 一些缔约方, not 缔约方."""
        term = self.one(start)
        return term is not None and term.concepts[0] in self._quantified_kinds

    def is_other(self, speaker: Concept) -> bool:
        """Whether the speakers are others than those before: 另一些缔约方."""
        return speaker in self._others

    def many(self, start: int) -> Addressed:
        """A list of names from a position on; empty where none stands there."""
        found: list[Concept] = []
        end = start
        position = start
        while (term := self._qualified(position)) is not None:
            named = [term.concepts[0]]
            if self._text.startswith(_INCLUDING, position):
                # 包括区域开发银行在内的金融机构: those inside are addressed as well.
                named += self.many(position + len(_INCLUDING)).concepts
            found.extend(concept for concept in named if concept not in found)
            end = term.span.end
            if parenthesis := _PARENTHESIS.match(self._text, end):
                end = parenthesis.end()
            coordinator = words.COORDINATORS.match(self._text, end)
            if coordinator is not None:
                position = self._over_unknown(coordinator.end())
            elif self._text.startswith("与", end) and self._joins(end + 1):
                position = end + 1
            else:
                break
        return Addressed(tuple(found), end)

    def _over_unknown(self, start: int) -> int:
        """Behind a member of the list that no label knows, where a known one follows it."""
        if self._qualified(start) is not None:
            return start
        unknown = _UNKNOWN.match(self._text, start)
        return unknown.end() if unknown and self._qualified(unknown.end()) else start

    def _qualified(self, start: int) -> Term | None:
        """A name, also behind 所有, 有关 … or behind a relative clause."""
        if term := self.one(start):
            return term
        if qualifier := words.QUALIFIERS.match(self._text, start):
            return self._qualified(qualifier.end())
        for position in range(start + 2, min(start + 44, len(self._text))):
            if self._text[position] in "，。；：":
                return None
            if (term := self.one(position)) and words.RELATIVE.fullmatch(
                self._text, start, position
            ):
                return term
        return None

    def _joins(self, position: int) -> bool:
        """Whether 与 adds one more addressee: not where the name behind it is a companion."""
        term = self.one(position)
        return term is not None and not words.TOGETHER.match(self._text, term.span.end)

    def asked(self, start: int) -> Addressed:
        """Behind a pivot verb: the addressees, and where what they are asked to do begins."""
        begin = _PAUSE.match(self._text, start)
        position = begin.end() if begin else start
        addressed = self.many(position)
        if addressed.concepts and not self._text.startswith("的", addressed.end):
            # The last of a list may be a name that no label knows, up to a comma.
            rest = _UNKNOWN_LAST.match(self._text, addressed.end)
            pause = _PAUSE.match(self._text, rest.end() if rest else addressed.end)
            return Addressed(addressed.concepts, pause.end() if pause else addressed.end)
        if verbs := words.GO_ON.match(self._text, position):
            owners = self.many(verbs.end())
            if owners.concepts and words.DOING.match(self._text, owners.end):
                return Addressed(owners.concepts, position)
        # 鼓励其继续…: an addressee that only points back is left out, and not linked.
        back = _POINTING_BACK.match(self._text, position)
        return Addressed((), back.end() if back else position)

    def praised(self, start: int, *, for_anything: bool) -> tuple[Concept, ...]:
        """Behind thanks and praise: who is thanked, or welcomed for its own doing."""
        addressed = self.many(start)
        if not for_anything and _PRODUCT.match(self._text, addressed.end):
            own_doing = words.DOING.match(self._text, addressed.end)
            return addressed.concepts if own_doing else ()
        return addressed.concepts

    def hoped(self, start: int) -> tuple[Concept, ...]:
        """Behind a hope: the subject of what is hoped."""
        addressed = self.many(start)
        return () if self._text.startswith("的", addressed.end) else addressed.concepts

    def needed(self, modal: Span) -> tuple[Concept, ...]:
        """Around 需要, 必须, 应: who is named as the one that needs to act.

        需要秘书处提供… and 秘书处应提供…, but not 缔约方需要资金, where something is needed by
        them.
        """
        behind = self.many(modal.end)
        if behind.concepts and not self._text.startswith("的", behind.end):
            return behind.concepts
        clause = max(self._text.rfind(mark, 0, modal.start) for mark in "，；：") + 1
        for start in range(clause, modal.start):
            before = self.many(start)
            between = self._text[before.end : modal.start]
            if before.concepts and _SOON.fullmatch(between) and modal.text not in _WANTS:
                return tuple(each for each in before.concepts if each.scheme == "agent")
            if before.concepts:
                break
        return ()

"""What a statement says: content, addressees, modality, and acts decided by their object."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unccd_kg.language import Utterance
from unccd_kg.language.zh import words
from unccd_kg.language.zh.clauses import trimmed
from unccd_kg.language.zh.heads import Head
from unccd_kg.language.zh.names import Addressed, Names
from unccd_kg.lexicon import Term
from unccd_kg.model import Concept, Span
from unccd_kg.vocabulary import Vocabulary

__all__ = ["Contents"]

_LEAD = re.compile(r"(?:了|的是)?[\s，,：:]*")
# The object decides: 重申…承诺 commits, 重申邀请 invites.
_COMMITMENT = re.compile(r"承诺|(?:其|对|他们|它们|自己)[^，。；]*承诺(?=$|，)")
_REPEATED = ((re.compile(r"其?邀请"), "invite"), (re.compile(r"其?呼吁"), "call-for"))
# 需要 at the end of a phrase is the noun: 发展中国家的需要.
_NOUN_AHEAD = re.compile(r"$|[，。；、和的]")


class Contents:
    """Completes the heads of one paragraph."""

    def __init__(
        self, text: str, names: Names, modals: Sequence[Term], vocabulary: Vocabulary
    ) -> None:
        self._text = text
        self._names = names
        self._modals = modals
        self._vocabulary = vocabulary

    def of(self, head: Head, end: int) -> Iterator[Utterance]:
        """One utterance a cue; coordinated cues share their content."""
        end = trimmed(self._text, head.end, end)
        if self._text.endswith(words.WHILE, head.end, end):
            end -= len(words.WHILE)
        for cue in head.cues:
            # A second cue on the same object (欢迎并支持…) opens its own quote.
            start = head.start if cue is head.cues[0] else cue.span.start
            yield self._utterance(head, cue, start, max(end, head.end))

    def _utterance(self, head: Head, cue: Term, start: int, end: int) -> Utterance:
        lead = _LEAD.match(self._text, head.end, end)
        begin = lead.end() if lead else head.end
        content = head.content or Span.of(self._text, begin, end)
        act, content = self._act(cue.concepts[0], content)
        kind = self._kind(act)
        modal = self._modal(content) if kind == "assertive" else None
        addressed = self._addressed(act.slug, kind, content, modal)
        if addressed.end > content.start and not head.content:
            content = Span.of(self._text, min(addressed.end, end), end)
        if not content.text:
            # 缔约方表示赞同: nothing but the cue says what is said.
            content = cue.span
        return Utterance(
            speaker=head.speaker,
            set_against=head.set_against,
            act=act,
            cue=cue.span,
            quote=Span.of(self._text, start, end),
            said=Span.of(self._text, max(start, head.said), end),
            content=content,
            addressees=addressed.concepts,
            modality=modal.concepts[0] if modal else None,
        )

    def _act(self, act: Concept, content: Span) -> tuple[Concept, Span]:
        """What is reaffirmed decides the act, and is no part of the content: 重申邀请｜…."""
        if act.slug == "reaffirm":
            if _COMMITMENT.match(content.text):
                return self._vocabulary.concept("act", "commit"), content
            for pattern, slug in _REPEATED:
                if match := pattern.match(content.text):
                    rest = Span.of(self._text, content.start + match.end(), content.end)
                    return self._vocabulary.concept("act", slug), rest
        return act, content

    def _kind(self, act: Concept) -> str:
        """The class of an act, as directive or assertive."""
        return [concept.slug for concept in self._vocabulary.broader(act)][-1]

    def _modal(self, content: Span) -> Term | None:
        """The first word of need in the content."""
        for term in self._modals:
            noun = term.span.text == "需要" and (
                _NOUN_AHEAD.match(self._text, term.span.end, content.end)
                and term.span.start > content.start
            )
            if content.contains(term.span) and not noun:
                return term
        return None

    def _addressed(self, act: str, kind: str, content: Span, modal: Term | None) -> Addressed:
        """Whom the statement is directed at; the end moves where the addressee is left out."""
        start = content.start
        if act == "hope":
            return Addressed(self._names.hoped(start), start)
        if kind == "directive":
            return self._names.asked(start)
        if act in ("thank", "commend"):
            return Addressed(self._names.praised(start, for_anything=True), start)
        if act in ("welcome", "acknowledge"):
            return Addressed(self._names.praised(start, for_anything=False), start)
        if modal is not None:
            return Addressed(self._names.needed(modal.span), start)
        return Addressed((), start)

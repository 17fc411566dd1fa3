"""Where statements open: a speaker and a cue at the head of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unccd_kg.language.zh import words
from unccd_kg.language.zh.clauses import Clause, Sentence
from unccd_kg.language.zh.names import Names
from unccd_kg.lexicon import Term
from unccd_kg.model import Concept, Span
from unccd_kg.vocabulary import Vocabulary

__all__ = ["Head", "Heads"]

_VIEW = re.compile(r"而言|来说")
_SPACE = re.compile(r"\s*")
_AND = re.compile(r"[并和、]|以及")
_ALSO = re.compile(r"并")
_OF = re.compile(r"的(?!是)")
_TOWARDS = re.compile(r"对于?")


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a statement.

    ``boundary`` is where the statement before it ends, ``start`` where its own quote starts,
    ``said`` where the words that name the speaker are over; ``content`` is set where what is
    said stands before the cue (对…表示关切).
    """

    boundary: int
    start: int
    said: int
    speaker: Concept | None
    set_against: bool
    cues: tuple[Term, ...]
    content: Span | None = None

    @property
    def end(self) -> int:
        """Where the last cue ends."""
        return self.cues[-1].span.end


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The words at the head of a clause that say who speaks; ``concept`` is None for a pronoun."""

    start: int
    end: int
    concept: Concept | None
    quantified: bool = False


class Heads:
    """The heads of one paragraph, sentence by sentence."""

    def __init__(
        self,
        text: str,
        names: Names,
        cues: Sequence[Term],
        modals: Sequence[Term],
        vocabulary: Vocabulary,
    ) -> None:
        self._text = text
        self._names = names
        self._modals = modals
        self._cues = {term.span.start: term for term in cues}
        self._state = vocabulary.concept("act", "state")
        self._directive = vocabulary.concept("act", "directive")
        self._vocabulary = vocabulary

    def of(self, sentence: Sentence) -> list[Head]:
        """The heads of a sentence in reading order."""
        found: list[Head] = []
        waiting: _Speaker | None = None
        for clause in sentence.clauses:
            # Directly behind a cue stands what is said, unless 并 goes on to the next act.
            goes_on = words.AND_ALSO.match(self._text, clause.start)
            if found and not goes_on and not self._has_content(found[-1], clause):
                continue
            for boundary in self._openings(clause):
                if found and boundary < found[-1].end:
                    continue
                head = self._head(clause, boundary, waiting, found)
                if head is not None:
                    found.append(head)
                    waiting = None
                elif boundary == clause.start:
                    waiting = self._lone_speaker(clause) or waiting
        return found

    def _has_content(self, head: Head, clause: Clause) -> bool:
        """Whether anything was said behind the cue before this clause begins."""
        if head.content is not None:
            return True
        said = self._text[head.end : clause.start]
        return bool(words.ASPECT.sub("", said, count=1).strip(" ，,：:"))

    def _openings(self, clause: Clause) -> Iterator[int]:
        """The start of a clause, and every 并 inside it."""
        yield clause.start
        for match in _ALSO.finditer(self._text, clause.start + 1, clause.end):
            yield match.start()

    def _head(
        self, clause: Clause, boundary: int, waiting: _Speaker | None, found: Sequence[Head]
    ) -> Head | None:
        start, against = self._connectives(boundary, clause.end)
        speaker = self._speaker(start, clause.end)
        if speaker and not self._may_speak(speaker, clause, boundary, against, bool(found)):
            return None
        if speaker and (view := self._view(speaker, boundary)):
            return view
        position, weight = self._adverbs(speaker.end if speaker else start, clause.end)
        against = against or weight
        opening = speaker is not None or not found
        cue, content = self._cue(position, clause.end, opening=opening)
        if cue is None or (speaker is None and not self._carries(cue, boundary, found, waiting)):
            return None
        if speaker is None and waiting is not None:
            speaker, start = waiting, waiting.start
        return Head(
            boundary=boundary,
            start=start,
            said=speaker.end if speaker else start,
            speaker=speaker.concept if speaker else None,
            set_against=speaker is not None and (against or self._is_other(speaker)),
            cues=self._coordinated(cue),
            content=content,
        )

    def _connectives(self, position: int, end: int) -> tuple[int, bool]:
        """Behind 并, 而, 此外 …; and whether one of them sets the clause against the last."""
        against = False
        position = _skip(_SPACE, self._text, position)
        while match := words.CONNECTIVES.match(self._text, position, end):
            # 和, 并 … may be the first character of a longer name or cue.
            if position in self._cues or self._names.one(position):
                break
            against = against or bool(words.AGAINST.fullmatch(match.group()))
            position = _skip(_SPACE, self._text, match.end())
        return position, against

    def _speaker(self, start: int, end: int) -> _Speaker | None:
        text = self._text
        if match := words.PRONOUNS.match(text, start, end):
            return (
                None if text.startswith("的", match.end()) else _Speaker(start, match.end(), None)
            )
        opening = _TOWARDS.match(text, start, end)
        position = opening.end() if opening else start
        if origin := words.ORIGIN.match(text, position, end):
            position = origin.end()
        term = self._names.one(position)
        if term is None or term.concepts[0].scheme != "agent":
            return None
        if opening and not _VIEW.match(text, term.span.end):
            return None
        others = self._names.many(position)
        # 一些缔约方，特别是…: what follows the comma is not the subject of this clause.
        last = others.end if others.concepts and others.end <= end else term.span.end
        if voice := words.VOICE.match(text, last):
            last = voice.end()
        if text.startswith("的", last):
            return None
        return _Speaker(start, last, term.concepts[0], self._names.is_quantified(position))

    def _may_speak(
        self, speaker: _Speaker, clause: Clause, boundary: int, against: bool, later: bool
    ) -> bool:
        """Inside a sentence only a quantified speaker or one set against another takes the floor.

        Elsewhere a bare 缔约方 or an institution is the subject of what is said.
        """
        if not later or speaker.quantified or against or clause.before in "；;":
            return boundary == clause.start or speaker.quantified
        return False

    def _view(self, speaker: _Speaker, boundary: int) -> Head | None:
        """对于一些缔约方而言，…: the whole phrase is the cue."""
        if not (match := _VIEW.match(self._text, speaker.end)):
            return None
        span = Span.of(self._text, speaker.start, match.end())
        cue = Term(span, (self._state,), (span,))
        return Head(boundary, speaker.start, match.end(), speaker.concept, False, (cue,))

    def _adverbs(self, position: int, end: int) -> tuple[int, bool]:
        """Behind 还, 进一步, 则 …; and whether 则 sets the speaker against the last."""
        against = False
        while position not in self._cues and (
            match := words.ADVERBS.match(self._text, position, end)
        ):
            against = against or bool(words.AGAINST.fullmatch(match.group()))
            position = _skip(_SPACE, self._text, match.end())
        return position, against

    def _cue(self, position: int, end: int, *, opening: bool) -> tuple[Term | None, Span | None]:
        """The cue at a position, else (where a sentence opens) the one behind a phrase."""
        cue = self._cues.get(position)
        if cue is not None:
            return (cue if self._reports(cue, end, opening=opening) else None), None
        later = [self._cues[start] for start in sorted(self._cues) if position < start < end]
        if later and (towards := _TOWARDS.match(self._text, position, end)):
            # 对…表示关切: what is said stands between 对 and the cue that closes the clause.
            last = later[-1]
            if last.span.end == end and (opening or last.span.text.startswith("表示")):
                start = self._before_adverbs(towards.end(), last.span.start)
                return last, Span.of(self._text, towards.end(), start)
        if not opening:
            return None, None
        if self._text.startswith("在", position) and self._text.endswith(
            words.WHILE, position, end
        ):
            return self._cues.get(self._adverbs(position + 1, end)[0]), None
        if words.PREPOSITIONS.match(self._text, position, end):
            for cue in later:
                before = self._before_adverbs(position, cue.span.start)
                if words.PHRASE_END.search(self._text[position:before]):
                    return (cue if self._reports(cue, end, opening=True) else None), None
        return None, None

    def _before_adverbs(self, start: int, end: int) -> int:
        """Where the adverbs in front of ``end`` begin."""
        for begin in range(start + 1, end):
            if self._adverbs(begin, end)[0] == end:
                return begin
        return end

    def _reports(self, cue: Term, end: int, *, opening: bool) -> bool:
        """Not a noun (建议的…, 支持者) and not a preposition (通过…)."""
        text, word = self._text, cue.span.text
        if _OF.match(text, cue.span.end):
            return False
        if words.PREPOSITIONS.fullmatch(word):
            return text.startswith("了", cue.span.end)
        return opening or not (word in words.NOUN_LIKE and cue.span.end == end)

    def _carries(
        self, cue: Term, boundary: int, found: Sequence[Head], waiting: _Speaker | None
    ) -> bool:
        """Whether a cue without a speaker opens a statement with the speaker carried over."""
        if waiting is not None or not found:
            return True
        if cue.span.text not in words.ORDINARY_VERBS:
            return True
        last = found[-1]
        if cue.span.text == last.cues[-1].span.text:
            return True
        if words.ALSO_DOES.match(self._text, _skip(_SPACE, self._text, boundary)):
            return False
        wanted = self._directive in self._vocabulary.broader(last.cues[-1].concepts[0])
        said = Span.of(self._text, last.end, cue.span.start)
        return not wanted and not any(said.contains(modal.span) for modal in self._modals)

    def _coordinated(self, cue: Term) -> tuple[Term, ...]:
        """欢迎并支持…: two cues on one object."""
        cues = [cue]
        while match := _AND.match(self._text, cues[-1].span.end):
            after = self._cues.get(match.end())
            if after is None or not self._reports(after, len(self._text), opening=True):
                break
            cues.append(after)
        return tuple(cues)

    def _is_other(self, speaker: _Speaker) -> bool:
        return speaker.concept is not None and self._names.is_other(speaker.concept)

    def _lone_speaker(self, clause: Clause) -> _Speaker | None:
        """一些缔约方，特别是…，强调: a speaker alone in its clause waits for its cue."""
        start, _ = self._connectives(clause.start, clause.end)
        speaker = self._speaker(start, clause.end)
        if speaker is None or clause.before not in ("", "；"):
            return None
        rest = self._text[speaker.end : clause.end].strip()
        alone = not rest or words.PREPOSITIONS.match(rest)
        return speaker if alone else None


def _skip(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position

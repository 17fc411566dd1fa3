"""Sentences and clauses by punctuation, brackets and quotation marks left whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

__all__ = ["Clause", "Sentence", "split_sentences"]

_STOPS = "。！？"
_COMMAS = "，；：,;:"
_OPENING = dict(zip("《（(“「『〈[", "》）)”」』〉]", strict=True))
_TRAILING = " \t，；：、,;:。！？.!?"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two punctuation marks; ``before`` is the mark in front of it."""

    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its full stop, and its clauses."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text.

    >>> [(s.start, s.end, len(s.clauses)) for s in split_sentences("甲强调，乙(一，二)。丙。")]
    [(0, 10, 2), (11, 12, 1)]
    """
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    closing: list[str] = []
    start, before = 0, ""
    for position, char in enumerate(text + _STOPS[0]):
        if closing and char == closing[-1]:
            closing.pop()
            if not closing and clauses and text[position - 1] in _STOPS:
                # 强调“资金是关键。”: the full stop inside the marks ends the sentence outside.
                clauses[-1] = replace(clauses[-1], end=position + 1)
                sentences.append(_sentence(text, clauses))
                clauses, start, before = [], position + 1, ""
        elif char in _OPENING and _OPENING[char] in text[position:]:
            closing.append(_OPENING[char])
        elif char in _STOPS or (char in _COMMAS and not closing):
            # A full stop ends the sentence even where a bracket was never closed.
            if text[start:position].strip():
                clauses.append(Clause(start, position, before))
            start, before = position + 1, char
            if char in _STOPS and (not closing or position == len(text)):
                closing.clear()
                if clauses:
                    sentences.append(_sentence(text, clauses))
                clauses, before = [], ""
    return sentences


def _sentence(text: str, clauses: list[Clause]) -> Sentence:
    start, end = clauses[0].start, clauses[-1].end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Sentence(start, trimmed(text, start, end), tuple(clauses))


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a stretch without trailing punctuation and white space."""
    return start + len(text[start:end].rstrip(_TRAILING))

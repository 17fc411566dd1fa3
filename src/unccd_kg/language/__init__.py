"""What a language module gives: reported speech acts as grammar sees them.

All that differs between languages stays in one module (or package) here and in the labels of
``ontology/``. A recipe gets :class:`Utterance` values and never looks at the words again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from unccd_kg.errors import UsageError
from unccd_kg.model import Concept, Span
from unccd_kg.vocabulary import Vocabulary

__all__ = ["Analysis", "Language", "Utterance", "language_for"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One reporting cue with what hangs on it.

    ``said`` is the quote without the words that name the speaker.

    ``speaker`` is ``None`` where the words do not name one: a pronoun, or a cue whose speaker is
    carried over (then ``named`` is false). ``set_against`` marks words like 另一些 or 而…则.
    """

    speaker: Concept | None
    set_against: bool
    act: Concept
    cue: Span
    quote: Span
    said: Span
    content: Span
    addressees: tuple[Concept, ...]
    modality: Concept | None

    @property
    def named(self) -> bool:
        """Whether the words themselves name the speaker."""
        return self.speaker is not None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The utterances of one paragraph and the sentences in which none was found."""

    utterances: tuple[Utterance, ...]
    unclassified: tuple[Span, ...]


class Language(Protocol):
    """What the engine asks of a language."""

    tag: str

    def fold(self, char: str) -> str:
        """The matching key of one character; may be empty."""

    def is_word(self, text: str, start: int, end: int) -> bool:
        """Whether this stretch is a word of its own."""

    def analyse(self, text: str) -> Analysis:
        """The utterances of a paragraph's text, in reading order."""


def _chinese(vocabulary: Vocabulary, body: Concept | None) -> Language:
    from unccd_kg.language.zh import Chinese

    return Chinese(vocabulary, body)


_LANGUAGES: dict[str, Callable[[Vocabulary, Concept | None], Language]] = {"zh": _chinese}


def language_for(tag: str, vocabulary: Vocabulary, body: Concept | None = None) -> Language:
    """The language module of a tag, for the documents of a body.

    Raises :class:`UsageError` where there is none.

    >>> from unccd_kg.resources import folder
    >>> language_for("zh", Vocabulary.load(folder("ontology"))).tag
    'zh'
    """
    if tag not in _LANGUAGES:
        known = ", ".join(sorted(_LANGUAGES))
        raise UsageError(f"no grammar for the language '{tag}'", hint=f"languages: {known}")
    return _LANGUAGES[tag](vocabulary, body)

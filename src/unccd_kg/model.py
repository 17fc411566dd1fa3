"""The values handed from step to step: a document has paragraphs, a paragraph holds statements.

All are frozen, complete and comparable; a span checks its own offsets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = [
    "Concept",
    "Document",
    "Extraction",
    "Header",
    "Paragraph",
    "ReadParagraph",
    "Region",
    "RegionKind",
    "Span",
    "Statement",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text with its offsets in code points: ``text[start:end] == span.text``.

    Raises :class:`ValueError` where the offsets do not fit the text.

    >>> Span.of("缔约方强调", 3, 5)
    Span(start=3, end=5, text='强调')
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"offsets {self.start}-{self.end} do not fit {self.text!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of a text."""
        return cls(start, end, text[start:end])

    def contains(self, other: Span) -> bool:
        """Whether the other span lies inside this one (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many characters the two spans share.

        >>> Span.of("abcdef", 0, 4).overlap(Span.of("abcdef", 2, 6))
        2
        """
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class RegionKind(StrEnum):
    """What a stretch of the input was read as."""

    HEADER = "header"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch ``[start, end)`` of the input text and what it was read as."""

    kind: RegionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the front of a document prints about itself; empty or ``None`` where it prints nothing.

    ``item_titles`` holds the titles below the agenda item, outermost first; ``session`` is the
    number of the session, ``body`` the body's name as printed.
    """

    symbol: str = ""
    body: str = ""
    session: int | None = None
    start_date: date | None = None
    end_date: date | None = None
    venue: str = ""
    agenda_item: str = ""
    item_titles: tuple[str, ...] = ()
    title: str = ""
    language: str = ""
    original_language: str = ""
    distribution: str = ""
    issued: date | None = None
    job_number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph: its number as printed, its text without the number, its first line."""

    number: str
    position: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """One language version of one document, as read from one file.

    ``regions`` cover the input without gap or overlap; ``digest`` is the SHA-256 of the file.
    """

    source: str
    language: str
    header: Header
    paragraphs: tuple[Paragraph, ...]
    regions: tuple[Region, ...]
    digest: str

    def characters(self) -> dict[RegionKind, int]:
        """How many characters of the input were read as what, in the order of the kinds."""
        return {kind: _length(self.regions, kind) for kind in RegionKind}


def _length(regions: Iterable[Region], kind: RegionKind) -> int:
    return sum(region.end - region.start for region in regions if region.kind is kind)


@dataclass(frozen=True, slots=True, order=True)
class Concept:
    """A concept of a vocabulary, by its IRI; scheme and slug are read off the IRI.

    >>> Concept("https://w3id.org/unccd-kg/vocab/agent/gm").slug
    'gm'
    """

    iri: str

    @property
    def slug(self) -> str:
        """The last segment of the IRI."""
        return self.iri.rsplit("/", 1)[1]

    @property
    def scheme(self) -> str:
        """The segment before it: ``agent``, ``theme`` … (``doc`` for a cited document)."""
        return self.iri.rsplit("/", 2)[1]


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported speech act: somebody does something with words about something.

    All spans are spans of the paragraph's text. ``contrasts_with`` is the order of the statement
    of the same paragraph that this one is set against.
    """

    order: int
    speaker: Concept
    act: Concept
    cue: Span
    quote: Span
    content: Span
    addressed_to: tuple[Concept, ...] = ()
    mentions: tuple[Concept, ...] = ()
    groups: tuple[Concept, ...] = ()
    themes: tuple[Concept, ...] = ()
    modality: Concept | None = None
    contrasts_with: int | None = None
    condition: Span | None = None


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with its statements and the sentences that no rule understood."""

    paragraph: Paragraph
    statements: tuple[Statement, ...]
    unclassified: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one document: what is built, validated and stored.

    ``slug`` names the document; ``body`` is the concept of its body, where the header prints one
    that the vocabulary knows; ``warnings`` say where the run does not look healthy.
    """

    document: Document
    slug: str
    body: Concept | None
    recipe: str
    document_type: str
    paragraphs: tuple[ReadParagraph, ...]
    warnings: tuple[str, ...] = ()

    @property
    def statements(self) -> int:
        """How many statements the document holds."""
        return sum(len(each.statements) for each in self.paragraphs)

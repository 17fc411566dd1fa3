"""An extraction becomes quads: document, paragraphs and statements with their exact evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.iris import DocumentIris
from unccd_kg.model import Concept, Extraction, Header, ReadParagraph, Span, Statement
from unccd_kg.reading.masthead import SYMBOL
from unccd_kg.vocabulary import RDF_TYPE, Vocabulary

__all__ = ["build", "vocabulary_graph"]

_DCTERMS = "http://purl.org/dc/terms/"
_FOAF_DOCUMENT = "http://xmlns.com/foaf/0.1/Document"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = ox.NamedNode(_XSD + "integer")
_DATE = ox.NamedNode(_XSD + "date")

_Value: TypeAlias = str | int | date | Concept | ox.Literal | ox.NamedNode | None


def build(
    extraction: Extraction, vocabulary: Vocabulary, *, base: str = iris.DOCUMENTS
) -> list[ox.Quad]:
    """The quads of one language version of a document, sorted, all in its named graph."""
    return _Builder(extraction, vocabulary, base).quads()


def vocabulary_graph(vocabulary: Vocabulary) -> list[ox.Quad]:
    """Ontology and vocabularies as they are kept in the store, in one named graph."""
    graph = ox.NamedNode(iris.VOCAB_GRAPH)
    quads = {ox.Quad(t.subject, t.predicate, t.object, graph) for t in vocabulary.triples}
    return sorted(quads, key=str)


class _Builder:
    """Collects the quads of one extraction."""

    def __init__(self, extraction: Extraction, vocabulary: Vocabulary, base: str) -> None:
        self._extraction = extraction
        self._vocabulary = vocabulary
        self._language = extraction.document.language
        self._iris = DocumentIris(extraction.slug, self._language, base)
        self._graph = ox.NamedNode(self._iris.graph)
        self._quads: set[ox.Quad] = set()

    def quads(self) -> list[ox.Quad]:
        """Everything, sorted."""
        self._document(self._extraction.document.header)
        for read in self._extraction.paragraphs:
            self._paragraph(read)
        return sorted(self._quads, key=str)

    def _add(self, subject: str, predicate: str, *values: _Value) -> None:
        """Add a property; ``predicate`` is one of ours or a full IRI, empty values are left out."""
        full = predicate if ":" in predicate else iris.term(predicate)
        for value in values:
            if value is not None and value != "":
                quad = ox.Quad(ox.NamedNode(subject), ox.NamedNode(full), _node(value), self._graph)
                self._quads.add(quad)

    def _class(self, subject: str, *names: str) -> None:
        for name in names:
            self._add(subject, RDF_TYPE.value, ox.NamedNode(iris.term(name)))

    def _text(self, text: str) -> ox.Literal | None:
        """A literal in the language of the document."""
        return ox.Literal(text, language=self._language) if text else None

    def _document(self, header: Header) -> None:
        extraction = self._extraction
        subject = self._iris.document
        self._class(subject, "Document")
        self._add(subject, "symbol", header.symbol)
        self._add(subject, _DCTERMS + "title", self._text(header.title))
        self._add(subject, _DCTERMS + "issued", header.issued)
        self._add(subject, _DCTERMS + "language", self._language)
        self._add(
            subject,
            "documentType",
            Concept(iris.concept("document-type", extraction.document_type)),
        )
        self._add(subject, "body", extraction.body)
        self._add(subject, "venue", self._text(header.venue))
        self._add(subject, "originalLanguage", header.original_language)
        self._add(subject, "distribution", header.distribution)
        self._add(subject, "jobNumber", header.job_number)
        self._add(subject, "sourceDigest", extraction.document.digest)
        self._add(subject, "recipe", extraction.recipe)
        if extraction.body is not None and header.session is not None:
            self._session(subject, extraction.body, header.session, header)

    def _session(self, document: str, body: Concept, number: int, header: Header) -> None:
        session = Concept(iris.concept("event", f"{body.slug}-{number}"))
        self._add(document, "session", session)
        self._class(session.iri, "Session")
        self._add(session.iri, "sessionNumber", number)
        self._add(session.iri, "body", body)
        self._add(session.iri, "startDate", header.start_date)
        self._add(session.iri, "endDate", header.end_date)
        if header.agenda_item:
            self._add(document, "agendaItem", self._agenda_item(session, header))

    def _agenda_item(self, session: Concept, header: Header) -> Concept:
        """The agenda item, and the item that it is a letter of: 2(c) of 2."""
        whole = re.split(r"(?=\()", header.agenda_item)
        parent: Concept | None = None
        for depth in range(1, len(whole) + 1):
            number = "".join(whole[:depth])
            name = iris.slug(number).replace("-", "")
            item = Concept(iris.concept("agenda-item", f"{session.slug}-item-{name}"))
            self._class(item.iri, "AgendaItem")
            self._add(item.iri, "number", number)
            self._add(item.iri, _DCTERMS + "isPartOf", session, parent)
            # The titles run from the whole item inwards and end with the printed item's own.
            position = len(header.item_titles) - len(whole) + depth - 1
            if 0 <= position < len(header.item_titles):
                self._add(item.iri, _DCTERMS + "title", self._text(header.item_titles[position]))
            parent = item
        assert parent is not None  # noqa: S101 - a split never gives an empty list
        return parent

    def _paragraph(self, read: ReadParagraph) -> None:
        paragraph = read.paragraph
        subject = self._iris.paragraph(paragraph.number)
        self._class(subject, "Paragraph")
        self._add(subject, "inDocument", ox.NamedNode(self._iris.document))
        self._add(subject, "number", paragraph.number)
        self._add(subject, "position", paragraph.position)
        self._add(subject, "text", self._text(paragraph.text))
        for statement in read.statements:
            self._statement(paragraph.number, statement)
        for order, span in enumerate(read.unclassified, start=1):
            left = self._iris.unclassified(paragraph.number, order)
            self._class(left, "UnclassifiedSpan")
            self._add(left, "inParagraph", ox.NamedNode(subject))
            self._add(left, "order", order)
            self._span(left, "quote", span)

    def _statement(self, number: str, statement: Statement) -> None:
        subject = self._iris.statement(number, statement.order)
        self._class(subject, "Statement", *self._kinds(statement.act))
        self._add(subject, "inParagraph", ox.NamedNode(self._iris.paragraph(number)))
        self._add(subject, "order", statement.order)
        self._add(subject, "speaker", statement.speaker)
        self._add(subject, "act", statement.act)
        self._span(subject, "quote", statement.quote)
        self._span(subject, "content", statement.content)
        self._span(subject, "cue", statement.cue)
        self._add(subject, "addressedTo", *statement.addressed_to)
        self._add(subject, "mentions", *statement.mentions)
        self._add(subject, "concernsGroup", *statement.groups)
        self._add(subject, "theme", *statement.themes)
        self._add(subject, "modality", statement.modality)
        if statement.condition is not None:
            self._add(subject, "condition", self._text(statement.condition.text))
        if statement.contrasts_with is not None:
            other = self._iris.statement(number, statement.contrasts_with)
            self._add(subject, "contrastsWith", ox.NamedNode(other))
        self._cited(statement.quote)

    def _kinds(self, act: Concept) -> Iterable[str]:
        """The RDF classes of an act, from the act or the class of acts above it."""
        for concept in self._vocabulary.broader(act):
            yield from map(iris.local_name, self._vocabulary.values(concept, "statementClass"))

    def _span(self, subject: str, name: str, span: Span) -> None:
        self._add(subject, name, self._text(span.text))
        self._add(subject, name + "Start", span.start)
        self._add(subject, name + "End", span.end)

    def _cited(self, quote: Span) -> None:
        """Documents cited by symbol are described just enough to be named."""
        for symbol in re.findall(SYMBOL, quote.text):
            cited = self._iris.cited(symbol)
            if cited != self._iris.document:
                self._add(cited, RDF_TYPE.value, ox.NamedNode(_FOAF_DOCUMENT))
                self._add(cited, "symbol", symbol)


def _node(value: _Value) -> ox.Literal | ox.NamedNode:
    match value:
        case ox.Literal() | ox.NamedNode():
            return value
        case Concept():
            return ox.NamedNode(value.iri)
        case int():
            return ox.Literal(str(value), datatype=_INTEGER)
        case date():
            return ox.Literal(value.isoformat(), datatype=_DATE)
        case _:
            return ox.Literal(str(value))

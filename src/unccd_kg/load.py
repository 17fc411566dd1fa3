"""From the graph back to values: the inverse of :mod:`unccd_kg.build`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.errors import UsageError
from unccd_kg.model import Concept, Paragraph, ReadParagraph, Span, Statement
from unccd_kg.store import Store
from unccd_kg.vocabulary import RDF_TYPE

__all__ = ["StoredDocument", "documents", "find_document", "find_paragraph", "paragraphs"]

_TITLE = "http://purl.org/dc/terms/title"
_LANGUAGE = "http://purl.org/dc/terms/language"

_Node: TypeAlias = dict[str, list[str]]


@dataclass(frozen=True, slots=True, order=True)
class StoredDocument:
    """One language version of a document in a store."""

    slug: str
    language: str
    graph: str
    iri: str
    symbol: str
    title: str
    digest: str


def documents(store: Store) -> list[StoredDocument]:
    """The documents of a store, sorted by name and language."""
    found = []
    for graph in store.graphs():
        nodes = _nodes(store.quads(graph))
        for iri, node in nodes.items():
            if iris.term("Document") in node[RDF_TYPE.value]:
                found.append(
                    StoredDocument(
                        slug=iris.local_name(iri),
                        language=_one(node, _LANGUAGE),
                        graph=graph,
                        iri=iri,
                        symbol=_one(node, iris.term("symbol")),
                        title=_one(node, _TITLE),
                        digest=_one(node, iris.term("sourceDigest")),
                    )
                )
    return sorted(found)


def find_document(store: Store, name: str, language: str | None = None) -> StoredDocument:
    """A document by slug, symbol or IRI; raises :class:`UsageError` where the store has none."""
    known = documents(store)
    for document in known:
        names = {document.slug, document.symbol, document.iri} - {""}
        if language in (None, document.language) and {name, iris.slug(name)} & names:
            return document
    slugs = ", ".join(dict.fromkeys(document.slug for document in known))
    raise UsageError(f"no document '{name}' in the store", hint=f"documents: {slugs or 'none'}")


def find_paragraph(store: Store, document: StoredDocument, number: str) -> ReadParagraph:
    """A paragraph by its printed number; raises :class:`UsageError` where there is none."""
    found = paragraphs(store, document.graph)
    for read in found:
        if read.paragraph.number == number:
            return read
    numbers = ", ".join(read.paragraph.number for read in found)
    raise UsageError(f"no paragraph '{number}' in {document.slug}", hint=f"paragraphs: {numbers}")


def paragraphs(store: Store, graph: str) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a named graph with their statements, in reading order.

    The concepts of a statement come sorted, for a graph keeps no order.
    """
    nodes = _nodes(store.quads(graph))
    inside: defaultdict[str, list[tuple[int, str, _Node]]] = defaultdict(list)
    for iri, node in nodes.items():
        for paragraph in node[iris.term("inParagraph")]:
            inside[paragraph].append((int(_one(node, iris.term("order"))), iri, node))
    found = []
    for iri, node in nodes.items():
        if iris.term("Paragraph") in node[RDF_TYPE.value]:
            parts = sorted(inside[iri], key=lambda part: part[:2])
            orders = {part_iri: order for order, part_iri, _ in parts}
            spans = [n for _, _, n in parts if _is(n, "UnclassifiedSpan")]
            found.append(
                ReadParagraph(
                    Paragraph(
                        number=_one(node, iris.term("number")),
                        position=int(_one(node, iris.term("position"))),
                        text=_one(node, iris.term("text")),
                        line=0,
                    ),
                    tuple(_statement(n, orders) for _, _, n in parts if _is(n, "Statement")),
                    tuple(_span(n, "quote") for n in spans),
                )
            )
    return tuple(sorted(found, key=lambda read: read.paragraph.position))


def _statement(node: _Node, orders: dict[str, int]) -> Statement:
    quote = _span(node, "quote")
    condition = _one(node, iris.term("condition"))
    start = quote.start + quote.text.find(condition)
    contrasts = _one(node, iris.term("contrastsWith"))
    return Statement(
        order=int(_one(node, iris.term("order"))),
        speaker=Concept(_one(node, iris.term("speaker"))),
        act=Concept(_one(node, iris.term("act"))),
        cue=_span(node, "cue"),
        quote=quote,
        content=_span(node, "content"),
        addressed_to=_concepts(node, "addressedTo"),
        mentions=_concepts(node, "mentions"),
        groups=_concepts(node, "concernsGroup"),
        themes=_concepts(node, "theme"),
        modality=next(iter(_concepts(node, "modality")), None),
        contrasts_with=orders.get(contrasts),
        condition=Span(start, start + len(condition), condition) if condition else None,
    )


def _nodes(quads: Iterable[ox.Quad]) -> dict[str, _Node]:
    nodes: defaultdict[str, _Node] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(
            quad.object, ox.NamedNode | ox.Literal
        ):
            nodes[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return nodes


def _is(node: _Node, name: str) -> bool:
    return iris.term(name) in node[RDF_TYPE.value]


def _one(node: _Node, predicate: str) -> str:
    return next(iter(node[predicate]), "")


def _concepts(node: _Node, name: str) -> tuple[Concept, ...]:
    return tuple(sorted(map(Concept, node[iris.term(name)])))


def _span(node: _Node, name: str) -> Span:
    start = int(_one(node, iris.term(name + "Start")))
    end = int(_one(node, iris.term(name + "End")))
    return Span(start, end, _one(node, iris.term(name)))

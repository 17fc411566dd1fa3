"""The graph as linked data: sorted, so that the same store gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TypeAlias

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.export.evidence import evidence
from unccd_kg.export.jsonld import to_jsonld
from unccd_kg.resources import folder
from unccd_kg.store import Store

__all__ = ["FORMATS", "export"]

_Writer: TypeAlias = Callable[[Sequence[ox.Quad]], bytes]

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "unccd": iris.ONTOLOGY,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
} | {
    scheme: iris.scheme(scheme) + "/"
    for scheme in (
        "act agent condition document-type event finance group information instrument modality "
        "programme quantifier theme"
    ).split()
}


def _serialize(items: Sequence[ox.Quad] | Sequence[ox.Triple], format_: ox.RdfFormat) -> bytes:
    # Formats of one statement a line know no prefixes.
    short = format_ not in (ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES)
    data = ox.serialize(items, format=format_, prefixes=_PREFIXES if short else None)
    return data or b""


def _dataset(format_: ox.RdfFormat) -> _Writer:
    return lambda quads: _serialize(quads, format_)


def _triples(format_: ox.RdfFormat) -> _Writer:
    """Formats without named graphs: what several graphs say is said once."""
    return lambda quads: _serialize(sorted({quad.triple for quad in quads}, key=_order), format_)


def _jsonld(quads: Sequence[ox.Quad]) -> bytes:
    context = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    return to_jsonld(quads, context["@context"])


FORMATS: dict[str, _Writer] = {
    "jsonld": _jsonld,
    "nq": _dataset(ox.RdfFormat.N_QUADS),
    "nt": _triples(ox.RdfFormat.N_TRIPLES),
    "rdfxml": _triples(ox.RdfFormat.RDF_XML),
    "trig": _dataset(ox.RdfFormat.TRIG),
    "ttl": _triples(ox.RdfFormat.TURTLE),
}
"""The formats by name; TriG and N-Quads keep the named graphs, the others are one graph."""


def export(store: Store, format_: str) -> bytes:
    """Everything in a store, with the evidence of each statement, in one of :data:`FORMATS`.

    >>> from unccd_kg.store import EmbeddedStore
    >>> export(EmbeddedStore.in_memory(), "nq")
    b''
    """
    quads = set(store.quads())
    for graph in store.graphs():
        quads.update(evidence(store, graph))
    return FORMATS[format_](sorted(quads, key=lambda quad: (str(quad.graph_name), *_order(quad))))


def _order(item: ox.Quad | ox.Triple) -> tuple[str, str, str]:
    # Without the closing bracket of an IRI, a statement stands before its evidence.
    return str(item.subject).rstrip(">"), str(item.predicate), str(item.object)

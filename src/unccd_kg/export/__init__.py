"""The graph as linked data: sorted, so that the same store gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.export.evidence import evidence
from unccd_kg.export.jsonld import to_jsonld
from unccd_kg.resources import folder
from unccd_kg.store import Store

__all__ = ["FORMATS", "export"]

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


def _dataset(format_: ox.RdfFormat) -> Callable[[Sequence[ox.Quad]], bytes]:
    return lambda quads: ox.serialize(quads, format=format_, prefixes=_PREFIXES)


def _lines(format_: ox.RdfFormat) -> Callable[[Sequence[ox.Quad]], bytes]:
    return lambda quads: ox.serialize(quads, format=format_)


def _triples(format_: ox.RdfFormat, *, prefixes: bool) -> Callable[[Sequence[ox.Quad]], bytes]:
    """Formats without named graphs: what several graphs say is said once."""

    def write(quads: Sequence[ox.Quad]) -> bytes:
        triples = sorted({quad.triple for quad in quads}, key=str)
        return ox.serialize(triples, format=format_, prefixes=_PREFIXES if prefixes else None)

    return write


def _jsonld(quads: Sequence[ox.Quad]) -> bytes:
    context = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    return to_jsonld(quads, context["@context"])


FORMATS: dict[str, Callable[[Sequence[ox.Quad]], bytes]] = {
    "jsonld": _jsonld,
    "nq": _lines(ox.RdfFormat.N_QUADS),
    "nt": _triples(ox.RdfFormat.N_TRIPLES, prefixes=False),
    "rdfxml": _triples(ox.RdfFormat.RDF_XML, prefixes=True),
    "trig": _dataset(ox.RdfFormat.TRIG),
    "ttl": _triples(ox.RdfFormat.TURTLE, prefixes=True),
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
    return FORMATS[format_](sorted(quads, key=_order))


def _order(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)

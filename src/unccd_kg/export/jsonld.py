"""JSON-LD by rdflib, compacted with our context and put in order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyoxigraph as ox

__all__ = ["to_jsonld"]


def to_jsonld(quads: Sequence[ox.Quad], context: Mapping[str, Any]) -> bytes:
    """The triples of all graphs as one JSON-LD document in a given context.

    rdflib gives nodes and values in the order of its hash tables: both are sorted here.

    >>> to_jsonld([], {"skos": "http://www.w3.org/2004/02/skos/core#"}).decode().split()[0]
    '{'
    """
    # rdflib takes a third of a second to import: only who writes JSON-LD pays for it.
    from rdflib import Graph
    from rdflib.plugins.serializers.jsonld import from_rdf

    graph = Graph()
    lines = ox.serialize({quad.triple for quad in quads}, format=ox.RdfFormat.N_TRIPLES)
    graph.parse(data=lines or b"", format="nt")
    document: dict[str, Any] = from_rdf(  # type: ignore[no-untyped-call]
        graph, context_data=dict(context), auto_compact=False
    )
    # A single node stands by itself, beside the context; several stand in @graph.
    del document["@context"]
    alone = [document] if document and "@graph" not in document else []
    nodes = [_sorted(node) for node in document.get("@graph", alone)]
    nodes.sort(key=lambda node: str(node.get("id")))
    ordered = {"@context": context, "@graph": nodes}
    return (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode()


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=lambda item: json.dumps(item, sort_keys=True))
    return value

"""The evidence of statements in the words of the Web Annotation model.

Each statement's quote is also a resource that selects it twice: by position (code points into
the paragraph's text) and by the quoted words with what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from unccd_kg.store import Store

__all__ = ["evidence"]

_CONSTRUCT = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>
CONSTRUCT {{
  ?statement a oa:Annotation ; oa:hasTarget ?evidence .
  ?evidence a oa:SpecificResource ; oa:hasSource ?paragraph ; oa:hasSelector ?position, ?words .
  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?words a oa:TextQuoteSelector ; oa:exact ?quote ; oa:prefix ?prefix ; oa:suffix ?suffix .
}} WHERE {{
  GRAPH <{graph}> {{
    ?statement a unccd:Statement ;
        unccd:inParagraph ?paragraph ;
        unccd:quote ?quote ; unccd:quoteStart ?start ; unccd:quoteEnd ?end .
    ?paragraph unccd:text ?text .
  }}
  BIND(IRI(CONCAT(STR(?statement), "/evidence")) AS ?evidence)
  BIND(IRI(CONCAT(STR(?evidence), "/position")) AS ?position)
  BIND(IRI(CONCAT(STR(?evidence), "/words")) AS ?words)
  BIND(IF(?start > 16, ?start - 16, 0) AS ?before)
  BIND(SUBSTR(?text, ?before + 1, ?start - ?before) AS ?prefix)
  BIND(SUBSTR(?text, ?end + 1, 16) AS ?suffix)
}}
"""


def evidence(store: Store, graph: str) -> Iterator[ox.Quad]:
    """The annotation quads of one named graph of a document, in that graph."""
    found = store.query(_CONSTRUCT.format(graph=graph))
    if isinstance(found, ox.QueryTriples):
        named = ox.NamedNode(graph)
        for triple in found:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, named)

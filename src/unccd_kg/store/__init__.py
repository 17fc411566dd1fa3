"""Where the graph is kept: one protocol, so that callers need not know which store it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

import pyoxigraph as ox

from unccd_kg.store.embedded import EmbeddedStore

__all__ = ["EmbeddedStore", "Rows", "Store"]

Rows: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store(Protocol):
    """What the engine asks of a store."""

    def replace(self, graph: str, quads: Sequence[ox.Quad]) -> bool:
        """Make ``quads`` the whole content of a named graph; tells whether that changed it."""

    def query(self, sparql: str) -> Rows:
        """Answer a SPARQL query."""

    def graphs(self) -> list[str]:
        """The named graphs, sorted."""

    def quads(self, graph: str | None = None) -> Iterable[ox.Quad]:
        """All quads, or those of one named graph, in no order."""

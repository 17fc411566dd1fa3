"""The embedded store: pyoxigraph in a folder (decisions/0003)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from unccd_kg.errors import KgError, StoreError, UsageError

__all__ = ["EmbeddedStore"]


class EmbeddedStore:
    """A SPARQL store in a folder, or in memory where no folder is given.

    >>> store = EmbeddedStore.in_memory()
    >>> graph = "https://example.org/graph"
    >>> name = ox.NamedNode("https://example.org/a")
    >>> quad = ox.Quad(name, name, ox.Literal("文", language="zh"), ox.NamedNode(graph))
    >>> store.replace(graph, [quad]), store.replace(graph, [quad]), store.graphs()
    (True, False, ['https://example.org/graph'])
    """

    def __init__(self, store: ox.Store, place: str) -> None:
        self._store = store
        self._place = place

    @classmethod
    def in_memory(cls) -> Self:
        """A store that is gone with the process."""
        return cls(ox.Store(), "memory")

    @classmethod
    def writable(cls, folder: Path) -> Self:
        """Open a folder for reading and writing, making it where it is missing.

        Raises :class:`StoreError` where the folder is in use, not a store, or not writable.
        """
        if folder.is_dir() and any(folder.iterdir()) and not _is_store(folder):
            raise StoreError(
                "the folder holds other files",
                where=str(folder),
                hint="name an empty or a new folder with --store",
            )
        with _store_errors(str(folder)):
            folder.parent.mkdir(parents=True, exist_ok=True)
            return cls(ox.Store(folder), str(folder))

    @classmethod
    def readable(cls, folder: Path) -> Self:
        """Open a folder for reading; raises :class:`StoreError` where it holds no store."""
        if not _is_store(folder):
            raise StoreError(
                "there is no store here",
                where=str(folder),
                hint="make one with: unccd-kg ingest PATH --store FOLDER",
            )
        with _store_errors(str(folder)):
            return cls(ox.Store.read_only(str(folder)), str(folder))

    def replace(self, graph: str, quads: Sequence[ox.Quad]) -> bool:
        """Make ``quads`` the whole content of a named graph, in one transaction.

        Gives ``False`` and writes nothing where the graph holds just these quads already.
        """
        if set(quads) == set(self.quads(graph)):
            return False
        lines = "\n".join(f"{quad.triple} ." for quad in quads)
        with _store_errors(self._place):
            self._store.update(
                f"DROP SILENT GRAPH <{graph}> ;\nINSERT DATA {{ GRAPH <{graph}> {{\n{lines}\n}} }}"
            )
            self._store.flush()
        return True

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Answer a SPARQL query; raises :class:`UsageError` where it cannot be parsed."""
        try:
            with _store_errors(self._place):
                return self._store.query(sparql)
        except SyntaxError as error:
            raise UsageError(f"not a SPARQL query: {error}") from error

    def graphs(self) -> list[str]:
        """The named graphs, sorted."""
        names = (graph.value for graph in self._store.named_graphs())
        return sorted(names)

    def quads(self, graph: str | None = None) -> Iterable[ox.Quad]:
        """All quads, or those of one named graph, in no order."""
        named = ox.NamedNode(graph) if graph is not None else None
        return self._store.quads_for_pattern(None, None, None, named)


def _is_store(folder: Path) -> bool:
    return (folder / "CURRENT").is_file()


@contextmanager
def _store_errors(place: str) -> Iterator[None]:
    """Turn what the store raises into one sentence with advice."""
    try:
        yield
    except KgError:
        raise
    except OSError as error:
        text = str(error)
        if "lock" in text.lower():
            what, hint = (
                "the store is in use by another process",
                "wait until it ends, then run again",
            )
        elif "No space left" in text or "File too large" in text:
            what, hint = (
                f"the disk is full ({text})",
                "free some space, then run again; nothing was lost",
            )
        else:
            what, hint = f"the store cannot be used: {text}", "check the folder and its permissions"
        raise StoreError(what, where=place, hint=hint) from error

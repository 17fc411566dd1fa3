"""Questions to a store: a saved query by name, a query in a file, or what is in there at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from unccd_kg.errors import UsageError
from unccd_kg.files import read_text
from unccd_kg.load import StoredDocument, documents, paragraphs
from unccd_kg.model import Concept
from unccd_kg.queries import bind, load_all
from unccd_kg.resources import folder
from unccd_kg.store import Rows, Store
from unccd_kg.vocabulary import Vocabulary

__all__ = ["DocumentSummary", "Summary", "ask", "summary"]

_ENGINES = ("pyoxigraph", "pyshacl", "rdflib", "jieba", "ahocorasick_rs")


def ask(store: Store, name: str, params: Sequence[str] = ()) -> Rows:
    """The answer to a saved query, or to the SPARQL in a file where ``name`` is a path.

    ``params`` are ``name=value`` pairs of a saved query; several of one name are several values.
    Raises :class:`UsageError` for an unknown query, parameter or value.
    """
    saved = load_all(folder("queries"))
    if name in saved:
        vocabulary = Vocabulary.load(folder("ontology"))
        return store.query(bind(saved[name], _values(params), vocabulary))
    path = Path(name)
    if not path.is_file():
        raise UsageError(
            f"no saved query and no file '{name}'",
            hint=f"saved queries: {', '.join(sorted(saved))}",
        )
    if params:
        raise UsageError("a query from a file takes no --param", where=name)
    return store.query(read_text(path))


def _values(params: Sequence[str]) -> dict[str, list[str]]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for param in params:
        key, equals, value = param.partition("=")
        if not equals:
            raise UsageError(f"'{param}' is not NAME=VALUE", hint="as in --param institution=gef")
        values[key].append(value)
    return dict(values)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """Counts of one document in a store."""

    document: StoredDocument
    paragraphs: int
    statements: int
    unclassified: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a store, and the versions of the engines at work."""

    place: str
    documents: tuple[DocumentSummary, ...]
    acts: tuple[tuple[Concept, int], ...]
    engines: tuple[tuple[str, str], ...]


def summary(store: Store, place: Path) -> Summary:
    """Count what is in a store; acts come by how often they occur."""
    found = []
    acts: defaultdict[Concept, int] = defaultdict(int)
    for document in documents(store):
        read = paragraphs(store, document.graph)
        for each in read:
            for statement in each.statements:
                acts[statement.act] += 1
        found.append(
            DocumentSummary(
                document,
                len(read),
                sum(len(each.statements) for each in read),
                sum(len(each.unclassified) for each in read),
            )
        )
    return Summary(
        str(place),
        tuple(found),
        tuple(sorted(acts.items(), key=lambda item: (-item[1], item[0]))),
        tuple((name, version(name)) for name in _ENGINES),
    )

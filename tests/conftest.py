"""The two sample documents, read once for all tests."""

from __future__ import annotations

import pytest

from unccd_kg import iris
from unccd_kg.build import build, vocabulary_graph
from unccd_kg.extract import Extractor
from unccd_kg.model import Extraction
from unccd_kg.reading import read_file
from unccd_kg.resources import folder
from unccd_kg.store import EmbeddedStore


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.default()


@pytest.fixture(scope="session")
def documents(extractor: Extractor) -> tuple[Extraction, ...]:
    """Both documents, in the order of their file names: item 2(c), then ICCD/CRIC(23)/L.7."""
    paths = sorted(folder("documents").glob("*.txt"))
    return tuple(extractor.extract(read_file(path)) for path in paths)


@pytest.fixture(scope="session")
def store(extractor: Extractor, documents: tuple[Extraction, ...]) -> EmbeddedStore:
    """A store with the vocabularies and both documents. Read only: it is shared by all tests."""
    kept = EmbeddedStore.in_memory()
    kept.replace(iris.VOCAB_GRAPH, vocabulary_graph(extractor.vocabulary))
    for each in documents:
        graph = iris.DocumentIris(each.slug, each.document.language).graph
        kept.replace(graph, build(each, extractor.vocabulary))
    return kept

"""From extraction to graph and back, and the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from unccd_kg.build import build, vocabulary_graph
from unccd_kg.export import FORMATS, export
from unccd_kg.extract import Extractor
from unccd_kg.iris import VOCAB_GRAPH, DocumentIris
from unccd_kg.load import documents, find_document, paragraphs
from unccd_kg.model import ReadParagraph
from unccd_kg.reading import read_file
from unccd_kg.resources import folder
from unccd_kg.store import EmbeddedStore

TEXTS = sorted(folder("documents").glob("*.txt"))
RDFLIB = {"nt": "nt", "ttl": "turtle", "rdfxml": "xml", "jsonld": "json-ld"}


def in_order(read: ReadParagraph) -> ReadParagraph:
    """What a graph keeps of a paragraph: no order of concepts, no line of the source."""
    statements = tuple(
        replace(
            s,
            addressed_to=tuple(sorted(s.addressed_to)),
            mentions=tuple(sorted(s.mentions)),
            groups=tuple(sorted(s.groups)),
            themes=tuple(sorted(s.themes)),
        )
        for s in read.statements
    )
    return replace(read, paragraph=replace(read.paragraph, line=0), statements=statements)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_the_graph_gives_back_what_was_extracted(path: Path, extractor: Extractor) -> None:
    extraction = extractor.extract(read_file(path))
    quads = build(extraction, extractor.vocabulary)
    store = EmbeddedStore.in_memory()
    graph = DocumentIris(extraction.slug, "zh").graph
    store.replace(graph, quads)
    assert paragraphs(store, graph) == tuple(map(in_order, extraction.paragraphs))


def test_a_document_without_symbol_is_named_by_session_and_item(store: EmbeddedStore) -> None:
    assert [document.slug for document in documents(store)] == [
        "cric-23-item-2c",
        "iccd-cric-23-l.7",
    ]
    assert find_document(store, "ICCD/CRIC(23)/L.7").slug == "iccd-cric-23-l.7"


@pytest.mark.parametrize("format_", sorted(RDFLIB))
def test_rdflib_reads_the_same_triples_in_every_format(store: EmbeddedStore, format_: str) -> None:
    lines = {line for line in export(store, "nt").decode().splitlines() if line}
    graph = Graph().parse(data=export(store, format_), format=RDFLIB[format_])
    expected = Graph().parse(data="\n".join(lines), format="nt")
    assert set(graph) == set(expected)
    assert len(graph) == len(lines)


@pytest.mark.parametrize(("format_", "name"), [("nq", "nquads"), ("trig", "trig")])
def test_datasets_keep_the_named_graphs(store: EmbeddedStore, format_: str, name: str) -> None:
    dataset = Dataset()
    dataset.parse(data=export(store, format_), format=name)
    named = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert named == set(store.graphs())


def test_evidence_selects_the_quote(store: EmbeddedStore) -> None:
    graph = Graph().parse(data=export(store, "nt"), format="nt")
    rows = list(
        graph.query(
            """
            PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>
            SELECT ?quote ?selected ?exact WHERE {
              ?statement unccd:quote ?quote ; oa:hasTarget ?evidence .
              ?evidence oa:hasSource/unccd:text ?text ; oa:hasSelector ?position, ?words .
              ?position oa:start ?start ; oa:end ?end . ?words oa:exact ?exact .
              BIND(SUBSTR(?text, ?start + 1, ?end - ?start) AS ?selected)
            }"""
        )
    )
    assert len(rows) == 86
    assert all(quote == selected == exact for quote, selected, exact in rows)  # type: ignore[misc]


SCRIPT = """
import sys
from unccd_kg.build import build, vocabulary_graph
from unccd_kg.export import FORMATS, export
from unccd_kg.extract import Extractor
from unccd_kg.iris import VOCAB_GRAPH, DocumentIris
from unccd_kg.reading import read_file
from unccd_kg.resources import folder
from unccd_kg.store import EmbeddedStore
extractor, store = Extractor.default(), EmbeddedStore.in_memory()
store.replace(VOCAB_GRAPH, vocabulary_graph(extractor.vocabulary))
for path in sorted(folder("documents").glob("*.txt")):
    quads = build(extractor.extract(read_file(path)), extractor.vocabulary)
    store.replace(quads[0].graph_name.value, quads)
for name in sorted(FORMATS):
    sys.stdout.buffer.write(export(store, name))
"""


def test_another_process_with_other_hashes_writes_the_same_bytes() -> None:
    dumps = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert dumps[0]
    assert dumps[0] == dumps[1]


def test_another_base_moves_the_documents_alone() -> None:
    extractor = Extractor.default(base="https://example.org/doc/")
    quads = build(
        extractor.extract(read_file(TEXTS[0])),
        extractor.vocabulary,
        base="https://example.org/doc/",
    )
    subjects = {str(quad.subject) for quad in quads}
    assert "<https://example.org/doc/cric-23-item-2c/p2/zh/s2>" in subjects
    assert not any("w3id.org/unccd-kg/doc" in str(quad) for quad in quads)


def test_the_vocabulary_graph_holds_every_file() -> None:
    extractor = Extractor.default()
    graphs = {str(quad.graph_name) for quad in vocabulary_graph(extractor.vocabulary)}
    assert graphs == {f"<{VOCAB_GRAPH}>"}
    assert set(FORMATS) == {"jsonld", "nq", "nt", "rdfxml", "trig", "ttl"}

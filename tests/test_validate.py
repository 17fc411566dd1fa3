"""Graphs that are broken on purpose, and what is said of them.

Each file ``shapes/NAME.ru`` breaks the graph of ICCD/CRIC(23)/L.7 in one way; ``shapes/NAME.txt``
holds the finding that this gives, in English and in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from unccd_kg.build import build
from unccd_kg.extract import Extractor
from unccd_kg.reading import read_file
from unccd_kg.resources import folder
from unccd_kg.validate import Finding, Severity, Validator
from unccd_kg.vocabulary import Vocabulary

PAIRS = sorted(Path(__file__).with_name("shapes").glob("*.ru"))
GRAPH = ox.NamedNode("https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/zh")
TRIPLES = ox.RdfFormat.TURTLE


@pytest.fixture(scope="module")
def graphs() -> dict[str, list[ox.Quad]]:
    """The quads of the sample documents by graph name."""
    extractor = Extractor.default()
    found = {}
    for path in sorted(folder("documents").glob("*.txt")):
        quads = build(extractor.extract(read_file(path)), extractor.vocabulary)
        found[str(quads[0].graph_name)] = quads
    return found


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator(folder("shapes"), Vocabulary.load(folder("ontology")))


def broken(quads: Iterable[ox.Quad], *updates: Path) -> list[ox.Quad]:
    """The graph after some updates, each of which has to change it."""
    store = ox.Store()
    store.extend(ox.Quad(*quad.triple) for quad in quads)
    for update in updates:
        before = set(store)
        store.update(update.read_text(encoding="utf-8"))
        assert set(store) != before, f"{update.name} changes nothing"
    return [ox.Quad(*quad.triple, GRAPH) for quad in store]


def wanted(update: Path) -> list[str]:
    return update.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def both(finding: Finding) -> list[str]:
    return [finding.text("en"), finding.text("zh")]


def test_sample_documents_have_no_findings(
    validator: Validator, graphs: dict[str, list[ox.Quad]]
) -> None:
    for quads in graphs.values():
        assert list(map(str, validator.validate(quads))) == []


def test_vocabulary_has_no_findings(validator: Validator) -> None:
    assert list(map(str, validator.validate_vocabulary())) == []


@pytest.mark.parametrize("update", PAIRS, ids=lambda path: path.stem)
def test_broken_graph_gives_one_finding(
    update: Path, validator: Validator, graphs: dict[str, list[ox.Quad]]
) -> None:
    findings = validator.validate(broken(graphs[str(GRAPH)], update))
    assert [both(finding) for finding in findings] == [wanted(update)]
    assert findings[0].severity is Severity.VIOLATION


def test_graph_broken_in_all_ways_at_once_gives_as_many_findings(
    validator: Validator, graphs: dict[str, list[ox.Quad]]
) -> None:
    findings = validator.validate(broken(graphs[str(GRAPH)], *PAIRS))
    assert len(findings) == len(PAIRS) >= 12
    assert sorted(map(str, findings)) == sorted(wanted(update)[0] for update in PAIRS)
    positions = [finding.position for finding in findings]
    assert positions == sorted(positions)

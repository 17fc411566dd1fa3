"""Graphs that are broken on purpose, and what is said of them.

Each file ``shapes/NAME.ru`` breaks the graph of ICCD/CRIC(23)/L.7 in one way; ``shapes/NAME.txt``
holds the finding that this gives, in English and in Chinese.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from unccd_kg.build import build
from unccd_kg.errors import KgError
from unccd_kg.extract import Extractor
from unccd_kg.reading import read_file
from unccd_kg.resources import folder
from unccd_kg.validate import Finding, Severity, Validator
from unccd_kg.vocabulary import Vocabulary

PAIRS = sorted(Path(__file__).with_name("shapes").glob("*.ru"))
GRAPH = ox.NamedNode("https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/zh")
SHAPES = sorted(folder("shapes").glob("*.ttl"))
SH = "http://www.w3.org/ns/shacl#"


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
    store.extend(plain(quad.triple) for quad in quads)
    for update in updates:
        before = set(store)
        store.update(update.read_text(encoding="utf-8"))
        assert set(store) != before, f"{update.name} changes nothing"
    return [ox.Quad(quad.subject, quad.predicate, quad.object, GRAPH) for quad in store]


def plain(triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object)


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


def test_findings_do_not_depend_on_the_order_of_the_quads(
    validator: Validator, graphs: dict[str, list[ox.Quad]]
) -> None:
    quads = broken(graphs[str(GRAPH)], *PAIRS[:6])
    shuffled = random.Random(5).sample(quads, len(quads))  # noqa: S311 - shuffles alike each time
    first, second = validator.validate(quads), validator.validate(shuffled)
    assert list(map(both, first)) == list(map(both, second))


def test_checking_leaves_nothing_behind(
    validator: Validator, graphs: dict[str, list[ox.Quad]], capfd: pytest.CaptureFixture[str]
) -> None:
    quads = graphs[str(GRAPH)]
    assert len(validator.validate(broken(quads, *PAIRS))) == len(PAIRS)
    assert validator.validate(quads) == validator.validate([]) == []
    assert capfd.readouterr().out == ""


PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "unccd": "https://w3id.org/unccd-kg/ontology#",
}
VOCABULARY_FAULTS = {
    "DELETE DATA { <vocab/agent/gm> skos:prefLabel '全球机制'@zh }": (
        'ontology: the preferred label in Chinese is missing: add skos:prefLabel "…"@zh (agent/gm)'
    ),
    "INSERT DATA { <vocab/agent/gm> skos:prefLabel 'World Mechanism'@en }": (
        "ontology: a preferred label is repeated in a language"
    ),
    "DELETE WHERE { <vocab/theme/drought> skos:definition ?definition }": (
        "ontology: the definition is missing"
    ),
    "INSERT DATA { <vocab/theme/drought> skos:broader <vocab/theme/weather-gods> }": (
        "ontology: the broader concept does not exist: declare it, or correct its IRI "
        "(theme/drought, value: theme/weather-gods)"
    ),
    "INSERT DATA { <vocab/act/assertive> skos:broader <vocab/act/note> }": (
        "ontology: the concept “assertive act” is broader than itself"
    ),
    "INSERT DATA { <vocab/group/women> skos:altLabel 'wives' }": (
        "ontology: a label has no language tag"
    ),
    "INSERT DATA { <vocab/group/women> unccd:negativeLabel '妇女'@zh }": (
        "ontology: a preferred label stands here once more as another label"
    ),
    "DELETE DATA { <vocab/finance/gef-9> skos:broader <vocab/agent/gef> }": (
        "ontology: the concept “ninth replenishment of the Global Environment Facility” has "
        "replenishment of but does not reach the same concept by skos:broader"
    ),
    "DELETE WHERE { unccd:quote skos:example ?example }": (
        "ontology: the example is missing: add skos:example to the class or property (quote)"
    ),
    "DELETE DATA { <vocab/act/urge> skos:broader <vocab/act/directive> }": (
        "ontology: the act leads to no class of statements"
    ),
    "INSERT DATA { <vocab/theme/x> a skos:Concept ; skos:prefLabel 'x'@en, 'x'@zh ;"
    " skos:inScheme <vocab/group> ; skos:definition 'A misplaced concept.'@en }": (
        "ontology: the IRI of the concept “x” is not the IRI of its scheme"
    ),
}


def test_broken_vocabulary_gives_a_finding_for_each_fault() -> None:
    store = ox.Store()
    vocabulary = Vocabulary.load(folder("ontology"))
    store.extend(map(plain, vocabulary.triples))
    for fault in VOCABULARY_FAULTS:
        before = set(store)
        store.update(fault, base_iri="https://w3id.org/unccd-kg/", prefixes=PREFIXES)
        assert set(store) != before, f"{fault} changes nothing"
    damaged = Vocabulary(quad.triple for quad in store)
    known = set(map(str, Validator(folder("shapes"), vocabulary).validate_vocabulary()))
    found = [str(f) for f in Validator(folder("shapes"), damaged).validate_vocabulary()]
    new = [text for text in found if text not in known]
    for beginning in VOCABULARY_FAULTS.values():
        assert any(text.startswith(beginning) for text in new), beginning


def test_shape_file_that_is_not_turtle_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("@prefix sh: <http://www.w3.org/ns/shacl#> .\n\nsh: a .\n")
    with pytest.raises(KgError) as caught:
        Validator(tmp_path, Vocabulary([]))
    assert re.fullmatch(r".*mine\.ttl, line 3: not Turtle: .*\n  → .*", str(caught.value))


def test_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no shapes"):
        Validator(tmp_path, Vocabulary([]))


def test_shape_with_a_broken_query_is_no_finding(
    tmp_path: Path, graphs: dict[str, list[ox.Quad]]
) -> None:
    for path in SHAPES:
        shutil.copy(path, tmp_path)
    text = (tmp_path / "statement.ttl").read_text(encoding="utf-8")
    changed = text.replace("SELECT DISTINCT", "SELECTED")
    (tmp_path / "statement.ttl").write_text(changed, encoding="utf-8")
    validator = Validator(tmp_path, Vocabulary.load(folder("ontology")))
    with pytest.raises(KgError, match="the shapes cannot be used"):
        validator.validate(graphs[str(GRAPH)])


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_rules_have_names_and_messages_in_english_and_chinese(path: Path) -> None:
    triples = [quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    kinds = ("PropertyShape", "NodeShape", "SPARQLConstraint")
    rules = {t.subject for t in triples if str(t.object) in {f"<{SH}{kind}>" for kind in kinds}}
    assert all(isinstance(rule, ox.NamedNode) for rule in rules)
    used = {t.object for t in triples if t.predicate.value in {SH + "property", SH + "sparql"}}
    assert used <= rules
    languages = {
        rule: sorted(
            str(t.object.language)
            for t in triples
            if t.subject == rule
            and t.predicate.value == SH + "message"
            and isinstance(t.object, ox.Literal)
        )
        for rule in used
    }
    assert {rule: found for rule, found in languages.items() if found != ["en", "zh"]} == {}


def test_shapes_are_shapes() -> None:
    import pyshacl
    from rdflib import Graph

    shapes = Graph()
    for path in SHAPES:
        shapes.parse(path)
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_importing_and_making_a_validator_loads_no_rdf_library() -> None:
    code = """
import sys
from unccd_kg.resources import folder
from unccd_kg.validate import Validator
from unccd_kg.vocabulary import Vocabulary
Validator(folder("shapes"), Vocabulary.load(folder("ontology")))
sys.exit(bool({"rdflib", "pyshacl"} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

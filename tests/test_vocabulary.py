"""The vocabularies: wide enough, labelled, linked only to what was read off a file."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from unccd_kg.errors import KgError
from unccd_kg.extract import Extractor
from unccd_kg.model import Concept
from unccd_kg.vocabulary import SKOS, Vocabulary

TEXTS = os.environ.get("UNCCD_KG_TEXTS")
MATCHES = {SKOS + "exactMatch", SKOS + "closeMatch"}


def test_at_least_250_concepts_have_chinese_and_english_labels(extractor: Extractor) -> None:
    vocabulary = extractor.vocabulary
    labelled = {
        language: {
            triple.subject.value
            for triple in vocabulary.triples
            if triple.predicate.value == SKOS + "prefLabel"
            and isinstance(triple.subject, ox.NamedNode)
            and isinstance(triple.object, ox.Literal)
            and triple.object.language == language
        }
        for language in ("en", "zh")
    }
    assert len(labelled["en"] & labelled["zh"]) >= 250
    assert {concept.iri for concept in vocabulary.concepts} <= labelled["en"] & labelled["zh"]


@pytest.mark.parametrize(
    ("scheme", "slug"),
    [("finance", "gef-9"), ("finance", "star"), ("agent", "gef-secretariat"),
     ("programme", "gef-enabling-activities")],
)  # fmt: skip
def test_questions_about_gef_reach_what_belongs_to_it(
    extractor: Extractor, scheme: str, slug: str
) -> None:
    vocabulary = extractor.vocabulary
    above = set(vocabulary.broader(vocabulary.concept(scheme, slug)))
    assert vocabulary.concept("agent", "gef") in above


@pytest.mark.parametrize(
    "slug",
    "cop cric cst secretariat gm gef gcf adaptation-fund-board sbi sbsta ipcc fao unep undp ifad "
    "world-bank african-group grulac aosis".split(),
)
def test_the_field_that_users_expect_is_there(extractor: Extractor, slug: str) -> None:
    assert extractor.vocabulary.concept("agent", slug).slug == slug


def test_no_node_is_blank(extractor: Extractor) -> None:
    nodes = {node for t in extractor.vocabulary.triples for node in (t.subject, t.object)}
    assert not [node for node in nodes if isinstance(node, ox.BlankNode)]


def test_a_label_finds_one_concept_among_the_names(extractor: Extractor) -> None:
    """Two institutions of one name would make every answer about them ambiguous."""
    found: dict[str, Concept] = {}
    schemes = ("agent", "event", "finance", "information", "instrument", "programme")
    for label, concept, positive in extractor.vocabulary.labels(schemes, "zh"):
        if positive:
            assert found.setdefault(label, concept) == concept, label


@pytest.mark.skipif(TEXTS is None, reason="UNCCD_KG_TEXTS names no folder with the verified links")
def test_external_links_come_from_the_verified_list(extractor: Extractor) -> None:
    assert TEXTS is not None
    with (Path(TEXTS) / "data" / "vocabulary_links.tsv").open(encoding="utf-8", newline="") as file:
        verified = {row["iri"] for row in csv.DictReader(file, delimiter="\t")}
    linked = {
        triple.object.value
        for triple in extractor.vocabulary.triples
        if triple.predicate.value in MATCHES and isinstance(triple.object, ox.NamedNode)
    }
    outside = {iri for iri in linked if not iri.startswith("https://w3id.org/unccd-kg/")}
    assert outside
    assert outside <= verified


def test_a_file_that_is_not_turtle_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(
        "@prefix a: <https://example.org/> .\na:b a:c\n", encoding="utf-8"
    )
    with pytest.raises(KgError, match=r"bad\.ttl, line \d"):
        Vocabulary.load(tmp_path)

"""The concepts of ``ontology/``: what they are called, where they stand, what they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Self, TypeAlias

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.errors import KgError
from unccd_kg.model import Concept

__all__ = ["NAMED", "Label", "Vocabulary"]

NAMED = ("agent", "event", "finance", "group", "information", "instrument", "programme")
"""Schemes whose labels are names: searched together, so that the longest name wins."""

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
ORGANIZATION = ox.NamedNode("http://www.w3.org/ns/org#Organization")
_LABELS = {
    ox.NamedNode(SKOS + "prefLabel"): True,
    ox.NamedNode(SKOS + "altLabel"): True,
    ox.NamedNode(SKOS + "hiddenLabel"): True,
    ox.NamedNode(iris.term("negativeLabel")): False,
}
_BROADER = ox.NamedNode(SKOS + "broader")
_IN_SCHEME = ox.NamedNode(SKOS + "inScheme")
_OPAQUE = ox.NamedNode(iris.term("opaqueName"))

Label: TypeAlias = tuple[str, Concept, bool]
"""A label, its concept, and whether it finds the concept (``False``: a false friend)."""


class Vocabulary:
    """All triples of the Turtle files of a folder, asked by concept.

    >>> from unccd_kg.resources import folder
    >>> vocabulary = Vocabulary.load(folder("ontology"))
    >>> vocabulary.label(vocabulary.concept("agent", "gm"), "zh")
    '全球机制'
    """

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = tuple(triples)
        self._objects: defaultdict[tuple[str, str], list[ox.NamedNode | ox.Literal]]
        self._objects = defaultdict(list)
        for triple in self.triples:
            if isinstance(triple.subject, ox.NamedNode) and not isinstance(
                triple.object, ox.BlankNode | ox.Triple
            ):
                self._objects[triple.subject.value, triple.predicate.value].append(triple.object)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read every ``*.ttl`` of a folder; raises :class:`KgError` naming file and line."""
        triples: list[ox.Triple] = []
        for path in sorted(folder.glob("*.ttl")):
            try:
                quads = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
                triples.extend(quad.triple for quad in quads)
            except SyntaxError as error:
                where = f"{path.name}, line {error.lineno}"
                raise KgError(f"not Turtle: {error.msg}", where=where) from error
        return cls(triples)

    def concept(self, scheme: str, slug: str) -> Concept:
        """A concept by scheme and slug; raises :class:`KgError` where there is none."""
        concept = Concept(iris.concept(scheme, slug))
        if concept not in self.concepts:
            raise KgError(f"no concept '{slug}' in scheme '{scheme}'", where="ontology/")
        return concept

    @cached_property
    def concepts(self) -> frozenset[Concept]:
        """Every concept that stands in a scheme."""
        pairs = (t for t in self.triples if t.predicate == _IN_SCHEME)
        return frozenset(
            Concept(t.subject.value) for t in pairs if isinstance(t.subject, ox.NamedNode)
        )

    def values(self, concept: Concept, name: str) -> tuple[str, ...]:
        """The values of a property of our ontology, as strings, in file order."""
        return tuple(node.value for node in self._objects[concept.iri, iris.term(name)])

    def broader(self, concept: Concept) -> Iterator[Concept]:
        """The concept and everything above it, each once, the nearest first."""
        found = [concept]
        for each in found:
            yield each
            above = (Concept(node.value) for node in self._objects[each.iri, _BROADER.value])
            found.extend(one for one in above if one not in found)

    def label(self, concept: Concept, language: str) -> str:
        """The preferred label in a language, else in English, else the slug."""
        labels = {
            node.language: node.value
            for node in self._objects[concept.iri, SKOS + "prefLabel"]
            if isinstance(node, ox.Literal)
        }
        return labels.get(language) or labels.get("en") or concept.slug

    def labels(self, schemes: Iterable[str], language: str) -> list[Label]:
        """All labels of some schemes in one language, sorted."""
        wanted = frozenset(schemes)
        found: list[Label] = []
        for concept in self.concepts:
            if concept.scheme in wanted:
                for predicate, positive in _LABELS.items():
                    found.extend(
                        (node.value, concept, positive)
                        for node in self._objects[concept.iri, predicate.value]
                        if isinstance(node, ox.Literal) and node.language == language
                    )
        return sorted(found)

    def own_labels(self, body: Concept | None, language: str) -> list[Label]:
        """What a body is called in its own documents alone; nothing for no body."""
        nodes = self._objects[body.iri, iris.term("ownLabel")] if body else []
        return [
            (node.value, body, True)
            for node in nodes
            if body and isinstance(node, ox.Literal) and node.language == language
        ]

    def is_institution(self, concept: Concept) -> bool:
        """Whether the concept is an organization (or a kind of one), not a role or a group."""
        return ORGANIZATION in self._objects[concept.iri, RDF_TYPE.value]

    def is_opaque(self, concept: Concept) -> bool:
        """Whether the name hides the subject words inside it, as 气候变化 in a convention's."""
        return any(
            node.value == "true"
            for subject in (concept.iri, iris.scheme(concept.scheme))
            for node in self._objects[subject, _OPAQUE.value]
        )

"""The one place where an IRI is made.

The names follow the vocabulary contract (``decisions/0005``): built from symbol and number alone,
so that graphs made apart merge without coordination. Only the base of the *documents* can be
configured; ontology and vocabularies keep their published names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = [
    "DOCUMENTS",
    "ONTOLOGY",
    "VOCAB",
    "VOCAB_GRAPH",
    "DocumentIris",
    "concept",
    "local_name",
    "scheme",
    "slug",
    "term",
]

ROOT = "https://w3id.org/unccd-kg/"
ONTOLOGY = ROOT + "ontology#"
VOCAB = ROOT + "vocab/"
VOCAB_GRAPH = ROOT + "vocab"
DOCUMENTS = ROOT + "doc/"


def slug(text: str) -> str:
    """The ASCII slug of a symbol: lower case, every run of other characters a ``-``, dots kept.

    >>> slug("ICCD/CRIC(23)/L.7")
    'iccd-cric-23-l.7'
    >>> slug("5(a)")
    '5-a'
    """
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-")


def term(name: str) -> str:
    """A class or property of the ontology.

    >>> term("quote")
    'https://w3id.org/unccd-kg/ontology#quote'
    """
    return ONTOLOGY + name


def concept(scheme: str, name: str) -> str:
    """A concept of a vocabulary.

    >>> concept("agent", "gm")
    'https://w3id.org/unccd-kg/vocab/agent/gm'
    """
    return f"{VOCAB}{scheme}/{name}"


def scheme(name: str) -> str:
    """A concept scheme.

    >>> scheme("agent")
    'https://w3id.org/unccd-kg/vocab/agent'
    """
    return VOCAB + name


def local_name(iri: str) -> str:
    """The last path segment or fragment of an IRI.

    >>> local_name("https://w3id.org/unccd-kg/vocab/agent/gm")
    'gm'
    """
    return re.split(r"[/#]", iri)[-1]


@dataclass(frozen=True, slots=True)
class DocumentIris:
    """The IRIs of one language version of one document.

    >>> iris = DocumentIris("iccd-cric-23-l.7", "zh")
    >>> iris.statement("5(a)", 2)
    'https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/p5-a/zh/s2'
    >>> iris.graph
    'https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/zh'
    """

    slug: str
    language: str
    base: str = DOCUMENTS

    @property
    def document(self) -> str:
        """The document itself, whatever the language."""
        return self.base + self.slug

    @property
    def graph(self) -> str:
        """The named graph that holds all statements of this language version."""
        return f"{self.document}/{self.language}"

    def paragraph(self, number: str) -> str:
        """A paragraph by its printed number; preambular ones (``pre3``) keep their name."""
        name = slug(number)
        return f"{self.document}/{name if name.startswith('pre') else 'p' + name}"

    def statement(self, number: str, order: int) -> str:
        """The statement of that 1-based order in a paragraph."""
        return f"{self.paragraph(number)}/{self.language}/s{order}"

    def unclassified(self, number: str, order: int) -> str:
        """The unclassified span of that 1-based order in a paragraph."""
        return f"{self.paragraph(number)}/{self.language}/u{order}"

    def cited(self, symbol: str) -> str:
        """Another document, named by its symbol in a text."""
        return self.base + slug(symbol)

"""Checks a graph against ``shapes/``: what is wrong, in which paragraph, and what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from unccd_kg import iris
from unccd_kg.errors import KgError
from unccd_kg.vocabulary import RDF_TYPE, SKOS, Vocabulary

if TYPE_CHECKING:
    from unccd_kg.shacl import Engine, Result

__all__ = ["Finding", "Severity", "Validator"]

_OF_VOCABULARY = "vocabulary.ttl"
_MESSAGE = ox.NamedNode("http://www.w3.org/ns/shacl#message")
_LABEL = (
    ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
    ox.NamedNode(SKOS + "prefLabel"),
)
_SHOWN = 60
"""How many characters of a value are printed."""


class Severity(StrEnum):
    """How bad it is; whatever it is, the document is not stored (``decisions/0006``)."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What a shape objects to; findings sort in reading order.

    ``paragraph`` is the number as printed, ``position`` its place in reading order: empty and 0
    where the document, its session or the vocabulary is at fault. ``focus`` is the IRI of what is
    at fault, ``path`` the property, ``shape`` the rule; the message comes in English and Chinese.

    >>> focus = "https://w3id.org/unccd-kg/doc/iccd-cric-23-l.7/p5/zh/s2"
    >>> finding = Finding("iccd-cric-23-l.7", 5, "5", focus, iris.term("cue"), "呼吁",
    ...     Severity.VIOLATION, "", {"en": "the cue is odd", "zh": "提示词有误"})
    >>> print(finding)
    iccd-cric-23-l.7, paragraph 5: the cue is odd (p5/zh/s2, value: 呼吁)
    >>> print(finding.text("zh"))
    iccd-cric-23-l.7，第5段：提示词有误（p5/zh/s2，值：呼吁）
    """

    document: str
    position: int
    paragraph: str
    focus: str
    path: str
    value: str
    severity: Severity
    shape: str
    # A message follows from the shape, so that it need not take part in comparing.
    message: Mapping[str, str] = field(compare=False)

    def text(self, language: str = "en") -> str:
        """The finding as one line, in English or Chinese."""
        message = self.message.get(language) or self.message.get("en", "")
        evidence = self._evidence(language)
        if language == "zh":
            place = f"，第{self.paragraph}段" if self.paragraph else ""
            return f"{self.document}{place}：{message}" + (f"（{evidence}）" if evidence else "")
        place = f", paragraph {self.paragraph}" if self.paragraph else ""
        return f"{self.document}{place}: {message}" + (f" ({evidence})" if evidence else "")

    def __str__(self) -> str:
        return self.text()

    def _evidence(self, language: str) -> str:
        """What is at fault, unless that is the document itself, and the value found there."""
        focus, value = _name(self.focus, self.document), _name(self.value, self.document)
        if len(value) > _SHOWN:
            value = value[: _SHOWN - 1] + "…"
        known = {self.document, focus, ""}
        what = [] if focus == self.document else [focus]
        if value not in known:
            what.append(f"值：{value}" if language == "zh" else f"value: {value}")
        return ("，" if language == "zh" else ", ").join(what)


class Validator:
    """Holds shapes and vocabulary, to check any number of documents.

    Shapes are read at once; raises :class:`KgError` where a file of the folder is not Turtle. The
    rules of ``vocabulary.ttl`` are for the vocabulary, those of all other files for documents.

    >>> from unccd_kg.resources import folder
    >>> validator = Validator(folder("shapes"), Vocabulary.load(folder("ontology")))
    >>> document = ox.NamedNode(iris.DOCUMENTS + "a-1")
    >>> graph = ox.NamedNode(iris.DOCUMENTS + "a-1/en")
    >>> quad = ox.Quad(document, RDF_TYPE, ox.NamedNode(iris.term("Document")), graph)
    >>> for finding in validator.validate([quad]):
    ...     print(finding)
    a-1: no paragraph stands in this document: it needs at least one, named by unccd:inDocument
    a-1: the language of the document is missing...
    a-1: the document type is missing...
    a-1: the recipe is missing...
    a-1: the source digest is missing...
    """

    def __init__(self, shape_folder: Path, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._shapes = {path.name: _read(path) for path in sorted(shape_folder.glob("*.ttl"))}
        if not self._shapes:
            raise KgError("there are no shapes here", where=str(shape_folder))

    def validate(self, quads: Sequence[ox.Quad]) -> list[Finding]:
        """What is wrong with the graph of one language version of a document, in reading order."""
        if not quads:
            return []
        triples = [quad.triple for quad in quads]
        places = _Places(triples)
        results = self._for_documents.results(triples)
        # A named graph is {document}/{language}.
        document = str(min(getattr(quad.graph_name, "value", "") for quad in quads))
        document = iris.local_name(document.rpartition("/")[0])
        return sorted({self._finding(each, document, *places.of(each.focus)) for each in results})

    def validate_vocabulary(self) -> list[Finding]:
        """What is wrong with ontology and vocabularies."""
        results = self._for_vocabulary.results()
        return sorted({self._finding(each, "ontology", 0, "") for each in results})

    @cached_property
    def _for_documents(self) -> Engine:
        from unccd_kg.shacl import Engine

        names = (name for name in self._shapes if name != _OF_VOCABULARY)
        shapes = [triple for name in names for triple in self._shapes[name]]
        return Engine(shapes, self._vocabulary.triples)

    @cached_property
    def _for_vocabulary(self) -> Engine:
        from unccd_kg.shacl import Engine

        return Engine(self._shapes.get(_OF_VOCABULARY, ()), self._vocabulary.triples)

    def _finding(self, result: Result, document: str, position: int, paragraph: str) -> Finding:
        return Finding(
            document=document,
            position=position,
            paragraph=paragraph,
            focus=result.focus,
            path=result.path,
            value=result.value,
            severity=Severity(iris.local_name(result.severity).lower()),
            shape=result.rule,
            message={
                language: self._filled(text, result, language)
                for language, text in sorted(self._messages.get(result.rule, {}).items())
            },
        )

    def _filled(self, message: str, result: Result, language: str) -> str:
        """Put labels where the message has ``{?path}`` and ``{?value}``.

        Done here because pyshacl, which can do it too, loses the language of the message by it.
        """
        for name, value in (("path", result.path), ("value", result.value)):
            labels = self._labels.get(value, {})
            label = labels.get(language) or labels.get("en") or _name(value, "")
            message = message.replace(f"{{?{name}}}", label)
        return message

    @cached_property
    def _messages(self) -> dict[str, dict[str, str]]:
        """The messages of each rule by language."""
        return _texts((t for file in self._shapes.values() for t in file), (_MESSAGE,))

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        """The labels of terms and concepts by language."""
        return _texts(self._vocabulary.triples, _LABEL)


class _Places:
    """Where in a document the nodes of its graph stand."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._paragraphs: dict[str, str] = {}
        numbers: dict[str, str] = {}
        positions: dict[str, int] = {}
        found: set[str] = set()
        for triple in sorted(triples, key=str):
            subject, value = _text(triple.subject), _text(triple.object)
            match triple.predicate.value.removeprefix(iris.ONTOLOGY):
                case "inParagraph":
                    self._paragraphs[subject] = value
                    found.add(value)
                case "inDocument":
                    found.add(subject)
                case "number":
                    numbers[subject] = value
                case "position" if value.isdecimal():
                    positions[subject] = int(value)
                case _ if value == iris.term("Paragraph") and triple.predicate == RDF_TYPE:
                    found.add(subject)
        # A paragraph that lost its number is named by the last part of its IRI: p5.
        self._places = {
            iri: (positions.get(iri, 0), numbers.get(iri, iris.local_name(iri))) for iri in found
        }

    def of(self, focus: str) -> tuple[int, str]:
        """Position and number of the paragraph that a node is or stands in, else ``(0, "")``."""
        # A statement that lost its paragraph still has an IRI below it: {paragraph}/{language}/s2.
        names = (focus, self._paragraphs.get(focus, ""), "/".join(focus.split("/")[:-2]))
        return next((self._places[name] for name in names if name in self._places), (0, ""))


def _read(path: Path) -> list[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        where = f"{path}, line {error.lineno}"
        hint = "mend the file; unccd-kg validate checks it"
        raise KgError(f"not Turtle: {error.msg}", where=where, hint=hint) from error


def _texts(
    triples: Iterable[ox.Triple], predicates: Sequence[ox.NamedNode]
) -> dict[str, dict[str, str]]:
    """The literals of some properties, by subject and language."""
    found: dict[str, dict[str, str]] = {}
    for triple in triples:
        if triple.predicate in predicates and isinstance(triple.object, ox.Literal):
            texts = found.setdefault(_text(triple.subject), {})
            texts[triple.object.language or "en"] = triple.object.value
    return found


def _text(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


def _name(value: str, document: str) -> str:
    """An IRI without what all of a document or vocabulary share; any other value as it is.

    >>> _name("https://w3id.org/unccd-kg/doc/a-1/p5/zh/s2", "a-1")
    'p5/zh/s2'
    >>> _name("https://w3id.org/unccd-kg/doc/a-1", "a-1"), _name(iris.concept("agent", "gm"), "a-1")
    ('a-1', 'agent/gm')
    """
    if value.startswith("http") and f"/{document}/" in f"{value}/":
        return value.partition(f"/{document}/")[2] or document
    return value.removeprefix(iris.VOCAB).removeprefix(iris.ONTOLOGY)
